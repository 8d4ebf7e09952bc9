/** The fake's day: the week's blocks of today, what to work on, the checkpoint and the first steps. */
import type { CheckLine } from '../types/CheckLine'
import type { ItemId } from '../types/ItemId'
import type { TodayView } from '../types/TodayView'
import type { Verdict } from '../types/Verdict'
import type { WorkOffer } from '../types/WorkOffer'
import { later, type FakeWeeks } from './week'

const CHECKPOINT: [ItemId, string][] = [
  [9101, 'Accuracy on the test set >85%'],
  [9102, 'The classifier is deployed and anyone can reach it'],
  [9103, 'The blog post is out'],
  [9104, 'The portfolio shows the project'],
]

const DAY_ZERO: [ItemId, string][] = [
  [9201, 'Make a repository for your work'],
  [9202, 'Open the accounts that cost nothing'],
  [9203, 'Tell somebody what you are about to do'],
]

export class FakeToday {
  private readonly done = new Set<ItemId>([9101])

  /** True where the week that ended behind is left as it is. */
  left = false

  constructor(
    private readonly weeks: FakeWeeks,
    private readonly behind: boolean,
  ) {
    if (weeks.situation.start <= weeks.situation.now.date) for (const [item] of DAY_ZERO) this.done.add(item)
  }

  /** Ticks an item of the checkpoint or a first step; false where it is none of these. */
  setDone(item: ItemId, done: boolean): boolean {
    if (![...CHECKPOINT, ...DAY_ZERO].some(([id]) => id === item)) return this.weeks.setDone(item, done)
    if (done) this.done.add(item)
    else this.done.delete(item)
    return true
  }

  get(): TodayView {
    const { now, start, overfull } = this.weeks.situation
    const week = this.weeks.week(now.date)
    const day = week.days.find(({ date }) => date === now.date)
    const blocks = day?.blocks ?? []
    const current = blocks.find(
      (block) => block.category !== 'rest' && block.start <= now.minute && now.minute < block.end,
    )
    const started = start <= now.date
    const first = this.lines(DAY_ZERO)
    const pomodoros = blocks.reduce((total, block) => total + block.pips_done, 0)
    return {
      now,
      week: week.number,
      weeks: week.weeks,
      start,
      stages: week.stages,
      verdict: verdict(started, week.number, start, overfull || this.behind),
      without_room_minutes: 0,
      ended_week:
        this.behind && !this.left
          ? { week: later(week.from, -7), number: week.number - 1, standing: 'behind', minutes: 360 }
          : null,
      rest: started && (day?.rest ?? false),
      relief: day?.relief ?? null,
      off: day?.off ?? [],
      blocks,
      busy: day?.busy ?? [],
      current: current?.key ?? null,
      work: started ? this.offer(current?.key ?? null, current?.end ?? null) : null,
      ledger: week.ledger,
      checkpoint: week.stages.length > 0 ? this.lines(CHECKPOINT) : [],
      checkpoint_by: week.stages[0]?.to ?? null,
      day_zero: first.some((line) => !line.done) ? first : [],
      figures: {
        focused_minutes: pomodoros * 25,
        worked_minutes: pomodoros * 30,
        scheduled_minutes: day?.scheduled_minutes ?? 0,
        pomodoros,
        days_in_a_row: started ? 16 : 0,
      },
    }
  }

  private offer(block: string | null, until: number | null): WorkOffer {
    const steps = this.weeks.steps(9001)
    const next = steps.find((step) => !step.done) ?? null
    return {
      block,
      activity: 9001,
      category: 'hands-on',
      title: block ? 'Deep work' : 'An image classifier of your own, in service',
      step: next,
      steps,
      until,
    }
  }

  private lines(of: [ItemId, string][]): CheckLine[] {
    return of.map(([item, text]) => ({ item, text, done: this.done.has(item) }))
  }
}

function verdict(started: boolean, week: number, start: string, behind: boolean): Verdict {
  return {
    standing: !started ? 'before-start' : behind ? 'behind' : 'on-pace',
    week: started ? week : null,
    weeks: 12,
    starts: start,
    ends: later(start, 12 * 7 - 1),
    behind_minutes: behind ? 240 : 0,
    behind: behind
      ? [
          { category: 'study', minutes: 180 },
          { category: 'hands-on', minutes: 60 },
        ]
      : [],
    ahead_minutes: 0,
    week_planned_minutes: started ? 30 * 60 : 0,
    week_left_minutes: started ? 14 * 60 + 30 : 0,
    week_made_up_minutes: 0,
  }
}
