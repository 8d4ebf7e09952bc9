/** The bundled roadmap as the importer reads it, and the plan made of it, six weeks in. */
import type { Item } from '../types/Item'
import type { ItemId } from '../types/ItemId'
import type { RoadmapView } from '../types/RoadmapView'
import type { StageProgress } from '../types/StageProgress'
import { ADDABLE } from './additions'
import { gatesOf } from './gates'
import type { Read } from './preview'
import json from './roadmap.json'
import { NOTHING_RECORDED } from './tree'
import { later } from './week'

/** An item in `roadmap.json`: what is empty is left out. */
interface Stored {
  id: number
  line: number
  kind: string
  text: string
  note?: string
  box?: boolean
  more?: Record<string, unknown>
  children?: Stored[]
}

/** What a kind holds where nothing is stored. */
const EMPTY = {
  months: null,
  weeks: null,
  budget: null,
  number: null,
  measure: null,
  suits: null,
  href: null,
  price: null,
  stated_minutes: null,
  tempo: null,
  start: null,
  part: null,
}

const DATES: [weeks: number, worked: number][] = [
  [1, 1],
  [1, 1],
  [1, 1.02],
  [1, 0.92],
  [1, 0.85],
  [2, 0.19],
  [1, 0],
  [1, 0],
  [1, 0],
  [2, 0],
]
const OPEN_WEEKS = 13

export const bundled: Read = { title: json.title, ...read(json.items as Stored[]) }

function read(stored: Stored[]): { items: Item[]; lines: string[] } {
  const lines: string[] = [`# ${json.title}`]
  const inflate = ({ id, line, kind, text, note, box, more, children }: Stored, depth: number): Item => {
    const words = note ? `${text} - ${note}` : text
    const mark = kind === 'phase' || kind === 'stage' ? '#'.repeat(depth + 2) : box ? '- [ ]' : '-'
    lines[line - 1] ??= kind === 'comment' ? `<!-- ${text} -->` : `${mark} ${words}`
    return {
      ...EMPTY,
      ...(more?.measure ? { measure: { upper: null, ...(more.measure as object) } } : {}),
      id,
      text,
      note: note ?? null,
      span: { start: 0, end: 0, line },
      task: box ? { mark: 0, ticked: false } : null,
      record: { ...NOTHING_RECORDED },
      ...more,
      kind,
      children: (children ?? []).map((child) => inflate(child, depth + 1)),
    } as unknown as Item
  }
  const items = stored.map((item) => inflate(item, 0))
  return { items, lines: Array.from(lines, (line) => line ?? '') }
}

/** The plan from `start` on as it stands on `today`: what is over is ticked, the current stage in part. */
export function bundledView(start: string, today: string): RoadmapView {
  const items = structuredClone(bundled.items)
  const phases = items.filter((item) => item.kind === 'phase')
  const stages: StageProgress[] = []
  const activities: RoadmapView['activities'] = []
  let from = start
  for (const phase of phases) {
    for (const stage of (phase.children ?? []).filter((item) => item.kind === 'stage')) {
      const [weeks, share] = DATES[stages.length] ?? [OPEN_WEEKS, 0]
      const open = stages.length >= DATES.length
      const last = later(from, weeks * 7 - 1)
      const worked = from <= today ? share : 0
      const own = walk([stage]).filter((item) => item.kind === 'activity')
      const hours = own.map((activity) => {
        const planned = activity.budget?.per === 'stage' ? activity.budget.least : 0
        const minutes = Math.round(planned * worked)
        return {
          activity: activity.id,
          planned_minutes: planned,
          worked_minutes: minutes,
          focused_minutes: minutes,
        }
      })
      activities.push(...hours)
      const boxes = walk([stage]).filter(isTickable)
      const ticked = boxes.slice(0, Math.round(boxes.length * Math.min(1, worked)))
      for (const box of ticked) box.record = { ...NOTHING_RECORDED, done_at: '2026-11-20T17:00:00Z' }
      stages.push({
        stage: stage.id,
        phase: phase.id,
        from,
        to: open ? null : last,
        latest: open ? last : null,
        planned_minutes: hours.reduce((sum, one) => sum + one.planned_minutes, 0),
        worked_minutes: hours.reduce((sum, one) => sum + one.worked_minutes, 0),
        done: ticked.length,
        total: boxes.length,
      })
      from = later(last, 1)
    }
  }
  for (const gate of walk(items)
    .filter((item) => item.kind === 'gate')
    .slice(0, 1)) {
    for (const metric of gate.children ?? [])
      metric.record = { ...NOTHING_RECORDED, done_at: '2026-11-15T17:00:00Z' }
  }
  return {
    title: bundled.title,
    origin: 'production-ml-engineer.md',
    resource_base: null,
    items,
    stages,
    activities,
    current:
      stages.find((stage) => stage.from <= today && today <= (stage.to ?? stage.latest ?? today))?.stage ??
      null,
    role: 'MLOps Engineer',
    suggestions: suggestions(items, 'MLOps roles'),
    gates: gatesOf(items),
    days_off: [],
    today,
    start,
    addable: ADDABLE,
  }
}

/** Sixty stages with hundreds of boxes and words without end. */
export function overfullView(start: string, today: string): RoadmapView {
  const model = bundledView(start, today)
  const all = walk(model.items)
  const pattern = all.find((item) => item.kind === 'stage')!
  const phase = all.find((item) => item.kind === 'phase')!
  const stages: StageProgress[] = []
  let id = 10_000
  const copy = (item: Item): Item =>
    ({ ...structuredClone(item), id: ++id, children: (item.children ?? []).map(copy) }) as Item
  phase.children = Array.from({ length: 60 }, (_, at) => {
    const stage = copy(pattern)
    if (stage.kind === 'stage') stage.weeks = { from: at + 1, to: at + 1 }
    stage.text =
      at % 7 === 3
        ? 'Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikationsverfahrensprüfung'
        : stage.text
    const from = later(start, at * 7)
    stages.push({
      stage: stage.id,
      phase: phase.id,
      from,
      to: later(from, 6),
      latest: null,
      planned_minutes: 2400,
      worked_minutes: from < today ? 2400 : 0,
      done: 0,
      total: 0,
    })
    return stage
  })
  const first = phase.children[5]!
  const box = walk([first]).find((item) => item.kind === 'step')!
  first.children![1]!.children!.push(...Array.from({ length: 400 }, () => copy(box)))
  for (const [at, stage] of phase.children.entries()) {
    const boxes = walk([stage]).filter(isTickable)
    const ticked = boxes.filter((box) => box.record?.done_at != null)
    stages[at] = { ...stages[at]!, done: ticked.length, total: boxes.length }
  }
  return {
    ...model,
    items: [phase, ...model.items.filter((item) => item.kind !== 'phase')],
    stages,
    current: first.id,
    suggestions: [],
  }
}

function walk(items: readonly Item[]): Item[] {
  return items.flatMap((item) => [item, ...walk(item.children ?? [])])
}

function isTickable(item: Item): boolean {
  const kinds: Item['kind'][] = [
    'step',
    'checkpoint-item',
    'checklist-item',
    'resource',
    'deliverable',
    'metric',
  ]
  return item.task != null || kinds.includes(item.kind)
}

function suggestions(items: Item[], suits: string): { choice: ItemId; option: ItemId }[] {
  return walk(items)
    .filter((item) => item.kind === 'choice')
    .flatMap((choice) =>
      (choice.children ?? [])
        .filter((option) => option.kind === 'option' && option.suits === suits)
        .map((option) => ({ choice: choice.id, option: option.id })),
    )
}
