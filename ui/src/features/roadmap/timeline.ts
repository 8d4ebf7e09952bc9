/** Where things stand on the strip of time: everything in percent of its whole length. */
import type { DaysOffLine, Item, ItemId, RoadmapView, StageProgress } from '../../bridge'
import { addDays, daysBetween } from '../../shared/format'
import { byId, isKind, walk, type ItemOf } from '../../shared/plan/items'
import { standingOf, type GateStanding } from './gates'

const WEEK = 7
/** Month names closer than this would overlap. */
const LEAST_MONTH = 3
/** Stages that lie over each other by less than this only touch. */
const TOUCHING = 1e-6

export interface StageMark {
  progress: StageProgress
  item: Item
  left: number
  width: number
  /** Share of the budgeted hours worked, or of the boxes ticked where there are no hours; 0 to 1. */
  share: number
  /** True where it has no fixed end. */
  open: boolean
  /** Its lane, from 0, as stages can run side by side; and how many lanes there are where it stands. */
  lane: number
  lanes: number
}

export interface PhaseMark {
  item: Item
  left: number
  width: number
}

export interface GateMark {
  item: ItemOf<'gate'>
  at: number
  /** The day its phase ends on; none for an open end. */
  by: string | null
  standing: GateStanding
}

export interface MonthMark {
  /** The month's first day on the strip. */
  date: string
  at: number
}

/** Days off, as far as they are on the strip. */
export interface OffMark {
  off: DaysOffLine
  left: number
  width: number
}

export interface Timeline {
  from: string
  /** The plan's own last day. */
  ends: string
  /** The last day that is drawn: of a plan that is over, today where that is not very long ago. */
  to: string
  /** Its length in weeks, for its least width. */
  weeks: number
  stages: StageMark[]
  /** How many lanes the stages need. */
  lanes: number
  phases: PhaseMark[]
  gates: GateMark[]
  months: MonthMark[]
  daysOff: OffMark[]
  /** Where today is; none outside of the strip. */
  today: number | null
}

/** None where no stage has a date. */
export function timeline(view: RoadmapView): Timeline | null {
  if (view.stages.length === 0) return null
  const items = byId(view.items)
  const from = view.stages.reduce((first, stage) => (stage.from < first ? stage.from : first), view.start)
  const day = (date: string) => daysBetween(from, date)
  const dated = Math.max(0, ...view.stages.map((stage) => (stage.to ? day(stage.to) + 1 : 0)))
  const after = (stage: StageProgress) => {
    const last = stage.to ?? stage.latest
    return last ? day(last) + 1 : day(stage.from) + undated(dated)
  }
  const planned = Math.max(WEEK, ...view.stages.map(after))
  const today = day(view.today)
  // What is over is shown up to today, unless that would leave the plan in a corner.
  const length = today < 2 * planned ? Math.max(planned, today + 1) : planned
  const at = (days: number) => (days / length) * 100

  const marks: StageMark[] = []
  for (const progress of view.stages) {
    const item = items.get(progress.stage)
    if (!item) continue
    const left = at(day(progress.from))
    const width = at(after(progress)) - left
    const share = shareOf(progress)
    marks.push({ progress, item, left, width, share, open: progress.to === null, lane: 0, lanes: 1 })
  }
  const stages = sideBySide(marks)
  const phases = phaseMarks(stages, items)
  return {
    from,
    ends: addDays(from, planned - 1),
    to: addDays(from, length - 1),
    weeks: Math.ceil(length / WEEK),
    stages,
    lanes: Math.max(1, ...stages.map((mark) => mark.lanes)),
    phases,
    gates: gateMarks(view, items, phases, stages),
    months: monthMarks(from, length, at),
    daysOff: offMarks(view.days_off, from, length, at),
    today: today >= 0 && today < length ? at(today + 0.5) : null,
  }
}

/** How tall a stage is, in pixels: less where others run beside it. */
export function stageHeight(lanes: number): number {
  return lanes > 1 ? 28 : 40
}

/** How far down the stages of a lane begin, in pixels. */
export function stageTop(lane: number): number {
  return 78 + lane * (stageHeight(2) + 2)
}

/** How tall so many lanes are together, in pixels. */
export function stagesHeight(lanes: number): number {
  return stageTop(lanes - 1) + stageHeight(lanes) - stageTop(0)
}

/** Gives each stage the first lane that is free where it begins. */
function sideBySide(stages: readonly StageMark[]): StageMark[] {
  const laned = stages.map((mark) => ({ ...mark }))
  let ends: number[] = []
  let group: StageMark[] = []
  for (const mark of [...laned].sort((one, other) => one.left - other.left)) {
    const isFree = (end: number) => end <= mark.left + TOUCHING
    if (ends.every(isFree)) [ends, group] = [[], []]
    const free = ends.findIndex(isFree)
    mark.lane = free < 0 ? ends.length : free
    ends[mark.lane] = mark.left + mark.width
    group.push(mark)
    for (const beside of group) beside.lanes = ends.length
  }
  return laned
}

/** How many days an open end without a latest day is drawn: a quarter of what has dates, four weeks at least. */
function undated(dated: number): number {
  return Math.max(4 * WEEK, Math.round(dated / 4))
}

function shareOf(stage: StageProgress): number {
  if (stage.planned_minutes > 0) return Math.min(1, stage.worked_minutes / stage.planned_minutes)
  return stage.total > 0 ? stage.done / stage.total : 0
}

function phaseMarks(stages: StageMark[], items: Map<ItemId, Item>): PhaseMark[] {
  const marks: PhaseMark[] = []
  for (const stage of stages) {
    const item = stage.progress.phase === null ? undefined : items.get(stage.progress.phase)
    if (!item) continue
    const last = marks.at(-1)
    if (last?.item === item) last.width = Math.max(last.width, stage.left + stage.width - last.left)
    else marks.push({ item, left: stage.left, width: stage.width })
  }
  return marks
}

/** A gate stands at the end of its phase. */
function gateMarks(
  view: RoadmapView,
  items: Map<ItemId, Item>,
  phases: PhaseMark[],
  stages: StageMark[],
): GateMark[] {
  const marks: GateMark[] = []
  for (const reading of view.gates) {
    const item = items.get(reading.gate)
    const phase = phases.find((mark) => mark.item.id === reading.phase)
    if (!phase || !item || !isKind(item, 'gate')) continue
    const own = stages.filter((stage) => stage.progress.phase === phase.item.id)
    const ends = own.map((stage) => stage.progress.to).filter((end) => end !== null)
    marks.push({
      item,
      at: phase.left + phase.width,
      by: ends.length < own.length ? null : (ends.sort().at(-1) ?? null),
      standing: standingOf(reading),
    })
  }
  return marks.sort((one, other) => one.at - other.at)
}

function offMarks(
  daysOff: readonly DaysOffLine[],
  from: string,
  length: number,
  at: (days: number) => number,
): OffMark[] {
  return daysOff.flatMap((off) => {
    const first = Math.max(0, daysBetween(from, off.from))
    const after = Math.min(length, daysBetween(from, off.to) + 1)
    return first < after ? [{ off, left: at(first), width: at(after) - at(first) }] : []
  })
}

function monthMarks(from: string, length: number, at: (days: number) => number): MonthMark[] {
  const marks: MonthMark[] = [{ date: from, at: 0 }]
  for (let days = 1; days < length; days++) {
    const date = addDays(from, days)
    if (!date.endsWith('-01')) continue
    if (at(days) - marks.at(-1)!.at < LEAST_MONTH) marks.pop()
    marks.push({ date, at: at(days) })
  }
  return marks
}

/** The stage to begin with: the one that runs, else the last that has begun, else the first. */
export function firstShown({ current, stages, today }: RoadmapView): ItemId | null {
  const begun = stages.findLast((stage) => stage.from <= today)
  return current ?? (begun ?? stages[0])?.stage ?? null
}

/** The stage on the strip that is or holds the item, or with which the sheet shows it. */
export function stageHolding(view: RoadmapView, wanted: ItemId): ItemId | null {
  const items = byId(view.items)
  const within = (id: ItemId | null) => {
    const holder = id === null ? undefined : items.get(id)
    return holder !== undefined && walk([holder]).some((item) => item.id === wanted)
  }
  const own = view.stages.find((stage) => within(stage.stage))
  const last = view.stages.findLast((stage) => within(stage.phase))
  return own?.stage ?? last?.stage ?? null
}
