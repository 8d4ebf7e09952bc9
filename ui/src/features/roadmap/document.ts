/** The document as a list of parts, each to be opened by itself; together they are all of it. */
import type { Item, ItemId } from '../../bridge'
import { walk } from '../../shared/plan/items'
import { phaseTitle, stageTitle } from '../../shared/plan/words'

export interface Part {
  /** The name of its first item. */
  id: ItemId
  title: string
  depth: 0 | 1
  /** What it holds. */
  items: Item[]
  /** The item it is, where it is one: a heading, whose children are held. */
  head: Item | null
}

/** What is listed below a part of the document's top. */
const LISTED: ReadonlySet<Item['kind']> = new Set<Item['kind']>([
  'stage',
  'section',
  'template',
  'gate',
  'choice',
  'project',
])

export function partsOfDocument(items: readonly Item[]): Part[] {
  const parts: Part[] = []
  let loose: Item[] = []
  const settle = () => {
    if (loose.length > 0) {
      const title = loose.every((item) => item.kind === 'note' || item.kind === 'comment')
        ? 'Remarks'
        : 'Without a heading'
      parts.push({ id: loose[0]!.id, title, depth: 0, items: loose, head: null })
    }
    loose = []
  }
  for (const item of items) {
    if (!isPart(item)) {
      loose.push(item)
      continue
    }
    settle()
    parts.push(part(item, 0))
    for (const child of item.children ?? []) {
      if (LISTED.has(child.kind) && isPart(child)) parts.push(part(child, 1))
    }
  }
  settle()
  return parts
}

function isPart(item: Item): boolean {
  return item.kind === 'phase' || (item.children ?? []).length > 0
}

function part(item: Item, depth: 0 | 1): Part {
  return { id: item.id, title: titleOf(item), depth, items: item.children ?? [], head: item }
}

/** What it is called among the parts of the document. */
export function titleOf(item: Item): string {
  if (item.kind === 'phase') return phaseTitle(item)
  if (item.kind === 'stage') return stageTitle(item)
  return item.text.replace(/:$/, '')
}

/** The innermost part that is or holds the item. */
export function partHolding(parts: readonly Part[], wanted: ItemId): Part | undefined {
  return parts.findLast((part) => part.id === wanted || walk(part.items).some((item) => item.id === wanted))
}
