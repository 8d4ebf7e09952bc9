import { expect, test } from 'vitest'
import { small } from '../../bridge/fake/small'
import { build, step } from '../../bridge/fake/tree'
import type { Sketch } from '../../bridge/fake/tree'
import { canBeDone, rows, ticks, walk } from './items'

test('walking keeps the order of the document', () => {
  const lines = walk(small.items).map((item) => item.span.line)
  expect(lines).toEqual([...lines].sort((one, other) => one - other))
})

test('what is left out is left out with everything below it', () => {
  const left = rows(small.items, (item) => item.kind === 'phase')
  expect(left.length).toBeGreaterThan(0)
  expect(left.some(({ item }) => item.kind === 'stage')).toBe(false)
})

test('ticks are counted below, however deep', () => {
  const deep = build('Deep', [
    step('a', [step('b', [step('c', [], { record: { done_at: '2026-11-20T10:00:00Z' } })])]),
  ])
  expect(ticks(deep.items)).toEqual({ done: 1, total: 3 })
})

test('nesting of a thousand levels is walked', () => {
  let nested: Sketch = step('the innermost')
  for (let level = 0; level < 1000; level++) nested = step(`level ${level}`, [nested])
  expect(walk(build('Deep', [nested]).items)).toHaveLength(1001)
})

test('steps, checkpoint items, deliverables and whatever has a box can be ticked, remarks cannot', () => {
  const can = new Set(
    walk(small.items)
      .filter(canBeDone)
      .map((item) => item.kind),
  )
  expect([...can].sort()).toEqual(['account', 'checkpoint-item', 'deliverable', 'metric', 'resource', 'step'])
})

test('of a choice only the steps of the picked option count, and none while none is picked', () => {
  const choice = (picked: string | null): Sketch => ({
    kind: { kind: 'choice' },
    text: 'Choose',
    children: ['A', 'B'].map((label) => ({
      kind: { kind: 'option', label, suits: null },
      text: label,
      record: { chosen: label === picked },
      children: [step('one'), step('two')],
    })),
  })
  expect(ticks(build('Small', [choice(null), step('a')]).items).total).toBe(1)
  expect(ticks(build('Small', [choice('B'), step('a')]).items).total).toBe(3)
})
