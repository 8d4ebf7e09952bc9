/** Where the focus goes when what had it is gone, so that the keyboard never starts from the top of the page. */
import { onDestroy } from 'svelte'

const FOCUSABLE = 'button:not(:disabled), a[href], input:not(:disabled), [tabindex="0"]'

/** The places that lead to what has the focus, the innermost first: some may be gone by the time it is needed. */
export function trail(from = document.activeElement): HTMLElement[] {
  const found: HTMLElement[] = []
  for (let at = from; at && at !== document.body; at = at.parentElement) {
    if (at instanceof HTMLElement) found.push(at)
  }
  return found
}

/** Focuses what is left of a trail, if nothing has the focus by then. */
export function follow(places: readonly HTMLElement[]) {
  if (document.activeElement && document.activeElement !== document.body) return
  for (const place of places.filter((one) => one.isConnected)) {
    if (place === places[0]) place.focus()
    if (document.activeElement === document.body) place.querySelector<HTMLElement>(FOCUSABLE)?.focus()
    if (document.activeElement !== document.body) return
  }
}

/**
 * To be called where a component is set up that takes the focus: when it goes, the focus returns to where it
 * was, or near there.
 */
export function givesFocusBack() {
  const before = trail()
  // What the component leaves behind is still being put away.
  onDestroy(() => requestAnimationFrame(() => follow(before)))
}

/**
 * Does something that may take the focused control away; the focus then stays near it, or near a place where what has
 * it now is a menu that goes.
 */
export async function keepingFocus<Result>(
  work: () => Promise<Result>,
  near?: Element | null,
): Promise<Result> {
  const before = trail(near ?? undefined)
  const result = await work()
  requestAnimationFrame(() => requestAnimationFrame(() => follow(before)))
  return result
}

/**
 * Where the focus goes as a dialog or popover opens: to what is marked `data-begin`, such as a form's first field or a
 * calendar's day, and otherwise to its first control.
 */
export function beginIn(content: HTMLElement | null, event: Event) {
  const first = content?.querySelector<HTMLElement>('[data-begin]')
  if (!first) return
  event.preventDefault()
  first.focus()
}
