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

test('a_block_that_overlaps_nothing_has_the_whole_width', () => {
  expect(lanesOf([block('a', 9, 10), block('b', 10, 11)])).toEqual({ a: '1/1', b: '1/1' })
})

test('two_that_overlap_stand_side_by_side_as_halves', () => {
  expect(lanesOf([block('a', 9, 11), block('b', 10, 12), block('c', 13, 14)])).toEqual({
    a: '1/2',
    b: '2/2',
    c: '1/1',
  })
})

test('a_third_that_begins_when_one_ended_takes_its_lane', () => {
  expect(lanesOf([block('long', 9, 12), block('first', 9, 10), block('second', 10, 12)])).toEqual({
    long: '1/2',
    first: '2/2',
    second: '2/2',
  })
})

const five = ['a', 'b', 'c', 'd', 'e'].map((name) => block(name, 9, 10))

test('past_three_lanes_the_others_are_a_number', () => {
  const { laned, crowds } = laneOut(five)
  expect(laned.map((one) => one.block.name)).toEqual(['a', 'b', 'c'])
  expect(crowds.map((crowd) => crowd.blocks.map(({ name }) => name))).toEqual([['d', 'e']])
})

test('a_crowded_block_that_is_chosen_comes_into_the_last_lane', () => {
  expect(lanesOf(five, 'e')).toEqual({ a: '1/3', b: '2/3', e: '3/3' })
  expect(laneOut(five, ({ name }) => name === 'e').crowds[0]?.blocks.map(({ name }) => name)).toEqual([
    'c',
    'd',
  ])
})
