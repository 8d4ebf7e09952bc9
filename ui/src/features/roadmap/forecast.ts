/** The forecast in words, and where its ranges stand on the strip of time. */
import type { ForecastLine } from '../../bridge'
import { dayRange, daysBetween, fullDay, spanOfDays } from '../../shared/format'

/** What is reached: "Month 3: Ship it", "The end". */
function what({ title }: ForecastLine): string {
  return title || 'The end'
}

/**
 * "The end: around 8 March 2027, 2 weeks later than planned; four times in five 1–15 March": the day that is as likely
 * too early as too late, held against the plan, and the range around it.
 */
export function forecastWords(line: ForecastLine): string {
  const { reached } = line
  switch (reached.kind) {
    case 'between': {
      const { median, most } = reached
      if (most.from === most.to) return `${what(line)}: ${fullDay(median)}, ${besidePlan(line, median)}`
      const range = dayRange(most.from, most.to)
      return `${what(line)}: around ${fullDay(median)}, ${besidePlan(line, median)}; four times in five ${range}`
    }
    case 'not-at-this-pace':
      return `${what(line)}: not within ten years at this pace`
    case 'too-early':
      return `${what(line)}: too early to say`
  }
}

function besidePlan({ planned }: ForecastLine, day: string): string {
  const days = daysBetween(planned, day)
  if (days === 0) return 'as planned'
  return `${spanOfDays(Math.abs(days))} ${days > 0 ? 'later' : 'earlier'} than planned`
}

/** How the forecast comes about, for the whole of it. */
export function basisWords(lines: readonly ForecastLine[]): string {
  const early = lines.at(-1)?.reached
  if (early?.kind === 'too-early') {
    const { weeks_seen: seen, weeks_needed: needed, by_template: day } = early
    const far =
      seen === 0 ? 'there is none yet' : seen === 1 ? 'there is one so far' : `there are ${seen} so far`
    const template = day ? ` By the plan’s own hours the end is ${fullDay(day)}.` : ''
    return `Too early to say: it takes ${needed} whole weeks, counted from the first one that you worked in, and ${far}.${template}`
  }
  return 'If you go on as in your weeks so far:'
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
