/** How far the gates are met, as the fake counts it: projects by their ticks, posts by their evidence. */
import type { GateReading } from '../types/GateReading'
import type { Item } from '../types/Item'
import type { MetricReading } from '../types/MetricReading'
import type { NumberRange } from '../types/NumberRange'

type Metric = Extract<Item, { kind: 'metric' }>

export function gatesOf(items: readonly Item[]): GateReading[] {
  const all = walk(items)
  return all.flatMap((gate) => {
    if (gate.kind !== 'gate') return []
    const phase = all.find((item) => item.kind === 'phase' && same(item.months, gate.months))
    const metrics = walk(gate.children ?? []).filter((item): item is Metric => item.kind === 'metric')
    return [
      { gate: gate.id, phase: phase?.id ?? null, metrics: metrics.map((metric) => readingOf(metric, all)) },
    ]
  })
}

function readingOf(metric: Metric, all: Item[]): MetricReading {
  const said = metric.record?.reading ?? null
  const needed = metric.measure?.value ?? null
  const counted = said === null && needed !== null ? count(metric.text, all) : null
  const reading = said ?? counted
  const reached = reading !== null && needed !== null && reading >= needed
  return {
    metric: metric.id,
    reading,
    needed,
    counted: counted !== null,
    met: isDone(metric) || reached,
  }
}

function count(words: string, all: Item[]): number | null {
  if (words.includes('project')) return projects(all)
  if (words.includes('post')) {
    const posts = all.filter((item) => item.kind === 'deliverable' && /post/i.test(item.text))
    return posts.filter((post) => isDone(post) || post.record?.evidence != null).length
  }
  return null
}

/** Parts with the same number are one project, which is finished once all that can be ticked in it is. */
function projects(all: Item[]): number {
  const finished = new Map<number, boolean>()
  for (const item of all) {
    if (item.kind !== 'project') continue
    const steps = walk(item.children ?? []).filter((below) => below.kind === 'step' && !below.optional)
    const done = steps.length > 0 && steps.every(isDone)
    finished.set(item.number ?? -item.id, done && (finished.get(item.number ?? -item.id) ?? true))
  }
  return [...finished.values()].filter(Boolean).length
}

function same(one: NumberRange | null, other: NumberRange | null): boolean {
  return one !== null && other !== null && one.from === other.from && one.to === other.to
}

function isDone(item: Item): boolean {
  return item.record?.done_at != null
}

function walk(items: readonly Item[]): Item[] {
  return items.flatMap((item) => [item, ...walk(item.children ?? [])])
}
