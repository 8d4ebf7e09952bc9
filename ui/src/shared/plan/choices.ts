/** What the next interval can be for, as it is found by typing. */
import type { Work, WorkChoice } from '../../bridge'
import { fold, typedWords } from '../typed'

/** The works of an activity that have the typed words. */
export interface ChoiceGroup {
  name: string
  works: Work[]
}

/** How many are shown; past that one types another word. */
const MOST = 40

/**
 * The open steps that have every typed word, by activity; an activity's own words find all of its steps. An
 * activity without open steps is offered whole. What was typed is offered itself, as work outside the
 * roadmap.
 */
export function choicesFor(choices: readonly WorkChoice[], typed: string): ChoiceGroup[] {
  const words = typedWords(typed)
  const groups: ChoiceGroup[] = []
  let left = MOST
  for (const choice of choices) {
    if (left === 0) break
    const has = (text: string) => words.every((word) => fold(`${text} ${choice.title}`).includes(word))
    const works = worksOf(choice)
      .filter((work) => has(work.title))
      .slice(0, left)
    left -= works.length
    if (works.length > 0) groups.push({ name: choice.title, works })
  }
  const own = typed.trim()
  if (own) groups.push({ name: 'Outside the roadmap', works: [outside(own)] })
  return groups
}

function worksOf({ activity, category, title, steps }: WorkChoice): Work[] {
  if (steps.length === 0) return [{ activity, step: null, block: null, category, title }]
  return steps.map(({ item, text }) => ({ activity, step: item, block: null, category, title: text }))
}

function outside(title: string): Work {
  return { activity: null, step: null, block: null, category: 'study', title }
}
