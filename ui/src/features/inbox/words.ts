/** What the inbox says of an entry. */
import type { HeldBy, InboxAction, InboxAnswer, InboxEntry, SnoozeLength } from '../../bridge'
import { clockTime, dayMonthShort, dayOf } from '../../shared/format'
import { count } from '../../shared/plan/words'

const ACTIONS: Record<InboxAction, string> = {
  start: 'Start',
  snooze: 'Snooze',
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

/** "Done", "Snoozed until 11:20". */
export function answerWords({ answer, again }: InboxEntry, now: number): string | null {
  if (answer === 'snoozed' && again) return `Snoozed until ${whenWords(again, now)}`
  return answer && ANSWERS[answer]
}

/** For how long an entry can be put off. */
export const SNOOZES: readonly { length: SnoozeLength; label: string }[] = [
  { length: 'five-minutes', label: '5 minutes' },
  { length: 'ten-minutes', label: '10 minutes' },
  { length: 'half-hour', label: '30 minutes' },
  { length: 'hour', label: '1 hour' },
  { length: 'tomorrow', label: 'Until tomorrow' },
]

const HELD: Record<HeldBy, string> = {
  focus: 'during your focus',
  system: 'as the system asks for quiet',
  'quiet-hours': 'in quiet hours',
  person: 'as you asked',
}

/** "Held back during your focus". */
export function heldWords(by: HeldBy): string {
  return `Held back ${HELD[by]}`
}

/** "3 reminders were held back during your focus": one word about several; none about fewer. */
export function heldTogether(by: readonly HeldBy[]): string | null {
  if (by.length < 2) return null
  const why = by.every((one) => one === by[0]) ? ` ${HELD[by[0]!]}` : ''
  return `${count(by.length, 'reminder')} were held back${why}.`
}

/** "10:42" on the day itself, else "24 Nov, 19:00". */
export function whenWords(at: string, now: number): string {
  const time = clockTime(at)
  const day = dayOf(at)
  return day === dayOf(now) ? time : `${dayMonthShort(day)}, ${time}`
}
