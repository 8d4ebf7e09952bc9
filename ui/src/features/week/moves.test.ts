import { afterEach, expect, test } from 'vitest'
import type { BlockView } from '../../bridge'
import { habits } from '../../shared/format'
import { moved, resized } from './moves'

const WEEK = '2026-11-30'
const single = (start: number, end: number) =>
  ({ key: `${WEEK}/single-1`, single: true, date: WEEK, start, end }) as BlockView

afterEach(() => {
  habits.dayBoundary = 240
})

const later = (block: BlockView, minutes: number) => moved(block, { minutes }, [WEEK], 'once')

test('a block goes on until days end and no further', () => {
  habits.dayBoundary = 60
  const evening = single(1320, 1485)
  expect(resized(evening, 15, WEEK, 'once')).toMatchObject({ once: { end: 1500 } })
  expect(resized(evening, 30, WEEK, 'once')).toBeNull()
  habits.dayBoundary = 360
  expect(later(single(360, 480), -15)).toBeNull()
})

test('a block that goes on after days end can go back but no further', () => {
  habits.dayBoundary = 60
  const late = single(1320, 1560)
  expect(later(late, 15)).toBeNull()
  expect(later(late, -15)).toMatchObject({ once: { start: 1305, end: 1545 } })
  expect(resized(late, -15, WEEK, 'once')).toMatchObject({ once: { end: 1545 } })
})
