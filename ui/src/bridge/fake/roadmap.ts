/** A roadmap that can be ticked, chosen from and measured, as the fake keeps it. */
import type { Edit } from '../types/Edit'
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

  /** Everything it says, as it is now. */
  items(): Item[] {
    return structuredClone(this.view.items)
  }

  setItems(items: Item[]) {
    this.view.items = items
  }

  edit(edit: Edit) {
    switch (edit.kind) {
      case 'rename':
        this.find(edit.item).text = edit.text
        return
      case 'set-budget': {
        const activity = this.find(edit.activity)
        if (activity.kind === 'activity') activity.budget = edit.budget
        return
      }
      case 'add': {
        const place = this.find(edit.at)
        const id = Math.max(...below({ children: this.view.items } as Item).map((item) => item.id)) + 1
        const step = {
          ...structuredClone(place),
          id,
          text: edit.text,
          record: NOTHING_RECORDED,
          children: [],
        }
        if (place.kind === 'activity') {
          place.children = [...(place.children ?? []), { ...step, kind: 'step', optional: false } as Item]
        } else {
          const [siblings, at] = this.among(edit.at)
          siblings.splice(at + 1, 0, step)
        }
        return
      }
      case 'remove': {
        const [siblings, at] = this.among(edit.item)
        siblings.splice(at, 1)
        return
      }
      case 'move': {
        const [siblings, at] = this.among(edit.item)
        const [moved] = siblings.splice(at, 1)
        siblings.splice(Math.max(0, at + edit.by), 0, moved!)
      }
    }
  }

  /** The list that an item is in, and its place there. */
  private among(id: ItemId): [Item[], number] {
    const lists = [{ children: this.view.items } as Item, ...below({ children: this.view.items } as Item)]
    for (const { children } of lists) {
      const at = children?.findIndex((item) => item.id === id) ?? -1
      if (children && at >= 0) return [children, at]
    }
    return [[], 0]
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
