import { expect, test } from 'vitest'
import { laneOut } from './lanes'

const block = (name: string, start: number, end: number) => ({ name, start: start * 60, end: end * 60 })
const lanesOf = (blocks: ReturnType<typeof block>[], chosen?: string) =>
  Object.fromEntries(
    laneOut(blocks, ({ name }) => name === chosen).laned.map((one) => [
      one.block.name,
      `${one.lane + 1}/${one.lanes}`,
    ]),
  )

test('a block that overlaps nothing has the whole width', () => {
  expect(lanesOf([block('a', 9, 10), block('b', 10, 11)])).toEqual({ a: '1/1', b: '1/1' })
})

test('two that overlap stand side by side as halves', () => {
  expect(lanesOf([block('a', 9, 11), block('b', 10, 12), block('c', 13, 14)])).toEqual({
    a: '1/2',
    b: '2/2',
    c: '1/1',
  })
})

test('a third that begins when one ended takes its lane', () => {
  expect(lanesOf([block('long', 9, 12), block('first', 9, 10), block('second', 10, 12)])).toEqual({
    long: '1/2',
    first: '2/2',
    second: '2/2',
  })
})

const five = ['a', 'b', 'c', 'd', 'e'].map((name) => block(name, 9, 10))

test('past three lanes the others are a number', () => {
  const { laned, crowds } = laneOut(five)
  expect(laned.map((one) => one.block.name)).toEqual(['a', 'b', 'c'])
  expect(crowds.map((crowd) => crowd.blocks.map(({ name }) => name))).toEqual([['d', 'e']])
})

test('a crowded block that is chosen comes into the last lane', () => {
  expect(lanesOf(five, 'e')).toEqual({ a: '1/3', b: '2/3', e: '3/3' })
  expect(laneOut(five, ({ name }) => name === 'e').crowds[0]?.blocks.map(({ name }) => name)).toEqual([
    'c',
    'd',
  ])
})
