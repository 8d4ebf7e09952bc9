/** What the Week screen says of its week. */
import type {
  AskedWork,
  BlockDraft,
  BlockView,
  DayView,
  ItemId,
  OwnRoutine,
  ReplanView,
  StageHead,
  WeekView,
} from '../../bridge'
import {
  addDays,
  daysBetween,
  hours,
  parseTime,
  timeOfDay,
  timeRange,
  weekdayAndDay,
  weekdayAndDayFrom,
  weekdayName,
  weekdayOf,
} from '../../shared/format'
import { isWorthAWord } from '../../shared/plan/slack'
import { dayEnd, dayStart } from '../../shared/plan/day-scale'
import { placeInStage } from '../../shared/plan/stage-place'
import { ongoingWord, weeksWord } from '../../shared/plan/words'
import { scopeOf, type Change, type Scope } from './moves'

const DAY = 24 * 60

/** "Week 6: Computer vision project"; both where a stage ends inside the week. */
export function weekTitle(week: WeekView): string {
  const stages = week.stages.map((stage) => stage.title).join(', then ')
  const ongoing = week.stages.length > 0 && week.stages.every((stage) => stage.of === null)
  const before = ongoing ? ongoingWord(stages, true) : `Week ${week.number}`
  // Some titles are no more than the week's name.
  if (stages === before) return stages
  return [before, stages].filter((part) => part).join(': ')
}

/**
 * Which of its stage's weeks it is: "Weeks 6–7, first of two weeks"; none for a week that is the whole of
 * its stage. The weeks are the document's own: a pace by hours may take more or fewer.
 */
export function stageLabel(week: WeekView, stage: StageHead): string | null {
  const place = placeInStage(stage)
  const same = stage.weeks?.[0] === week.number && stage.weeks[1] === week.number
  const weeks = stage.weeks && !(same && place === null) ? weeksWord(stage.weeks) : null
  return [weeks, place].filter((part) => part).join(', ') || null
}

/** What is behind, as seen from a week: in this one all of it, in one that is over what it left itself. */
export function openWords({ days, now, behind_minutes, left_open_minutes }: WeekView): string | null {
  const [first, last] = [days.at(0)?.date ?? now.date, days.at(-1)?.date ?? now.date]
  if (now.date < first) return null
  if (now.date > last) return isWorthAWord(left_open_minutes) ? `${hours(left_open_minutes)} left open` : null
  return isWorthAWord(behind_minutes) ? `Finished weeks left ${hours(behind_minutes)} open` : null
}

/** "every Monday", "every Monday and Tuesday". */
export function everyDay(days: readonly string[]): string {
  return `every ${new Intl.ListFormat('en').format(days.map((day) => weekdayName(day)))}`
}

/** "every Monday, 9:00 to 12:00, pinned", "Monday 30 November, 9:00 to 12:00". */
export function changeWords(change: Change): string {
  const { start, end } = 'once' in change ? change.once : change.every
  const times = timeRange(start, end)
  if ('once' in change) return `${weekdayAndDay(change.once.date)}, ${times}`
  return `${everyDay(change.every.days)}, ${times}${change.every.pinned ? ', pinned' : ''}`
}

/** "Added “A walk”: every Saturday, 9:00 to 10:00", "Changed “Deep work”: Monday 30 November, 9:00 to 12:00". */
export function savedWords(change: Change, isNew: boolean): string {
  const { title } = 'once' in change ? change.once : change.every
  return `${isNew ? 'Added' : 'Changed'} “${title}”: ${changeWords(change)}`
}

/**
 * From when a template's block is on another weekday, where that is not this week, as the day is over by now; nothing
 * where it is. `was` is the weekday that it was on.
 */
export function fromWhenWords(
  { id, week, days }: Pick<BlockDraft, 'id' | 'week' | 'days'>,
  was: string,
  today: string,
): string | null {
  const first = addDays(week, 7 * Math.floor(daysBetween(week, today) / 7))
  const dayOn = (name: string | undefined) =>
    [0, 1, 2, 3, 4, 5, 6].map((by) => addDays(first, by)).find((day) => weekdayOf(day) === name)
  const [day, before] = [dayOn(days[0]), dayOn(was)]
  if (id === null || !day || !before || today <= day) return null
  const stays = before < today ? '' : '; this week it stays where it is'
  return `It is there from ${weekdayAndDay(addDays(day, 7))} on${stays}.`
}

/**
 * Where a change that was `wanted` for every week is for one date alone, as that is over by now, and why: "only on
 * Monday 23 November: …"; nothing for any other change.
 */
export function aloneWords(block: BlockView, wanted: Scope, today: string): string | null {
  if (scopeOf(block, wanted) === 'once' || block.date >= today) return null
  return `only on ${weekdayAndDay(block.date)}: that day is over, and a change for every week begins today.`
}

/** Why a block stays where it is. */
export function unmovedWords(block: BlockView, scope: Scope): string {
  const routine = block.template_block === null && scopeOf(block, scope) === 'every'
  return routine
    ? 'The stage’s own routine has its times from the roadmap. Choose “This week only” to change it here.'
    : 'It can’t go there.'
}

/** Why a block is not pinned, or not set free. */
export function unpinnedWords({ single, moved, date }: BlockView, today: string): string {
  if (single || moved) return 'What is for one day alone is always pinned.'
  return date < today
    ? 'A pin is for every week from today on: days that are over stay as they were.'
    : 'The stage’s own routine has its times from the roadmap: it can’t be pinned.'
}

/** The times of a block that is there already. */
interface Times {
  start: number
  end: number
}

/** How far into the night a block's times can go: until its day ends, or until it ended where that is later. */
function latestEnd(was: Times | null): number {
  return Math.max(dayEnd(), was?.end ?? 0)
}

/**
 * The start of a block: a time before its day begins is of the night that follows. A block that `was` in a night before
 * days ended when they do by now stays in that night.
 */
export function startTime(text: string, was: Times | null): number | null {
  if (was && text === timeOfDay(was.start)) return was.start
  const time = parseTime(text)
  if (time === null || time + DAY >= latestEnd(was)) return time
  const early = time < dayStart()
  if (!was || (early && was.start >= dayStart())) return early ? time + DAY : time
  return Math.abs(time - was.start) <= Math.abs(time + DAY - was.start) ? time : time + DAY
}

/** Says of a start after midnight that it is in the night after its day; nothing of any other. */
export function nightWords(start: number | null): string | null {
  return start !== null && start >= DAY ? 'After midnight: in the night that follows its day.' : null
}

/**
 * The end of a block that begins at `from`: a time that is not after it, and until its day ends, is of the night that
 * follows. One that is left as it `was` stays, whenever days end by now, and can be any time of its night before that.
 */
export function untilTime(text: string, from: number | null, was: Times | null): number | null {
  if (was && text === timeOfDay(was.end) && from !== null && from < was.end) return was.end
  const time = parseTime(text)
  // A start before its day begins is in the night before: so is its end.
  if (time === null || from === null || time > from || from < dayStart()) return time
  return time + DAY <= latestEnd(was) ? time + DAY : time
}

/** Until when an end can be: "Write a time of day, such as 12:00; after midnight until 4:00." */
export function endWords(): string {
  const night = dayStart() > 0 ? `; after midnight until ${timeOfDay(dayStart())}` : ''
  return `Write a time of day, such as ${timeOfDay(12 * 60)}${night}.`
}

/** Where a block is to be: a draft of it, or a change. */
type Placed = Pick<BlockDraft, 'start' | 'end'> & {
  days: readonly string[]
  /** The template's block that it is. */
  id?: number | null
  /** The block of a date that it is. */
  key?: string | null
}

function placed(change: Change): Placed {
  return 'once' in change ? { ...change.once, days: [weekdayOf(change.once.date)] } : change.every
}

/** Says which blocks of its week one lies over, and what becomes of their hours; nothing where it lies over none. */
export function overlapWords(
  { id = null, key = null, days, start, end }: Placed,
  blocks: readonly BlockView[],
): string | null {
  const under = blocks.filter(
    (block) =>
      (id === null || block.template_block !== id) &&
      (key === null || block.key !== key) &&
      days.includes(weekdayOf(block.date)) &&
      block.start < end &&
      start < block.end,
  )
  const titles = [...new Set(under.map((block) => `“${block.title}”`))]
  if (titles.length === 0) return null
  return `It lies over ${new Intl.ListFormat('en').format(titles)}: they will stand side by side, and an hour of work counts once, for what begins first.`
}

/** The same of a change. */
export function changeOverlapWords(change: Change, blocks: readonly BlockView[]): string | null {
  return overlapWords(placed(change), blocks)
}

/** The template that a block of some days belongs to; none where they don't all follow the same. */
export function templateOf(days: readonly DayView[]): string | null {
  const [first, ...others] = new Set(days.map((day) => day.template))
  return others.length === 0 ? (first ?? null) : null
}

/** What a block is for that was not given to anything by hand. */
export const LEFT_TO_THE_PLAN = 'Whatever the plan lays into it'

/**
 * What a block can be for: all that its week asks for, by its stage where there are several. The order is the
 * document's, whatever is chosen.
 */
export function workOptions(
  given: ItemId | null,
  asks: readonly AskedWork[],
): { value: ItemId | null; label: string; group?: string }[] {
  const several = new Set(asks.map(({ stage }) => stage)).size > 1
  const left = { value: null, label: LEFT_TO_THE_PLAN }
  const asked = asks.map(({ activity, title, stage }) => ({
    value: activity,
    label: title,
    group: several ? stage : undefined,
  }))
  // The dates may have changed since: then another week asks for it.
  const gone = given !== null && !asks.some(({ activity }) => activity === given)
  return [left, ...asked, ...(gone ? [{ value: given, label: 'What you chose' }] : [])]
}

/** What becomes of a new block for every week, in one in which a stage's own routine has the template's place. */
export function besideRoutineWords(
  template: string,
  { template_again: again }: OwnRoutine,
  week: string,
): string {
  const back = again ? `are back on ${weekdayAndDayFrom(week, again)}` : 'don’t come back in this plan'
  return `This stage has a daily routine of its own, and a block for every week is not seen on its days: it joins ${template}, whose days ${back}. Choose “This week only” to have it in this week.`
}

/** What other days off do to the plan, where there are ways out of it; nothing where it is behind or ahead without them. */
export function daysOffWords(replan: ReplanView): string | null {
  if (replan.proposals.length === 0) return null
  if (replan.short_of_days) return 'The plan counts on some of these days.'
  const otherwise = [replan.behind_minutes, replan.ahead_minutes, replan.without_room_minutes].some(
    isWorthAWord,
  )
  return otherwise ? null : 'Days that were off are free again.'
}
