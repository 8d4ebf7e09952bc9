import { expect, test } from 'vitest'
import type { Measure } from '../../bridge'
import { budgetWord, measureWord, meets, monthsWord, ongoingWord, stageTitle, weeksWord } from './words'

const measure = (comparator: Measure['comparator'], value: number, upper: number | null = null): Measure => ({
  comparator,
  value,
  upper,
  unit: '%',
})

test('weeks and months are said in the plural only where there are several', () => {
  expect(weeksWord([3, 3])).toBe('Week 3')
  expect(weeksWord({ from: 6, to: 7 })).toBe('Weeks 6–7')
  expect(monthsWord([4, 6])).toBe('Months 4–6')
  expect(monthsWord(null)).toBeNull()
})

test('only what has no fixed end is called ongoing, and not twice', () => {
  expect(ongoingWord('Apply', true)).toBe('Ongoing')
  expect(ongoingWord('Apply', false)).toBeNull()
  expect(ongoingWord('Ongoing activities', true)).toBeNull()
})

test('a budget says per what it is', () => {
  expect(budgetWord({ per: 'stage', least: 900, most: 900 })).toBe('15\u00a0h')
  expect(budgetWord({ per: 'day', least: 120, most: 240 })).toBe('2–4\u00a0h a day')
})

test('a reading on the bound meets "at least" and "at most", and not "above" or "below"', () => {
  expect(meets(measure('at-least', 85), 85)).toBe(true)
  expect(meets(measure('at-most', 85), 85)).toBe(true)
  expect(meets(measure('above', 85), 85)).toBe(false)
  expect(meets(measure('below', 85), 85)).toBe(false)
})

test('a range is met from its lower end on, and beyond', () => {
  const range = measure('between', 5, 10)
  expect(measureWord(range)).toBe('5–10 %')
  expect([4, 5, 12].map((reading) => meets(range, reading))).toEqual([false, true, true])
})

test('a stage that is called by its weeks is not called so twice', () => {
  const stage = (text: string) =>
    ({ kind: 'stage', weeks: { from: 6, to: 6 }, id: 1, text, span: { start: 0, end: 0, line: 1 } }) as const
  expect(stageTitle(stage('Statistics'))).toBe('Week 6: Statistics')
  expect(stageTitle(stage('Week 6'))).toBe('Week 6')
})
