/** The week template of the fake's plan: what a typical week looks like, and what it becomes by hand. */
import type { BlockDraft } from '../types/BlockDraft'
import type { Category } from '../types/Category'

/** The days as they cross the bridge, from Monday. */
export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

export interface TemplateBlock extends Omit<BlockDraft, 'id' | 'days' | 'week'> {
  id: number
  day: string
}

type Row = [from: number, to: number, category: Category, title: string, more?: Partial<TemplateBlock>]

const STANDING = { standing: true }

const WEEKDAY: Row[] = [
  [8, 9, 'review', 'Review of the day before', STANDING],
  [9, 12, 'hands-on', 'Deep work', { accepts: ['study'] }],
  [12, 13, 'rest', 'Lunch and a walk'],
  [13, 15, 'study', 'Study', { accepts: ['hands-on'] }],
  [15, 16, 'interview-prep', 'Coding problems', STANDING],
  [16, 18, 'hands-on', 'Project work', { accepts: ['study'] }],
  [18, 19, 'rest', 'Dinner'],
  [19, 20, 'writing', 'Blog or portfolio', STANDING],
  [20, 21, 'networking', 'People and communities', STANDING],
]

const SATURDAY: Row[] = [
  [9, 12, 'hands-on', 'Project work', { accepts: ['study'] }],
  [12, 13, 'rest', 'Lunch'],
  [13, 16, 'study', 'Catch up', { accepts: ['hands-on'] }],
  [16, 18, 'interview-prep', 'Mock interview', { standing: true, pinned: true }],
]

/** Blocks of one Wednesday too many: early, late, short, and five at once. */
const TOO_MANY: Row[] = [
  [6.5, 7.5, 'writing', 'Morning pages before anybody else in the house is awake', STANDING],
  [9.5, 11, 'study', 'Reading group', {}],
  [
    10,
    11.5,
    'interview-prep',
    'Mock interview with a former colleague from the platform team',
    { pinned: true },
  ],
  [10.25, 12, 'networking', 'Call'],
  [10.5, 11, 'job-search', 'Application'],
  [13.25, 13.5, 'review', 'Five minutes of review'],
  [21, 22.5, 'hands-on', 'Long training run'],
]

export class FakeTemplate {
  readonly name = 'Full-time'
  private next = 1
  private blocks: TemplateBlock[] = []

  constructor(overfull: boolean) {
    for (const day of DAYS.slice(0, 5)) this.add(day, WEEKDAY)
    this.add('sat', SATURDAY)
    if (overfull) this.add('wed', TOO_MANY)
  }

  on(day: string): TemplateBlock[] {
    return this.blocks.filter((block) => block.day === day).sort((one, other) => one.start - other.start)
  }

  save({ id, days, week: _, ...draft }: BlockDraft) {
    if (id === null) {
      for (const day of days) this.blocks.push({ ...draft, day, id: this.next++ })
    } else {
      this.blocks = this.blocks.map((block) =>
        block.id === id ? { ...block, ...draft, day: days[0] ?? block.day } : block,
      )
    }
  }

  remove(id: number) {
    this.blocks = this.blocks.filter((block) => block.id !== id)
  }

  private add(day: string, rows: Row[]) {
    for (const [from, to, category, title, more] of rows) {
      this.blocks.push({
        id: this.next++,
        day,
        start: from * 60,
        end: to * 60,
        category,
        title,
        accepts: [],
        standing: false,
        pinned: false,
        ...more,
      })
    }
  }
}
