/** Taking back and doing again, each with a word on what it was. */
import { toast } from 'svelte-sonner'
import { commands } from '../bridge'
import { attempt } from '../shared/problems.svelte'

export async function undo(): Promise<void> {
  const label = await attempt(() => commands.undo())
  if (label === undefined) return
  if (label === null) toast('Nothing to undo')
  else toast(`Undone: ${label}`, { action: { label: 'Redo', onClick: () => void redo() } })
}

export async function redo(): Promise<void> {
  const label = await attempt(() => commands.redo())
  if (label === undefined) return
  if (label === null) toast('Nothing to redo')
  else toast(`Done again: ${label}`, { action: { label: 'Undo', onClick: () => void undo() } })
}
