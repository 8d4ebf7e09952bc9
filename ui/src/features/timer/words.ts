/** What the timer says of itself. */
import type { IntervalKind, Mode, TimerView, Work, WorkOffer } from '../../bridge'
import { hours } from '../../shared/format'
import { categoryColours } from '../../shared/plan/category'

const KINDS: Record<IntervalKind, string> = {
  focus: 'Focus',
  'short-break': 'Short break',
  'long-break': 'Long break',
}

const MODES: Record<Mode['kind'], string> = {
  pomodoro: 'Pomodoro',
  flowtime: 'Flowtime',
  countdown: 'Countdown',
}

export function kindName(kind: IntervalKind): string {
  return KINDS[kind]
}

export function modeName(mode: Mode): string {
  return mode.kind === 'countdown' ? `Countdown, ${hours(mode.seconds / 60)}` : MODES[mode.kind]
}

/** The focus as its mode calls it: a pomodoro is what one expects. */
function focusName(mode: Mode): string {
  return mode.kind === 'pomodoro' ? KINDS.focus : MODES[mode.kind]
}

/** Above the figure: "Focus", "Paused", "Focus is over". */
export function stateWords(view: TimerView): string {
  switch (view.state) {
    case 'paused':
      if (view.over_seconds !== null) return 'Overtime, paused'
      return view.interval === 'focus' ? 'Paused' : 'Break paused'
    case 'ended':
      return view.interval === 'focus' ? 'Focus is over' : 'Break is over'
    case 'away':
      return 'You were away'
    default:
      if (view.over_seconds !== null) return 'Overtime'
      return view.interval === 'focus' ? focusName(view.mode) : KINDS[view.interval]
  }
}

/** The break that has been earned so far: whole minutes, as a begun one is not there yet. */
export function earnedWords(view: TimerView): string {
  return `${hours(Math.floor(view.next_break_seconds / 60))} break earned`
}

/** What comes after a break: "What comes after the break", "After the break: flowtime". */
export function afterBreak({ next_mode }: TimerView): string {
  if (next_mode.kind === 'pomodoro') return 'What comes after the break'
  return `After the break, in ${MODES[next_mode.kind].toLowerCase()}`
}

/** The colours of the interval: its category's in focus, those of rest in breaks. */
export function colours(view: TimerView): string {
  if (view.interval !== 'focus' && view.state !== 'idle') return categoryColours('rest')
  return categoryColours(view.work?.category)
}

/** What an offer is when an interval is started on it. */
export function workOf(offer: WorkOffer, step = offer.step): Work {
  return {
    activity: offer.activity,
    step: step?.item ?? null,
    block: offer.block,
    category: offer.category,
    title: step?.text ?? offer.title,
  }
}
