/** A block changed by hand, as a draft to save: of its template, for every week, or of one date. */
import type { BlockDraft, BlockView, DayBlockDraft } from '../../bridge'
import { addDays, weekdayOf } from '../../shared/format'
import { dayEnd, dayStart } from '../../shared/plan/day-scale'

/** Blocks move and grow by a quarter of an hour. */
export const STEP = 15

/** Whether a change is for every week from today on, or for its date alone. */
export type Scope = 'every' | 'once'

/** A change to save. */
export type Change = { every: BlockDraft } | { once: DayBlockDraft }

/** What a change of a block is for: one that is different on its date already stays so. */
export function scopeOf(block: BlockView, wanted: Scope): Scope {
  return block.single || block.moved ? 'once' : wanted
}

/** What a change on a day is for: a template changes from today on, so a day that is over changes alone. */
export function scopeOn(day: string, wanted: Scope, today: string): Scope {
  return day < today ? 'once' : wanted
}

/** A block of the template as it is; none where no template has it. `week` is a day of its week. */
export function draftOf(block: BlockView, week: string): BlockDraft | null {
  if (block.template_block === null) return null
  return {
    id: block.template_block,
    week,
    days: [weekdayOf(block.date)],
    start: block.start,
    end: block.end,
    category: block.category,
    accepts: block.accepts,
    title: block.title,
    standing: block.standing,
    pinned: block.pinned,
  }
}

/** A block on its date as it is. */
export function onceDraftOf({
  key,
  date,
  start,
  end,
  category,
  accepts,
  title,
  standing,
}: BlockView): DayBlockDraft {
  return { key, date, start, end, category, accepts, title, standing }
}

/** A block of a title and a category that nobody has filled in yet. */
export function newDraft(day: string, start: number, week: string): BlockDraft {
  return {
    id: null,
    week,
    days: [weekdayOf(day)],
    start,
    end: start + 60,
    category: 'hands-on',
    accepts: [],
    title: '',
    standing: false,
    pinned: false,
  }
}

/** Moves it within its day and week; none where that would leave either, or where no template has it. */
export function moved(
  block: BlockView,
  by: { minutes?: number; days?: number },
  week: readonly string[],
  scope: Scope,
): Change | null {
  const date = addDays(block.date, by.days ?? 0)
  const times = { start: block.start + (by.minutes ?? 0), end: block.end + (by.minutes ?? 0) }
  return week.includes(date) ? changed(block, date, times, week[0] ?? date, scope) : null
}

/** Makes it longer, or shorter below zero; never shorter than a step. */
export function resized(block: BlockView, minutes: number, week: string, scope: Scope): Change | null {
  return changed(block, block.date, { start: block.start, end: block.end + minutes }, week, scope)
}

/** Pins it, or sets it free, in every week; what is different on its date is pinned as long as it is. */
export function repinned(block: BlockView, week: string, today: string): Change | null {
  const scope = scopeOf(block, scopeOn(block.date, 'every', today))
  const draft = scope === 'every' ? draftOf(block, week) : null
  return draft && { every: { ...draft, pinned: !block.pinned } }
}

/** When a block can begin: with its day, or where it begins before that. */
export function earliest({ start }: Pick<BlockView, 'start'>): number {
  return Math.min(dayStart(), start)
}

/** When a block can end: with its day, or where it goes on after that, as days ended later when it was made. */
export function latest({ end }: Pick<BlockView, 'end'>): number {
  return Math.max(dayEnd(), end)
}

function changed(
  block: BlockView,
  date: string,
  { start, end }: { start: number; end: number },
  week: string,
  scope: Scope,
): Change | null {
  // One that is kept outside of its day can still go towards it.
  if (start < earliest(block) || end > latest(block) || end - start < STEP) return null
  if (scopeOf(block, scope) === 'once') return { once: { ...onceDraftOf(block), date, start, end } }
  const draft = draftOf(block, week)
  return draft && { every: { ...draft, days: [weekdayOf(date)], start, end } }
}
