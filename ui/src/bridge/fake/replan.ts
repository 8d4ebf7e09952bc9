/** Ways out of the fake's plan, which is a week behind. */
import type { ReplanView } from '../types/ReplanView'
import { later } from './week'

const WEEK = 40 * 60

export function replanOf(today: string): ReplanView {
  const end = later(today, 7 * 6)
  const weeks = (more: (week: number) => number) =>
    Array.from({ length: 7 }, (_, at) => ({
      week: later(today, 7 * at),
      before: WEEK,
      after: WEEK + more(at),
      room: WEEK + 60,
    }))
  const common = { ends: end, phases: [], pace: null, dropped: [], left_minutes: 0 }
  return {
    behind_minutes: WEEK,
    has_ended: false,
    without_room_minutes: 0,
    short_of_days: false,
    ahead_minutes: 0,
    proposals: [
      {
        ...common,
        way: 'use-slack',
        key: 'a',
        would_end: end,
        weeks: weeks(() => 60),
        left_minutes: WEEK - 7 * 60,
      },
      {
        ...common,
        way: 'push-dates',
        key: 'b',
        would_end: later(end, 7),
        phases: [{ title: 'Month 2: Ship it', before: end, after: later(end, 7) }],
        weeks: weeks(() => 0),
      },
      { ...common, way: 'compress', key: 'c', would_end: end, weeks: weeks(() => 340) },
    ],
  }
}
