import { afterEach, expect, test } from 'vitest'
import {
  addDays,
  clockTime,
  countdown,
  countdownAloud,
  dayMonth,
  dayRange,
  daysBetween,
  habits,
  hourLabel,
  hours,
  lasting,
  parseTime,
  spoken,
  timeOfDay,
  weekdayAndDay,
  weekdayName,
  weekdayOf,
} from '.'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

afterEach(() => {
  habits.locale = 'en-US'
  habits.hours24 = true
})

test('hours_are_written_as_hours_and_minutes', () => {
  expect([0, 50, 60, 100, 125, 1500].map(hours).map(plain)).toEqual([
    '0',
    '50 min',
    '1 h',
    '1 h 40',
    '2 h 05',
    '25 h',
  ])
})

test('less_than_a_minute_is_said_in_seconds', () => {
  expect([0, 40, 90, 6000].map(lasting).map(plain)).toEqual(['0', '40 s', '2 min', '1 h 40'])
})

test('a_countdown_counts_a_begun_second', () => {
  expect(countdown(768)).toBe('12:48')
  expect(countdown(59.2)).toBe('1:00')
  expect(countdown(3840)).toBe('1:04:00')
  expect(countdown(-3)).toBe('0:00')
  expect(countdownAloud(61)).toBe('1 minute 1 second')
})

test('days_follow_the_region_of_the_locale', () => {
  habits.locale = 'en-GB'
  expect(dayMonth('2026-11-23')).toBe('23 November')
  expect(weekdayAndDay('2026-11-25')).toBe('Wednesday 25 November')
  expect(dayRange('2026-11-23', '2026-11-29')).toMatch(/^23\s?–\s?29 November$/)
  habits.locale = 'en-US'
  expect(dayMonth('2026-11-23')).toBe('November 23')
})

test('a_day_is_the_same_day_in_every_zone', () => {
  expect(weekdayOf('2026-03-29')).toBe('sun')
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30')
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
  expect(weekdayName('sun')).toBe('Sunday')
})

test('words_stay_english_and_the_region_stays_the_systems', () => {
  expect(spoken('de-DE')).toBe('en-DE')
  expect(spoken('de')).toBe('en-DE')
  expect(spoken('en-GB')).toBe('en-GB')
  expect(spoken('not a locale')).toBe('en')
})

test('times_have_12_or_24_hours_as_the_host_says', () => {
  expect(timeOfDay(13 * 60 + 5)).toBe('13:05')
  habits.hours24 = false
  expect(plain(timeOfDay(13 * 60 + 5))).toBe('1:05 pm')
  expect(plain(timeOfDay(0))).toBe('12:00 am')
  expect(plain(hourLabel(12 * 60))).toBe('12 pm')
  habits.hours24 = true
  expect(clockTime('2026-11-25T10:55:00Z')).toBe('10:55')
})

test.each([
  ['9', 540],
  ['9:30', 570],
  ['21.15', 1275],
  ['9:30 pm', 1290],
  ['9:30\u00a0pm', 1290],
  ['12 am', 0],
  ['24:00', 1440],
  ['24:30', null],
  ['13 pm', null],
  ['9:75', null],
  ['soon', null],
])('%s_is_read_as_a_time_of_day', (text, minutes) => {
  expect(parseTime(text)).toBe(minutes)
})
