/** A roadmap that can be ticked, chosen from and measured, as the fake keeps it. */
import type { Edit } from '../types/Edit'
import type { Item } from '../types/Item'
import type { ItemId } from '../types/ItemId'
import type { Kind } from '../types/Kind'
import type { Problem } from '../types/Problem'
import type { Record } from '../types/Record'
import type { RoadmapView } from '../types/RoadmapView'
import type { SourceExcerpt } from '../types/SourceExcerpt'
import type { StageProgress } from '../types/StageProgress'
import type { WorkChoice } from '../types/WorkChoice'
import { FakeArchive } from './archive'
import { gatesOf } from './gates'
import { layOut } from './layout'
import { NOTHING_RECORDED } from './tree'

const NOW = '2026-11-25T09:00:00Z'
const AROUND = 3
/** What may move the dates of stages. */
const MOVES_STAGES: ReadonlySet<Edit['kind']> = new Set<Edit['kind']>([
  'set-length',
  'add-stage',
  'add-phase',
  'add-activity',
  'set-budget',
  'remove',
  'move',
])

export class FakeRoadmap {
  /** What was opened outside, in order. */
  readonly opened: ItemId[] = []
  readonly archive = new FakeArchive()
  /** How far each stage has come that was ever there. */
  private readonly known = new Map<ItemId, StageProgress>()

  constructor(
    private readonly view: RoadmapView,
    private readonly lines: string[],
  ) {
    for (const stage of view.stages) this.known.set(stage.stage, stage)
  }

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

  /** Remembers everything it says, and what was taken out, to go back to it. */
  keep(): () => void {
    const before = structuredClone([this.view.items, this.archive.taken] as const)
    return () => {
      const [items, taken] = structuredClone(before)
      this.view.items = items
      this.archive.taken = taken
      layOut(this.view, this.known)
    }
  }

  bringBack(id: ItemId) {
    const { item, above, at } = this.archive.giveBack(id)
    const parent = above.at(-1)
    const siblings = parent ? (this.find(parent.id).children ??= []) : this.view.items
    siblings.splice(at, 0, item)
    layOut(this.view, this.known)
  }

  edit(edit: Edit) {
    this.change(edit)
    if (MOVES_STAGES.has(edit.kind)) layOut(this.view, this.known)
  }

  private change(edit: Edit) {
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
        const added = this.view.addable[place.kind]?.[0]
        if (added?.place === 'within') {
          const kind = { kind: added.what, optional: false, measure: null } as unknown as Kind
          place.children = [...(place.children ?? []), this.made(place, edit.text, kind)]
        } else this.behind(place, this.made(place, edit.text))
        return
      }
      case 'set-category': {
        const activity = this.find(edit.activity)
        if (activity.kind === 'activity') activity.category = edit.category
        return
      }
      case 'set-length': {
        const stage = this.find(edit.stage)
        if (stage.kind !== 'stage') return
        stage.weeks = { from: 1, to: edit.weeks }
        stage.days = null
        return
      }
      case 'add-stage': {
        const after = this.find(edit.after)
        const kind: Kind = { kind: 'stage', weeks: { from: 1, to: edit.weeks }, days: null }
        const stage = this.made(after, edit.title, kind)
        if (after.kind === 'phase') after.children = [...(after.children ?? []), stage]
        else this.behind(after, stage)
        return
      }
      case 'add-phase': {
        const kind: Kind = { kind: 'phase', months: null, open_ended: false }
        const after = edit.after === null ? null : this.find(edit.after)
        if (after) this.behind(after, this.made(after, edit.title, kind))
        else this.view.items.push(this.made(this.view.items.at(-1)!, edit.title, kind))
        return
      }
      case 'add-activity': {
        const stage = this.find(edit.stage)
        const kind: Kind = { kind: 'activity', category: edit.category, budget: edit.budget }
        stage.children = [...(stage.children ?? []), this.made(stage, edit.title, kind)]
        return
      }
      case 'remove': {
        const [siblings, at] = this.among(edit.item)
        const above = below({ children: this.view.items } as Item).filter(
          (item) => item.id !== edit.item && holds(item, edit.item),
        )
        this.archive.take({ item: siblings[at]!, above, at, on: this.view.today })
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

  /** A new item where another stands, and of its kind where no other one is given. */
  private made(place: Item, text: string, kind?: Kind): Item {
    const id = Math.max(...below({ children: this.view.items } as Item).map((item) => item.id)) + 1
    const fresh = { id, text, note: null, task: null, record: NOTHING_RECORDED, children: [] }
    return { ...structuredClone(place), ...kind, ...fresh } as Item
  }

  private behind(place: Item, made: Item) {
    const [siblings, at] = this.among(place.id)
    siblings.splice(at + 1, 0, made)
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
