/** Taking back and doing again, each with a word on what it was. */
import { commands } from '../bridge'
import { attempt } from '../shared/problems.svelte'
import { offer } from '../shared/undo-offer'

export async function undo(): Promise<void> {
  const label = await attempt(() => commands.undo())
  if (label === undefined) return
  if (label === null) offer('Nothing to undo')
  else offer(`Undone: ${label}`, { label: 'Redo', onClick: () => void redo() })
}

export async function redo(): Promise<void> {
  const label = await attempt(() => commands.redo())
  if (label === undefined) return
  if (label === null) offer('Nothing to redo')
  else offer(`Done again: ${label}`, { label: 'Undo', onClick: () => void undo() })
}
