import { expect, test } from 'vitest'
import { habits } from '../format'
import { boxOf, dayEnd, dayStart, hoursOf, minuteAt, placeOf, scaleOf } from './day-scale'

const at = (hours: number) => hours * 60

test('a_day_is_drawn_from_8_to_21', () => {
  expect(scaleOf([{ start: at(9), end: at(12) }])).toEqual({ from: at(8), to: at(21) })
  expect(hoursOf(scaleOf([]))).toHaveLength(14)
})

test('an_early_and_a_late_block_make_the_day_grow_to_whole_hours', () => {
  const scale = scaleOf([
    { start: at(6.25), end: at(7) },
    { start: at(21), end: at(22.5) },
  ])
  expect(scale).toEqual({ from: at(6), to: at(23) })
})

test('a_day_never_grows_past_midnight', () => {
  expect(scaleOf([{ start: 0, end: 1440 }])).toEqual({ from: 0, to: 1440 })
})

test('a_block_that_goes_on_after_its_day_is_seen_to_its_end', () => {
  habits.dayBoundary = 75
  expect([dayStart(), dayEnd()]).toEqual([75, at(24) + 75])
  expect(scaleOf([{ start: at(22), end: at(26) }])).toEqual({ from: at(8), to: at(26) })
  habits.dayBoundary = 240
})

test('a_block_stands_where_its_times_are', () => {
  const scale = { from: at(8), to: at(18) }
  expect(boxOf(scale, { start: at(9), end: at(12) })).toEqual({ top: 10, height: 30 })
})

test('a_block_of_five_minutes_is_drawn_as_a_quarter_of_an_hour', () => {
  const scale = { from: at(8), to: at(18) }
  expect(boxOf(scale, { start: at(8), end: at(8) + 5 }).height).toBeCloseTo(2.5)
})

test('a_height_is_a_time_on_the_grid', () => {
  const scale = { from: at(8), to: at(18) }
  expect(minuteAt(scale, placeOf(scale, at(9) + 20) / 100, 15)).toBe(at(9) + 15)
})
