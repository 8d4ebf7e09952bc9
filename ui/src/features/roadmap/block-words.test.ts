import { expect, test } from 'vitest'
import { habits } from '../../shared/format'
import { daysWord, whenWord } from './block-words'

habits.hours24 = true

test('days in a row are a range, others a list, and every day goes without saying', () => {
  expect(daysWord(['mon', 'tue', 'wed', 'thu', 'fri'])).toBe('Mon–Fri')
  expect(daysWord(['mon', 'wed'])).toBe('Mon, Wed')
  expect(daysWord(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])).toBe('')
})

test('a block says its time, or how long it is and for which part of the day', () => {
  const block = { days: ['sat'], start: 540, minutes: 180, most: 180, part: null }
  expect(whenWord(block)).toBe('Sat, 9:00 to 12:00')
  expect(whenWord({ ...block, start: null, minutes: 120, most: 180, part: 'evening' })).toBe(
    'Sat, evening, 2\u00a0h to 3\u00a0h',
  )
})
