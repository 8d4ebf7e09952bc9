/** Readings of targets and metrics, as they are written and as they are typed. */
import { amount, meets } from '../../shared/plan/words'
import type { ItemOf } from '../../shared/plan/items'

export type Measured = ItemOf<'target'> | ItemOf<'metric'>

/** "1,240, met", "81.2 %", "no reading". */
export function readingWord(item: Measured): string {
  const reading = item.record?.reading ?? null
  if (reading === null) return 'no reading'
  const figure = amount(reading, item.measure?.unit ?? '')
  return item.measure && meets(item.measure, reading) ? `${figure}, met` : figure
}

export function isReached(item: Measured): boolean {
  const reading = item.record?.reading ?? null
  return reading !== null && item.measure !== null && meets(item.measure, reading)
}

/** The number that was typed, with a point or a comma; none where it is no number. */
export function readingOf(typed: string): number | null {
  const plain = typed.trim().replace(/\s/g, '').replace(',', '.')
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return null
  const reading = Number(plain)
  return Number.isFinite(reading) ? reading : null
}
