/** A roadmap from nothing: what is typed for it, and what is wrong with that. */
import type { Category, RoadmapSource } from '../../bridge'
import { CATEGORIES } from '../../shared/plan/category'
import { NO_HOURS, typedHours } from '../../shared/plan/budget'

export const MOST_WEEKS = 520
/** As many letters as the host takes. */
export const LONGEST_TITLE = 200
const WEEK_HOURS = 168

/** The categories asked for at once; the others stand behind "more". Rest is no work. */
export const FIRST: Category[] = ['study', 'hands-on']
export const MORE: Category[] = CATEGORIES.filter((one) => !FIRST.includes(one) && one !== 'rest')

export interface OwnDraft {
  title: string
  weeks: string
  hours: Partial<Record<Category, string>>
}

export const EMPTY_DRAFT: OwnDraft = { title: '', weeks: '12', hours: {} }

/** What is wrong, beside the field it is about. */
export type OwnProblems = Partial<Record<'title' | 'weeks' | 'hours' | Category, string>>

/** The roadmap that was typed, or what keeps it from being one. */
export function ownSource(draft: OwnDraft): { source: RoadmapSource } | { problems: OwnProblems } {
  const problems: OwnProblems = {}
  const title = draft.title.trim()
  if (title === '') problems.title = 'Give it a title; it can be changed later.'
  const weeks = Number(draft.weeks)
  if (!/^\s*\d+\s*$/.test(draft.weeks) || weeks < 1 || weeks > MOST_WEEKS)
    problems.weeks = `Write a whole number from 1 to ${MOST_WEEKS}.`

  const minutes: { category: Category; minutes: number }[] = []
  for (const category of [...FIRST, ...MORE]) {
    const typed = draft.hours[category]?.trim() ?? ''
    if (typed === '') continue
    const hours = typedHours(typed)
    if (!hours || hours.least !== hours.most) problems[category] = NO_HOURS.replace('10,000', `${WEEK_HOURS}`)
    else if (hours.most > 0) minutes.push({ category, minutes: hours.most })
  }
  const total = minutes.reduce((sum, one) => sum + one.minutes, 0)
  if (total > WEEK_HOURS * 60) problems.hours = `A week has ${WEEK_HOURS} hours; these come to more.`
  else if (total === 0 && !Object.keys(problems).some((key) => key !== 'title' && key !== 'weeks'))
    problems.hours = 'Give at least one of these some hours.'
  if (Object.keys(problems).length > 0) return { problems }
  return { source: { from: 'own', title, weeks, minutes } }
}
