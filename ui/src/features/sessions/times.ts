/** When a session was, as a person writes it: a day and two times of the clock on the wall. */
import { addDays, clockTime, dayOf, parseTime, timeOfDay } from '../../shared/format'

export interface Span {
  started_at: string
  ended_at: string
}

export interface Written {
  /** The day it began on by the calendar, as `YYYY-MM-DD`. */
  day: string
  start: string
  end: string
}

const MINUTE = 60_000
/** A time that is not after the beginning is of the next morning, unless that makes more than half a day of it. */
const LONGEST_NIGHT = 12 * 60 * MINUTE

/** What the fields of a session begin with. */
export function writtenOf({ started_at, ended_at }: Span): Written {
  return { day: dayOf(started_at), start: clockTime(started_at), end: clockTime(ended_at) }
}

/** The half hour until now, for one that is added by hand. */
export function lately(now: number): Written {
  const end = Math.floor(now / (5 * MINUTE)) * 5 * MINUTE
  return writtenOf({
    started_at: new Date(end - 30 * MINUTE).toISOString(),
    ended_at: new Date(end).toISOString(),
  })
}

/** The instant of a time of day in the system's zone. */
function instantOf(day: string, minutes: number): number {
  const [year, month, date] = day.split('-').map(Number)
  return new Date(year!, month! - 1, date!, 0, minutes).getTime()
}

/** The same minute keeps its seconds. */
function exact(instant: number, was: string | undefined): number {
  const before = was === undefined ? Number.NaN : Date.parse(was)
  return Math.floor(before / MINUTE) === Math.floor(instant / MINUTE) ? before : instant
}

export interface Wrong {
  start: string | null
  end: string | null
}

/** What was written as instants, or what is wrong with it. What is left as it `was` stays to the second. */
export function spanOf({ day, start, end }: Written, was: Span | null): Span | Wrong {
  const from = parseTime(start)
  const until = parseTime(end)
  if (from === null || until === null) {
    const words = `Write a time of day, such as ${timeOfDay(9 * 60)}.`
    return { start: from === null ? words : null, end: until === null ? words : null }
  }
  const begins = exact(instantOf(day, from), was?.started_at)
  const same = exact(instantOf(day, until), was?.ended_at)
  const ends = same > begins ? same : exact(instantOf(addDays(day, 1), until), was?.ended_at)
  if (same <= begins && ends - begins > LONGEST_NIGHT)
    return { start: null, end: 'The end comes after the start.' }
  return { started_at: new Date(begins).toISOString(), ended_at: new Date(ends).toISOString() }
}

/** The instant within a session at a time of day, or none. */
export function instantWithin(text: string, { started_at, ended_at }: Span): string | null {
  const minutes = parseTime(text)
  if (minutes === null) return null
  const [from, until] = [Date.parse(started_at), Date.parse(ended_at)]
  for (let day = dayOf(started_at); day <= dayOf(ended_at); day = addDays(day, 1)) {
    const instant = instantOf(day, minutes)
    if (from < instant && instant < until) return new Date(instant).toISOString()
  }
  return null
}

/** The minute in a session's middle, where it is offered to be parted. */
export function middleOf({ started_at, ended_at }: Span): string {
  const middle = (Date.parse(started_at) + Date.parse(ended_at)) / 2
  return clockTime(Math.round(middle / MINUTE) * MINUTE)
}

export function secondsOf({ started_at, ended_at }: Span): number {
  return Math.round((Date.parse(ended_at) - Date.parse(started_at)) / 1000)
}
