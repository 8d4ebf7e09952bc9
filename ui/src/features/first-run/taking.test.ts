import { expect, test } from 'vitest'
import type { Item, Taken } from '../../bridge'
import { readingList, takenPhrase } from './taking'

const item = (kind: Partial<Item>) => ({ id: 1, text: 'A', span: { line: 1 }, ...kind }) as Item

test('readings keep one order, whatever the present one is, and work comes last under its heading', () => {
  const taken: Taken[] = [
    { as: 'section' },
    { as: 'phase' },
    { as: 'stage' },
    { as: 'section' },
    { as: 'activity', category: 'hands-on' },
    { as: 'activity', category: 'study' },
    { as: 'steps' },
  ]
  const list = readingList(item({ kind: 'section', about: 'other' }), taken)
  expect(list.map((one) => one.label)).toEqual([
    'Phase',
    'Stage',
    'Steps to do',
    'Only to read',
    'Study',
    'Hands-on',
  ])
  expect(list.find((one) => one.present)?.label).toBe('Only to read')
  expect(list.filter((one) => one.heading).map((one) => one.label)).toEqual(['Study'])
})

test('of what no reading names, none is the present one', () => {
  const list = readingList(item({ kind: 'choice' }), [{ as: 'phase' }, { as: 'stage' }])
  expect(list.some((one) => one.present)).toBe(false)
})

test('what a line became is said in words', () => {
  expect(takenPhrase(item({ kind: 'stage', weeks: null }))).toBe('a stage')
  expect(takenPhrase(item({ kind: 'activity', category: 'study', budget: null }))).toBe('an activity, study')
  expect(takenPhrase(item({ kind: 'section', about: 'accounts' }))).toBe('accounts')
})
