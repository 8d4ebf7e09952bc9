/** The fake's stages on the calendar, laid out anew after what they are or how long they take has changed. */
import type { Item } from '../types/Item'
import type { ItemId } from '../types/ItemId'
import type { RoadmapView } from '../types/RoadmapView'
import type { StageProgress } from '../types/StageProgress'
import { later } from './week'

export const OPEN_DAYS = 91

/** Dates every stage in the order of the document; `known` keeps how far each has come. */
export function layOut(view: RoadmapView, known: Map<ItemId, StageProgress>) {
  let from = view.start
  let week = 1
  const stages: StageProgress[] = []
  for (const phase of view.items.filter((item) => item.kind === 'phase')) {
    for (const stage of (phase.children ?? []).filter((item) => item.kind === 'stage')) {
      const weeks = stage.weeks ? stage.weeks.to - stage.weeks.from + 1 : null
      const days = weeks === null ? (stage.days ?? null) : weeks * 7
      if (weeks !== null) stage.weeks = { from: week, to: week + weeks - 1 }
      week += weeks ?? 0
      const last = later(from, (days ?? OPEN_DAYS) - 1)
      const progress: StageProgress = {
        worked_minutes: 0,
        done: 0,
        total: 0,
        ...known.get(stage.id),
        stage: stage.id,
        phase: phase.id,
        from,
        to: days === null ? (stage.record?.ended_on ?? null) : last,
        latest: days === null ? last : null,
        planned_minutes: hoursOf(view, stage),
      }
      known.set(stage.id, progress)
      stages.push(progress)
      from = later(last, 1)
    }
  }
  view.stages = stages
  const { today } = view
  const isNow = (stage: StageProgress) => stage.from <= today && today <= (stage.to ?? stage.latest ?? today)
  view.current = stages.find(isNow)?.stage ?? null
}

/** The stage's hours, with those of its activities noted. */
function hoursOf(view: RoadmapView, stage: Item): number {
  let sum = 0
  for (const activity of walk(stage.children ?? [])) {
    if (activity.kind !== 'activity') continue
    const planned = activity.budget?.per === 'stage' ? activity.budget.least : 0
    const hours = view.activities.find((one) => one.activity === activity.id)
    const none = { activity: activity.id, worked_minutes: 0, focused_minutes: 0 }
    if (hours) hours.planned_minutes = planned
    else view.activities.push({ ...none, planned_minutes: planned })
    sum += planned
  }
  return sum
}

function walk(items: readonly Item[]): Item[] {
  return items.flatMap((item) => [item, ...walk(item.children ?? [])])
}
