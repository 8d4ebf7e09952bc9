/** Which changes by hand make sense for an item: the same rules as the model's own. */
import type { Item } from '../../bridge'

/** To what a new line is added within, and what it is called there. */
const WITHIN: Partial<Record<Item['kind'], string>> = {
  activity: 'Add a step…',
  project: 'Add a step…',
  stage: 'Add a step…',
  option: 'Add a step…',
  checkpoint: 'Add a checkpoint item…',
  gate: 'Add a metric…',
  section: 'Add a line…',
}

/** Behind what a line of the same kind is added. */
const BESIDE: Partial<Record<Item['kind'], string>> = {
  step: 'Add a step below…',
  target: 'Add a target below…',
  metric: 'Add a metric below…',
  account: 'Add an account below…',
  resource: 'Add material below…',
  'checkpoint-item': 'Add a checkpoint item below…',
  'checklist-item': 'Add a line below…',
  deliverable: 'Add a deliverable below…',
  entry: 'Add a line below…',
  note: 'Add a line below…',
}

export function canAdd(item: Item): boolean {
  return item.kind in WITHIN || item.kind in BESIDE
}

/** What adding at an item is called. */
export function addWords(item: Item): string {
  return WITHIN[item.kind] ?? BESIDE[item.kind] ?? 'Add…'
}
