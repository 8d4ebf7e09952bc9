/** What lines of the fake's documents can be taken for, and what becomes of the tree when a person says so. */
import type { Category } from '../types/Category'
import type { Item } from '../types/Item'
import type { Kind } from '../types/Kind'
import type { Readings } from '../types/Readings'
import type { Taken } from '../types/Taken'

const WORK: Category[] = [
  'study',
  'hands-on',
  'interview-prep',
  'job-search',
  'writing',
  'networking',
  'review',
]
const PARTS: Item['kind'][] = ['phase', 'stage', 'section', 'checkpoint', 'choice', 'gate', 'project']
/** The kind of a line, and what a list of such lines is taken for. */
const LISTS = {
  steps: { kind: 'step', optional: false },
  resources: { kind: 'resource', href: null },
  deliverables: { kind: 'deliverable' },
  targets: { kind: 'target', measure: null },
  goals: { kind: 'goal' },
  section: { kind: 'entry' },
  checkpoint: { kind: 'checkpoint-item' },
} as const satisfies Partial<Record<Taken['as'], Kind>>

type List = keyof typeof LISTS
const LINES: Taken[] = (['steps', 'resources', 'deliverables', 'targets', 'goals'] as const).map((as) => ({
  as,
}))

export function readingsOf(items: readonly Item[], id: number): Readings {
  const path = pathTo(items, id)
  const item = path.at(-1)
  if (!item) return { taken: [], takes_hours: false }
  const inStage = path.slice(0, -1).some((above) => above.kind === 'stage')
  const found: Taken[] = []
  if (item.kind === 'activity' || item.kind === 'block') {
    const others = WORK.filter((category) => category !== item.category)
    found.push(...[item.category, ...others].map((category): Taken => ({ as: 'category', category })))
    if (item.kind === 'activity')
      found.push({ as: 'stage' }, { as: 'section' }, { as: 'checkpoint' }, ...LINES)
  } else if (PARTS.includes(item.kind)) {
    found.push(...present(item), { as: 'phase' }, { as: 'stage' }, { as: 'section' })
    if (inStage) found.push(...WORK.map((category): Taken => ({ as: 'activity', category })))
    if (inStage) found.push({ as: 'checkpoint' })
    if (item.kind !== 'phase' && item.kind !== 'stage') found.push(...LINES)
  } else if (present(item).length > 0) {
    found.push(...present(item), ...LINES, { as: 'section' }, { as: 'checkpoint' })
  }
  const known = [...new Map(found.map((taken) => [JSON.stringify(taken), taken])).values()]
  const bare = item.kind === 'stage' && !(item.children ?? []).some((child) => child.kind === 'activity')
  return { taken: known, takes_hours: item.kind === 'activity' || bare }
}

function present(item: Item): Taken[] {
  if (item.kind === 'phase' || item.kind === 'stage') return [{ as: item.kind }]
  if (item.kind === 'checkpoint' || item.kind === 'section') return [{ as: item.kind }]
  if (item.kind === 'note') return [{ as: 'section' }]
  const list = (Object.keys(LISTS) as List[]).find((as) => LISTS[as].kind === item.kind)
  return list ? [{ as: list }] : []
}

/** Takes an item for something else. The items are changed in place. */
export function take(items: Item[], id: number, taken: Taken): void {
  const path = pathTo(items, id)
  const item = path.at(-1)
  if (!item) return
  const isPart = PARTS.includes(item.kind) || item.kind === 'activity'
  switch (taken.as) {
    case 'phase':
      become(item, { kind: 'phase', months: null, open_ended: false })
      lift(items, path, null)
      return
    case 'stage':
      become(item, { kind: 'stage', weeks: null, days: 7 })
      lift(items, path, 'phase')
      return
    case 'activity':
      become(item, { kind: 'activity', category: taken.category, budget: null })
      return
    case 'category':
      if (item.kind === 'activity' || item.kind === 'block') item.category = taken.category
      return
    case 'hours':
      if (item.kind === 'activity') item.budget = taken.budget
      else if (item.kind === 'stage') {
        const work: Kind = { kind: 'activity', category: 'hands-on', budget: taken.budget }
        const implied = { ...structuredClone(item), children: [], ...work, id: -id } as Item
        item.children = [implied, ...(item.children ?? [])]
      }
      return
    case 'schedule':
      become(item, { kind: 'template', stated_minutes: null, tempo: null })
      return
    case 'track':
      return
    default:
      if (!isPart) become(item, LISTS[taken.as])
      else {
        become(item, taken.as === 'checkpoint' ? { kind: 'checkpoint' } : { kind: 'section', about: 'other' })
        for (const child of item.children ?? []) become(child, LISTS[taken.as])
      }
  }
}

function become(item: Item, kind: Kind) {
  Object.assign(item, kind)
}

/** Moves an item out, to stand behind the one that holds it: at the top, or below the nearest of a kind. */
function lift(items: Item[], path: Item[], below: 'phase' | null) {
  const item = path.at(-1)!
  const above = path.slice(0, -1)
  const at = below ? above.findLastIndex((one) => one.kind === below) : -1
  const before = above[at + 1]
  const home = at >= 0 ? (above[at]!.children ??= []) : items
  if (!before) {
    if (below && at < 0) {
      const phase = items.findLast((one, where) => one.kind === 'phase' && where < items.indexOf(item))
      if (!phase) return
      items.splice(items.indexOf(item), 1)
      ;(phase.children ??= []).push(item)
    }
    return
  }
  const holder = above.at(-1)!
  holder.children = (holder.children ?? []).filter((child) => child !== item)
  home.splice(home.indexOf(before) + 1, 0, item)
}

/** The way down to an item, from the top. */
function pathTo(items: readonly Item[], id: number): Item[] {
  for (const item of items) {
    if (item.id === id) return [item]
    const below = pathTo(item.children ?? [], id)
    if (below.length > 0) return [item, ...below]
  }
  return []
}
