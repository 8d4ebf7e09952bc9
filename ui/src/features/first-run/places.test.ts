import { expect, test } from 'vitest'
import type { Item } from '../../bridge'
import { placesOf, stepFrom } from './places'

const item = (id: number, line: number, children: Item[] = []) =>
  ({ id, kind: 'entry', text: `${id}`, span: { start: 0, end: 0, line }, children }) as Item

test('a place is a line, and what shares one is counted', () => {
  const places = placesOf([item(7, 3, [item(9, 3), item(4, 5)]), item(2, 6)])
  expect([...places]).toEqual([
    [7, '3'],
    [9, '3.1'],
    [4, '5'],
    [2, '6'],
  ])
})

test('steps go to the next one and the one before, and round at the ends', () => {
  const order = [1, 2, 3, 4, 5].map((id) => item(id, id))
  const wanted = (one: Item) => one.id === 2 || one.id === 4
  const from = (at: number, by: 1 | -1) => stepFrom(order, wanted, at, by)?.id
  expect([from(-1, 1), from(1, 1), from(3, 1)]).toEqual([2, 4, 2])
  expect([from(-1, -1), from(3, -1), from(1, -1)]).toEqual([4, 2, 4])
  expect(stepFrom(order, () => false, 0, 1)).toBeNull()
  expect(stepFrom([], wanted, -1, 1)).toBeNull()
})
