/** What the timer says of itself. */
import type { IntervalKind, TimerView, Work, WorkOffer } from '../../bridge'
import { categoryColours, categoryName } from '../../shared/plan/category'

const KINDS: Record<IntervalKind, string> = {
  focus: 'Focus',
  'short-break': 'Short break',
  'long-break': 'Long break',
}

export function kindName(kind: IntervalKind): string {
  return KINDS[kind]
}

/** Above the figure: "Focus", "Paused", "Focus is over". */
export function stateWords(view: TimerView): string {
  switch (view.state) {
    case 'paused':
      return view.interval === 'focus' ? 'Paused' : 'Break paused'
    case 'ended':
      return view.interval === 'focus' ? 'Focus is over' : 'Break is over'
    case 'away':
      return 'You were away'
    default:
      return KINDS[view.interval]
  }
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

/** "Hands-on, Train the classifier". */
export function workWords(work: Work): string {
  return `${categoryName(work.category)}, ${work.title}`
}
