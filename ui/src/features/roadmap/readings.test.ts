import { expect, test } from 'vitest'
import type { ItemOf } from '../../shared/plan/items'
import { isReached, readingOf, readingWord } from './readings'

type Metric = ItemOf<'metric'>

const projects: Metric = {
  kind: 'metric',
  id: 1,
  text: '3 projects deployed',
  note: null,
  span: { start: 0, end: 0, line: 1 },
  task: null,
  measure: { comparator: 'at-least', value: 3, upper: null, unit: 'projects' },
  record: { done_at: null, chosen: false, evidence: null, reading: null, ended_on: null },
  children: [],
}

function recorded(change: Partial<NonNullable<Metric['record']>>): Metric {
  return { ...projects, record: { ...projects.record!, ...change } }
}

test('a metric says how much of what it takes is there', () => {
  expect(readingWord(projects)).toBe('no reading')
  expect(readingWord(projects, 1)).toBe('1 of 3')
  expect(readingWord(projects, 3)).toBe('3 of 3, met')
})

test('what the person says of a metric goes before what is counted', () => {
  expect(readingWord(recorded({ reading: 3 }), 1)).toBe('3 of 3, met')
  expect(isReached(recorded({ reading: 2 }), 3)).toBe(false)
  const ticked = recorded({ done_at: '2026-11-20T17:00:00Z' })
  expect(readingWord(ticked)).toBe('you say: yes')
  expect(readingWord(ticked, 1)).toBe('1 of 3, you say: yes')
})

test('a reading may have a point or a comma, and nothing but a number is one', () => {
  expect(['81.2', '81,2', ' 1 240 ', '-3', '.5'].map(readingOf)).toEqual([81.2, 81.2, 1240, -3, 0.5])
  expect(['', 'many', '1e999', '12 %', 'NaN', 'Infinity'].map(readingOf)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ])
})
