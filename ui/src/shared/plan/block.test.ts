import { expect, test } from 'vitest'
import type { BlockView } from '../../bridge'
import { blockLabel, categoryOf, standingOf } from './block'

const block: BlockView = {
  key: '2026-11-25/block-1',
  template_block: 1,
  single: false,
  moved: false,
  given: null,
  date: '2026-11-25',
  start: 9 * 60,
  end: 12 * 60,
  category: 'hands-on',
  accepts: ['study'],
  title: 'Deep work',
  standing: false,
  pinned: false,
  work: [],
  busy: [],
  busy_minutes: 0,
  pips_done: 0,
  pips: 6,
}
const filled: BlockView = {
  ...block,
  work: [{ activity: 1, category: 'study', title: 'Statistics', step: null, minutes: 180 }],
}
const now = { date: '2026-11-25', minute: 8 * 60 }

test('a block has the category of what is laid into it, and its own while nothing is', () => {
  expect(categoryOf(filled)).toBe('study')
  expect(categoryOf(block)).toBe('hands-on')
})

test('a block is called by the category of what it is for', () => {
  expect(blockLabel(filled, now)).toContain(', study, Statistics, Deep work')
})

test.each([
  ['2026-11-25', 23 * 60, 25 * 60, 'now'],
  ['2026-11-25', 25 * 60, 27 * 60, 'later'],
  ['2026-11-25', 22 * 60, 24 * 60, 'past'],
  ['2026-11-26', 0, 2 * 60, 'now'],
  ['2026-11-26', 9 * 60, 12 * 60, 'later'],
])('half past midnight a block of %s from %i to %i is %s', (date, start, end, standing) => {
  expect(standingOf({ date, start, end }, { date: '2026-11-25', minute: 24 * 60 + 30 })).toBe(standing)
})
