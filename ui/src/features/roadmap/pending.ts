/** What was asked of the host and is not confirmed yet, shown as if it were. */
import type { Item, ItemId, Record, RoadmapView } from '../../bridge'
import { isDone, isNotPicked, rows } from '../../shared/plan/items'

export type Change = Partial<Record>

const NOTHING: Record = { done_at: null, chosen: false, evidence: null, reading: null, ended_on: null }

/** A tick of this moment, until the host says when it was. */
export function doneChange(done: boolean): Change {
  return { done_at: done ? new Date().toISOString() : null }
}

/** The view with what is pending as if it were recorded. */
export function withPending(view: RoadmapView, pending: ReadonlyMap<ItemId, Change>): RoadmapView {
  if (pending.size === 0) return view
  const copies = new Map<ItemId, Item>()
  const was = new Map<ItemId, boolean>()
  for (const { item } of rows(view.items).reverse()) {
    const change = pending.get(item.id)
    const children = (item.children ?? []).map((child) => copies.get(child.id) ?? child)
    const record = change ? { ...NOTHING, ...item.record, ...change } : item.record
    copies.set(item.id, { ...item, record, children } as Item)
    if (change && 'done_at' in change) was.set(item.id, isDone(item))
  }
  const items = view.items.map((item) => copies.get(item.id) ?? item)
  const stages = view.stages.map((stage) => {
    const item = copies.get(stage.stage)
    const delta = item
      ? rows([item], isNotPicked).reduce(
          (sum, { item: below }) => sum + step(was.get(below.id), isDone(below)),
          0,
        )
      : 0
    return delta === 0 ? stage : { ...stage, done: Math.min(stage.total, Math.max(0, stage.done + delta)) }
  })
  return { ...view, items, stages }
}

function step(before: boolean | undefined, now: boolean): number {
  if (before === undefined || before === now) return 0
  return now ? 1 : -1
}
