import { expect, test } from 'vitest'
import { build, step, tickable, type Sketch } from '../../bridge/fake/tree'
import { linesOf } from './lines'

const project = (children: Sketch[], more: Partial<Sketch> = {}): Sketch => ({
  kind: { kind: 'project', number: 1 },
  text: 'A project',
  children,
  ...more,
})

test('what stands below a heading is not moved in, what stands below a line is', () => {
  const { items } = build('Small', [project([step('a', [step('b')])])])
  expect(
    linesOf(items)
      .flat()
      .map((line) => [line.item.text, line.isHead, line.depth]),
  ).toEqual([
    ['A project', true, 0],
    ['a', false, 0],
    ['b', false, 1],
  ])
})

test('a heading stays with its first line, and a line with what is below it', () => {
  const { items } = build('Small', [project([step('a', [step('b')]), step('c')])])
  expect(linesOf(items).map((group) => group.map((line) => line.item.text))).toEqual([
    ['A project', 'a', 'b'],
    ['c'],
  ])
})

test('a heading with a box is a line to tick', () => {
  const { items } = build('Small', [project([], { box: true })])
  expect(linesOf(items)[0]![0]!.isHead).toBe(false)
})

test('a target in the words of what it measures is not said again', () => {
  const target: Sketch = { kind: { kind: 'target', measure: null }, text: 'p99 < 100 ms' }
  const { items } = build('Small', [tickable('p99 < 100 ms', { children: [target] })])
  expect(linesOf(items).flat()).toHaveLength(1)
})

test('once an option is picked, the others are passed over with all below them', () => {
  const option = (label: string, chosen: boolean): Sketch => ({
    kind: { kind: 'option', label, suits: null },
    text: label,
    record: { chosen },
    children: [step(`do ${label}`)],
  })
  const passed = (one: Sketch, other: Sketch) =>
    linesOf(build('Small', [{ kind: { kind: 'choice' }, text: 'Choose', children: [one, other] }]).items)
      .flat()
      .filter((line) => line.passedOver)
      .map((line) => line.item.text)
  expect(passed(option('A', false), option('B', true))).toEqual(['A', 'do A'])
  expect(passed(option('A', false), option('B', false))).toEqual([])
})
