import { expect, test } from 'vitest'
import { bundled } from '../../bridge/fake/bundled'
import { previewOf } from '../../bridge/fake/preview'
import { walk } from '../../shared/plan/items'
import { choiceNames, recognised } from './recognised'

const preview = previewOf({ from: 'bundled', name: 'production-ml-engineer.md' }, bundled)

test('everything that was recognised is in the tree', () => {
  const tree = recognised(preview)
  const heads = preview.phases.length + preview.counts.stages
  const below = [
    ...tree.phases.flatMap((phase) => [...phase.items, ...phase.stages.flatMap((stage) => stage.items)]),
    ...tree.others.map((other) => other.item),
  ]
  expect(walk(below).length + heads).toBe(walk(preview.items).length)
})

test('a document without phases is a tree all the same', () => {
  const tree = recognised({ ...preview, phases: [] })
  expect(tree.phases).toEqual([])
  expect(tree.others.map((other) => other.item)).toEqual(preview.items)
})

test('a choice that only says "choose one" is named by where it stands', () => {
  expect(choiceNames(preview.items)).toEqual(['A production NLP system', 'Optional Project 5'])
})
