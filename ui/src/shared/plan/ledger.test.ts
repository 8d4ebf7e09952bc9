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
  single: false,
  moved: false,
  given: null,
  date,
  start: start * 60,
  end: end * 60,
  category: 'hands-on',
  accepts: [],
  title: 'Deep work',
  standing: false,
  pinned: false,
  work: [{ activity: 1, category: 'hands-on', title: 'A service', step: null, minutes: (end - start) * 60 }],
  busy: [],
  busy_minutes: 0,
  pips_done: 0,
  pips: 4,
})

const day = (date: string, blocks: BlockView[]): DayView => ({
  date,
  template: 'Full time',
  rest: false,
  outside: false,
  scheduled_minutes: 0,
  worked_minutes: 0,
  relief: null,
  off: [],
  busy: [],
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

test('the_category_asked_most_of_comes_first_and_standing_blocks_count_as_held', () => {
  expect(ledgerRows(ledger, [], now).map((row) => [row.category, row.of])).toEqual([
    ['hands-on', 1800],
    ['study', 600],
    ['review', 300],
  ])
})

test('an_even_pace_follows_the_blocks_as_they_come_the_current_one_in_part', () => {
  const days = [
    day('2026-11-25', [block('2026-11-25', 10, 12)]),
    day('2026-11-26', [block('2026-11-26', 9, 12)]),
  ]
  // One of five scheduled hours is over.
  expect(ledgerRows(ledger, days, now)[0]?.even).toBe(360)
})

test('once_nothing_is_left_to_schedule_there_is_no_even_pace', () => {
  expect(ledgerRows(ledger, [day('2026-11-24', [block('2026-11-24', 9, 12)])], now)[0]?.even).toBeNull()
})

test('work_in_standing_blocks_does_not_count_towards_what_the_stage_asks', () => {
  expect(workedOfPlanned(ledger)).toEqual({ worked: 420, planned: 2400, outside: 60 })
})

test('hours_without_a_block_are_said_as_a_number', () => {
  expect(plain(scheduledWords(ledger))).toBe('38 h of 40 h have a block: 2 h found no place')
  const placed = { ...ledger, total: { ...ledger.total, unplaced_minutes: 0 } }
  expect(plain(scheduledWords(placed))).toBe('all 40 h have a block')
})
