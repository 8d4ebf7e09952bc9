import { beforeEach, expect, test } from 'vitest'
import { habits } from '../format'
import { heldUntilWords, holdChoices } from './hold'

beforeEach(() => {
  habits.locale = 'en-GB'
  habits.hours24 = true
})

const choices = (now: string) => holdChoices(Date.parse(now))

test('reminders_can_be_held_for_an_hour_until_the_evening_and_until_tomorrow', () => {
  expect(choices('2026-11-25T10:42:00Z')).toEqual([
    { label: 'For an hour, 11:42', until: '2026-11-25T11:42:00.000Z' },
    { label: 'Until this evening, 18:00', until: '2026-11-25T18:00:00.000Z' },
    { label: 'Until tomorrow, 8:00', until: '2026-11-26T08:00:00.000Z' },
  ])
})

test('an_evening_that_has_all_but_begun_is_not_offered', () => {
  expect(choices('2026-11-25T17:00:00Z').map(({ label }) => label)).toEqual([
    'For an hour, 18:00',
    'Until tomorrow, 8:00',
  ])
})

test('in_the_night_tomorrow_is_the_morning_that_comes', () => {
  expect(choices('2026-11-26T01:30:00Z').at(-1)?.until).toBe('2026-11-26T08:00:00.000Z')
})

test('until_when_they_are_held_names_the_day_where_it_is_another', () => {
  const now = Date.parse('2026-11-25T10:42:00Z')
  expect(heldUntilWords('2026-11-25T18:00:00Z', now)).toBe('18:00')
  expect(heldUntilWords('2026-11-26T08:00:00Z', now)).toBe('tomorrow, 8:00')
  expect(heldUntilWords('2026-11-28T08:00:00Z', now)).toBe('Saturday 28 November, 8:00')
})
