import { render, screen } from '@testing-library/svelte'
import { afterEach, expect, test, vi } from 'vitest'
import { habits } from '../format'
import { addMonths, monthWeeks, weekOf } from './calendar'
import CalendarGrid from './Calendar.svelte'

afterEach(() => {
  habits.weekStart = 'mon'
})

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

test('a_calendar_begins_its_weeks_as_the_persons_do', () => {
  habits.weekStart = 'sun'
  render(CalendarGrid, { value: '2026-11-25', onchange: vi.fn() })
  expect(screen.getAllByRole('button', { name: /20\d\d$/ })[0]).toHaveAccessibleName(/^Sunday/)
})
