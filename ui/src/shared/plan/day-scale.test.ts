import { expect, test } from 'vitest'
import { boxOf, hoursOf, minuteAt, placeOf, scaleOf } from './day-scale'

const at = (hours: number) => hours * 60

test('a day is drawn from 8:00 to 21:00', () => {
  expect(scaleOf([{ start: at(9), end: at(12) }])).toEqual({ from: at(8), to: at(21) })
  expect(hoursOf(scaleOf([]))).toHaveLength(14)
})

test('an early and a late block make the day grow to whole hours', () => {
  const scale = scaleOf([
    { start: at(6.25), end: at(7) },
    { start: at(21), end: at(22.5) },
  ])
  expect(scale).toEqual({ from: at(6), to: at(23) })
})

test('a day never grows past midnight', () => {
  expect(scaleOf([{ start: 0, end: 1440 }])).toEqual({ from: 0, to: 1440 })
})

test('a block stands where its times are', () => {
  const scale = { from: at(8), to: at(18) }
  expect(boxOf(scale, { start: at(9), end: at(12) })).toEqual({ top: 10, height: 30 })
})

test('a block of five minutes is drawn as a quarter of an hour', () => {
  const scale = { from: at(8), to: at(18) }
  expect(boxOf(scale, { start: at(8), end: at(8) + 5 }).height).toBeCloseTo(2.5)
})

test('a height is a time on the grid', () => {
  const scale = { from: at(8), to: at(18) }
  expect(minuteAt(scale, placeOf(scale, at(9) + 20) / 100, 15)).toBe(at(9) + 15)
})
