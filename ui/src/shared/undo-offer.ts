/** The one toast that says what became of a change and offers what comes next: to take it back, do it again, or more. */
import { toast } from 'svelte-sonner'
import { commands } from '../bridge'
import { follow, trail } from './focus'
import { attempt } from './problems.svelte'

/** An earlier toast's offer no longer holds once more has happened, so the next one takes its place. */
const TOAST = 'undo-offer'

/** Without an action it only says so. */
export function offer(words: string, action?: { label: string; onClick: () => void }): void {
  // An action of none is passed on too: what is replaced would otherwise keep its button.
  toast(words, { id: TOAST, action: action && { ...action, onClick: () => taken(action.onClick) } })
}

/** Takes the offer back: more has happened by now, of which nothing is to be said. */
export function withdrawOffer(): void {
  toast.dismiss(TOAST)
}

const TOASTS = '[data-sonner-toaster]'

/** Where the focus was before it went to a toast. */
let before: HTMLElement[] = []

/** To be told of each focus in the window. */
export function focusMoved({ target, relatedTarget: from }: FocusEvent): void {
  const isToast = (one: EventTarget | null) => one instanceof Element && one.closest(TOASTS) !== null
  if (isToast(target) && !isToast(from)) before = from instanceof Element ? trail(from) : []
}

/** The toast goes with its button: a focus that was on it returns to where it came from, or to the room. */
function taken(act: () => void) {
  const at = document.activeElement
  if (at instanceof HTMLElement && at.closest(TOASTS)) {
    at.blur()
    follow(before)
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true })
  }
  act()
}

/** Says what was done just now, and offers to take it back. */
export function offerUndo(words: string): void {
  offer(words, { label: 'Undo', onClick: () => void attempt(() => commands.undo()) })
}
