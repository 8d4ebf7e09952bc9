/** What the settings say of a plan's terms. */
import type { Estimate, Pace, Setup } from '../../bridge'
import { fullDay, hours, timeOfDay } from '../../shared/format'
import { count } from '../../shared/plan/words'

/** What a share that is kept free does to this pace. */
export function bufferHint(buffer: number, pace: Pace): string {
  if (buffer === 0) return 'A share of each week for what comes in between.'
  return pace.kind === 'hours'
    ? 'The dates leave room for what comes in between.'
    : 'The weeks keep their dates; each block takes that much less, and what finds no place is told.'
}

/** What comes of when days end. */
export function boundaryHint(boundary: number): string {
  if (boundary === 0) return 'Work after midnight counts for the new day.'
  return `Work between midnight and ${timeOfDay(boundary)} counts for the evening before.`
}

/**
 * "29 weeks at 20 h a week, 20 % of it kept free, to 20 June 2027; now it is 9 May 2027". Where decided lengths make it
 * other weeks than the pace does, their number would contradict the hours, and is left out.
 */
export function endWords(estimate: Estimate, { buffer, pace: { kind } }: Setup, now: string | null): string {
  const whole = estimate.weekly_minutes % 60 === 0
  const perWeek = hours(whole ? estimate.weekly_minutes : Math.round(estimate.weekly_minutes / 60) * 60)
  const kept = buffer > 0 ? `, ${buffer} % of ${kind === 'hours' ? 'it' : 'each block'} kept free` : ''
  const weeks = estimate.goes_by_pace ? `${count(estimate.weeks, 'week')} at ` : ''
  const pace = `${weeks}${whole ? '' : 'about '}${perWeek} a week${kept}`
  const room =
    estimate.without_room_minutes > 0 ? `; ${hours(estimate.without_room_minutes)} of it find no block` : ''
  if (!estimate.end) return `${pace}${room}`
  const moves = now !== null && now !== estimate.end ? `; now it is ${fullDay(now)}` : ''
  return `${pace}, to ${fullDay(estimate.end)}${moves}${room}`
}
