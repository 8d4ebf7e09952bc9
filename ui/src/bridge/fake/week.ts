/** The weeks of the fake's plan: the template laid on dates, with what the stage asks in its blocks. */
import type { AskedWork } from '../types/AskedWork'
import type { BlockDraft } from '../types/BlockDraft'
import type { BlockView } from '../types/BlockView'
import type { Category } from '../types/Category'
import type { DayView } from '../types/DayView'
import type { ItemId } from '../types/ItemId'
import type { LedgerLine } from '../types/LedgerLine'
import type { Now } from '../types/Now'
import type { Portion } from '../types/Portion'
import type { StageHead } from '../types/StageHead'
import type { StepHead } from '../types/StepHead'
import type { WeekView } from '../types/WeekView'
import type { FakeCalendars } from './calendars'
import { FakeSchedule } from './schedule'
import { DAYS, FakeTemplate, type TemplateBlock } from './template'

const DAY = 86_400_000
const WEEKS = 12
const CATEGORIES: Category[] = [
  'study',
  'hands-on',
  'interview-prep',
  'job-search',
  'writing',
  'networking',
  'review',
]

/** What a stage asks for, with the steps that its blocks are for in turn. */
interface Demand {
  activity: ItemId
  category: Category
  title: string
  minutes: number
  steps: [id: ItemId, text: string][]
}

/** Names far from those of the fake's roadmap, so that both can be ticked. */
const PROJECT = 9001
const READING = 9002

const DEMANDS: Demand[] = [
  {
    activity: PROJECT,
    category: 'hands-on',
    title: 'An image classifier of your own, in service',
    minutes: 25 * 60,
    steps: [
      [9011, 'Collect a dataset: 1000+ images'],
      [9012, 'Data augmentation'],
      [9013, 'Transfer learning from EfficientNet-B0'],
      [9014, 'Mixed-precision training'],
      [9015, 'Quantise from FP32 to INT8'],
      [9016, 'Export to ONNX'],
    ],
  },
  {
    activity: READING,
    category: 'study',
    title: 'Study',
    minutes: 5 * 60,
    steps: [
      [9021, 'CS231n: Deep Learning for Computer Vision'],
      [9022, 'Dive into Deep Learning: Computer Vision'],
    ],
  },
]

export interface Situation {
  now: Now
  /** The plan's first day, a Monday. */
  start: string
  overfull: boolean
}

export class FakeWeeks {
  readonly schedule: FakeSchedule
  private readonly template: FakeTemplate
  private readonly done = new Set<ItemId>([9011, 9012])

  constructor(
    readonly situation: Situation,
    private readonly calendars: FakeCalendars,
  ) {
    this.template = new FakeTemplate(situation.overfull)
    this.schedule = new FakeSchedule(situation.start)
  }

  /** Ticks a step; false where it is none of these. */
  setDone(item: ItemId, done: boolean): boolean {
    if (!DEMANDS.some((demand) => demand.steps.some(([id]) => id === item))) return false
    if (done) this.done.add(item)
    else this.done.delete(item)
    return true
  }

  save(draft: BlockDraft) {
    this.template.save(draft)
  }

  remove(id: number) {
    this.template.remove(id)
  }

  /** The week that holds this day. */
  week(day: string): WeekView {
    const from = later(day, -((weekday(day) + 6) % 7))
    const number = Math.floor((at(from) - at(this.situation.start)) / 7) + 1
    const inPlan = number >= 1 && number <= WEEKS
    const usual = DAYS.map((name, index) =>
      inPlan
        ? this.day(later(from, index), this.template.on(name))
        : emptyDay(later(from, index), this.template.name),
    )
    const days = this.schedule.adapted(usual).map((day) => this.calendars.cleared(day))
    const unplaced = inPlan ? this.fill(days) : []
    const lines = inPlan ? ledgerOf(days, this.demands(), unplaced) : []
    return {
      from,
      number: inPlan ? number : 0,
      weeks: WEEKS,
      stages: inPlan ? [this.stage(number)] : [],
      days,
      ledger: { lines, total: sum(lines) },
      unplaced,
      behind_minutes: 0,
      left_open_minutes: 0,
      asks: inPlan ? this.asks(this.stage(number).title) : [],
      own_routine: null,
      skipped: this.schedule.skippedIn(days.map((day) => day.date)),
      calendars_until: null,
      now: this.situation.now,
      template: this.template.name,
    }
  }

  /** The steps of an activity, as they stand. */
  steps(activity: ItemId): StepHead[] {
    const demand = DEMANDS.find((one) => one.activity === activity)
    return (demand?.steps ?? []).map(([item, text]) => ({
      item,
      text,
      done: this.done.has(item),
      focused_minutes: this.done.has(item) ? 100 : item === 9013 ? 125 : 0,
    }))
  }

  private demands(): Demand[] {
    const more = this.situation.overfull ? 20 * 60 : 0
    return DEMANDS.map((demand) =>
      demand.category === 'hands-on' ? { ...demand, minutes: demand.minutes + more } : demand,
    )
  }

  private asks(stage: string): AskedWork[] {
    return this.demands().map(({ activity, title }) => ({ activity, title, stage }))
  }

  private stage(number: number): StageHead {
    const { start } = this.situation
    const double = number === 6 || number === 7
    const first = double ? 6 : number
    return {
      stage: 9000 + number,
      weeks: double ? [6, 7] : [number, number],
      title: double ? 'Computer vision project' : `Stage of week ${number}`,
      goal: 'Train, shrink and ship an image classifier on a data set of your own.',
      week: number - first + 1,
      of: double ? 2 : 1,
      to: later(start, (first + (double ? 1 : 0)) * 7 - 1),
    }
  }

  private day(date: string, blocks: TemplateBlock[]): DayView {
    const { now } = this.situation
    const views = blocks.map((block): BlockView => {
      const ended = date < now.date || (date === now.date && block.end <= now.minute)
      const running = date === now.date && block.start <= now.minute && now.minute < block.end
      const pips = block.category === 'rest' ? 0 : Math.floor((block.end - block.start) / 30)
      // Tuesday evening was missed.
      const missed = date < now.date && block.start >= 19 * 60 && weekday(date) === 2
      const done = ended && !missed ? pips : running ? Math.floor((now.minute - block.start) / 30) : 0
      return {
        key: `${date}/block-${block.id}`,
        template_block: block.id,
        single: false,
        moved: false,
        given: null,
        date,
        start: block.start,
        end: block.end,
        category: block.category,
        accepts: block.accepts,
        title: block.title,
        standing: block.standing,
        pinned: block.pinned,
        work: [],
        busy: [],
        busy_minutes: 0,
        pips_done: done,
        pips,
      }
    })
    const working = views.filter((block) => block.category !== 'rest')
    return {
      date,
      template: this.template.name,
      rest: working.length === 0,
      outside: false,
      scheduled_minutes: working.reduce((total, block) => total + block.end - block.start, 0),
      worked_minutes: working.reduce((total, block) => total + block.pips_done * 30, 0),
      relief: null,
      off: [],
      busy: [],
      blocks: views,
    }
  }

  /** Lays what the stage asks for into the blocks that take it, each its own category first. */
  private fill(days: DayView[]): Portion[] {
    const blocks = days.flatMap((day) => day.blocks).filter((block) => !block.standing)
    return this.demands().flatMap((demand): Portion[] => {
      const steps = this.steps(demand.activity)
      let left = demand.minutes
      let turn = 0
      const own = blocks.filter((block) => block.category === demand.category)
      const others = blocks.filter((block) => block.accepts.includes(demand.category))
      for (const block of [...own, ...others]) {
        const laid = block.work.reduce((total, portion) => total + portion.minutes, 0)
        const room = block.end - block.start - block.busy_minutes - laid
        const minutes = Math.min(room, left)
        if (minutes <= 0) continue
        left -= minutes
        const step = steps[Math.min(turn++ >> 1, steps.length - 1)] ?? null
        block.work.push({
          activity: demand.activity,
          category: demand.category,
          title: demand.title,
          step,
          minutes,
        })
      }
      if (left === 0) return []
      return [
        {
          activity: demand.activity,
          category: demand.category,
          title: demand.title,
          step: null,
          minutes: left,
        },
      ]
    })
  }
}

function ledgerOf(days: DayView[], demands: Demand[], unplaced: Portion[]): LedgerLine[] {
  const blocks = days.flatMap((day) => day.blocks)
  return CATEGORIES.flatMap((category): LedgerLine[] => {
    const own = blocks.filter((block) => block.category === category)
    const standing = minutesOf(own.filter((block) => block.standing))
    const planned = demands
      .filter((one) => one.category === category)
      .reduce((all, one) => all + one.minutes, 0)
    const missing = unplaced
      .filter((one) => one.category === category)
      .reduce((all, one) => all + one.minutes, 0)
    const pips = own.reduce((all, block) => all + block.pips_done, 0)
    if (planned + standing === 0) return []
    return [
      {
        category,
        planned_minutes: planned,
        scheduled_minutes: planned - missing + standing,
        standing_minutes: standing,
        worked_minutes: pips * 30,
        focused_minutes: pips * 25,
        unplaced_minutes: missing,
      },
    ]
  })
}

function minutesOf(blocks: BlockView[]): number {
  return blocks.reduce((total, block) => total + block.end - block.start, 0)
}

function sum(lines: LedgerLine[]): LedgerLine {
  const all = (of: (line: LedgerLine) => number) => lines.reduce((total, line) => total + of(line), 0)
  return {
    category: null,
    planned_minutes: all((line) => line.planned_minutes),
    scheduled_minutes: all((line) => line.scheduled_minutes),
    standing_minutes: all((line) => line.standing_minutes),
    worked_minutes: all((line) => line.worked_minutes),
    focused_minutes: all((line) => line.focused_minutes),
    unplaced_minutes: all((line) => line.unplaced_minutes),
  }
}

function emptyDay(date: string, template: string): DayView {
  return {
    date,
    template,
    rest: false,
    outside: true,
    scheduled_minutes: 0,
    worked_minutes: 0,
    relief: null,
    off: [],
    busy: [],
    blocks: [],
  }
}

function at(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY
}

export function later(date: string, days: number): string {
  return new Date((at(date) + days) * DAY).toISOString().slice(0, 10)
}

function weekday(date: string): number {
  return new Date(at(date) * DAY).getUTCDay()
}
