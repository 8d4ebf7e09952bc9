/** Readings of targets and metrics, as they are written and as they are typed. */
import { amount, meets } from '../../shared/plan/words'
import { isDone, type ItemOf } from '../../shared/plan/items'

export type Measured = ItemOf<'target'> | ItemOf<'metric'>

/** What the person noted, or else what was counted. */
function readingFor(item: Measured, counted: number | null): number | null {
  return item.record?.reading ?? counted
}

/** "1,240, met", "81.2 %", "no reading"; of a metric that counts up "1 of 3". */
export function readingWord(item: Measured, counted: number | null = null): string {
  const reading = readingFor(item, counted)
  const said = item.kind === 'metric' && isDone(item) ? 'you say: yes' : null
  if (reading === null) return said ?? 'no reading'
  const standing = isReached(item, counted) ? 'met' : said
  const figure = figureOf(item, reading)
  return standing ? `${figure}, ${standing}` : figure
}

export function isReached(item: Measured, counted: number | null = null): boolean {
  const reading = readingFor(item, counted)
  return reading !== null && item.measure !== null && meets(item.measure, reading)
}

function figureOf({ kind, measure }: Measured, reading: number): string {
  const countsUp = measure?.comparator === 'at-least' || measure?.comparator === 'between'
  return kind === 'metric' && measure && countsUp
    ? `${amount(reading, '')} of ${amount(measure.value, '')}`
    : amount(reading, measure?.unit ?? '')
}

/** The number that was typed, with a point or a comma; none where it is no number. */
export function readingOf(typed: string): number | null {
  const plain = typed.trim().replace(/\s/g, '').replace(',', '.')
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return null
  const reading = Number(plain)
  return Number.isFinite(reading) ? reading : null
}
