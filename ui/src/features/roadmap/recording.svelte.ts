/**
 * What a person records about the roadmap: ticks, picks, evidence, readings. Each shows at once and gives way
 * to what the host says once it has answered.
 */
import { createContext } from 'svelte'
import { SvelteMap } from 'svelte/reactivity'
import { commands, type Item, type ItemId, type Record, type RoadmapView } from '../../bridge'
import { isDone, rows, walk } from '../../shared/plan/items'
import { attempt } from '../../shared/problems.svelte'

export type Change = Partial<Record>

const NOTHING: Record = { done_at: null, chosen: false, evidence: null, reading: null }

export interface Recorder {
  tick(item: Item, done: boolean): Promise<void>
  choose(choice: Item, option: Item | null): Promise<void>
  setEvidence(item: Item, evidence: string | null): Promise<void>
  setReading(item: Item, reading: number | null): Promise<void>
  open(item: Item): Promise<void>
  /** Shows the item's lines in the document. */
  showSource(item: Item): void
}

export const [useRecorder, provideRecorder] = createContext<Recorder>()

/** Records through the host. `again` reads the roadmap; until it has, the change is shown in its place. */
export class Recording implements Recorder {
  readonly pending = new SvelteMap<ItemId, Change>()

  constructor(
    private readonly again: () => Promise<void>,
    readonly showSource: (item: Item) => void,
    private readonly needsBase: (item: Item) => Promise<boolean>,
  ) {}

  tick(item: Item, done: boolean): Promise<void> {
    const change = { done_at: done ? new Date().toISOString() : null }
    return this.record([[item.id, change]], () => commands.set_done({ item: item.id, done }))
  }

  choose(choice: Item, option: Item | null): Promise<void> {
    const changes = (choice.children ?? [])
      .filter((child) => child.kind === 'option')
      .map((child): [ItemId, Change] => [child.id, { chosen: child.id === option?.id }])
    return this.record(changes, () => commands.choose({ choice: choice.id, option: option?.id ?? null }))
  }

  setEvidence(item: Item, evidence: string | null): Promise<void> {
    return this.record([[item.id, { evidence }]], () => commands.set_evidence({ item: item.id, evidence }))
  }

  setReading(item: Item, reading: number | null): Promise<void> {
    return this.record([[item.id, { reading }]], () => commands.set_reading({ item: item.id, reading }))
  }

  async open(item: Item): Promise<void> {
    if (await this.needsBase(item)) return
    await attempt(() => commands.open_resource({ item: item.id }))
  }

  private async record(changes: [ItemId, Change][], run: () => Promise<void>): Promise<void> {
    for (const [id, change] of changes) this.pending.set(id, change)
    await attempt(run)
    await this.again()
    for (const [id, change] of changes) {
      if (this.pending.get(id) === change) this.pending.delete(id)
    }
  }
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
      ? walk([item]).reduce((sum, below) => sum + step(was.get(below.id), isDone(below)), 0)
      : 0
    return delta === 0 ? stage : { ...stage, done: Math.min(stage.total, Math.max(0, stage.done + delta)) }
  })
  return { ...view, items, stages }
}

function step(before: boolean | undefined, now: boolean): number {
  if (before === undefined || before === now) return 0
  return now ? 1 : -1
}
