/** Where a time of day stands in a column that always fills its height: everything in percent. */

import { habits } from '../format'

const HOUR = 60
/** No day goes on after 6:00 of the next, whenever the person's days end. */
const LATEST = 30 * HOUR
/** A day is drawn from 8:00 to 21:00 at least. */
const FROM = 8 * HOUR
const TO = 21 * HOUR
/** Shorter blocks are drawn as long as this, or they could not be seen. */
const LEAST = 15

/** When a day begins, in minutes after midnight: a block lies between that and its end. */
export function dayStart(): number {
  return habits.dayBoundary
}

/** When a day ends, as the next one begins. */
export function dayEnd(): number {
  return habits.dayBoundary + 24 * HOUR
}

/** A part of a day, in minutes after midnight. */
export interface Stretch {
  start: number
  end: number
}

/** The part of a day that a column shows, in whole hours. */
export interface DayScale {
  from: number
  to: number
}

/** From 8:00 to 21:00, and further where a block lies outside. */
export function scaleOf(blocks: readonly Stretch[]): DayScale {
  const from = Math.min(FROM, ...blocks.map((block) => Math.floor(block.start / HOUR) * HOUR))
  const to = Math.max(TO, ...blocks.map((block) => Math.ceil(block.end / HOUR) * HOUR))
  return { from: Math.max(0, from), to: Math.min(LATEST, to) }
}

/** How far down a time is. */
export function placeOf(scale: DayScale, minute: number): number {
  return ((minute - scale.from) / (scale.to - scale.from)) * 100
}

/** Where a block begins and how tall it is. */
export function boxOf(scale: DayScale, block: Stretch): { top: number; height: number } {
  const end = Math.max(block.end, block.start + LEAST)
  return { top: placeOf(scale, block.start), height: placeOf(scale, end) - placeOf(scale, block.start) }
}

/** The full hours, in minutes after midnight. */
export function hoursOf(scale: DayScale): number[] {
  return Array.from({ length: (scale.to - scale.from) / HOUR + 1 }, (_, at) => scale.from + at * HOUR)
}

/** True where the scale shows that time. */
export function shows(scale: DayScale, minute: number): boolean {
  return scale.from <= minute && minute <= scale.to
}

/** The time nearest to a height, on a grid of so many minutes. */
export function minuteAt(scale: DayScale, share: number, grid: number): number {
  const minute = scale.from + share * (scale.to - scale.from)
  return Math.round(minute / grid) * grid
}
