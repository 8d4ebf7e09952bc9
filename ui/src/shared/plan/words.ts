/** What things of a roadmap are called on the screen. */
import type {
  About,
  Budget,
  Comparator,
  DaysOffLine,
  DayView,
  Item,
  Measure,
  NumberRange,
} from '../../bridge'
import { hours } from '../format'

const KINDS: Record<Item['kind'], string> = {
  phase: 'Phase',
  track: 'Track',
  stage: 'Stage',
  goal: 'Goal',
  activity: 'Activity',
  project: 'Project',
  step: 'Step',
  checkpoint: 'Checkpoint',
  'checkpoint-item': 'Checkpoint item',
  target: 'Target',
  deliverable: 'Deliverable',
  choice: 'Choice',
  option: 'Option',
  gate: 'Gate',
  metric: 'Gate metric',
  resource: 'Resource',
  template: 'Week template',
  routine: 'Daily routine',
  block: 'Block',
  account: 'Account',
  'checklist-item': 'Checklist item',
  section: 'Part',
  entry: 'Entry',
  note: 'Note',
  comment: 'Comment',
}

const ABOUTS: Record<About, string> = {
  outcomes: 'Outcomes',
  roles: 'Roles',
  gates: 'Gates',
  schedule: 'Week templates',
  accounts: 'Accounts',
  setup: 'Set-up',
  reading: 'Reading',
  pitfalls: 'Pitfalls',
  tips: 'Tips',
  timeline: 'Timeline',
  checklist: 'Checklist',
  expectations: 'Expected outcomes',
  funnel: 'Success rates',
  'next-steps': 'Next steps',
  other: 'Part',
}

const COMPARATORS: Record<Exclude<Comparator, 'between'>, string> = {
  below: '<',
  'at-most': '≤',
  'at-least': '≥',
  above: '>',
}

/** What an item was taken for: "Checkpoint item", "Accounts". */
export function kindWord(item: Item): string {
  return item.kind === 'section' ? ABOUTS[item.about] : KINDS[item.kind]
}

/** Two numbers as one: "6–7", or "6" where they are the same. */
export function span(from: number, to: number): string {
  return from === to ? `${from}` : `${from}–${to}`
}

/** "Week 3", "Weeks 6–7". */
export function weeksWord(weeks: NumberRange | [number, number]): string {
  const [from, to] = Array.isArray(weeks) ? weeks : [weeks.from, weeks.to]
  return `${from === to ? 'Week' : 'Weeks'} ${span(from, to)}`
}

/**
 * What stands before the title of a stage that names no weeks: "Ongoing" where it has no fixed end. Some
 * titles say so themselves.
 */
export function ongoingWord(title: string, openEnded: boolean): string | null {
  return openEnded && !/^ongoing\b/i.test(title) ? 'Ongoing' : null
}

/** "Month 1", "Months 4–6"; nothing where no months are named. */
export function monthsWord(months: NumberRange | [number, number] | null): string | null {
  if (!months) return null
  const [from, to] = Array.isArray(months) ? months : [months.from, months.to]
  return `${from === to ? 'Month' : 'Months'} ${span(from, to)}`
}

/** "1 step", "3 steps". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString()} ${number === 1 ? one : many}`
}

/** A number with its unit: "85 %", "100 ms", "50". */
export function amount(value: number, unit: string): string {
  const figure = value.toLocaleString(undefined, { maximumFractionDigits: 3 })
  return unit ? `${figure} ${unit}` : figure
}

/** What it takes: "> 85 %", "5–10 applications". */
export function measureWord(measure: Measure): string {
  if (measure.comparator === 'between') {
    return `${measure.value.toLocaleString()}–${amount(measure.upper ?? measure.value, measure.unit)}`
  }
  return `${COMPARATORS[measure.comparator]} ${amount(measure.value, measure.unit)}`
}

/** Whether a reading is what the measure asks for. A range is met from its lower end on. */
export function meets(measure: Measure, reading: number): boolean {
  switch (measure.comparator) {
    case 'below':
      return reading < measure.value
    case 'at-most':
      return reading <= measure.value
    case 'above':
      return reading > measure.value
    case 'at-least':
    case 'between':
      return reading >= measure.value
  }
}

const PER: Record<Budget['per'], string> = { stage: '', week: ' a week', day: ' a day' }

/** "15 h", "2–4 h a day". */
export function budgetWord(budget: Budget): string {
  const range =
    budget.least === budget.most ? hours(budget.most) : `${bare(budget.least)}–${hours(budget.most)}`
  return `${range}${PER[budget.per]}`
}

/** Whole hours without their unit, for the first number of a range. */
function bare(minutes: number): string {
  return minutes % 60 === 0 ? String(minutes / 60) : hours(minutes)
}

/** A phase as one says it: "Month 1: Foundations", or its title alone where it names no months. */
export function phaseTitle(phase: Item): string {
  const months = phase.kind === 'phase' ? monthsWord(phase.months) : null
  return months ? `${months}: ${phase.text}` : phase.text
}

/** A stage as one says it: "Weeks 6–7: Computer vision project". Some titles name their weeks themselves. */
export function stageTitle(stage: Item): string {
  const weeks = stage.kind === 'stage' ? stage.weeks : null
  return weeks && !namesItsWeeks(stage) ? `${weeksWord(weeks)}: ${stage.text}` : stage.text
}

/** True for a title such as "Week 6". */
export function namesItsWeeks(stage: Item): boolean {
  return /^weeks?\s+\d/i.test(stage.text)
}

/** What days off are called: by their own words, or by what is left of them. */
export function offTitle({ title, relief }: DaysOffLine): string {
  return title || (relief === 'off' ? 'Day off' : 'Light day')
}

/** What an empty day is: "Vacation", "Day off", "Rest day"; none for one with work. */
export function restDayWords({ rest, relief, off }: Pick<DayView, 'rest' | 'relief' | 'off'>): string | null {
  if (!rest) return null
  if (relief !== 'off') return 'Rest day'
  return off.find((line) => line.relief === 'off' && line.title !== '')?.title ?? 'Day off'
}
