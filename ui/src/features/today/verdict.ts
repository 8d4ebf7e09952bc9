/** The verdict in words: one sentence, and the reasons behind it. Behind is said plainly and never scolded. */
import type { ForecastLine, Shortfall, Verdict } from '../../bridge'
import { dayMonthFrom, hours, weekdayAndDayFrom } from '../../shared/format'
import { categoryName } from '../../shared/plan/category'
import { isWorthAWord } from '../../shared/plan/slack'

/** Less than this is nothing, in minutes. */
const NEARLY = 5

/**
 * "On pace: week 12 ends 21 February; 3 h behind in study", as seen from `today`. `withoutRoom` are the minutes
 * of the weeks ahead that find no block: a plan with some of those does not hold, however well it goes so far.
 */
export function verdictSentence(verdict: Verdict, today: string, withoutRoom = 0): string {
  const sentence = standingWords(verdict, today)
  return withoutRoom > 0 && verdict.standing !== 'finished'
    ? `${sentence}; ${hours(withoutRoom)} to come find no block`
    : sentence
}

function standingWords(verdict: Verdict, today: string): string {
  const { standing, starts, ends } = verdict
  const day = (day: string) => weekdayAndDayFrom(today, day)
  switch (standing) {
    case 'no-plan':
      return 'No week of this roadmap has a date yet'
    case 'before-start':
      return starts ? `Starts ${day(starts)}` : 'Not started yet'
    case 'finished':
      return `${ends ? `The plan’s last day was ${day(ends)}` : 'The plan’s last day is over'}${tail(verdict)}`
    case 'ahead':
      return `${hours(verdict.ahead_minutes)} ahead${end(verdict, today, ': ')}${tail(verdict)}`
    case 'on-pace':
      return `On pace${end(verdict, today, ': ')}${tail(verdict)}`
    case 'behind':
      return capital(`${end(verdict, today, '')}${tail(verdict)}`.replace(/^; /, ''))
  }
}

/** True where there may be ways out to look at: of a plan that is over too, as long as hours of it are open. */
export function hasWaysOut({ behind_minutes, standing }: Verdict, withoutRoom = 0): boolean {
  return isWorthAWord(behind_minutes) || standing === 'ahead' || withoutRoom > 0
}

/** What the sentence rests on, a line each. */
export function verdictReasons(verdict: Verdict, today: string): string[] {
  const reasons: string[] = []
  const day = (day: string) => weekdayAndDayFrom(today, day)
  const { week, weeks, starts, ends } = verdict
  if (verdict.standing === 'before-start') {
    if (weeks !== null && ends) reasons.push(`${weeks} weeks are dated; the last day is ${day(ends)}.`)
    reasons.push('Nothing is asked before the first day.')
    return reasons
  }
  if (week !== null && weeks !== null && ends) {
    const place = week <= weeks ? `This is week ${week} of ${weeks}` : `The ${weeks} dated weeks are over`
    reasons.push(`${place}; the last day of week ${weeks} is ${day(ends)}.`)
  } else if (starts) {
    reasons.push(`The first day was ${day(starts)}.`)
  }
  if (verdict.week_planned_minutes > 0) {
    reasons.push(weekReason(verdict))
  }
  if (verdict.behind_minutes > 0) {
    const parts = verdict.behind.map((one) => `${hours(one.minutes)} ${lower(one)}`)
    reasons.push(
      `Finished weeks left ${hours(verdict.behind_minutes)} open: ${new Intl.ListFormat('en').format(parts)}. What you work from now on closes that first.`,
    )
  } else if (week !== null && week > 1) {
    reasons.push('The weeks before are worked in full, give or take half an hour.')
  }
  if (verdict.ahead_minutes > 0) {
    reasons.push(
      `${hours(verdict.ahead_minutes)} are worked beyond what is asked until the end of this week.`,
    )
  }
  return reasons
}

/**
 * "At this pace: the gate of month 3 between 1 March and 15 March, in four of five cases": the next
 * gate that the plan has ahead, or else the end. Nothing where that can't be said yet: it takes weeks of one's own.
 */
export function forecastReason(lines: readonly ForecastLine[], today: string): string | null {
  const next = lines.find(({ planned }) => planned >= today) ?? lines.at(-1)
  if (!next || next.reached.kind === 'too-early') return null
  if (next.reached.kind === 'not-at-this-pace')
    return `At this pace: ${reachedWhat(next)} not within ten years.`
  const { from, to } = next.reached.most
  const when =
    from === to
      ? `on ${dayMonthFrom(today, from)}`
      : `between ${dayMonthFrom(today, from)} and ${dayMonthFrom(today, to)}, in four of five cases`
  return `At this pace: ${reachedWhat(next)} ${when}.`
}

function reachedWhat({ phase, months, title }: ForecastLine): string {
  if (phase === null) return 'the end'
  if (!months) return `the gate of “${title}”`
  const { from, to } = months
  return from === to ? `the gate of month ${from}` : `the gate of months ${from}–${to}`
}

/** What is worked closes first what earlier weeks left open, so less of it may count for this week. */
function weekReason({
  week_planned_minutes: asked,
  week_left_minutes: left,
  week_made_up_minutes: madeUp,
}: Verdict): string {
  if (left === 0) return `All ${hours(asked)} that this week asks for are worked.`
  if (madeUp >= NEARLY && asked - left < NEARLY)
    return `This week asks for ${hours(asked)}. ${hours(madeUp)} of what was worked so far made up for earlier weeks.`
  const open = `This week asks for ${hours(asked)}; ${hours(left)} of it are still to do`
  if (isWorthAWord(madeUp))
    return `${open}, as ${hours(madeUp)} of what was worked so far made up for earlier weeks.`
  return `${open}. Nothing is late before the week is over.`
}

function end({ weeks, ends }: Verdict, today: string, before: string): string {
  if (!ends) return ''
  return `${before}${weeks === null ? 'the last day is' : `week ${weeks} ends`} ${dayMonthFrom(today, ends)}`
}

function tail({ behind, behind_minutes }: Verdict): string {
  if (!isWorthAWord(behind_minutes)) return ''
  const [first] = behind
  const words = `; ${hours(behind_minutes)} behind`
  if (first?.minutes === behind_minutes) return `${words} in ${lower(first)}`
  return first && first.minutes * 2 > behind_minutes ? `${words}, most of it in ${lower(first)}` : words
}

function lower({ category }: Shortfall): string {
  return categoryName(category).toLowerCase()
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
