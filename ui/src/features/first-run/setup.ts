/** What may be chosen before a document becomes a plan. */
import type { TemplateChoice } from '../../bridge'

/** The least and the most hours a week that the slider offers. */
export const LEAST_HOURS = 5
export const MOST_HOURS = 60
/** Where the slider stands before it is moved. */
export const USUAL_HOURS = 20
/** Up to so many hours a week it is part time. */
const PART_TIME_HOURS = 30

/** The template that fits the hours a week: a part-time one up to thirty. */
export function fittingTemplate(
  templates: readonly TemplateChoice[],
  perWeekMinutes: number | null,
): number | null {
  const tempo = perWeekMinutes !== null && perWeekMinutes <= PART_TIME_HOURS * 60 ? 'part-time' : 'full-time'
  return templates.find((template) => template.tempo === tempo)?.index ?? null
}
