import { expect, test } from 'vitest'
import type { SessionLine } from '../../bridge'
import { byDay, dayWords, lengthAside, outcomeWords } from './words'

const line = (more: Partial<SessionLine>): SessionLine => ({
  id: 1,
  kind: 'focus',
  mode: { kind: 'pomodoro' },
  work: { activity: 1, step: null, block: null, category: 'study', title: 'Reading' },
  outside: false,
  day: '2026-11-25',
  started_at: '2026-11-25T09:00:00Z',
  ended_at: '2026-11-25T09:25:00Z',
  spent_seconds: 1500,
  paused_seconds: 0,
  away_seconds: 0,
  outcome: 'finished',
  pomodoro: true,
  note: null,
  interruptions: 0,
  reason: null,
  held: false,
  ...more,
})
const plain = (text?: string) => text?.replaceAll('\u00a0', ' ')

test('a_day_says_what_was_focused_once_all_of_it_is_there', () => {
  const sessions = [line({}), line({ kind: 'short-break' }), line({ day: '2026-11-24' })]
  const focused = (more: boolean) => byDay(sessions, more).map((group) => [group.day, group.focused])
  expect(focused(false)).toEqual([
    ['2026-11-25', 1500],
    ['2026-11-24', 1500],
  ])
  expect(focused(true)[1]).toEqual(['2026-11-24', null])
})

test('today_and_yesterday_are_called_so', () => {
  expect(dayWords('2026-11-25', '2026-11-25')).toMatch(/^Today, Wednesday/)
  expect(dayWords('2026-11-24', '2026-11-25')).toMatch(/^Yesterday, Tuesday/)
  expect(dayWords('2026-11-23', '2026-11-25')).toMatch(/^Monday/)
})

test('an_outcome_says_its_mode_and_its_reason', () => {
  expect(outcomeWords(line({}))).toBe('Finished')
  expect(outcomeWords(line({ mode: { kind: 'flowtime' } }))).toBe('Flowtime, finished')
  expect(outcomeWords(line({ outcome: 'stopped', reason: 'the door bell' }))).toBe('Stopped: the door bell')
  expect(outcomeWords(line({ outcome: 'added' }))).toBe('Added by hand')
  expect(outcomeWords(line({ held: true }))).toBe('Still with the timer')
})

test('what_was_paused_and_away_is_said_beside_the_length', () => {
  expect(lengthAside(line({}))).toBeUndefined()
  expect(plain(lengthAside(line({ paused_seconds: 120, away_seconds: 60 })))).toBe(
    '25 min, and 2 min paused and 1 min away',
  )
})
