/** What a line can be taken for, in words and in an order that does not change with what it is now. */
import type { Item, Taken } from '../../bridge'
import { CATEGORIES, categoryName } from '../../shared/plan/category'
import { kindWord } from '../../shared/plan/words'

const WORDS: Record<Exclude<Taken['as'], 'activity' | 'category' | 'hours'>, string> = {
  phase: 'Phase',
  track: 'Track',
  stage: 'Stage',
  steps: 'Steps to do',
  checkpoint: 'Checkpoint',
  resources: 'Study material',
  deliverables: 'Deliverables',
  targets: 'Targets',
  goals: 'Goals',
  schedule: 'Blocks of a week',
  section: 'Only to read',
}
const ORDER = Object.keys(WORDS)

/** For these no reading says what they are now. */
const UNSAID: ReadonlySet<Item['kind']> = new Set<Item['kind']>([
  'choice',
  'option',
  'gate',
  'metric',
  'project',
])

export interface Reading {
  label: string
  taken: Taken
  /** True for what it is taken for now. */
  present: boolean
  /** The words over it, where it begins a group. */
  heading?: string
}

/** The readings as a menu lists them: what a line can be, then the kinds of work. */
export function readingList(item: Item, taken: readonly Taken[]): Reading[] {
  const listed = taken
    .filter((one) => one.as !== 'hours')
    .map((one, at) => ({
      label: one.as === 'activity' || one.as === 'category' ? categoryName(one.category) : WORDS[one.as],
      taken: one,
      present: at === 0 && !UNSAID.has(item.kind),
    }))
  const work = listed
    .filter(({ taken }) => 'category' in taken)
    .toSorted((one, other) => placeOfWork(one.taken) - placeOfWork(other.taken))
  const rest = listed
    .filter(({ taken }) => !('category' in taken))
    .toSorted((one, other) => ORDER.indexOf(one.taken.as) - ORDER.indexOf(other.taken.as))
  const all = [...rest, ...work.map((one, at) => (at === 0 ? { ...one, heading: 'Work' } : one))]
  return all.filter((one, at) => all.findIndex((other) => other.label === one.label) === at)
}

function placeOfWork(taken: Taken): number {
  return 'category' in taken ? CATEGORIES.indexOf(taken.category) : 0
}

/** "a stage", "an activity, hands-on". */
export function takenPhrase(item: Item): string {
  const word = kindWord(item).toLowerCase()
  const kind =
    item.kind === 'section' && word.endsWith('s') ? word : `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`
  return item.kind === 'activity' ? `${kind}, ${categoryName(item.category).toLowerCase()}` : kind
}
