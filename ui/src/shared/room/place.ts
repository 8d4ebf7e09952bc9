/** Where one can be in the app, and what the rooms hand to the frame. */
import type { Snippet } from 'svelte'
import type { BlockView, ItemId, WorkOffer } from '../../bridge'

export type Place =
  | { room: 'today' }
  /** The week that holds the day; this week without one. */
  | { room: 'week'; day?: string }
  /** With this item in view and open. */
  | { room: 'roadmap'; item?: ItemId }
  | { room: 'settings' }
  /** What was worked. */
  | { room: 'sessions' }
  /** Ways out when the plan does not hold, side by side. */
  | { room: 'replan' }
  /** The roadmaps side by side. */
  | { room: 'library' }
  /** From a document to a plan, beginning with this file if there is one. */
  | { room: 'first-run'; file?: string }

export type Go = (place: Place) => void

/** What Today tells the timer that it shows in its middle. */
export interface TimerSlot {
  /** What to start on; none on a day without work. */
  offer: WorkOffer | null
  /** The block that now is in. */
  block: BlockView | null
  /** Every block of today, to change the work from. */
  blocks: BlockView[]
  /** What stands below the buttons: the steps. */
  below?: Snippet
}
