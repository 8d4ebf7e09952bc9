import { beforeEach, expect, test } from 'vitest'
import type { ReminderRule, Timing } from '../../../bridge'
import { habits } from '../../../shared/format'
import {
  groupsOf,
  isOver,
  nextWords,
  ordinal,
  ownRules,
  quietHint,
  quietWords,
  timingAsOften,
  timingWords,
} from './words'

beforeEach(() => {
  habits.locale = 'en-GB'
  habits.hours24 = true
})

/** Wednesday 25 November 2026, 10:42. */
const NOW = Date.parse('2026-11-25T10:42:00Z')

const rule = (id: string, kind: string, timing: Timing): ReminderRule => ({
  id,
  kind,
  title: id,
  own: kind === 'own',
  on: true,
  timing,
  words: null,
  quiet: { quiet: 'general' },
  text: '',
  next: null,
})

const said = (timing: Timing, kind = 'own') => timingWords(timing, kind, NOW)

test('a_lead_is_said_in_hours_and_minutes_and_none_by_what_happens_then', () => {
  expect(said({ when: 'before', minutes: 5 }, 'block-start')).toBe('5 minutes before')
  expect(said({ when: 'before', minutes: 90 }, 'block-start')).toBe('1 hour 30 minutes before')
  expect(said({ when: 'before', minutes: 0 }, 'block-start')).toBe('When it begins')
  expect(said({ when: 'before', minutes: 0 }, 'block-end')).toBe('When it ends')
})

test.each<[Timing, string]>([
  [{ when: 'days-before', days: 7, minute: 540 }, '7 days before at 9:00'],
  [{ when: 'days-before', days: 1, minute: 1080 }, '1 day before at 18:00'],
  [{ when: 'days-before', days: 0, minute: 540 }, 'On the day at 9:00'],
  [{ when: 'daily', minute: 1290 }, 'Every day at 21:30'],
  [{ when: 'weekdays', minute: 480 }, 'Monday to Friday at 8:00'],
  [{ when: 'weekly', weekday: 'sun', minute: 1020 }, 'Sundays at 17:00'],
  [{ when: 'monthly', day: 22, minute: 600 }, 'On the 22nd of each month at 10:00'],
  [{ when: 'once', on: '2026-11-25', minute: 720 }, 'Today at 12:00'],
  [{ when: 'once', on: '2026-11-26', minute: 540 }, 'Tomorrow at 9:00'],
  [{ when: 'once', on: '2026-12-04', minute: 540 }, 'Friday 4 December at 9:00'],
])('%o_is_said_as_people_say_it', (timing, words) => {
  expect(said(timing)).toBe(words)
})

test('a_day_that_is_far_away_has_its_year', () => {
  expect(said({ when: 'once', on: '2028-12-04', minute: 540 })).toMatch(/^Monday,? 4 December 2028 at 9:00$/)
})

test('what_comes_daily_of_the_plan_comes_only_on_days_with_blocks', () => {
  expect(said({ when: 'daily', minute: 510 }, 'day-start')).toBe('On days with blocks at 8:30')
})

test('days_of_a_month_have_their_endings', () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 31].map(ordinal).join(' ')).toBe(
    '1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 23rd 31st',
  )
})

test('what_comes_next_is_today_tomorrow_or_on_a_day', () => {
  const next = (timing: Timing, at: string) => nextWords({ ...rule('a', 'own', timing), next: at }, NOW)
  expect(next({ when: 'before', minutes: 5 }, '2026-11-25T14:00:00Z')).toBe('next today, 14:00')
  expect(next({ when: 'as-it-comes' }, '2026-11-26T08:30:00Z')).toBe('next tomorrow, 8:30')
  expect(next({ when: 'daily', minute: 510 }, '2026-11-26T08:30:00Z')).toBe('next tomorrow')
  const sundays: Timing = { when: 'weekly', weekday: 'sun', minute: 1080 }
  expect(next(sundays, '2026-11-29T18:00:00Z')).toMatch(/^next Sun,? 29 Nov$/)
  expect(next({ when: 'once', on: '2026-11-26', minute: 510 }, '2026-11-26T08:30:00Z')).toBeNull()
})

test('the_apps_rules_stand_by_what_they_are_about_and_a_new_kind_still_has_a_place', () => {
  const daily: Timing = { when: 'daily', minute: 540 }
  const kinds = ['gate', 'block-start', 'week-end', 'cards-due', 'own']
  const groups = groupsOf(kinds.map((kind) => rule(kind, kind, daily)))
  expect(groups.map(({ title, rules }) => [title, rules.map(({ kind }) => kind)])).toEqual([
    ['The day', ['block-start']],
    ['The week', ['week-end']],
    ['The roadmap', ['gate']],
    ['More', ['cards-due']],
  ])
})

test('own_reminders_come_newest_first_and_what_is_over_last', () => {
  const over = rule('over', 'own', { when: 'once', on: '2026-11-25', minute: 642 })
  const first = rule('first', 'own', { when: 'daily', minute: 540 })
  const second = rule('second', 'own', { when: 'once', on: '2026-11-25', minute: 643 })
  expect([over, first, second].map((one) => isOver(one, NOW))).toEqual([true, false, false])
  expect(ownRules([first, over, second], NOW).map(({ id }) => id)).toEqual(['second', 'first', 'over'])
})

test('quiet_hours_say_that_they_end_the_next_morning', () => {
  expect(quietHint({ from: 1320, to: 420 })).toMatch(/until 7:00 the next morning /)
  expect(quietHint({ from: 720, to: 780 })).toMatch(/until 13:00 and /)
  expect(quietWords({ quiet: 'general' })).toBeNull()
  expect(quietWords({ quiet: 'own', hours: { from: 720, to: 780 } })).toBe('quiet 12:00 to 13:00')
})

test('as_often_as_something_else_it_keeps_its_time_of_day', () => {
  expect(timingAsOften('weekly', 1020, '2026-11-25')).toEqual({
    when: 'weekly',
    weekday: 'wed',
    minute: 1020,
  })
  expect(timingAsOften('monthly', 1020, '2026-11-25')).toEqual({ when: 'monthly', day: 25, minute: 1020 })
  expect(timingAsOften('once', 1020, '2026-11-25')).toEqual({ when: 'once', on: '2026-11-25', minute: 1020 })
  expect(timingAsOften('weekdays', 1020, '2026-11-25')).toEqual({ when: 'weekdays', minute: 1020 })
})
