/** The keys that work everywhere, as they are shown to a person. */

/** The modifier of this system: ⌘ on a Mac, Ctrl elsewhere. */
export const MODIFIER = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl'

export interface Key {
  /** What is pressed together. */
  keys: string[]
  /** What it does. */
  does: string
}

export const KEYS: Key[] = [
  { keys: ['Space'], does: 'Start, pause or go on, where no control has the focus' },
  { keys: [MODIFIER, 'K'], does: 'Find or do' },
  { keys: [MODIFIER, '1'], does: 'Today' },
  { keys: [MODIFIER, '2'], does: 'Week' },
  { keys: [MODIFIER, '3'], does: 'Roadmap' },
  { keys: [MODIFIER, ','], does: 'Settings' },
  { keys: [MODIFIER, 'Z'], does: 'Undo' },
  { keys: [MODIFIER, 'Shift', 'Z'], does: 'Redo' },
  { keys: ['?'], does: 'Show the keys' },
]
