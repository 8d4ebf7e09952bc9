/** A calendar of the person's in a line. */
import type { CalendarLine } from '../../bridge'
import { clockTime, dayMonth, dayOf } from '../../shared/format'
import { count } from '../../shared/plan/words'

/** "3 files, 12 busy times in the next four weeks, read on 25 November, 10:42". */
export function calendarWords({ files, busy, read_at }: CalendarLine): string {
  const times = busy === 0 ? 'no busy times' : count(busy, 'busy time')
  return [
    files === null ? null : count(files, 'file'),
    `${times} in the next four weeks`,
    read_at === null ? null : `read on ${dayMonth(dayOf(read_at))}, ${clockTime(read_at)}`,
  ]
    .filter((part) => part)
    .join(', ')
}
