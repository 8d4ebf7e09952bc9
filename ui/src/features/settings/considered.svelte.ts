/** Terms of the plan that are being considered: they outlast a look at another screen, and count once applied. */
import type { Setup } from '../../bridge'

interface Considered {
  /** The roadmap whose plan it is: for another one nothing is considered. */
  roadmap: number
  /** Only what is to be different; the rest stays as it is in force by then. */
  change: Partial<Setup>
}

let considered = $state.raw<Considered | null>(null)

/** What is considered for the plan of this roadmap, if anything. */
export function consideredFor(roadmap: number | undefined): Partial<Setup> | null {
  return considered && considered.roadmap === roadmap ? considered.change : null
}

/** Considers another part of the terms too. */
export function consider(roadmap: number, change: Partial<Setup>) {
  considered = { roadmap, change: { ...consideredFor(roadmap), ...change } }
}

/** Considers nothing any more. */
export function leave() {
  considered = null
}
