/** For how long all reminders can be held back, and what is said of it. */
import { commands } from '../../bridge'
import type { MenuItem } from '../controls/Menu.svelte'
import { addDays, clockTime, dayOf, habits, weekdayAndDay } from '../format'
import { attempt } from '../problems.svelte'

const HOUR = 3_600_000
/** When the evening begins, and from when on it is too near to be waited for. */
const EVENING = 18
const LATE = 17
/** When a held morning is over: before the day's plan is usually told. */
const MORNING = 8

interface Choice {
  label: string
  /** The instant. */
  until: string
}

/** An hour, this evening while it is still ahead, tomorrow. */
export function holdChoices(now: number): Choice[] {
  const choice = (words: string, until: number | Date): Choice => ({
    label: `${words}, ${clockTime(until.valueOf())}`,
    until: new Date(until).toISOString(),
  })
  const evening = new Date(now)
  evening.setHours(EVENING, 0, 0, 0)
  // In the night a day that has not ended yet is still today.
  const today = dayOf(now - habits.dayBoundary * 60_000)
  const [year, month, date] = addDays(today, 1).split('-').map(Number)
  return [
    choice('For an hour', now + HOUR),
    ...(new Date(now).getHours() < LATE ? [choice('Until this evening', evening)] : []),
    choice('Until tomorrow', new Date(year!, month! - 1, date, MORNING)),
  ]
}

/** The same, to be chosen from a menu. */
export function holdItems(now: number): MenuItem[] {
  return holdChoices(now).map(({ label, until }) => ({ label, run: () => void hold(until) }))
}

/** Holds all reminders back, or lets them come again. */
export function hold(until: string | null): Promise<void> {
  return attempt(() => commands.hold_reminders({ until }))
}

/** "18:00" on the day itself, else "tomorrow, 8:00" or "Saturday 28 November, 8:00". */
export function heldUntilWords(until: string, now: number): string {
  const day = dayOf(until)
  const today = dayOf(now)
  const time = clockTime(until)
  if (day === today) return time
  return `${day === addDays(today, 1) ? 'tomorrow' : weekdayAndDay(day)}, ${time}`
}
