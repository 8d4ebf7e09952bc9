import { beforeEach, expect, test } from 'vitest'
import type { Estimate, Setup } from '../../bridge'
import { habits } from '../../shared/format'
import { boundaryHint, bufferHint, endWords } from './words'

beforeEach(() => {
  habits.locale = 'en-GB'
})

const estimate: Estimate = {
  weeks: 29,
  goes_by_pace: true,
  end: '2027-06-20',
  latest: null,
  minutes: 460 * 60,
  weekly_minutes: 20 * 60,
  without_room_minutes: 0,
  stated: null,
}
const setup: Setup = {
  start: '2026-11-30',
  pace: { kind: 'hours', per_week_minutes: 20 * 60 },
  template: 0,
  week_start: 'mon',
  buffer: 20,
  role: null,
}

test('both_ends_are_said_before_the_plan_is_changed', () => {
  expect(endWords(estimate, setup, '2027-05-09').replaceAll('\u00a0', ' ')).toBe(
    '29 weeks at 20 h a week, 20 % of it kept free, to 20 June 2027; now it is 9 May 2027',
  )
})

test('an_end_that_stays_is_said_once', () => {
  expect(endWords(estimate, { ...setup, buffer: 0 }, '2027-06-20')).toMatch(/a week, to 20 June 2027$/)
  expect(endWords({ ...estimate, end: null, weeks: 1 }, setup, null)).toMatch(/^1 week at/)
})

test('weeks_that_the_pace_does_not_make_are_not_said_beside_it', () => {
  const decided = endWords({ ...estimate, weeks: 100, goes_by_pace: false }, { ...setup, buffer: 0 }, null)
  expect(decided.replaceAll('\u00a0', ' ')).toBe('20 h a week, to 20 June 2027')
})

test('as_written_it_is_the_blocks_that_keep_a_share_free', () => {
  const written = endWords(estimate, { ...setup, pace: { kind: 'as-written' } }, '2027-06-20')
  expect(written).toMatch(/a week, 20 % of each block kept free, to 20 June 2027$/)
})

test('what_is_kept_free_says_what_it_does', () => {
  expect(bufferHint(20, setup.pace)).toMatch(/dates leave room/)
  expect(bufferHint(20, { kind: 'as-written' })).toMatch(/keep their dates/)
})

test('what_finds_no_block_is_said_with_the_end', () => {
  expect(endWords({ ...estimate, without_room_minutes: 90 * 60 }, setup, null)).toMatch(
    /to 20 June 2027; 90\sh of it find no block$/,
  )
})

test('when_days_end_says_which_day_the_night_counts_for', () => {
  habits.hours24 = true
  expect(boundaryHint(240)).toBe('Work between midnight and 4:00 counts for the evening before.')
  expect(boundaryHint(0)).toBe('Work after midnight counts for the new day.')
  habits.hours24 = false
  expect(boundaryHint(90)).toContain('midnight and 1:30\u00a0am counts')
  habits.hours24 = true
})
