/** The keys that work everywhere. Which they are is listed for people in `shared/keys`. */

export interface Shortcuts {
  timer: () => void
  finish: () => void
  more: () => void
  interruption: () => void
  note: () => void
  mini: () => void
  palette: () => void
  keys: () => void
  undo: () => void
  redo: () => void
  room: (number: 1 | 2 | 3) => void
  settings: () => void
}

const TEXT =
  'input:not([type="checkbox"], [type="radio"], [type="range"], [type="button"]), textarea, [contenteditable="true"]'
const CONTROL =
  'button, a[href], input, select, textarea, summary, [contenteditable="true"], [tabindex]:not([tabindex="-1"])'
const LAYER = '[role="dialog"], [role="menu"], [role="listbox"]'

/** Answers a key press, if it is one of these shortcuts and nothing nearer wants it. */
export function press(event: KeyboardEvent, shortcuts: Partial<Shortcuts>): void {
  if (event.defaultPrevented || event.isComposing || event.altKey) return
  const at = event.target instanceof Element ? event.target : document.body
  const run =
    event.ctrlKey || event.metaKey ? withModifier(event, at, shortcuts) : alone(event, at, shortcuts)
  if (!run) return
  event.preventDefault()
  run()
}

function withModifier(
  event: KeyboardEvent,
  at: Element,
  shortcuts: Partial<Shortcuts>,
): (() => void) | undefined {
  const inText = at.closest(TEXT) !== null
  switch (event.key.toLowerCase()) {
    case 'k':
      return shortcuts.palette
    case 'z':
      // In a text field the text's own undo.
      if (inText) return
      return event.shiftKey ? shortcuts.redo : shortcuts.undo
    case 'y':
      return inText ? undefined : shortcuts.redo
    case '1':
    case '2':
    case '3': {
      const number = Number(event.key) as 1 | 2 | 3
      const { room } = shortcuts
      return room && (() => room(number))
    }
    case ',':
      return shortcuts.settings
  }
}

function alone(event: KeyboardEvent, at: Element, shortcuts: Partial<Shortcuts>): (() => void) | undefined {
  if (document.querySelector(LAYER)) return
  if (event.key === ' ') return event.repeat || at.closest(CONTROL) ? undefined : shortcuts.timer
  // A letter is typed, or leads to the option that begins with it.
  if (event.repeat || at.closest(`${TEXT}, select`)) return
  switch (event.key.toLowerCase()) {
    case '?':
      return shortcuts.keys
    case 'f':
      return shortcuts.finish
    case '+':
      return shortcuts.more
    case 'i':
      return shortcuts.interruption
    case 'n':
      return shortcuts.note
    case 'm':
      return shortcuts.mini
  }
}
