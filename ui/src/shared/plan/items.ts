/**
 * Questions about a roadmap's items that several screens ask. Nothing here recurses, so a document nested
 * to any depth is safe.
 */
import type { Item, ItemId } from '../../bridge'

export type ItemKind = Item['kind']
/** An item of that kind, with that kind's own fields. */
export type ItemOf<Name extends ItemKind> = Extract<Item, { kind: Name }>

/** An item and how deep it lies below the items it was asked for, from 0. */
export interface Row {
  item: Item
  depth: number
}

/**
 * The items and everything below them, in the order of the document, each with its depth. What is left out
 * is left out with everything below it.
 */
export function rows(items: readonly Item[], leaveOut: (item: Item) => boolean = () => false): Row[] {
  const found: Row[] = []
  const left: Row[] = items.map((item) => ({ item, depth: 0 })).reverse()
  for (let row = left.pop(); row; row = left.pop()) {
    if (leaveOut(row.item)) continue
    found.push(row)
    const children = row.item.children ?? []
    for (let at = children.length - 1; at >= 0; at--) {
      left.push({ item: children[at]!, depth: row.depth + 1 })
    }
  }
  return found
}

/** The items and everything below them, in the order of the document. */
export function walk(items: readonly Item[]): Item[] {
  return rows(items).map((row) => row.item)
}

/** Everything by its name. */
export function byId(items: readonly Item[]): Map<ItemId, Item> {
  return new Map(walk(items).map((item) => [item.id, item]))
}

/** Each item's parent, by name; items at the top have none. */
export function parents(items: readonly Item[]): Map<ItemId, Item> {
  const found = new Map<ItemId, Item>()
  for (const item of walk(items)) {
    for (const child of item.children ?? []) found.set(child.id, item)
  }
  return found
}

export function isKind<Name extends ItemKind>(item: Item, kind: Name): item is ItemOf<Name> {
  return item.kind === kind
}

/** The children of these kinds. */
export function childrenOf<Name extends ItemKind>(item: Item, ...kinds: Name[]): ItemOf<Name>[] {
  return (item.children ?? []).filter((child): child is ItemOf<Name> =>
    (kinds as ItemKind[]).includes(child.kind),
  )
}

const TICKABLE: ReadonlySet<ItemKind> = new Set<ItemKind>([
  'step',
  'checkpoint-item',
  'checklist-item',
  'resource',
  'deliverable',
  'metric',
])

/** True where a person can tick it: the same as the model's own rule. */
export function canBeDone(item: Item): boolean {
  return item.task != null || TICKABLE.has(item.kind)
}

export function isDone(item: Item): boolean {
  return item.record?.done_at != null
}

/** True for an option that is not the one picked: what is below it need not be done. */
export function isNotPicked(item: Item): boolean {
  return item.kind === 'option' && !item.record?.chosen
}

/**
 * How many can be ticked below these items, and how many are, or are done in another sense. Of a choice only
 * what belongs to the picked option counts, the same as in the model; while none is picked, nothing.
 */
export function ticks(
  items: readonly Item[],
  done: (item: Item) => boolean = isDone,
): { done: number; total: number } {
  const found = rows(items, isNotPicked)
    .map((row) => row.item)
    .filter(canBeDone)
  return { done: found.filter(done).length, total: found.length }
}
