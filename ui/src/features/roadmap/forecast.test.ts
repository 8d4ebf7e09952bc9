import { beforeEach, expect, test } from 'vitest'
import type { ForecastLine, Reached } from '../../bridge'
import { habits } from '../../shared/format'
import { bands, basisWords, forecastWords } from './forecast'

beforeEach(() => {
  habits.locale = 'en-GB'
})

const range = (from: string, to: string) => ({ from, to })
const line = (reached: Reached, title = ''): ForecastLine => ({
  phase: null,
  months: null,
  title,
  planned: '2027-02-21',
  reached,
})
const between = line({
  kind: 'between',
  median: '2027-03-08',
  half: range('2027-03-05', '2027-03-10'),
  most: range('2027-03-01', '2027-03-15'),
})

test('a range is said with its middle', () => {
  expect(forecastWords(between)).toMatch(/^The end: 1\D+15 March.*before as after 8 March 2027$/)
  expect(basisWords([between])).toMatch(/four of five/)
})

test('with too little history it says so and what the plan alone comes to', () => {
  const early = line({ kind: 'too-early', weeks_seen: 1, weeks_needed: 6, by_template: '2027-02-21' })
  expect(basisWords([early])).toMatch(
    /takes 6 whole weeks of your own, of which there are 1 so far\..*21 February 2027/,
  )
})

test('a band ends with the strip', () => {
  const [band] = bands([between], '2027-03-01', '2027-03-10')
  expect(band).toMatchObject({ left: 0, width: 100 })
  expect(bands([between], '2026-01-01', '2026-12-31')).toEqual([])
})
