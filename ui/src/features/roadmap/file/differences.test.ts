import { expect, test } from 'vitest'
import type { Difference } from '../../../bridge'
import { countsWords, grouped, lineOf } from './differences'

type Where = 'item' | 'text' | 'within' | 'line'
/** What became of something, without where it is. */
type What = Difference extends infer One ? (One extends Difference ? Omit<One, Where> : never) : never

function difference(what: What, where: Partial<Pick<Difference, Where>> = {}): Difference {
  return { item: 1, text: 'Write k-means', within: 'Week 1', line: 12, ...what, ...where } as Difference
}

test('each_difference_has_a_word_for_what_it_is', () => {
  const words = (what: What) => lineOf(difference(what)).what
  expect(words({ differs: 'added', below: 0 })).toBe('added')
  expect(words({ differs: 'added', below: 3 })).toBe('added, with 3 lines below it')
  expect(words({ differs: 'removed', recorded: 0, below: 0 })).toBe('removed')
  expect(words({ differs: 'removed', recorded: 2, below: 0 })).toBe(
    'removed; what you recorded is kept, should it come back',
  )
  expect(words({ differs: 'renamed', was: 'K-means' })).toBe('was “K-means”')
  expect(words({ differs: 'moved', from: 'Week 2' })).toBe('moved from “Week 2”')
  expect(words({ differs: 'moved', from: null })).toBe('moved')
  expect(words({ differs: 'changed', aspect: 'hours', was: '15 h', is: '12 h' })).toBe('hours: 15 h → 12 h')
  expect(words({ differs: 'ticked' })).toBe('ticked in the file')
  expect(words({ differs: 'unticked' })).toBe('unticked in the file; stays done here')
  expect(words({ differs: 'restored', below: 0 })).toBe('back from the archive')
  expect(words({ differs: 'conflict', aspect: 'words', document: 'Write it' })).toBe(
    'both changed: yours stays; the file says “Write it”',
  )
})

test('differences_stand_below_the_stage_they_are_in_and_keep_their_order', () => {
  const groups = grouped([
    difference({ differs: 'added', below: 0 }, { within: null, line: 1 }),
    difference({ differs: 'added', below: 0 }, { within: 'Week 2', line: 2 }),
    difference({ differs: 'ticked' }, { within: 'Week 1', line: 3 }),
    difference({ differs: 'ticked' }, { within: 'Week 2', line: 4 }),
  ])
  expect(groups.map(({ title, lines }) => [title, lines.map(({ line }) => line)])).toEqual([
    ['Outside of phases and stages', [1]],
    ['Week 2', [2, 4]],
    ['Week 1', [3]],
  ])
})

test('the_counts_include_what_is_below', () => {
  const differences = [
    difference({ differs: 'renamed', was: 'a' }),
    difference({ differs: 'added', below: 2 }),
    difference({ differs: 'renamed', was: 'b' }),
    difference({ differs: 'removed', recorded: 0, below: 0 }),
  ]
  expect(countsWords(differences)).toBe('3 added, 1 removed, 2 renamed')
  expect(countsWords([])).toBe('')
})
