/** The forecast in words, and where its ranges stand on the strip of time. */
import type { ForecastLine } from '../../bridge'
import { dayRange, daysBetween, fullDay } from '../../shared/format'

/** What is reached: "Month 3: Ship it", "The end". */
function what({ title }: ForecastLine): string {
  return title || 'The end'
}

/** "At this pace: the end between 1 and 15 March, most likely 8 March." */
export function forecastWords(line: ForecastLine): string {
  const { reached } = line
  switch (reached.kind) {
    case 'between':
      return reached.most.from === reached.most.to
        ? `${what(line)}: ${fullDay(reached.median)}`
        : `${what(line)}: ${dayRange(reached.most.from, reached.most.to)}, as likely before as after ${fullDay(reached.median)}`
    case 'not-at-this-pace':
      return `${what(line)}: not within ten years at this pace`
    case 'too-early':
      return `${what(line)}: too early to say`
  }
}

/** How the forecast comes about, for the whole of it. */
export function basisWords(lines: readonly ForecastLine[]): string {
  const early = lines.at(-1)?.reached
  if (early?.kind === 'too-early') {
    const template = early.by_template
      ? ` By the plan’s own hours the end is ${fullDay(early.by_template)}.`
      : ''
    return `Too early to say when: it takes ${early.weeks_needed} whole weeks of your own, of which there are ${early.weeks_seen} so far.${template}`
  }
  return 'At the pace of your own weeks, in four of five cases:'
}

export interface Band {
  line: ForecastLine
  left: number
  width: number
}

/** The ranges as far as the strip goes, in percent of its length. */
export function bands(lines: readonly ForecastLine[], from: string, to: string): Band[] {
  const length = daysBetween(from, to) + 1
  return lines.flatMap((line) => {
    if (line.reached.kind !== 'between') return []
    const first = Math.max(0, daysBetween(from, line.reached.most.from))
    const after = Math.min(length, daysBetween(from, line.reached.most.to) + 1)
    if (first >= after) return []
    return [{ line, left: (first / length) * 100, width: ((after - first) / length) * 100 }]
  })
}
