/** What a stage's sheet shows where. */
import type { Item, ItemId } from '../../bridge'
import { childrenOf, rows, type ItemOf } from '../../shared/plan/items'

export interface StageParts {
  goal: string | null
  activities: ItemOf<'activity'>[]
  targets: Item[]
  deliverables: Item[]
  checkpoints: Item[]
  /** What the stage says besides. */
  others: Item[]
  /** What is shown apart from the place where the document says it. */
  apart: ReadonlySet<ItemId>
}

/** Within these, what belongs to them stays with them. */
const KEEPERS: ReadonlySet<Item['kind']> = new Set<Item['kind']>([
  'option',
  'choice',
  'step',
  'entry',
  'routine',
])
const APART: ReadonlySet<Item['kind']> = new Set<Item['kind']>(['target', 'deliverable', 'checkpoint'])

export function partsOf(stage: Item, phase: Item | null): StageParts {
  const apart = outcomesOf(stage)
  const of = (kind: Item['kind']) => apart.filter((item) => item.kind === kind)
  const goals = phase && phase.id !== stage.id ? [stage, phase] : [stage]
  const ids = new Set(apart.map((item) => item.id))
  for (const { item } of rows(stage.children ?? []).reverse()) {
    const children = item.children ?? []
    if (item.kind === 'section' && children.length > 0 && children.every((child) => ids.has(child.id)))
      ids.add(item.id)
  }
  return {
    goal: goals.flatMap((item) => childrenOf(item, 'goal'))[0]?.text ?? null,
    activities: childrenOf(stage, 'activity'),
    targets: of('target'),
    deliverables: of('deliverable'),
    checkpoints: of('checkpoint'),
    others: (stage.children ?? []).filter((item) => !ELSEWHERE.has(item.kind) && !ids.has(item.id)),
    apart: ids,
  }
}

/** What has a place of its own on the sheet, or is a remark to whoever edits the document. */
const ELSEWHERE: ReadonlySet<Item['kind']> = new Set<Item['kind']>(['activity', 'goal', 'stage', 'comment'])

/** The targets, deliverables and checkpoints of a stage and its activities, in order. */
function outcomesOf(stage: Item): Item[] {
  const found: Item[] = []
  const left = [...(stage.children ?? [])].reverse()
  for (let item = left.pop(); item; item = left.pop()) {
    if (APART.has(item.kind)) found.push(item)
    else if (!KEEPERS.has(item.kind)) left.push(...[...(item.children ?? [])].reverse())
  }
  return found
}

/** What a phase says outside of its stages, shown with the last of them. */
export function besidesStages(phase: Item): Item[] {
  return (phase.children ?? []).filter((item) => !ELSEWHERE.has(item.kind))
}
