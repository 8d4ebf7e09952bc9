import { expect, test } from 'vitest'
import type { Difference, DifferenceKind } from '../../../bridge'
import { countsWords, grouped, lineOf } from './differences'

function difference(what: DifferenceKind, more: Partial<Difference> = {}): Difference {
  return { what, item: 1, text: 'Write k-means', within: 'Week 1', line: 12, below: 0, ...more }
}

test('each_difference_has_a_word_for_what_it_is', () => {
  const words = (what: DifferenceKind, below = 0) => lineOf(difference(what, { below })).what
  expect(words({ kind: 'added' })).toBe('added')
  expect(words({ kind: 'added' }, 3)).toBe('added, with 3 lines below it')
  expect(words({ kind: 'removed', recorded: false })).toBe('removed')
  expect(words({ kind: 'removed', recorded: true })).toBe(
    'removed; kept in the archive with what you recorded',
  )
  expect(words({ kind: 'renamed', was: 'K-means' })).toBe('was “K-means”')
  expect(words({ kind: 'moved', from: 'Week 2' })).toBe('moved from “Week 2”')
  expect(words({ kind: 'moved', from: null })).toBe('moved')
  expect(words({ kind: 'changed', was: '15 h', now: '12 h' })).toBe('15 h → 12 h')
  expect(words({ kind: 'ticked' })).toBe('ticked in the file')
  expect(words({ kind: 'unticked' })).toBe('unticked in the file; stays done here')
  expect(words({ kind: 'restored' })).toBe('back from the archive')
  expect(words({ kind: 'conflict', document: 'Write it' })).toBe(
    'both changed: yours stays; the file says “Write it”',
  )
})

test('differences_stand_below_the_stage_they_are_in_and_keep_their_order', () => {
  const groups = grouped([
    difference({ kind: 'added' }, { within: null, line: 1 }),
    difference({ kind: 'added' }, { within: 'Week 2', line: 2 }),
    difference({ kind: 'ticked' }, { within: 'Week 1', line: 3 }),
    difference({ kind: 'ticked' }, { within: 'Week 2', line: 4 }),
  ])
  expect(groups.map(({ title, lines }) => [title, lines.map(({ line }) => line)])).toEqual([
    ['Outside of phases and stages', [1]],
    ['Week 2', [2, 4]],
    ['Week 1', [3]],
  ])
})

test('the_counts_include_what_is_below', () => {
  const differences = [
    difference({ kind: 'renamed', was: 'a' }),
    difference({ kind: 'added' }, { below: 2 }),
    difference({ kind: 'renamed', was: 'b' }),
    difference({ kind: 'removed', recorded: false }),
  ]
  expect(countsWords(differences)).toBe('3 added, 1 removed, 2 renamed')
  expect(countsWords([])).toBe('')
})
