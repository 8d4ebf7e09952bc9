/** What the settings say of reminders: when they come, when they are quiet, and how they stand together. */
import type { Quiet, QuietHours, ReminderRule, Timing } from '../../../bridge'
import {
  addDays,
  clockTime,
  dayOf,
  hoursAloud,
  timeOfDay,
  timeRange,
  weekdayAndDayFrom,
  weekdayAndDayShort,
  weekdayName,
  weekdayOf,
} from '../../../shared/format'
import { count } from '../../../shared/plan/words'

/** What comes when its moment does, in words of its own. */
const AS_THEY_COME: Record<string, string> = { 'week-end': 'As the next day’s work begins' }
/** What no minutes before is called. */
const AT_ONCE: Record<string, string> = { 'block-start': 'When it begins', 'block-end': 'When it ends' }
/** What comes at a time of day, but only on days that have blocks. */
const ON_WORKING_DAYS: readonly string[] = ['day-start', 'day-end', 'nothing-by-noon']

const GROUPS: readonly { title: string; kinds: readonly string[] }[] = [
  { title: 'The day', kinds: ['block-start', 'block-end', ...ON_WORKING_DAYS] },
  { title: 'The week', kinds: ['weekly-planning', 'weekly-reflection', 'week-end', 'networking'] },
  { title: 'The roadmap', kinds: ['checkpoint', 'gate'] },
]

export interface RuleGroup {
  title: string
  rules: ReminderRule[]
}

/** The app's own rules as they stand together; what belongs nowhere yet comes last. */
export function groupsOf(rules: readonly ReminderRule[]): RuleGroup[] {
  const known = GROUPS.flatMap(({ kinds }) => kinds)
  const of = (title: string, is: (kind: string) => boolean) => ({
    title,
    rules: rules.filter(({ own, kind }) => !own && is(kind)),
  })
  const groups = GROUPS.map(({ title, kinds }) => of(title, (kind) => kinds.includes(kind)))
  return [...groups, of('More', (kind) => !known.includes(kind))].filter((group) => group.rules.length > 0)
}

/** "1st", "22nd", "13th". */
export function ordinal(day: number): string {
  const teen = day >= 11 && day <= 13
  return `${day}${(!teen && ['th', 'st', 'nd', 'rd'][day % 10]) || 'th'}`
}

/** When a rule of some kind comes: "5 minutes before", "Sundays at 18:00", "Friday 4 December at 9:00". */
export function timingWords(timing: Timing, kind: string, now: number): string {
  switch (timing.when) {
    case 'as-it-comes':
      return AS_THEY_COME[kind] ?? 'When there is something to say'
    case 'before':
      return timing.minutes === 0 ? (AT_ONCE[kind] ?? 'At its time') : `${hoursAloud(timing.minutes)} before`
    case 'days-before': {
      const days = timing.days === 0 ? 'On the day' : `${count(timing.days, 'day')} before`
      return `${days} at ${timeOfDay(timing.minute)}`
    }
    default:
      return `${daysWords(timing, kind, now)} at ${timeOfDay(timing.minute)}`
  }
}

type OnDays = Extract<Timing, { when: 'once' | 'daily' | 'weekdays' | 'weekly' | 'monthly' }>

function daysWords(timing: OnDays, kind: string, now: number): string {
  switch (timing.when) {
    case 'once': {
      const today = dayOf(now)
      if (timing.on === today) return 'Today'
      if (timing.on === addDays(today, 1)) return 'Tomorrow'
      return weekdayAndDayFrom(today, timing.on)
    }
    case 'daily':
      return ON_WORKING_DAYS.includes(kind) ? 'On days with blocks' : 'Every day'
    case 'weekdays':
      return 'Monday to Friday'
    case 'weekly':
      return `${weekdayName(timing.weekday)}s`
    case 'monthly':
      return `On the ${ordinal(timing.day)} of each month`
  }
}

/** "next today, 14:00"; of what comes at a time of day anyway "next Sun 6 Dec"; of what comes only once nothing. */
export function nextWords({ on, next, timing }: ReminderRule, now: number): string | null {
  if (!on || next === null || timing.when === 'once') return null
  const day = dayOf(next)
  const today = dayOf(now)
  const near = day === today ? 'today' : day === addDays(today, 1) ? 'tomorrow' : null
  const time = 'minute' in timing ? '' : `, ${clockTime(next)}`
  return `next ${near ?? weekdayAndDayShort(day)}${time}`
}

/** True of what was to come once, and whose time is over. */
export function isOver({ timing }: ReminderRule, now: number): boolean {
  if (timing.when !== 'once') return false
  const at = new Date(`${timing.on}T00:00:00`)
  at.setMinutes(timing.minute)
  return at.getTime() <= now
}

/** The person's own rules: what is still to come first, and of that the newest. */
export function ownRules(rules: readonly ReminderRule[], now: number): ReminderRule[] {
  const own = rules.filter((rule) => rule.own).toReversed()
  return [...own.filter((rule) => !isOver(rule, now)), ...own.filter((rule) => isOver(rule, now))]
}

/** What a rule's quiet hours are, where they are not those of all: "quiet from 22:00 to 7:00". */
export function quietWords(quiet: Quiet): string | null {
  switch (quiet.quiet) {
    case 'general':
      return null
    case 'own':
      return `quiet ${timeRange(quiet.hours.from, quiet.hours.to)}`
    case 'never':
      return 'no quiet hours'
  }
}

/** What quiet hours begin with. */
export const NIGHT: QuietHours = { from: 22 * 60, to: 7 * 60 }

/** Says that quiet hours end on the day after, where they do. */
export function quietHint({ from, to }: QuietHours): string {
  return `Reminders wait until ${timeOfDay(to)}${to < from ? ' the next morning' : ''} and come together.`
}

const OFTEN = {
  once: 'Once',
  daily: 'Every day',
  weekdays: 'Monday to Friday',
  weekly: 'Every week',
  monthly: 'Every month',
} as const

export type Often = keyof typeof OFTEN

/** How often a reminder of the person's own can come. */
export const OFTEN_CHOICES = (Object.keys(OFTEN) as Often[]).map((value) => ({ value, label: OFTEN[value] }))

/** The same time of day, as often as that; the rest begins with the day of `from`. */
export function timingAsOften(often: Often, minute: number, from: string): Timing {
  switch (often) {
    case 'once':
      return { when: 'once', on: from, minute }
    case 'weekly':
      return { when: 'weekly', weekday: weekdayOf(from), minute }
    case 'monthly':
      return { when: 'monthly', day: Number(from.slice(8)), minute }
    default:
      return { when: often, minute }
  }
}
