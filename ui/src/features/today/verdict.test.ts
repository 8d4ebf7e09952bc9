import { beforeEach, expect, test } from 'vitest'
import type { ForecastLine, NumberRange, Reached, Verdict } from '../../bridge'
import { habits } from '../../shared/format'
import { forecastReason, hasWaysOut, verdictReasons, verdictSentence } from './verdict'

beforeEach(() => {
  habits.locale = 'en-GB'
})

const verdict = (more: Partial<Verdict>): Verdict => ({
  standing: 'on-pace',
  week: 6,
  weeks: 12,
  starts: '2026-11-30',
  ends: '2027-02-21',
  behind_minutes: 0,
  behind: [],
  ahead_minutes: 0,
  week_planned_minutes: 2400,
  week_left_minutes: 1440,
  week_made_up_minutes: 0,
  ...more,
})
const today = '2026-11-25'
const sentence = (more: Partial<Verdict>) => verdictSentence(verdict(more), today).replaceAll('\u00a0', ' ')
const reasons = (more: Partial<Verdict>) =>
  verdictReasons(verdict(more), today).join('\n').replaceAll('\u00a0', ' ')

test('on_pace_says_when_the_last_week_ends', () => {
  expect(sentence({})).toBe('On pace: week 12 ends 21 February')
})

test('there_are_ways_out_of_all_that_is_open_also_once_the_last_day_is_over', () => {
  expect(hasWaysOut(verdict({}))).toBe(false)
  expect(hasWaysOut(verdict({ standing: 'finished' }))).toBe(false)
  expect(hasWaysOut(verdict({ standing: 'finished', behind_minutes: 600 }))).toBe(true)
  expect(hasWaysOut(verdict({ standing: 'behind', behind_minutes: 600 }))).toBe(true)
  expect(hasWaysOut(verdict({ standing: 'ahead', ahead_minutes: 600 }))).toBe(true)
  expect(hasWaysOut(verdict({}), 90)).toBe(true)
})

test('behind_says_where_and_no_word_of_blame', () => {
  const behind = {
    standing: 'behind',
    behind_minutes: 180,
    behind: [{ category: 'study', minutes: 180 }],
  } as const
  expect(sentence({ ...behind, behind: [...behind.behind] })).toBe(
    'Week 12 ends 21 February; 3 h behind in study',
  )
})

test('behind_in_several_categories_names_the_largest', () => {
  const behind: Verdict['behind'] = [
    { category: 'hands-on', minutes: 180 },
    { category: 'study', minutes: 60 },
  ]
  expect(sentence({ standing: 'behind', behind_minutes: 240, behind })).toBe(
    'Week 12 ends 21 February; 4 h behind, most of it in hands-on',
  )
})

test('the_number_said_is_all_that_is_missing_however_it_is_parted', () => {
  const behind: Verdict['behind'] = [
    { category: 'hands-on', minutes: 180 },
    { category: 'study', minutes: 20 },
  ]
  expect(sentence({ standing: 'behind', behind_minutes: 200, behind })).toBe(
    'Week 12 ends 21 February; 3 h 20 behind, most of it in hands-on',
  )
  const alike: Verdict['behind'] = [...behind.slice(0, 1), { category: 'study', minutes: 180 }]
  expect(sentence({ standing: 'behind', behind_minutes: 360, behind: alike })).toBe(
    'Week 12 ends 21 February; 6 h behind',
  )
})

test('a_quarter_of_an_hour_is_not_worth_a_word', () => {
  expect(sentence({ behind_minutes: 15, behind: [{ category: 'study', minutes: 15 }] })).toBe(
    'On pace: week 12 ends 21 February',
  )
})

test('before_the_start_it_says_the_first_day', () => {
  expect(sentence({ standing: 'before-start', week: null })).toBe('Starts Monday 30 November')
})

test('a_start_or_an_end_that_is_far_away_says_its_year', () => {
  const before = { standing: 'before-start', week: null } as const
  expect(sentence({ ...before, starts: '2027-01-04' })).toBe('Starts Monday 4 January')
  expect(sentence({ ...before, starts: '2027-12-01' })).toBe('Starts Wednesday, 1 December 2027')
  expect(sentence({ ...before, starts: '9999-12-01' })).toBe('Starts Wednesday, 1 December 9999')
  expect(sentence({ ends: '2028-02-20' })).toBe('On pace: week 12 ends 20 February 2028')
})

test('ahead_says_by_how_much', () => {
  expect(sentence({ standing: 'ahead', ahead_minutes: 90 })).toBe('1 h 30 ahead: week 12 ends 21 February')
})

test('a_plan_without_a_dated_end_says_nothing_of_one', () => {
  expect(sentence({ ends: null, weeks: null })).toBe('On pace')
  expect(sentence({ standing: 'behind', ends: null, weeks: null, behind_minutes: 120 })).toBe('2 h behind')
})

test('a_plan_that_is_over_says_what_it_left_open', () => {
  expect(sentence({ standing: 'finished' })).toMatch(/^The plan’s last day was [^;]+$/)
  expect(sentence({ standing: 'finished', behind_minutes: 5880 })).toMatch(/; 98 h behind$/)
})

test('the_reasons_say_that_no_week_is_late_before_it_ends', () => {
  expect(reasons({})).toContain('This week asks for 40 h; 24 h of it are still to do. Nothing is late')
})

test('what_is_worked_this_week_is_said_to_have_made_up_for_earlier_weeks_where_it_did', () => {
  expect(reasons({ week_left_minutes: 2400, week_made_up_minutes: 300 })).toContain(
    'This week asks for 40 h. 5 h of what was worked so far made up for earlier weeks.',
  )
  expect(reasons({ week_left_minutes: 2220, week_made_up_minutes: 120 })).toContain(
    'This week asks for 40 h; 37 h of it are still to do, as 2 h of what was worked so far made up for earlier weeks.',
  )
})

test('before_anything_is_worked_this_week_all_of_it_is_still_to_do', () => {
  expect(reasons({ week_left_minutes: 2400 })).toContain('40 h of it are still to do. Nothing is late')
})

test('the_reasons_name_what_finished_weeks_left_open', () => {
  expect(
    reasons({ standing: 'behind', behind_minutes: 180, behind: [{ category: 'study', minutes: 180 }] }),
  ).toContain('Finished weeks left 3 h open: 3 h study.')
})

const ahead = (reached: Reached, months: NumberRange | null): ForecastLine => ({
  phase: 7,
  months,
  title: 'Ship it',
  planned: '2027-03-01',
  reached,
})
const range = { from: '2027-03-01', to: '2027-03-15' }
const between: Reached = { kind: 'between', median: '2027-03-08', half: range, most: range }

test('the_next_gate_is_said_at_the_own_pace', () => {
  expect(forecastReason([ahead(between, { from: 3, to: 3 })], '2027-02-01')).toBe(
    'At this pace: the gate of month 3 between 1 March and 15 March, in four of five cases.',
  )
  expect(forecastReason([ahead(between, null)], '2027-02-01')).toMatch(/the gate of “Ship it” between/)
  expect(forecastReason([{ ...ahead(between, null), phase: null }], '2027-02-01')).toMatch(
    /: the end between/,
  )
})

test('a_gate_whose_day_is_over_gives_way_to_the_one_that_is_ahead', () => {
  const over = { ...ahead(between, { from: 1, to: 1 }), planned: '2027-01-31' }
  expect(forecastReason([over, ahead(between, { from: 2, to: 2 })], '2027-02-01')).toMatch(/month 2/)
  expect(forecastReason([over], '2027-02-01')).toMatch(/month 1/)
})

test('too_early_to_say_is_not_said', () => {
  const early: Reached = { kind: 'too-early', weeks_seen: 2, weeks_needed: 6, by_template: null }
  expect(forecastReason([ahead(early, null)], '2027-02-01')).toBeNull()
  expect(forecastReason([], '2027-02-01')).toBeNull()
})

test('what_finds_no_block_ahead_is_said_however_well_it_goes', () => {
  expect(verdictSentence(verdict({}), today, 220 * 60)).toMatch(/^On pace.*; 220\sh to come find no block$/)
  expect(verdictSentence(verdict({ standing: 'finished' }), today, 220 * 60)).not.toContain('find no block')
})
