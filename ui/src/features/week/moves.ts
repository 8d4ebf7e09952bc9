/** A block changed by hand, as a draft to save: everything here changes the template, not one date. */
import type { BlockDraft, BlockView } from '../../bridge'
import { addDays, weekdayOf } from '../../shared/format'

/** Blocks move and grow by a quarter of an hour. */
export const STEP = 15
const DAY = 24 * 60

/** A block as it is; none for a block of a stage's own routine, which the document sets. */
export function draftOf(block: BlockView): BlockDraft | null {
  if (block.template_block === null) return null
  return {
    id: block.template_block,
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

/** A block of a title and a category that nobody has filled in yet. */
export function newDraft(day: string, start: number): BlockDraft {
  return {
    id: null,
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

/** Moves it within its day and week; none where that would leave either, or where it is not the template's. */
export function moved(
  block: BlockView,
  by: { minutes?: number; days?: number },
  week: readonly string[],
): BlockDraft | null {
  const date = addDays(block.date, by.days ?? 0)
  return checked(block, week.includes(date) ? date : null, {
    start: block.start + (by.minutes ?? 0),
    end: block.end + (by.minutes ?? 0),
  })
}

/** Makes it longer, or shorter below zero; never shorter than a step. */
export function resized(block: BlockView, minutes: number): BlockDraft | null {
  return checked(block, block.date, { start: block.start, end: block.end + minutes })
}

/** Pins it, or sets it free. */
export function repinned(block: BlockView): BlockDraft | null {
  const draft = draftOf(block)
  return draft && { ...draft, pinned: !block.pinned }
}

function checked(
  block: BlockView,
  date: string | null,
  { start, end }: { start: number; end: number },
): BlockDraft | null {
  const draft = draftOf(block)
  if (!draft || date === null || start < 0 || end > DAY || end - start < STEP) return null
  return { ...draft, days: [weekdayOf(date)], start, end }
}
