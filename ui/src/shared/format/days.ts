/**
 * Days in words. A day is `YYYY-MM-DD`, as it crosses the bridge: a date that people mean, in no zone. It is
 * never turned into an instant of the machine's zone, where it could become the day before.
 */
import { habits } from './habits.svelte'

const DAY = 86_400_000
/** From then on a date alone may be taken for that of another year, in days. */
const HALF_A_YEAR = 183

function utc(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

function written(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(habits.locale, { ...options, timeZone: 'UTC' })
}

/** "23 November". */
export function dayMonth(day: string): string {
  return written({ day: 'numeric', month: 'long' }).format(utc(day))
}

/** "6 Dec". */
export function dayMonthShort(day: string): string {
  return written({ day: 'numeric', month: 'short' }).format(utc(day))
}

/** "23 November 2026". */
export function fullDay(day: string): string {
  return written({ day: 'numeric', month: 'long', year: 'numeric' }).format(utc(day))
}

/** "Wednesday 25 November". */
export function weekdayAndDay(day: string): string {
  return written({ weekday: 'long', day: 'numeric', month: 'long' }).format(utc(day))
}

/** "Monday 4 January", as seen from a day: with its year where it is half a year away or more. */
export function weekdayAndDayFrom(today: string, day: string): string {
  if (Math.abs(daysBetween(today, day)) < HALF_A_YEAR) return weekdayAndDay(day)
  return written({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(utc(day))
}

/** "4 January", as seen from a day: with its year where it is half a year away or more. */
export function dayMonthFrom(today: string, day: string): string {
  return Math.abs(daysBetween(today, day)) < HALF_A_YEAR ? dayMonth(day) : fullDay(day)
}

/** "Sun 6 Dec". */
export function weekdayAndDayShort(day: string): string {
  return written({ weekday: 'short', day: 'numeric', month: 'short' }).format(utc(day))
}

/** "Wednesday". */
export function weekday(day: string): string {
  return written({ weekday: 'long' }).format(utc(day))
}

/** "wed". */
export function weekdayShort(day: string): string {
  return written({ weekday: 'short' }).format(utc(day))
}

/** "25". */
export function dayOfMonth(day: string): string {
  return String(utc(day).getUTCDate())
}

/** "November 2026". */
export function monthAndYear(day: string): string {
  return written({ month: 'long', year: 'numeric' }).format(utc(day))
}

/** "Nov". */
export function monthShort(day: string): string {
  return written({ month: 'short' }).format(utc(day))
}

/** "23 – 29 November", as the locale writes a range of days. */
export function dayRange(from: string, to: string): string {
  return written({ day: 'numeric', month: 'long' }).formatRange(utc(from), utc(to))
}

/** "19 Oct – 15 Nov". */
export function dayRangeShort(from: string, to: string): string {
  return written({ day: 'numeric', month: 'short' }).formatRange(utc(from), utc(to))
}

/** The day so many days later, or earlier below zero. */
export function addDays(day: string, days: number): string {
  return new Date(utc(day).getTime() + days * DAY).toISOString().slice(0, 10)
}

/** From the first day to the second: 0 for the same, negative where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / DAY)
}

/** The weekdays from Monday, by the names that cross the bridge. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** The weekday of a day, by the name that crosses the bridge. */
export function weekdayOf(day: string): Weekday {
  return WEEKDAYS[(utc(day).getUTCDay() + 6) % 7]!
}

/** A weekday in words: "Monday" for `mon`. */
export function weekdayName(name: string, width: 'long' | 'short' | 'narrow' = 'long'): string {
  const at = WEEKDAYS.indexOf(name as Weekday)
  // 5 January 2026 was a Monday.
  return written({ weekday: width }).format(utc(addDays('2026-01-05', Math.max(0, at))))
}

/** How long so many days are: "a day", "10 days", "2 weeks". */
export function spanOfDays(days: number): string {
  if (days % 7 !== 0) return days === 1 ? 'a day' : `${days} days`
  return days === 7 ? 'a week' : `${days / 7} weeks`
}
