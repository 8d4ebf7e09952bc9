/** A calendar of the person's in a line, by a name that no other has. */
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

/** By id: each by the name of its file or folder, and by its whole path where another is called the same. */
export function calendarNames(calendars: readonly CalendarLine[]): Map<number, string> {
  const alone = ({ id, name }: CalendarLine) => !calendars.some((one) => one.name === name && one.id !== id)
  return new Map(calendars.map((calendar) => [calendar.id, alone(calendar) ? calendar.name : calendar.path]))
}
