/**
 * What a person records about the roadmap: ticks, picks, evidence, readings. Each shows at once and gives way
 * to what the host says once it has answered.
 */
import { createContext } from 'svelte'
import { SvelteMap } from 'svelte/reactivity'
import { commands, type Item, type ItemId } from '../../bridge'
import { attempt } from '../../shared/problems.svelte'
import { doneChange, type Change } from './pending'

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
  /** What the host has answered, and the next reading will show. */
  private answered: [ItemId, Change][] = []

  constructor(
    private readonly again: () => Promise<void>,
    readonly showSource: (item: Item) => void,
    private readonly needsBase: (item: Item) => Promise<boolean>,
  ) {}

  tick(item: Item, done: boolean): Promise<void> {
    return this.record([[item.id, doneChange(done)]], () => commands.set_done({ item: item.id, done }))
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

  /** To be called with each new reading of the roadmap: what the host has answered is in it. */
  settle() {
    for (const [id, change] of this.answered) {
      if (this.pending.get(id) === change) this.pending.delete(id)
    }
    this.answered = []
  }

  private async record(changes: [ItemId, Change][], run: () => Promise<void>): Promise<void> {
    for (const [id, change] of changes) this.pending.set(id, change)
    const kept = await attempt(() => run().then(() => true))
    this.answered.push(...changes)
    if (!kept) this.settle()
    await this.again()
  }
}
