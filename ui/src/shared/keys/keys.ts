/** The keys that work everywhere, as they are shown to a person. */

/** The modifier of this system: ⌘ on a Mac, Ctrl elsewhere. */
export const MODIFIER = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl'

export interface Key {
  /** What is pressed together. */
  keys: string[]
  /** What it does. */
  does: string
}

/** Wherever one is. */
export const EVERYWHERE: Key[] = [
  { keys: ['Space'], does: 'Start, pause or go on, where no control has the focus' },
  { keys: ['F'], does: 'Finish the interval now' },
  { keys: ['+'], does: '5 more minutes' },
  { keys: ['N'], does: 'Write the note of the session' },
  { keys: ['I'], does: 'Count an interruption' },
  { keys: ['M'], does: 'Show or hide the mini window' },
  { keys: [MODIFIER, 'K'], does: 'Find or do' },
  { keys: [MODIFIER, '1'], does: 'Today' },
  { keys: [MODIFIER, '2'], does: 'Week' },
  { keys: [MODIFIER, '3'], does: 'Roadmap' },
  { keys: [MODIFIER, ','], does: 'Settings' },
  { keys: [MODIFIER, 'Z'], does: 'Undo' },
  { keys: [MODIFIER, 'Shift', 'Z'], does: 'Redo' },
  { keys: [MODIFIER, '+ − 0'], does: 'Larger, smaller, the usual size' },
  { keys: ['?'], does: 'Show the keys' },
]

/** On the blocks of Today and Week, and on the stages and lines of Roadmap. */
export const WITHIN: Key[] = [
  { keys: ['←', '↑', '→', '↓'], does: 'Choose a block, a stage or a line' },
  { keys: ['Enter'], does: 'Open it' },
  {
    keys: ['Alt', '↑ ↓ ← →'],
    does: 'Move a block by 15 minutes or a day, a line up or down, a stage earlier or later',
  },
  { keys: ['Shift', 'Alt', '↑ ↓'], does: 'Make a block longer or shorter' },
  { keys: ['P'], does: 'Pin a block, or let it go' },
  { keys: ['Delete'], does: 'Remove a block, a session, or a line or stage of the roadmap' },
  { keys: ['F2'], does: 'Rename a line or stage of the roadmap, or a roadmap' },
  { keys: ['Insert'], does: 'Add to a line or stage of the roadmap' },
]
