/** Times of day in words. A time of day is minutes after local midnight; an instant is UTC in ISO 8601. */
import { habits } from './habits.svelte'

/** "9:00", "13:05"; "9:00 am", "1:05 pm". */
export function timeOfDay(minutes: number): string {
  const hour = Math.floor(minutes / 60) % 24
  const minute = String(Math.floor(minutes % 60)).padStart(2, '0')
  if (habits.hours24) return `${hour}:${minute}`
  return `${hour % 12 || 12}:${minute}\u00a0${hour < 12 ? 'am' : 'pm'}`
}

/** An hour label beside a time grid: "9:00"; "9 am". */
export function hourLabel(minutes: number): string {
  if (habits.hours24) return timeOfDay(minutes)
  const hour = Math.floor(minutes / 60) % 24
  return `${hour % 12 || 12}\u00a0${hour < 12 ? 'am' : 'pm'}`
}

/** "9:00 to 12:00". */
export function timeRange(start: number, end: number): string {
  return `${timeOfDay(start)} to ${timeOfDay(end)}`
}

/** The time of day of an instant, in the system's zone. */
export function clockTime(instant: string | number): string {
  const at = new Date(instant)
  return timeOfDay(at.getHours() * 60 + at.getMinutes())
}

/** The day of an instant in the system's zone, as `YYYY-MM-DD`. */
export function dayOf(instant: string | number): string {
  const at = new Date(instant)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** Reads a time of day as people write it: "9", "9:30", "21.15", "9:30 pm"; minutes after midnight, or none. */
export function parseTime(text: string): number | null {
  const found = /^\s*(\d{1,2})(?:[:.h]?\s?(\d{2}))?\s*([ap])?\.?m?\.?\s*$/i.exec(
    text.replaceAll('\u00a0', ' '),
  )
  if (!found) return null
  let hour = Number(found[1])
  const minute = Number(found[2] ?? 0)
  const half = found[3]?.toLowerCase()
  if (half && (hour < 1 || hour > 12)) return null
  if (half) hour = (hour % 12) + (half === 'p' ? 12 : 0)
  const time = hour * 60 + minute
  return minute < 60 && time <= 24 * 60 ? time : null
}
