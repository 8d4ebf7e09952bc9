import { beforeEach, expect, test } from 'vitest'
import { bundledView } from '../../bridge/fake/bundled'
import { habits } from '../../shared/format'
import { gateLines, gateTitle } from './gate-words'
import { timeline, type GateMark } from './timeline'

beforeEach(() => {
  habits.locale = 'en-GB'
})

function gate(at: number, standing = { met: 2, total: 5 }): GateMark {
  return { ...timeline(bundledView('2026-10-19', '2026-11-25'))!.gates[at]!, standing }
}

/** How wide a month of a plan of six months is in the smallest window. */
const MONTH = 140

test('in the smallest window the gate of a month says until when', () => {
  expect(gateLines(gate(1), MONTH)).toEqual(['2 of 5, 13 Dec'])
})

test('with less room the date is on a line of its own, and with hardly any there are no words', () => {
  expect(gateLines(gate(1), 100)).toEqual(['2 of 5', '13 Dec'])
  expect(gateLines(gate(1), 60)).toBeNull()
})

test('a gate that is met needs no date, and an open end has none', () => {
  expect(gateLines(gate(1, { met: 5, total: 5 }), MONTH)).toEqual(['5 of 5, met'])
  expect(gateLines(gate(3), MONTH)).toEqual(['2 of 5'])
})

test('whatever room there is, the whole of it can be read', () => {
  expect(gateTitle(gate(1))).toMatch(/^Gate of .+: 2 of 5 met, by 13 December 2026$/)
  expect(gateTitle(gate(1, { met: 5, total: 5 }))).toMatch(/: 5 of 5 met$/)
})
