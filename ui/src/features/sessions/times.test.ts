import { expect, test } from 'vitest'
import { instantWithin, middleOf, spanOf, writtenOf, type Span } from './times'

const at = (time: string, day = 25) => new Date(`2026-11-${day}T${time}`).toISOString()
const span = (from: string, until: string, day = 25, last = day): Span => ({
  started_at: at(from, day),
  ended_at: at(until, last),
})
const written = (start: string, end: string) => ({ day: '2026-11-25', start, end })

test('times_that_are_left_as_they_were_stay_to_the_second', () => {
  const was = span('09:00:40', '09:00:55')
  expect(spanOf(writtenOf(was), was)).toEqual(was)
  const night = span('23:50:10', '00:20:05', 25, 26)
  expect(spanOf(writtenOf(night), night)).toEqual(night)
})

test('an_end_that_is_moved_leaves_the_beginning_to_the_second', () => {
  const was = span('09:00:40', '09:25:00')
  expect(spanOf({ ...writtenOf(was), end: '9:30' }, was)).toEqual(span('09:00:40', '09:30:00'))
})

test('an_end_after_midnight_is_of_the_next_day', () => {
  expect(spanOf(written('23:30', '0:15'), null)).toEqual(span('23:30:00', '00:15:00', 25, 26))
})

test('an_end_long_before_its_start_is_a_slip_and_no_night', () => {
  const wrong = { start: null, end: 'The end comes after the start.' }
  expect(spanOf(written('10:00', '9:30'), null)).toEqual(wrong)
  expect(spanOf(written('10:00', '10:00'), null)).toEqual(wrong)
})

test('what_is_no_time_of_day_is_said_where_it_stands', () => {
  expect(spanOf(written('soon', '10:00'), null)).toEqual({
    start: 'Write a time of day, such as 9:00.',
    end: null,
  })
})

test('a_session_is_parted_between_its_ends_also_past_midnight', () => {
  const night = span('23:30:00', '00:30:00', 25, 26)
  expect(instantWithin('0:10', night)).toBe(at('00:10:00', 26))
  expect(instantWithin('23:45', night)).toBe(at('23:45:00'))
  expect([instantWithin('0:30', night), instantWithin('12:00', night), instantWithin('x', night)]).toEqual([
    null,
    null,
    null,
  ])
  expect(middleOf(night)).toBe('0:00')
})
