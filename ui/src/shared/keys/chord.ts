/** Keys that are pressed together, as the host writes them: `Control+Alt+P`. */
import { MODIFIER } from './keys'

const MAC = MODIFIER === '⌘'

const HELD = [
  { name: 'Control', shown: MAC ? '⌃' : 'Ctrl', is: (event: KeyboardEvent) => event.ctrlKey },
  { name: 'Alt', shown: MAC ? '⌥' : 'Alt', is: (event: KeyboardEvent) => event.altKey },
  { name: 'Shift', shown: MAC ? '⇧' : 'Shift', is: (event: KeyboardEvent) => event.shiftKey },
  { name: 'Super', shown: MAC ? '⌘' : 'Super', is: (event: KeyboardEvent) => event.metaKey },
]

const SHOWN: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
}

/** Keys that are only held beside another. */
const ALONE = new Set([
  'Control',
  'Alt',
  'AltGraph',
  'Shift',
  'Meta',
  'Super',
  'OS',
  'CapsLock',
  'Fn',
  'Dead',
])

/** What was pressed; none while only keys are held that go with another. */
export function chordOf(event: KeyboardEvent): string | null {
  if (ALONE.has(event.key) && !/^(Key|Digit)./.test(event.code)) return null
  return [...heldIn(event), keyOf(event)].join('+')
}

/** The keys that are held, as they are written. */
function heldIn(event: KeyboardEvent): string[] {
  return HELD.filter(({ is }) => is(event)).map(({ name }) => name)
}

/** What is held by now, as it is shown. */
export function heldKeys(event: KeyboardEvent): string[] {
  return HELD.filter(({ is }) => is(event)).map(({ shown }) => shown)
}

/** The keys of a chord, as they are shown. */
export function chordKeys(chord: string): string[] {
  return chord.split('+').map((word) => HELD.find(({ name }) => name === word)?.shown ?? SHOWN[word] ?? word)
}

/** The key by what is written on it; with others held it may give another sign, and then its place tells. */
function keyOf({ key, code }: KeyboardEvent): string {
  if (/^[a-z0-9]$/i.test(key)) return key.toUpperCase()
  if (key === ' ') return 'Space'
  return /^(?:Key|Digit)(.)$/.exec(code)?.[1] ?? key
}
