/** What a week's ledger says on the screen: its rows, its sum, and where an even pace would be. */
import type { BlockView, Category, DayView, Ledger, LedgerLine, Now } from '../../bridge'
import { hours } from '../format'
import { categoryName } from './category'
import { isRest, minuteOn, standingOf } from './block'

export interface LedgerRow {
  category: Category
  /** Minutes worked. */
  worked: number
  /** What the week holds of it: asked for by the stage, and in standing blocks. */
  of: number
  /** What the stage asks for and no block holds. */
  unplaced: number
  /** Minutes that an even pace would have by now; none where it says nothing. */
  even: number | null
  /** All of it in words. */
  words: string
}

/** A row for each category that has any time, the one asked most of first. */
export function ledgerRows(ledger: Ledger, days: readonly DayView[], now: Now): LedgerRow[] {
  return ledger.lines
    .flatMap((line): LedgerRow[] => {
      if (line.category === null) return []
      const of = line.planned_minutes + line.standing_minutes
      return [
        {
          category: line.category,
          worked: line.worked_minutes,
          of,
          unplaced: line.unplaced_minutes,
          even: evenPace(line.category, of, days, now),
          words: rowWords(line, line.category),
        },
      ]
    })
    .sort((one, other) => other.of - one.of)
}

/** What the stage's own categories have got, of what the stage asks; the rest is outside its hours. */
export function workedOfPlanned(ledger: Ledger): { worked: number; planned: number; outside: number } {
  const all = ledger.lines.reduce((sum, line) => sum + line.worked_minutes, 0)
  const worked = ledger.lines
    .filter((line) => line.planned_minutes > 0)
    .reduce((sum, line) => sum + line.worked_minutes, 0)
  return { worked, planned: ledger.total.planned_minutes, outside: all - worked }
}

/** "all 40 h have a block", "36 h of 40 h have a block: 4 h found no place". */
export function scheduledWords({ total }: Ledger): string | null {
  const { planned_minutes: planned, unplaced_minutes: unplaced } = total
  if (planned === 0) return null
  if (unplaced === 0) return `all ${hours(planned)} have a block`
  return `${hours(planned - unplaced)} of ${hours(planned)} have a block: ${hours(unplaced)} found no place`
}

function rowWords(line: LedgerLine, category: Category): string {
  const standing = line.standing_minutes > 0 ? `${hours(line.standing_minutes)} in standing blocks` : null
  const planned =
    line.planned_minutes > 0
      ? `${hours(line.planned_minutes)} planned, ${hours(line.planned_minutes - line.unplaced_minutes)} scheduled`
      : null
  return [
    `${categoryName(category)}: ${hours(line.worked_minutes)} worked`,
    `${hours(line.focused_minutes)} of it focused`,
    planned,
    line.unplaced_minutes > 0 ? `${hours(line.unplaced_minutes)} found no place` : null,
    standing,
  ]
    .filter((part) => part)
    .join(', ')
}

/** Where the category would be if its blocks were worked as they come; none before the first and after the last. */
function evenPace(category: Category, of: number, days: readonly DayView[], now: Now): number | null {
  let past = 0
  let all = 0
  for (const block of days.flatMap((day) => day.blocks)) {
    const minutes = minutesFor(block, category)
    all += minutes
    past += minutes * passed(block, now)
  }
  return past > 0 && past < all ? (past / all) * of : null
}

function minutesFor(block: BlockView, category: Category): number {
  if (isRest(block)) return 0
  if (block.standing) return block.category === category ? block.end - block.start : 0
  return block.work
    .filter((portion) => portion.category === category)
    .reduce((sum, portion) => sum + portion.minutes, 0)
}

function passed(block: BlockView, now: Now): number {
  const standing = standingOf(block, now)
  if (standing !== 'now') return standing === 'past' ? 1 : 0
  return (minuteOn(block.date, now) - block.start) / Math.max(1, block.end - block.start)
}
