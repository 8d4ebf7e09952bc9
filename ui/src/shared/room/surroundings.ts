/** What the frame adds to every room. A room shown without a frame has none of it. */
import { getContext, setContext, type Snippet } from 'svelte'

export interface Surroundings {
  /** At the end of the bar. */
  tools: Snippet
  /** Below the bar: what concerns every room. */
  notices: Snippet
}

const SURROUNDINGS = Symbol('surroundings')

export function surround(surroundings: Surroundings): void {
  setContext(SURROUNDINGS, surroundings)
}

export function surroundings(): Surroundings | undefined {
  return getContext<Surroundings | undefined>(SURROUNDINGS)
}
