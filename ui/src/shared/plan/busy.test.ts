import { beforeEach, expect, test } from 'vitest'
import type { BusyView } from '../../bridge'
import { habits } from '../format'
import { busyLabel, busyParts, busyWords, isTaken, shownIn } from './busy'

beforeEach(() => {
  habits.locale = 'en-GB'
})

const dentist: BusyView = { start: 600, end: 660, title: 'Dentist', all_day: false }
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ')

test('a_block_says_how_much_of_it_is_busy_and_with_what', () => {
  const block = { start: 540, end: 720, busy: [dentist], busy_minutes: 60 }
  expect(plain(busyWords(block))).toBe('1 h of 3 h: busy (Dentist)')
  expect(plain(busyWords({ ...block, busy: [dentist, dentist, { ...dentist, title: 'Call' }] }))).toBe(
    '1 h of 3 h: busy (Dentist, Call)',
  )
  expect(busyWords({ ...block, busy_minutes: 0, busy: [] })).toBeNull()
  expect(isTaken(block)).toBe(false)
})

test('a_block_that_is_wholly_busy_says_only_that', () => {
  const block = { start: 600, end: 660, busy: [{ ...dentist, title: '' }], busy_minutes: 60 }
  expect(isTaken(block)).toBe(true)
  expect(busyWords(block)).toBe('busy')
})

test('a_busy_time_is_read_aloud_whole', () => {
  expect(busyLabel(dentist)).toBe('Busy 10:00 to 11:00, Dentist')
  expect(busyLabel({ ...dentist, title: '', all_day: true })).toBe('Busy all day')
})

test('a_column_shows_what_is_within_its_hours_and_no_whole_days', () => {
  const early = { ...dentist, start: 300, end: 500 }
  const late = { ...dentist, start: 1380, end: 1500 }
  const whole = { ...dentist, all_day: true }
  const shown = shownIn({ from: 480, to: 1260 }, [early, dentist, late, whole])
  expect(shown).toEqual([{ ...early, start: 480 }, dentist])
})

test('the_busy_parts_of_a_block_are_cut_to_it_and_never_meet', () => {
  const busy = (start: number, end: number) => ({ ...dentist, start, end })
  const block = { start: 600, end: 700, busy: [busy(680, 800), busy(500, 610), busy(605, 620), busy(0, 600)] }
  expect(busyParts(block)).toEqual([
    { top: 0, height: 20 },
    { top: 80, height: 20 },
  ])
})
