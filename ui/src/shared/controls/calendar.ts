/** The days of a month as a calendar lays them out. */
import { addDays, WEEKDAYS, weekdayOf } from '../format'

/** The same day of another month, or that month's last day where it is shorter. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

/** The first day of the week that holds the day. */
export function weekOf(day: string, weekStart: string): string {
  const at = (name: string) => WEEKDAYS.indexOf(name as (typeof WEEKDAYS)[number])
  return addDays(day, -((at(weekdayOf(day)) - at(weekStart) + 7) % 7))
}

/** The weeks that hold a day of this month, each with its seven days. */
export function monthWeeks(day: string, weekStart: string): string[][] {
  const first = `${day.slice(0, 7)}-01`
  const after = addMonths(first, 1)
  const weeks: string[][] = []
  for (let from = weekOf(first, weekStart); from < after; from = addDays(from, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, at) => addDays(from, at)))
  }
  return weeks
}
