import { expect, test } from 'vitest'
import { bundled } from '../../bridge/fake/bundled'
import { rows, walk } from '../../shared/plan/items'
import { besidesStages, partsOf } from './stage'

const phases = bundled.items.filter((item) => item.kind === 'phase')
const stages = phases.flatMap((phase) => (phase.children ?? []).map((stage) => ({ phase, stage })))

test.each(
  stages.filter(({ stage }) => stage.kind === 'stage').map(({ phase, stage }) => [stage.text, phase, stage]),
)('everything of “%s” but comments has its place on the sheet, once', (_, phase, stage) => {
  const parts = partsOf(stage, phase)
  const main = [...parts.activities.flatMap((activity) => activity.children ?? []), ...parts.others]
  const shown = [
    ...rows(main, (item) => parts.apart.has(item.id)).map((row) => row.item),
    ...walk([...parts.targets, ...parts.deliverables, ...parts.checkpoints]),
  ].map((item) => item.id)
  const empty = walk([stage]).filter((item) => parts.apart.has(item.id) && item.kind === 'section')
  const expected = walk(stage.children ?? [])
    .filter((item) => item.kind !== 'activity' && !empty.includes(item) && !isTopComment(item))
    .map((item) => item.id)
  expect(shown.sort((a, b) => a - b)).toEqual(expected.sort((a, b) => a - b))

  function isTopComment(item: (typeof main)[number]) {
    return item.kind === 'comment' && (stage.children ?? []).includes(item)
  }
})

test('an option keeps its own deliverables, and a heading over nothing else goes with them', () => {
  const nlp = stages.find(({ stage }) => stage.text.startsWith('Language system'))!
  const parts = partsOf(nlp.stage, nlp.phase)
  expect(parts.deliverables).toHaveLength(4)
  expect(
    walk([nlp.stage]).filter((item) => item.text === 'Deliverable' && !parts.apart.has(item.id)),
  ).toEqual([])
})

test('a stage without a goal has its phase’s', () => {
  expect(partsOf(stages[0]!.stage, stages[0]!.phase).goal ?? stages[0]!.stage.text).toBeTruthy()
  const week = stages.find(({ stage }) => stage.kind === 'stage')!
  expect(partsOf(week.stage, week.phase).goal).toMatch(/^Learn the fundamentals/)
})

test('what a phase says besides its stages is shown with it', () => {
  expect(besidesStages(phases[3]!).map((item) => item.text)).toEqual([
    'Optional Project 5',
    'Advanced study materials',
  ])
})
