/** A roadmap that can be ticked, chosen from and measured, as the fake keeps it. */
import type { Item } from '../types/Item'
import type { ItemId } from '../types/ItemId'
import type { Problem } from '../types/Problem'
import type { Record } from '../types/Record'
import type { RoadmapView } from '../types/RoadmapView'
import type { SourceExcerpt } from '../types/SourceExcerpt'
import type { WorkChoice } from '../types/WorkChoice'
import { gatesOf } from './gates'
import { NOTHING_RECORDED } from './tree'

const NOW = '2026-11-25T09:00:00Z'
const AROUND = 3

export class FakeRoadmap {
  /** What was opened outside, in order. */
  readonly opened: ItemId[] = []

  constructor(
    private readonly view: RoadmapView,
    private readonly lines: string[],
  ) {}

  get(): RoadmapView {
    return { ...structuredClone(this.view), gates: gatesOf(this.view.items) }
  }

  source(id: ItemId): SourceExcerpt {
    const line = this.find(id).span.line
    const first = Math.max(1, line - AROUND)
    return {
      file_name: this.view.origin,
      first_line: first,
      lines: this.lines.slice(first - 1, line + AROUND),
      from: line,
      to: line,
    }
  }

  setDone(id: ItemId, done: boolean) {
    const item = this.find(id)
    const was = item.record?.done_at != null
    if (was === done) return
    this.record(item, { done_at: done ? NOW : null })
    const stage = this.view.stages.find((one) => holds(this.find(one.stage), id))
    if (stage) stage.done += done ? 1 : -1
  }

  choose(choice: ItemId, option: ItemId | null) {
    for (const child of this.find(choice).children ?? []) {
      if (child.kind === 'option') this.record(child, { chosen: child.id === option })
    }
  }

  setEvidence(id: ItemId, evidence: string | null) {
    this.record(this.find(id), { evidence })
  }

  setReading(id: ItemId, reading: number | null) {
    this.record(this.find(id), { reading })
  }

  end(stage: ItemId, on: string | null) {
    this.record(this.find(stage), { ended_on: on })
    const dated = this.view.stages.find((one) => one.stage === stage)
    if (dated) dated.to = on
  }

  setBase(base: string | null) {
    this.view.resource_base = base
  }

  open(id: ItemId) {
    this.opened.push(id)
  }

  /** Every activity with its open steps, the current stage first. */
  choices(): WorkChoice[] {
    const { current, stages } = this.view
    const inOrder = [...stages].sort((one, other) => +(other.stage === current) - +(one.stage === current))
    return inOrder.flatMap(({ stage }) =>
      below(this.find(stage)).flatMap((activity) =>
        activity.kind === 'activity'
          ? {
              stage,
              activity: activity.id,
              category: activity.category,
              title: activity.text,
              steps: below(activity)
                .filter((item) => item.kind === 'step' && item.record?.done_at == null)
                .map(({ id, text }) => ({ item: id, text, done: false, focused_minutes: 0 })),
            }
          : [],
      ),
    )
  }

  private record(item: Item, change: Partial<Record>) {
    item.record = { ...(item.record ?? NOTHING_RECORDED), ...change }
  }

  private find(id: ItemId): Item {
    const left = [...this.view.items]
    for (let item = left.pop(); item; item = left.pop()) {
      if (item.id === id) return item
      left.push(...(item.children ?? []))
    }
    const problem: Problem = { code: 'stale', message: `Item ${id} is no longer in the roadmap.` }
    throw problem
  }
}

function below(item: Item): Item[] {
  return (item.children ?? []).flatMap((child) => [child, ...below(child)])
}

function holds(item: Item, id: ItemId): boolean {
  return item.id === id || (item.children ?? []).some((child) => holds(child, id))
}
