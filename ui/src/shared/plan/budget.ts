/** Hours as they are typed: "12", "2,5", or "2-4" from least to most. */
import type { Budget } from '../../bridge'

/** More than a person will ever budget, and no more than can be counted. */
const MOST = 10_000

export const NO_HOURS = 'Write hours as a number from 0 to 10,000, such as 12 or 2.5.'

export const PER_WORDS: { value: Budget['per']; label: string }[] = [
  { value: 'stage', label: 'for the whole stage' },
  { value: 'week', label: 'a week' },
  { value: 'day', label: 'a day' },
]

/** The minutes of the hours typed; none where they are no hours. */
export function typedHours(typed: string): Pick<Budget, 'least' | 'most'> | null {
  const [least, most = least, ...more] = typed.split(/[-–]/).map(minutes)
  if (more.length > 0 || least == null || most == null || least > most) return null
  return { least, most }
}

function minutes(typed: string): number | null {
  const plain = typed.trim().replace(',', '.')
  if (!/^(\d+\.?\d*|\.\d+)$/.test(plain)) return null
  const hours = Number(plain)
  return hours <= MOST ? Math.round(hours * 60) : null
}

/** A budget as one would type it. */
export function hoursTyped(budget: Budget): string {
  const bare = (minutes: number) => String(Math.round(minutes / 0.6) / 100)
  return budget.least === budget.most ? bare(budget.most) : `${bare(budget.least)}–${bare(budget.most)}`
}
