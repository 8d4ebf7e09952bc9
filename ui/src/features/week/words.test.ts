import { afterEach, expect, test } from 'vitest'
import type {
  BlockDraft,
  BlockView,
  DayBlockDraft,
  DayView,
  ProposalView,
  ReplanView,
  StageHead,
  WeekView,
} from '../../bridge'
import { habits } from '../../shared/format'
import {
  changeOverlapWords,
  daysOffWords,
  endWords,
  everyDay,
  fromWhenWords,
  openWords,
  overlapWords,
  stageLabel,
  startTime,
  templateOf,
  unpinnedWords,
  untilTime,
} from './words'

const { locale } = habits

afterEach(() => {
  habits.dayBoundary = 240
  habits.locale = locale
})

const stage = (more: Partial<StageHead>): StageHead => ({
  stage: 1,
  weeks: [6, 7],
  title: 'Computer vision project',
  goal: null,
  week: 1,
  of: 2,
  to: '2026-12-06',
  ...more,
})
const label = (number: number, more: Partial<StageHead>) => stageLabel({ number } as WeekView, stage(more))

const days = ['2026-11-30', '2026-12-06'].map((date) => ({ date }) as DayView)
const open = (date: string, behind_minutes: number, left_open_minutes: number) =>
  openWords({ days, now: { date, minute: 0 }, behind_minutes, left_open_minutes } as WeekView)?.replace(
    /\s/g,
    ' ',
  )

test('this_week_says_all_that_is_behind_and_a_week_that_is_over_what_it_left', () => {
  expect(open('2026-12-02', 750, 0)).toBe('Finished weeks left 12 h 30 open')
  expect(open('2026-12-09', 750, 300)).toBe('5 h left open')
  expect(open('2026-11-20', 750, 0)).toBeUndefined()
  expect(open('2026-12-02', 20, 20)).toBeUndefined()
})

test('a_stage_of_two_weeks_says_which_of_them_it_is', () => {
  expect(label(6, {})).toBe('Weeks 6–7, first of two weeks')
})

test('a_stage_of_one_week_as_written_says_nothing_more', () => {
  expect(label(3, { weeks: [3, 3], week: 1, of: 1 })).toBeNull()
})

test('a_pace_by_hours_names_the_documents_own_week', () => {
  expect(label(11, { weeks: [6, 6], week: 2, of: 3 })).toBe('Week 6, second of three weeks')
  expect(label(9, { weeks: [5, 5], week: 1, of: 1 })).toBe('Week 5')
})

test('an_open_end_has_no_last_week', () => {
  expect(label(14, { weeks: null, week: 2, of: null })).toBe('week 2, open end')
})

test('days_are_said_as_they_come_back', () => {
  expect(everyDay(['mon'])).toBe('every Monday')
  expect(everyDay(['mon', 'wed'])).toBe('every Monday and Wednesday')
})

test('a block says which others it lies over, and not itself or those it only touches', () => {
  const block = (id: number, start: number, end: number, title: string) =>
    ({ template_block: id, date: '2026-11-25', start, end, title }) as BlockView
  const blocks = [block(1, 540, 720, 'Deep work'), block(2, 720, 780, 'Lunch')]
  const words = (id: number | null, days: string[], start: number, end: number) =>
    overlapWords({ id, days, start, end }, blocks)
  expect(words(null, ['wed'], 600, 740)).toMatch(/^It lies over “Deep work” and “Lunch”/)
  expect(words(null, ['wed'], 480, 540)).toBeNull()
  expect(words(null, ['thu'], 600, 740)).toBeNull()
  expect(words(1, ['wed'], 600, 700)).toBeNull()
})

test('why a block is not pinned is said as it is: of one day, of a day that is over, of a routine', () => {
  const block = { single: false, moved: false, date: '2026-11-25' } as BlockView
  expect(unpinnedWords({ ...block, moved: true }, '2026-11-25')).toMatch(/one day alone is always pinned/)
  expect(unpinnedWords({ ...block, single: true }, '2026-11-26')).toMatch(/one day alone is always pinned/)
  expect(unpinnedWords(block, '2026-11-26')).toMatch(/days that are over stay as they were/)
  expect(unpinnedWords(block, '2026-11-25')).toMatch(/own routine/)
})

test('days_that_follow_different_templates_name_none', () => {
  const days = (...names: string[]) => names.map((template) => ({ template }) as DayView)
  expect(templateOf(days('Full time', 'Full time'))).toBe('Full time')
  expect(templateOf(days('Full time', 'Part time'))).toBeNull()
})

test('a block that is moved onto another says the same, for every week and for one day', () => {
  const block = { key: '2026-11-25/block-1', template_block: 1, date: '2026-11-25', start: 540, end: 720 }
  const blocks = [{ ...block, title: 'Deep work' }] as BlockView[]
  const onto = { start: 600, end: 660 }
  const over = overlapWords({ days: ['wed'], ...onto }, blocks)
  expect(over).toContain('an hour of work counts once')
  const every = (id: number) =>
    changeOverlapWords({ every: { id, days: ['wed'], ...onto } as BlockDraft }, blocks)
  const once = (key: string) =>
    changeOverlapWords({ once: { key, date: '2026-11-25', ...onto } as DayBlockDraft }, blocks)
  expect([every(2), every(1)]).toEqual([over, null])
  expect([once('2026-11-25/block-2'), once('2026-11-25/block-1')]).toEqual([over, null])
})

test('a time before days end is of the night that follows, whenever that is', () => {
  expect([startTime('1:30', null), startTime('5:30', null)]).toEqual([1530, 330])
  expect([untilTime('2:00', 1320, null), untilTime('4:15', 1320, null)]).toEqual([1560, 255])
  habits.dayBoundary = 360
  expect([startTime('5:30', null), startTime('6:00', null)]).toEqual([1770, 360])
  expect(endWords()).toBe('Write a time of day, such as 12:00; after midnight until 6:00.')
  habits.dayBoundary = 0
  expect([startTime('0:00', null), startTime('1:30', null)]).toEqual([0, 90])
  expect([untilTime('0:00', 1320, null), untilTime('0:15', 1320, null)]).toEqual([1440, 15])
  expect(endWords()).toBe('Write a time of day, such as 12:00.')
})

test('a block that goes on after its day keeps its times as long as they are left', () => {
  habits.dayBoundary = 60
  const late = { start: 1320, end: 1560 }
  expect([startTime('22:00', late), untilTime('2:00', 1320, late)]).toEqual([1320, 1560])
  expect(untilTime('2:15', 1320, late)).toBe(135)
  const night = { start: 1530, end: 1620 }
  expect([startTime('1:30', night), untilTime('3:00', 1530, night)]).toEqual([1530, 1620])
  habits.dayBoundary = 240
  const early = { start: 90, end: 180 }
  expect([startTime('1:30', early), untilTime('3:00', 90, early)]).toEqual([90, 180])
})

test('a block after midnight stays in its night once days end before it', () => {
  habits.dayBoundary = 0
  const night = { start: 1530, end: 1590 }
  expect([startTime('1:45', night), untilTime('2:30', 1545, night)]).toEqual([1545, 1590])
  expect([startTime('0:15', night), startTime('2:30', night)]).toEqual([1455, 150])
  expect([startTime('9:00', night), startTime('22:00', night)]).toEqual([540, 1320])
})

test('a block before its day begins stays in its night once days end after it', () => {
  habits.dayBoundary = 240
  const early = { start: 60, end: 180 }
  expect([startTime('1:15', early), untilTime('3:00', 75, early)]).toEqual([75, 180])
  expect([startTime('0:45', early), untilTime('2:00', 60, early)]).toEqual([45, 120])
  expect(untilTime('0:30', 60, early)).toBe(30)
  const day = { start: 540, end: 600 }
  expect(startTime('1:15', day)).toBe(1515)
})

test('a block over midnight can end earlier in its night, once days end at midnight', () => {
  habits.dayBoundary = 0
  const late = { start: 1320, end: 1560 }
  expect([untilTime('1:00', 1320, late), untilTime('23:00', 1320, late)]).toEqual([1500, 1380])
  expect([startTime('0:30', late), startTime('21:00', late)]).toEqual([1470, 1260])
})

test('a_move_to_a_weekday_that_is_over_says_from_when_it_holds_and_what_becomes_of_this_week', () => {
  habits.locale = 'en-GB'
  const WEDNESDAY = '2026-12-02'
  const to = (day: string, was: string, week = '2026-11-30') =>
    fromWhenWords({ id: 1, week, days: [day] } as BlockDraft, was, WEDNESDAY)
  expect(to('mon', 'fri')).toBe('It is there from Monday 7 December on; this week it stays where it is.')
  expect(to('mon', 'fri', '2026-12-14')).toBe(to('mon', 'fri'))
  expect(to('tue', 'mon')).toBe('It is there from Tuesday 8 December on.')
  expect(to('sun', 'mon')).toBeNull()
  expect(to('wed', 'fri')).toBeNull()
  expect(
    fromWhenWords({ id: null, week: WEDNESDAY, days: ['mon'] } as BlockDraft, 'mon', WEDNESDAY),
  ).toBeNull()
})

test('days_off_are_told_apart_from_what_is_behind_without_them', () => {
  const replan: ReplanView = {
    behind_minutes: 0,
    has_ended: false,
    ahead_minutes: 0,
    without_room_minutes: 0,
    short_of_days: false,
    proposals: [],
  }
  const proposals = [{} as ProposalView]
  expect(daysOffWords(replan)).toBeNull()
  expect(daysOffWords({ ...replan, proposals, short_of_days: true })).toMatch(/counts on some/)
  expect(daysOffWords({ ...replan, proposals })).toMatch(/free again/)
  expect(daysOffWords({ ...replan, proposals, behind_minutes: 90 })).toBeNull()
})
