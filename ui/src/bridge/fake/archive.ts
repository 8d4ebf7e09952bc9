/** What the fake's roadmap has taken out, to be given back. */
import type { Item } from '../types/Item'
import type { ItemId } from '../types/ItemId'
import type { Problem } from '../types/Problem'
import type { RemovedLine } from '../types/RemovedLine'

interface Taken {
  item: Item
  /** What it stood in, from the top down. */
  above: Item[]
  at: number
  /** The day it was taken out on. */
  on: string
}

export class FakeArchive {
  /** The latest first. */
  taken: Taken[] = []

  take(taken: Taken) {
    this.taken = [structuredClone(taken), ...this.taken]
  }

  giveBack(id: ItemId): Taken {
    const found = this.taken.find(({ item }) => item.id === id)
    const problem: Problem = { code: 'stale', message: `Item ${id} was not taken out.` }
    if (!found) throw problem
    this.taken = this.taken.filter((taken) => taken !== found)
    return structuredClone(found)
  }

  lines(): RemovedLine[] {
    return this.taken.map(({ item, above, on }) => {
      const all = walk(item)
      return {
        item: bare(item),
        within: above.map(bare),
        on,
        below: all.length - 1,
        done: all.filter((one) => one.record?.done_at != null).length,
        worked_minutes: item.kind === 'activity' ? 120 : 0,
      }
    })
  }
}

function bare(item: Item): Item {
  return { ...structuredClone(item), children: [] }
}

function walk(item: Item): Item[] {
  return [item, ...(item.children ?? []).flatMap(walk)]
}
