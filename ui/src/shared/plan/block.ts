/** What a block of the day is, read off its data: its words, and how it stands to now. */
import type { BlockView, Category, Now } from '../../bridge'
import { daysBetween, timeRange, weekday } from '../format'
import { busyWords } from './busy'
import { categoryName } from './category'
import { count } from './words'

/** How a block stands to now. */
export type Standing = 'past' | 'now' | 'later'

/** Now in minutes after midnight of a date: after 1,440 in the night that follows it, below 0 before it. */
export function minuteOn(date: string, now: Now): number {
  return now.minute + daysBetween(date, now.date) * 24 * 60
}

export function standingOf(block: Pick<BlockView, 'date' | 'start' | 'end'>, now: Now): Standing {
  const minute = minuteOn(block.date, now)
  if (block.end <= minute) return 'past'
  return block.start <= minute ? 'now' : 'later'
}

/** What it is for: the next step, or the activity, or its own title where nothing is laid into it. */
export function purposeOf(block: BlockView): string {
  const first = block.work[0]
  return first?.step?.text ?? first?.title ?? block.title
}

/** Of what it is for, which may be another category than its own: that gives it its colour and its word. */
export function categoryOf(block: Pick<BlockView, 'work' | 'category'>): Category {
  return block.work[0]?.category ?? block.category
}

/** Its own title, unless that already says what it is for. */
export function secondLineOf(block: BlockView): string | null {
  return block.title && block.title !== purposeOf(block) ? block.title : null
}

export function isRest(block: BlockView): boolean {
  return block.category === 'rest'
}

/** Finished pomodoros of those that fit, where there is something to say: none before a block began. */
export function pipsOf(block: BlockView, now: Now): { done: number; all: number } | null {
  if (isRest(block) || block.pips === 0) return null
  if (standingOf(block, now) === 'later' && block.pips_done === 0) return null
  return { done: block.pips_done, all: Math.max(block.pips, block.pips_done) }
}

/** The whole block in words: "Monday 9:00 to 12:00, hands-on, Train the classifier, 3 pomodoros". */
export function blockLabel(block: BlockView, now: Now): string {
  const second = secondLineOf(block)
  const pips = pipsOf(block, now)
  return [
    `${weekday(block.date)} ${timeRange(block.start, block.end)}`,
    categoryName(categoryOf(block)).toLowerCase(),
    purposeOf(block),
    second,
    busyWords(block),
    pips
      ? pomodoros(pips.done, pips.all)
      : isRest(block) || block.pips === 0
        ? null
        : count(block.pips, 'pomodoro'),
    standingOf(block, now) === 'now' ? 'now' : null,
    block.pinned ? 'pinned' : null,
  ]
    .filter((part) => part)
    .join(', ')
}

function pomodoros(done: number, all: number): string {
  return `${done} of ${count(all, 'pomodoro')}`
}
