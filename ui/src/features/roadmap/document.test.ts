import { expect, test } from 'vitest'
import { bundled } from '../../bridge/fake/bundled'
import { small } from '../../bridge/fake/small'
import { walk } from '../../shared/plan/items'
import { partHolding, partsOfDocument } from './document'

test.each([
  ['the bundled roadmap', bundled.items],
  ['the small one', small.items],
])('every item of %s is in a part of the document', (_, items) => {
  const parts = partsOfDocument(items)
  const reached = new Set(
    parts.flatMap((part) => [...(part.head ? [part.head.id] : []), ...walk(part.items).map((i) => i.id)]),
  )
  expect(walk(items).filter((item) => !reached.has(item.id))).toEqual([])
})

test('lines before the first heading have a part of their own', () => {
  const last = partsOfDocument(small.items).at(-1)!
  expect(last.title).toBe('Remarks')
  expect(last.items.map((item) => item.text)).toEqual(['May your queues stay short'])
})

test('an item is found in the innermost part that holds it', () => {
  const parts = partsOfDocument(bundled.items)
  const docker = walk(bundled.items).find((item) => item.text === 'Docker')!
  expect(partHolding(parts, docker.id)?.title).toBe('Development environment')
})
