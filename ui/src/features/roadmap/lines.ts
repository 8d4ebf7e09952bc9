/** Items of any shape as lines to show: which are headings, how far each is moved in, what belongs together. */
import type { Item, ItemId } from '../../bridge'
import { isNotPicked, parents, rows } from '../../shared/plan/items'

export interface Line {
  item: Item
  /** A heading over what follows; anything else is a line of its own. */
  isHead: boolean
  /** Nesting among the lines: what stands below a heading is not moved in. */
  depth: number
  /** The choice that an option is of. */
  choice: Item | null
  /** Of an option, or below one, while another one is picked. */
  passedOver: boolean
}

const HEADS: ReadonlySet<Item['kind']> = new Set<Item['kind']>([
  'phase',
  'track',
  'stage',
  'activity',
  'project',
  'checkpoint',
  'choice',
  'gate',
  'template',
  'routine',
  'section',
])

/** A heading without a box of its own; with one it is a line to be ticked. */
function isHead(item: Item): boolean {
  return HEADS.has(item.kind) && item.task == null
}

function isPassedOver(option: Item, choice: Item): boolean {
  return isNotPicked(option) && (choice.children ?? []).some((one) => one.record?.chosen)
}

/**
 * The items and all below them, in groups that columns should not tear apart: a heading and its first line,
 * a line and what is below it. A target in the very words of what it measures is read beside that, not again.
 */
export function linesOf(
  items: readonly Item[],
  parent: Item | null = null,
  leaveOut: (item: Item) => boolean = () => false,
): Line[][] {
  const above = parents(parent ? [parent] : items)
  const repeats = (item: Item) => item.kind === 'target' && above.get(item.id)?.text === item.text
  const depths = new Map<ItemId, number>()
  const passed = new Set<ItemId>()
  const groups: Line[][] = []
  let afterHead = false
  for (const { item } of rows(items, (item) => leaveOut(item) || repeats(item))) {
    const holder = above.get(item.id)
    const depth = holder ? (depths.get(holder.id) ?? 0) + (isHead(holder) ? 0 : 1) : 0
    depths.set(item.id, depth)
    const choice = holder?.kind === 'choice' ? holder : null
    const passedOver = (holder && passed.has(holder.id)) || (choice !== null && isPassedOver(item, choice))
    if (passedOver) passed.add(item.id)
    const line = { item, isHead: isHead(item), depth, choice, passedOver }
    if (groups.length === 0 || (depth === 0 && !afterHead)) groups.push([line])
    else groups.at(-1)!.push(line)
    afterHead = line.isHead
  }
  return groups
}
