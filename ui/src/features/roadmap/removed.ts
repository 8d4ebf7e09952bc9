/** What was taken out of the roadmap, in words. */
import type { RemovedLine } from '../../bridge'
import { dayMonthShort, hours } from '../../shared/format'
import { kindWord } from '../../shared/plan/words'
import { titleOf } from './document'

/** "Step in Month 1: Hull, Week 2: Planks". */
export function placeWords({ item, within }: RemovedLine): string {
  const kind = kindWord(item)
  return within.length === 0 ? kind : `${kind} in ${within.map(titleOf).join(', ')}`
}

/** "removed 30 Nov". */
export function sinceWords({ on }: RemovedLine): string {
  return `removed ${dayMonthShort(on)}`
}

/** What was recorded about it and what went with it: "done", "3 done, 2 h worked"; none where nothing was. */
export function recordWords({ below, done, worked_minutes }: RemovedLine): string | null {
  const facts = []
  if (done > 0) facts.push(below === 0 ? 'done' : `${done.toLocaleString()} done`)
  if (worked_minutes > 0) facts.push(`${hours(worked_minutes)} worked`)
  return facts.length > 0 ? facts.join(', ') : null
}

/** "and 4 below"; none for a line by itself. */
export function belowWords({ below }: RemovedLine): string | null {
  return below > 0 ? `and ${below.toLocaleString()} below` : null
}
