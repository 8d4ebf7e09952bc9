/** Times at which the person is busy with something else: in words, and where they are drawn. */
import type { BlockView, BusyView } from '../../bridge'
import { hours, timeRange } from '../format'
import type { DayScale } from './day-scale'

/** What keeps the person busy: "Dentist", or only "busy". */
export function busyTitle(busy: Pick<BusyView, 'title'>): string {
  return busy.title || 'busy'
}

/** "Busy 10:00 to 11:00, Dentist", or "Busy all day, Fair". */
export function busyLabel({ title, start, end, all_day }: BusyView): string {
  const when = all_day ? 'Busy all day' : `Busy ${timeRange(start, end)}`
  return title ? `${when}, ${title}` : when
}

/** True where nothing of a block is left for work. */
export function isTaken(block: Pick<BlockView, 'start' | 'end' | 'busy_minutes'>): boolean {
  return block.busy_minutes > 0 && block.busy_minutes >= block.end - block.start
}

/** Of a block that is busy in part: "1 h of 3 h: busy (Dentist)"; nothing where it is free. */
export function busyWords(block: Pick<BlockView, 'start' | 'end' | 'busy' | 'busy_minutes'>): string | null {
  if (block.busy_minutes === 0) return null
  const titles = [...new Set(block.busy.map((busy) => busy.title).filter((title) => title))]
  const by = titles.length > 0 ? ` (${titles.join(', ')})` : ''
  return isTaken(block)
    ? `busy${by}`
    : `${hours(block.busy_minutes)} of ${hours(block.end - block.start)}: busy${by}`
}

/** The times of a day that its column shows, each cut to it. Whole days stand at the day's head. */
export function shownIn(scale: DayScale, busy: readonly BusyView[]): BusyView[] {
  return busy
    .filter((one) => !one.all_day && one.start < scale.to && one.end > scale.from)
    .map((one) => ({ ...one, start: Math.max(one.start, scale.from), end: Math.min(one.end, scale.to) }))
}

/** The parts of a block that are busy, in percent of its height; none meets another. */
export function busyParts(
  block: Pick<BlockView, 'start' | 'end' | 'busy'>,
): { top: number; height: number }[] {
  const length = block.end - block.start
  const parts: { start: number; end: number }[] = []
  for (const { start, end } of block.busy.toSorted((one, other) => one.start - other.start)) {
    const part = { start: Math.max(start, block.start), end: Math.min(end, block.end) }
    const last = parts.at(-1)
    if (part.start >= part.end) continue
    if (last && part.start <= last.end) last.end = Math.max(last.end, part.end)
    else parts.push(part)
  }
  return parts.map(({ start, end }) => ({
    top: ((start - block.start) / length) * 100,
    height: ((end - start) / length) * 100,
  }))
}
