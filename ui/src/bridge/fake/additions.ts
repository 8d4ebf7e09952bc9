/** What can be added at an item of each kind, as the fake keeps to it: the same as the model's own rules. */
import type { Addable } from '../types/Addable'
import type { Added } from '../types/Added'

const within = (what: Added): Addable => ({ what, place: 'within' })
const behind = (what: Added): Addable => ({ what, place: 'behind' })

const LINES: Added[] = [
  'step',
  'target',
  'metric',
  'account',
  'resource',
  'checkpoint-item',
  'checklist-item',
  'deliverable',
  'entry',
  'note',
]

export const ADDABLE: Record<string, Addable[]> = {
  phase: [within('stage'), behind('phase')],
  stage: [within('step'), within('activity'), behind('stage')],
  activity: [within('step')],
  project: [within('step')],
  option: [within('step')],
  checkpoint: [within('checkpoint-item')],
  gate: [within('metric')],
  section: [within('entry')],
  ...Object.fromEntries(LINES.map((kind) => [kind, [behind(kind)]])),
}
