/** The roadmaps side by side, as the fake keeps them: one is active, others wait or are put away. */
import type { Problem } from '../types/Problem'
import type { RoadmapEntry } from '../types/RoadmapEntry'
import type { RoadmapOrigin } from '../types/RoadmapOrigin'
import type { Scene } from './scenes'

/** How many there are where there are too many. */
const MANY = 100

export class FakeLibrary {
  constructor(private all: readonly RoadmapEntry[]) {}

  /** The latest first. */
  get(): RoadmapEntry[] {
    return structuredClone(this.all.toSorted((a, b) => b.id - a.id))
  }

  get active(): RoadmapEntry | undefined {
    return this.all.find((entry) => entry.active)
  }

  title(id: number): string {
    const found = this.all.find((entry) => entry.id === id)
    if (!found) throw gone()
    return found.title
  }

  /** Everything as it is now; what it gives puts it back. */
  keep(): () => void {
    const before = this.all
    return () => (this.all = before)
  }

  activate(id: number) {
    this.all = this.all.map((entry) => ({
      ...entry,
      active: entry.id === id,
      archived: entry.archived && entry.id !== id,
    }))
  }

  archive(id: number, archived: boolean) {
    this.set(id, { archived, ...(archived ? { active: false } : {}) })
    this.activateLatest()
  }

  rename(id: number, title: string) {
    this.set(id, { title })
  }

  duplicate(id: number) {
    const { title, origin, ...more } = this.all.find((entry) => entry.id === id)!
    this.add(`${title} (copy)`, origin, more)
  }

  add(title: string, origin: RoadmapOrigin, more: Partial<RoadmapEntry> = {}) {
    const id = Math.max(0, ...this.all.map((entry) => entry.id)) + 1
    this.all = [...this.all, entryOf({ title, origin, ...more, id })]
    this.activate(id)
  }

  remove(which: (entry: RoadmapEntry) => boolean) {
    this.all = this.all.filter((entry) => !which(entry))
    this.activateLatest()
  }

  private set(id: number, change: Partial<RoadmapEntry>) {
    this.all = this.all.map((entry) => (entry.id === id ? { ...entry, ...change } : entry))
  }

  private activateLatest() {
    const latest = this.all.findLast((entry) => !entry.archived)
    if (!this.active && latest) this.activate(latest.id)
  }
}

/** What a scene begins with. A document to be shown in some state makes the active one come from a file. */
export function libraryOf(scene: Scene, sample: boolean, fromFile: boolean): FakeLibrary {
  if (scene === 'empty') return new FakeLibrary([])
  const path = '/home/robin/plans/plan.md'
  const active = entryOf({
    id: 3,
    title: 'Production ML Engineer, 3-6 months',
    origin: fromFile ? { from: 'file', path } : { from: 'bundled', name: 'production-ml-engineer.md' },
    sample,
    active: true,
    start: '2026-10-19',
    end: '2027-01-10',
    done: 34,
    total: 212,
  })
  if (sample) return new FakeLibrary([active])
  const all = [...others(), active, ...(scene === 'overfull' ? many() : [])]
  return new FakeLibrary(
    scene === 'archived' ? all.map((entry) => ({ ...entry, active: false, archived: true })) : all,
  )
}

function others(): RoadmapEntry[] {
  return [
    entryOf({
      id: 1,
      title: 'Spanish in a summer',
      origin: { from: 'file', path: '/home/robin/plans/spanish.md' },
      archived: true,
      start: '2026-06-01',
      end: '2026-08-23',
      done: 96,
      total: 96,
    }),
    entryOf({
      id: 2,
      title: 'A first service',
      origin: { from: 'file', path: '/home/robin/plans/small.md' },
      start: '2026-11-30',
      end: '2027-02-21',
      done: 2,
      total: 18,
    }),
    entryOf({ id: 4, title: 'Half marathon in spring', origin: { from: 'own' }, total: 24 }),
  ]
}

function many(): RoadmapEntry[] {
  return Array.from({ length: MANY }, (_, at) =>
    entryOf({
      id: 10 + at,
      title: at === MANY - 1 ? 'A very long way to go '.repeat(14).trim() : `Roadmap ${at + 1}`,
      origin: { from: 'file', path: `/home/robin/plans/roadmap-${at + 1}.md` },
      archived: at % 3 === 1,
      start: '2026-11-30',
      done: at,
      total: MANY,
    }),
  )
}

function entryOf(known: Pick<RoadmapEntry, 'id' | 'title' | 'origin'> & Partial<RoadmapEntry>): RoadmapEntry {
  return {
    sample: false,
    active: false,
    archived: false,
    start: null,
    end: null,
    done: 0,
    total: 0,
    ...known,
  }
}

function gone(): Problem {
  return { code: 'stale', message: 'This roadmap is not there any more.' }
}
