/** Which week of its stage a week is, in words. */
import type { StageHead } from '../../bridge'

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth']
const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six']

/** "first of two weeks"; none for a week that is the whole of its stage. */
export function placeInStage({ week, of }: Pick<StageHead, 'week' | 'of'>): string | null {
  if (of === null) return `week ${week}, open end`
  if (of <= 1) return null
  const ordinal = of > NUMBERS.length ? undefined : ORDINALS[week - 1]
  return `${ordinal ?? `week ${week}`} of ${NUMBERS[of - 1] ?? of} weeks`
}
