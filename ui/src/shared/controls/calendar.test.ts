import { expect, test } from 'vitest'
import { addMonths, monthWeeks, weekOf } from './calendar'

test('a_month_is_laid_out_in_whole_weeks', () => {
  const weeks = monthWeeks('2026-11-25', 'mon')
  expect(weeks.map((week) => week[0])).toEqual([
    '2026-10-26',
    '2026-11-02',
    '2026-11-09',
    '2026-11-16',
    '2026-11-23',
    '2026-11-30',
  ])
  expect(monthWeeks('2026-11-25', 'sun')[0]![0]).toBe('2026-11-01')
})

test('a_shorter_month_ends_at_its_last_day', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2026-12-15', 1)).toBe('2027-01-15')
  expect(addMonths('2026-01-15', -1)).toBe('2025-12-15')
})

test('a_week_begins_where_the_person_says', () => {
  expect(weekOf('2026-11-25', 'mon')).toBe('2026-11-23')
  expect(weekOf('2026-11-25', 'sat')).toBe('2026-11-21')
})
