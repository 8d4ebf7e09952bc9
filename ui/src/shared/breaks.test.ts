import { expect, test } from 'vitest'
import { parts } from './breaks'

test('a file name may be broken after its marks and nowhere else', () => {
  expect(parts('Read 02_mathematics.ipynb twice')).toEqual(['Read 02_', 'mathematics.', 'ipynb twice'])
})

test('short words, and sentences that end, stay whole', () => {
  expect(parts('Take 3.5 h, e.g. in the morning. A follow-up.')).toEqual([
    'Take 3.5 h, e.g. in the morning. A follow-up.',
  ])
})
