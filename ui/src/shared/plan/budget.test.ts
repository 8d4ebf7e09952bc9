import { expect, test } from 'vitest'
import { hoursTyped, typedHours } from './budget'

test('hours are typed with a point or a comma, or from least to most', () => {
  expect(typedHours('12')).toEqual({ least: 720, most: 720 })
  expect(typedHours(' 2,5 ')).toEqual({ least: 150, most: 150 })
  expect(typedHours('2–4')).toEqual({ least: 120, most: 240 })
})

test('what is no hours is refused', () => {
  for (const typed of ['', 'many', '-3', '4-2', '1-2-3', '10001', '1e3'])
    expect(typedHours(typed), typed).toBeNull()
})

test('a budget reads as it is typed', () => {
  expect(hoursTyped({ per: 'week', least: 150, most: 150 })).toBe('2.5')
  expect(hoursTyped({ per: 'stage', least: 120, most: 240 })).toBe('2–4')
})
