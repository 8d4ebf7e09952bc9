/** Changes by hand in words: what can be added where is told by the host, here it gets its name. */
import type { Addable, Added, Edit, Item, RoadmapView } from '../../bridge'
import { categoryName } from '../../shared/plan/category'
import { count } from '../../shared/plan/words'

const ADDED: Record<Added, string> = {
  phase: 'a phase',
  stage: 'a stage',
  activity: 'an activity',
  step: 'a step',
  'checkpoint-item': 'a checkpoint item',
  'checklist-item': 'a line',
  target: 'a target',
  metric: 'a metric',
  deliverable: 'a deliverable',
  resource: 'material',
  account: 'an account',
  entry: 'a line',
  note: 'a line',
}

const HEADS: ReadonlySet<string> = new Set<Item['kind']>(['phase', 'stage', 'activity'])

/** True for what other things belong to: changing it is more than changing a line. */
export function isPart(item: Item): boolean {
  return HEADS.has(item.kind)
}

/** What stands in time moves earlier and later, a line up and down. */
export function isInTime(item: Item): boolean {
  return item.kind === 'phase' || item.kind === 'stage'
}

/** "Add a step…", "Add a stage behind…", "Add a target below…". */
export function addWords({ what, place }: Addable): string {
  const where = place === 'within' ? '' : what === 'stage' || what === 'phase' ? ' behind' : ' below'
  return `Add ${ADDED[what]}${where}…`
}

/** How many weeks a stage takes; none for an open end, and for what is no stage. */
export function weeksOf(view: RoadmapView, item: Item): number | null {
  if (item.kind !== 'stage') return null
  const progress = view.stages.find((stage) => stage.stage === item.id)
  if (progress ? progress.to === null || item.record?.ended_on != null : !item.weeks && !item.days)
    return null
  if (item.weeks) return item.weeks.to - item.weeks.from + 1
  if (item.days) return Math.ceil(item.days / 7)
  return progress?.to ? Math.max(1, Math.round(daysOf(progress.from, progress.to) / 7)) : null
}

function daysOf(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
}

/** What was done, to be said with an offer to undo it; none for what shows where it is. */
export function doneWords(edit: Edit, item: Item | null): string | null {
  switch (edit.kind) {
    case 'remove':
      return `Removed “${item?.text}”`
    case 'add-phase':
    case 'add-stage':
    case 'add-activity':
      return `Added “${edit.title.trim()}”`
    case 'set-length':
      return `“${item?.text}” takes ${count(edit.weeks, 'week')} now`
    case 'set-category':
      return `“${item?.text}” is ${categoryName(edit.category).toLowerCase()} now`
    case 'set-budget':
      return `Changed the hours of “${item?.text}”`
    case 'rename':
      return item && isPart(item) ? `Renamed “${item.text}”` : null
    case 'move':
      return item && isInTime(item) ? `Moved “${item.text}” ${edit.by < 0 ? 'earlier' : 'later'}` : null
    case 'add':
      return null
  }
}
