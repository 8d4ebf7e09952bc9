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

test('a range is said with its middle, held against the plan', () => {
  expect(forecastWords(between)).toMatch(
    /^The end: around 8 March 2027, 15 days later than planned; four times in five 1\D+15 March$/,
  )
  expect(basisWords([between])).toMatch(/your weeks so far/)
})

test('a range of a single day is that day', () => {
  const day = '2027-02-14'
  const sure = line({ kind: 'between', median: day, half: range(day, day), most: range(day, day) })
  expect(forecastWords(sure)).toBe('The end: 14 February 2027, a week earlier than planned')
  expect(forecastWords({ ...sure, planned: day })).toBe('The end: 14 February 2027, as planned')
})

test('with too little history it says so and what the plan alone comes to', () => {
  const early = (weeks_seen: number) =>
    basisWords([line({ kind: 'too-early', weeks_seen, weeks_needed: 6, by_template: '2027-02-21' })])
  expect(early(0)).toMatch(/takes 6 whole weeks.*there is none yet\..*21 February 2027/)
  expect(early(1)).toMatch(/there is one so far\./)
  expect(early(5)).toMatch(/there are 5 so far\./)
})

test('a band ends with the strip', () => {
  const [band] = bands([between], '2027-03-01', '2027-03-10')
  expect(band).toMatchObject({ left: 0, width: 100 })
  expect(bands([between], '2026-01-01', '2026-12-31')).toEqual([])
})
