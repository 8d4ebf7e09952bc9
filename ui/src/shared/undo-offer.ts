/** The one toast that says what became of a change and offers what comes next: to take it back, do it again, or more. */
import { toast } from 'svelte-sonner'
import { commands } from '../bridge'
import { attempt } from './problems.svelte'

/** An earlier toast's offer no longer holds once more has happened, so the next one takes its place. */
const TOAST = 'undo-offer'

/** Without an action it only says so. */
export function offer(words: string, action?: { label: string; onClick: () => void }): void {
  // An action of none is passed on too: what is replaced would otherwise keep its button.
  toast(words, { id: TOAST, action: action && { ...action, onClick: () => taken(action.onClick) } })
}

/** The toast goes with its button: a focus that was on it returns to where it came from, or to the room. */
function taken(act: () => void) {
  const at = document.activeElement
  if (at instanceof HTMLElement && at.closest('[data-sonner-toaster]')) {
    // The toaster itself knows where it came from, and brings it back there.
    at.blur()
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true })
  }
  act()
}

/** Says what was done just now, and offers to take it back. */
export function offerUndo(words: string): void {
  offer(words, { label: 'Undo', onClick: () => void attempt(() => commands.undo()) })
}
