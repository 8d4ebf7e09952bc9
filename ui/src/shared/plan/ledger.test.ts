import { expect, test } from 'vitest'
import type { BlockView, DayView, LedgerLine } from '../../bridge'
import { ledgerRows, scheduledWords, workedOfPlanned } from './ledger'

const line = (category: LedgerLine['category'], more: Partial<LedgerLine>): LedgerLine => ({
  category,
  planned_minutes: 0,
  scheduled_minutes: 0,
  standing_minutes: 0,
  worked_minutes: 0,
  focused_minutes: 0,
  unplaced_minutes: 0,
  ...more,
})

const block = (date: string, start: number, end: number): BlockView => ({
  key: `${date}/block-${start}`,
  template_block: start,
  date,
  start: start * 60,
  end: end * 60,
  category: 'hands-on',
  accepts: [],
  title: 'Deep work',
  standing: false,
  pinned: false,
  work: [{ activity: 1, category: 'hands-on', title: 'A service', step: null, minutes: (end - start) * 60 }],
  pips_done: 0,
  pips: 4,
})

const day = (date: string, blocks: BlockView[]): DayView => ({
  date,
  rest: false,
  scheduled_minutes: 0,
  worked_minutes: 0,
  blocks,
})

const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ')

const ledger = {
  lines: [
    line('study', { planned_minutes: 600, worked_minutes: 120 }),
    line('hands-on', { planned_minutes: 1800, worked_minutes: 300, unplaced_minutes: 120 }),
    line('review', { standing_minutes: 300, worked_minutes: 60 }),
  ],
  total: line(null, { planned_minutes: 2400, worked_minutes: 480, unplaced_minutes: 120 }),
}
const now = { date: '2026-11-25', minute: 11 * 60 }

test('the category asked most of comes first, and standing blocks count as held', () => {
  expect(ledgerRows(ledger, [], now).map((row) => [row.category, row.of])).toEqual([
    ['hands-on', 1800],
    ['study', 600],
    ['review', 300],
  ])
})

test('an even pace follows the blocks as they come, the current one in part', () => {
  const days = [
    day('2026-11-25', [block('2026-11-25', 10, 12)]),
    day('2026-11-26', [block('2026-11-26', 9, 12)]),
  ]
  // One of five scheduled hours is over.
  expect(ledgerRows(ledger, days, now)[0]?.even).toBe(360)
})

test('once nothing is left to schedule there is no even pace', () => {
  expect(ledgerRows(ledger, [day('2026-11-24', [block('2026-11-24', 9, 12)])], now)[0]?.even).toBeNull()
})

test('work in standing blocks does not count towards what the stage asks', () => {
  expect(workedOfPlanned(ledger)).toEqual({ worked: 420, planned: 2400, outside: 60 })
})

test('hours without a block are said as a number', () => {
  expect(plain(scheduledWords(ledger))).toBe('38 h of 40 h have a block: 2 h found no place')
  const placed = { ...ledger, total: { ...ledger.total, unplaced_minutes: 0 } }
  expect(plain(scheduledWords(placed))).toBe('all 40 h have a block')
})
