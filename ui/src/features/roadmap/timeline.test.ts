import { expect, test } from 'vitest'
import { bundledView } from '../../bridge/fake/bundled'
import { small, smallView } from '../../bridge/fake/small'
import { addDays } from '../../shared/format'
import { walk } from '../../shared/plan/items'
import { firstShown, stageHeight, stageHolding, stageTop, timeline } from './timeline'

test('the strip is as long as the plan, with its stages one after the other', () => {
  const strip = timeline(bundledView('2026-10-19', '2026-11-25'))!
  expect([strip.from, strip.to, strip.weeks]).toEqual(['2026-10-19', '2027-04-11', 25])
  expect(strip.stages).toHaveLength(11)
  strip.stages.slice(1).forEach((mark, at) => {
    const before = strip.stages[at]!
    expect(mark.left).toBeCloseTo(before.left + before.width)
  })
})

test('a gate stands at the end of the phase of its months', () => {
  const strip = timeline(bundledView('2026-10-19', '2026-11-25'))!
  expect(strip.gates.map((gate) => gate.by)).toEqual(['2026-11-15', '2026-12-13', '2027-01-10', null])
  expect(strip.gates.map((gate) => Math.round(gate.at))).toEqual([16, 32, 48, 100])
})

test('today is marked within the plan and not outside', () => {
  expect(timeline(bundledView('2026-10-19', '2026-11-25'))!.today).toBeCloseTo(21.4, 0)
  expect(timeline(bundledView('2026-11-30', '2026-11-25'))!.today).toBeNull()
})

test('a plan that is over is shown up to today, unless that is very long ago', () => {
  const over = timeline(bundledView('2026-10-19', '2027-05-01'))!
  expect([over.ends, over.to, over.today! > 99]).toEqual(['2027-04-11', '2027-05-01', true])
  const long = timeline(bundledView('2026-10-19', '2028-05-01'))!
  expect([long.to, long.today]).toEqual(['2027-04-11', null])
})

test('a plan that is over begins with its last stage, one that is still to start with its first', () => {
  const view = bundledView('2026-10-19', '2027-05-01')
  expect(view.current).toBeNull()
  expect(firstShown(view)).toBe(view.stages.at(-1)!.stage)
  const ahead = bundledView('2026-11-30', '2026-11-25')
  expect(firstShown(ahead)).toBe(ahead.stages[0]!.stage)
})

test('an open end without a latest day is still drawn', () => {
  const view = smallView()
  view.stages[2]!.latest = null
  const open = timeline(view)!.stages[2]!
  expect(open.open).toBe(true)
  expect(open.width).toBeGreaterThan(10)
})

test('stages with an open end that run side by side stand below each other in their phase', () => {
  const view = smallView()
  const [, first, second] = view.stages
  const phase = first!.phase
  Object.assign(first!, { from: '2027-03-01', to: null, latest: '2027-05-31', phase })
  Object.assign(second!, { from: '2027-03-01', to: '2027-03-28', latest: null, phase })
  const strip = timeline(view)!
  expect(strip.stages.map((mark) => [mark.lane, mark.lanes])).toEqual([
    [0, 1],
    [0, 2],
    [1, 2],
  ])
  expect(strip.lanes).toBe(2)
  expect(stageTop(1)).toBeGreaterThanOrEqual(stageTop(0) + stageHeight(2))
  const mark = strip.phases.find((mark) => mark.item.id === phase)!
  expect(mark.left + mark.width).toBeCloseTo(strip.stages[1]!.left + strip.stages[1]!.width)
})

test('a plan of one stage is a strip', () => {
  const view = smallView()
  view.stages = view.stages.slice(0, 1)
  expect(timeline(view)!.stages).toHaveLength(1)
  expect(timeline({ ...view, stages: [] })).toBeNull()
})

test('an item is found in its stage, and what the phase says besides in its last one', () => {
  const view = smallView()
  const find = (text: string) => walk(small.items).find((item) => item.text === text)!.id
  expect(stageHolding(view, find('Collect the data'))).toBe(view.stages[1]!.stage)
  expect(stageHolding(view, find('Know the ground and put a first service on it'))).toBe(
    view.stages[1]!.stage,
  )
  expect(stageHolding(view, find('Endless tutorials'))).toBeNull()
})

test('days_off_stand_on_the_strip_as_far_as_it_goes', () => {
  const view = bundledView('2026-10-19', '2026-11-25')
  const first = view.stages[0]!.from
  const off = (from: string, to: string) => ({ id: 1, from, to, relief: 'off' as const, title: 'Away' })
  view.days_off = [off('1999-01-01', addDays(first, 6)), off('1999-01-01', '1999-01-02')]
  const strip = timeline(view)!
  expect(strip.daysOff).toHaveLength(1)
  expect(strip.daysOff[0]!.left).toBe(0)
  expect(strip.daysOff[0]!.width).toBeCloseTo(100 / strip.weeks, 0)
})
