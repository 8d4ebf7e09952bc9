/** What is different on some days of the fake's plan, and its templates. */
import type { BlockView } from '../types/BlockView'
import type { DayBlockDraft } from '../types/DayBlockDraft'
import type { DaysOffLine } from '../types/DaysOffLine'
import type { DayView } from '../types/DayView'
import type { ItemId } from '../types/ItemId'
import type { SkippedBlock } from '../types/SkippedBlock'
import type { Templates } from '../types/Templates'

type Place = Pick<BlockView, 'date' | 'start' | 'end'>

export class FakeSchedule {
  daysOff: DaysOffLine[] = []
  templates: Templates
  private next = 1
  private singles: BlockView[] = []
  private moved = new Map<string, Place>()
  private skipped = new Map<string, SkippedBlock>()
  private given = new Map<string, ItemId>()

  constructor(start: string) {
    this.templates = {
      all: [
        { id: 1, name: 'Full-time', work_minutes: 63 * 60 },
        { id: 2, name: 'Part-time', work_minutes: 20 * 60 },
      ],
      seasons: [{ from: start, template: 1, first: true }],
    }
  }

  /** The days as they are in the end. */
  adapted(days: DayView[]): DayView[] {
    const blocks = days
      .flatMap((day) => (this.reliefOn(day.date) === 'off' ? [] : day.blocks))
      .filter((block) => !this.skipped.has(block.key))
      .map((block): BlockView => {
        const place = this.moved.get(block.key)
        return place ? { ...block, ...place, moved: true, pinned: true } : block
      })
      .concat(this.singles)
      .map((block) => ({ ...block, given: this.given.get(block.key) ?? null }))
    return days.map((day) => {
      const own = blocks
        .filter((block) => block.date === day.date)
        .sort((one, other) => one.start - other.start)
      const working = own.filter((block) => block.category !== 'rest')
      return {
        ...day,
        blocks: own,
        rest: working.length === 0,
        relief: this.reliefOn(day.date),
        off: this.daysOff.filter((off) => off.from <= day.date && day.date <= off.to),
        scheduled_minutes: working.reduce((total, block) => total + block.end - block.start, 0),
      }
    })
  }

  skippedIn(days: readonly string[]): SkippedBlock[] {
    return [...this.skipped.values()].filter((block) => days.includes(block.date))
  }

  save({ key, ...draft }: DayBlockDraft) {
    const single = this.singles.find((block) => block.key === key)
    if (single) Object.assign(single, draft)
    else if (key !== null) this.moved.set(key, { date: draft.date, start: draft.start, end: draft.end })
    else this.singles.push(singleOf(`${draft.date}/single-${this.next++}`, draft))
  }

  skip({ key, date, title }: SkippedBlock) {
    if (this.singles.some((block) => block.key === key))
      this.singles = this.singles.filter((block) => block.key !== key)
    else this.skipped.set(key, { key, date, title })
  }

  restore(key: string) {
    this.skipped.delete(key)
    this.moved.delete(key)
  }

  give(key: string, activity: ItemId | null) {
    if (activity === null) this.given.delete(key)
    else this.given.set(key, activity)
  }

  saveDaysOff(line: DaysOffLine) {
    const id = line.id ?? this.next++
    this.daysOff = [...this.daysOff.filter((off) => off.id !== id), { ...line, id }]
  }

  removeDaysOff(id: number) {
    this.daysOff = this.daysOff.filter((off) => off.id !== id)
  }

  use(day: string, template: number | null) {
    const seasons = this.templates.seasons.filter((season) => season.first || season.from !== day)
    if (template !== null) seasons.push({ from: day, template, first: false })
    this.templates = {
      ...this.templates,
      seasons: seasons.sort((one, other) => one.from.localeCompare(other.from)),
    }
  }

  add(name: string, copy: number | null): number {
    const id = 100 + this.next++
    const copied = this.templates.all.find((template) => template.id === copy)
    this.templates = {
      ...this.templates,
      all: [...this.templates.all, { id, name, work_minutes: copied?.work_minutes ?? 0 }],
    }
    return id
  }

  rename(id: number, name: string) {
    const all = this.templates.all.map((template) => (template.id === id ? { ...template, name } : template))
    this.templates = { ...this.templates, all }
  }

  remove(id: number) {
    this.templates = { ...this.templates, all: this.templates.all.filter((template) => template.id !== id) }
  }

  private reliefOn(day: string) {
    const holding = this.daysOff.filter((off) => off.from <= day && day <= off.to)
    return holding.find((off) => off.relief === 'off')?.relief ?? holding[0]?.relief ?? null
  }
}

function singleOf(key: string, draft: Omit<DayBlockDraft, 'key'>): BlockView {
  return {
    ...draft,
    key,
    template_block: null,
    single: true,
    moved: false,
    given: null,
    pinned: true,
    work: [],
    busy: [],
    busy_minutes: 0,
    pips_done: 0,
    pips: Math.floor((draft.end - draft.start) / 30),
  }
}
