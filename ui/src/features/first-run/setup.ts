/** What a person decides before a document becomes a plan: where it begins, and what may be chosen. */
import type { Preview, Setup, TemplateChoice } from '../../bridge'
import { WEEKDAYS, type Weekday } from '../../shared/format'

/** The least and the most hours a week that the slider offers. */
export const LEAST_HOURS = 5
export const MOST_HOURS = 60
/** Where the slider stands before it is moved. */
export const USUAL_HOURS = 20
/** Up to so many hours a week it is part time. */
const PART_TIME_HOURS = 30

interface WeekInfo {
  firstDay?: number
}

/** Where weeks begin on Sunday or Saturday, for browsers that can't say. */
const SUNDAY = 'AU BR CA CO HK IL IN JP KR MX PH SA SG TH TW US VE ZA'.split(' ')
const SATURDAY = 'AE AF BH DZ EG IQ IR JO KW LY OM QA SD SY YE'.split(' ')

/** The day on which weeks begin where this locale is spoken. */
export function localeWeekStart(locale: string): Weekday {
  try {
    const known = new Intl.Locale(locale) as Intl.Locale & {
      getWeekInfo?: () => WeekInfo
      weekInfo?: WeekInfo
    }
    const first = (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay
    if (first !== undefined) return WEEKDAYS[(first + 6) % 7] ?? 'mon'
    const region = known.maximize().region ?? ''
    if (SUNDAY.includes(region)) return 'sun'
    if (SATURDAY.includes(region)) return 'sat'
  } catch {
    // A locale that can't be read says nothing about weeks.
  }
  return 'mon'
}

/** What is proposed for a document, with the week of this locale. */
export function readSetup(preview: Preview, locale: string): Setup {
  return { ...preview.proposal, week_start: localeWeekStart(locale) }
}

/** The template that fits the hours a week: a part-time one up to thirty. */
export function fittingTemplate(
  templates: readonly TemplateChoice[],
  perWeekMinutes: number | null,
): number | null {
  const tempo = perWeekMinutes !== null && perWeekMinutes <= PART_TIME_HOURS * 60 ? 'part-time' : 'full-time'
  return templates.find((template) => template.tempo === tempo)?.index ?? null
}
