/** A phase's dates, hours and progress: those of its stages together. */
import type { ItemId, RoadmapView } from '../../bridge'
import { dayRange, fullDay, hours } from '../../shared/format'

/** "November 30 – December 27, 12 h of 160 h, 3 of 48 ticked"; nothing for a phase without stages. */
export function phaseFacts(view: RoadmapView, phase: ItemId): string | null {
  const stages = view.stages.filter((stage) => stage.phase === phase)
  const [first] = stages
  if (!first) return null
  const sum = (of: (stage: (typeof stages)[number]) => number) =>
    stages.reduce((total, stage) => total + of(stage), 0)
  const ends = stages.map((stage) => stage.to)
  const end = ends.includes(null) ? null : (ends as string[]).toSorted().at(-1)!
  const facts = [end ? dayRange(first.from, end) : `from ${fullDay(first.from)}`]
  const planned = sum((stage) => stage.planned_minutes)
  const worked = sum((stage) => stage.worked_minutes)
  if (planned > 0) facts.push(`${hours(worked)} of ${hours(planned)}`)
  else if (worked > 0) facts.push(`${hours(worked)} worked`)
  const total = sum((stage) => stage.total)
  if (total > 0) facts.push(`${sum((stage) => stage.done)} of ${total} ticked`)
  return facts.join(', ')
}
