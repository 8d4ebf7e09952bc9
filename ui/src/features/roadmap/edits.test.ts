import { expect, test } from 'vitest'
import type { Item, RoadmapView } from '../../bridge'
import { smallView } from '../../bridge/fake/small'
import { byId } from '../../shared/plan/items'
import { addWords, doneWords, weeksOf } from './edits'

const view: RoadmapView = smallView()
const items = byId(view.items)
const [first, second, ongoing] = view.stages.map((stage) => items.get(stage.stage)!)

test('what can be added says where it comes to stand', () => {
  expect(addWords({ what: 'stage', place: 'within' })).toBe('Add a stage…')
  expect(addWords({ what: 'stage', place: 'behind' })).toBe('Add a stage behind…')
  expect(addWords({ what: 'target', place: 'behind' })).toBe('Add a target below…')
})

test('a stage with an end has a length, by weeks, by days or by its dates', () => {
  expect([weeksOf(view, first!), weeksOf(view, second!)]).toEqual([1, 2])
  expect(weeksOf(view, { ...first!, kind: 'stage', weeks: null, days: 10 } as Item)).toBe(2)
  expect(weeksOf(view, { ...second!, kind: 'stage', weeks: null } as Item)).toBe(2)
})

test('an open end has none, not even once it has ended', () => {
  expect(weeksOf(view, ongoing!)).toBeNull()
  const stages = view.stages.map((stage) => ({ ...stage, to: stage.to ?? '2027-01-03' }))
  const ended = { ...ongoing!, record: { ...ongoing!.record!, ended_on: '2027-01-03' } }
  expect(weeksOf({ ...view, stages }, ended)).toBeNull()
})

test('changes to parts are told, changes to lines show by themselves', () => {
  expect(doneWords({ kind: 'set-length', stage: 1, weeks: 3 }, first!)).toBe(
    '“From scratch” takes 3 weeks now',
  )
  expect(doneWords({ kind: 'move', item: 1, by: -1 }, first!)).toBe('Moved “From scratch” earlier')
  const line = { ...first!, kind: 'step' } as Item
  expect(doneWords({ kind: 'move', item: 1, by: -1 }, line)).toBeNull()
  expect(doneWords({ kind: 'rename', item: 1, text: 'B' }, line)).toBeNull()
})
