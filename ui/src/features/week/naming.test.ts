import { expect, test } from 'vitest'
import { copyName, LONGEST_NAME } from './naming'

test('a_copy_goes_by_the_first_name_that_no_template_has', () => {
  expect(copyName('Full-time', ['Full-time'])).toBe('Full-time, copy')
  expect(copyName('Full-time', ['Full-time', 'full-time, COPY'])).toBe('Full-time, copy 2')
  expect(copyName('Full-time', ['Full-time, copy', 'Full-time, copy 3', 'Full-time, copy 2'])).toBe(
    'Full-time, copy 4',
  )
})

test('a_copy_of_a_copy_is_counted_on', () => {
  const all = ['Full-time', 'Full-time, copy', 'Full-time, copy 2']
  expect(copyName('Full-time, copy', all)).toBe('Full-time, copy 3')
  expect(copyName('Full-time, copy 2', all)).toBe('Full-time, copy 3')
  expect(copyName('Full-time, copy 2', ['Full-time, copy 2'])).toBe('Full-time, copy')
})

test('a_name_of_full_length_is_cut_for_its_copy', () => {
  const long = 'ü'.repeat(LONGEST_NAME)
  const copy = copyName(long, [long])
  expect([...copy]).toHaveLength(LONGEST_NAME)
  expect([...copyName(long, [long, copy])]).toHaveLength(LONGEST_NAME)
  expect(copyName(long, [long, copy])).toMatch(/ü, copy 2$/)
})
