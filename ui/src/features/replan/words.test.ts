import { expect, test } from 'vitest'
import type { ReplanView } from '../../bridge'
import { replanOf } from '../../bridge/fake/replan'
import { matter, noWay, wayAbout } from './words'

const holds: ReplanView = {
  behind_minutes: 0,
  has_ended: false,
  ahead_minutes: 0,
  without_room_minutes: 0,
  short_of_days: false,
  proposals: [],
}

test('nothing_has_to_move_only_where_nothing_is_open', () => {
  expect(noWay(holds)).toMatch(/^Nothing has to move\./)
  for (const open of [{ behind_minutes: 98 * 60 }, { without_room_minutes: 600 }, { short_of_days: true }]) {
    expect(noWay({ ...holds, ...open })).toMatch(/^No date helps: /)
    expect(matter({ ...holds, ...open })).not.toBe('The plan holds.')
  }
})

test('weeks_without_room_are_said_whichever_way_there_is_out', () => {
  const over = { ...holds, without_room_minutes: 600, proposals: replanOf('2027-03-15').proposals }
  expect(matter(over)).toMatch(/^The weeks ahead ask for .* more than/)
})

test('days_that_are_free_again_are_told_from_work_ahead', () => {
  const [some] = replanOf('2027-03-15').proposals
  const pull = { ...holds, proposals: some ? [{ ...some, way: 'pull-forward' as const }] : [] }
  expect(matter(pull)).toBe('Days that were off are free again.')
  expect(matter({ ...pull, ahead_minutes: 600 })).toMatch(/ahead of what the plan asks/)
})

test('days_off_after_which_nothing_is_worked_are_said_to_be_shortened', () => {
  const away = { ...holds, short_of_days: true }
  expect(matter(away)).toBe('Days off take time that the plan counts on.')
  expect(noWay(away)).toMatch(/shorten days off\.$/)
  expect(noWay({ ...holds, behind_minutes: 60, has_ended: true })).toMatch(/the plan has ended/)
  expect(noWay({ ...holds, behind_minutes: 60 })).toMatch(/no week is left/)
})

test('where_nothing_is_missing_a_way_says_what_it_gives_back', () => {
  for (const missing of [{ behind_minutes: 90 }, { short_of_days: true }]) {
    expect(wayAbout('compress', { ...holds, ...missing })).toMatch(/^Each week that is left takes its part/)
    expect(wayAbout('push-dates', { ...holds, ...missing })).toMatch(/^What is ahead begins later/)
  }
  expect(wayAbout('compress', holds)).toMatch(/^Weeks get back the work they gave away/)
  expect(wayAbout('push-dates', { ...holds, without_room_minutes: 600 })).toMatch(/open end took over/)
  expect(wayAbout('pull-forward', holds)).toMatch(/^What is ahead begins earlier/)
})
