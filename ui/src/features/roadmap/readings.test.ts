import { expect, test } from 'vitest'
import { readingOf } from './readings'

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
