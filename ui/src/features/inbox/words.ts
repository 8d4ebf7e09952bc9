/** What the inbox says of an entry. */
import type { InboxAction, InboxAnswer } from '../../bridge'
import { clockTime, dayMonthShort, dayOf } from '../../shared/format'

const ACTIONS: Record<InboxAction, string> = {
  start: 'Start',
  snooze: 'Snooze 10 min',
  skip: 'Skip',
  done: 'Done',
  'start-break': 'Start break',
  extend: '5 more minutes',
  'see-ways': 'See the ways out',
}

const ANSWERS: Record<InboxAnswer, string> = {
  started: 'Started',
  snoozed: 'Snoozed',
  skipped: 'Skipped',
  done: 'Done',
  extended: '5 minutes added',
  missed: 'Came too late',
  settled: 'Settled',
}

export function actionWords(action: InboxAction): string {
  return ACTIONS[action]
}

export function answerWords(answer: InboxAnswer): string {
  return ANSWERS[answer]
}

/** "10:42" on the day itself, else "24 Nov, 19:00". */
export function whenWords(at: string, now: number): string {
  const time = clockTime(at)
  const day = dayOf(at)
  return day === dayOf(now) ? time : `${dayMonthShort(day)}, ${time}`
}
