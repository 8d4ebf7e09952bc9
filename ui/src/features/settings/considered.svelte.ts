/** Terms of the plan that are being considered: they outlast a look at another screen, and count once applied. */
import type { Setup } from '../../bridge'

interface Considered {
  /** Where the plan's roadmap came from: for another one nothing is considered. */
  origin: string
  setup: Setup
}

let considered = $state.raw<Considered | null>(null)

/** What is considered for the plan of this roadmap, if anything. */
export function consideredFor(origin: string | undefined): Setup | null {
  return considered && considered.origin === origin ? considered.setup : null
}

/** Considers other terms, or none any more. */
export function consider(origin: string, setup: Setup | null) {
  considered = setup && { origin, setup }
}
