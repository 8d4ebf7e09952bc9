import { expect, test } from 'vitest'
import type { Item } from '../../bridge'
import { draftOf, editOf, fieldsOf, hoursLabel, questionWords, wordsLabel, type Question } from './edit-form'

const item = (kind: Partial<Item>) => ({ id: 7, text: 'A', span: { line: 1 }, ...kind }) as Item
const stage = item({ kind: 'stage', weeks: { from: 2, to: 3 } })

test('a stage behind another asks for a title and weeks', () => {
  const question: Question = { what: 'add', item: stage, addable: { what: 'stage', place: 'behind' } }
  expect([questionWords(question), wordsLabel(question)]).toEqual(['Add a stage behind', 'Title'])
  expect(fieldsOf(question)).toEqual(['words', 'weeks'])
  const draft = { ...draftOf(question), words: 'B', weeks: '4' }
  expect(editOf(question, draft)).toEqual({ edit: { kind: 'add-stage', after: 7, title: 'B', weeks: 4 } })
  expect(editOf(question, { ...draft, weeks: '0' })).toEqual({
    problems: { weeks: expect.stringMatching(/1 to 52/) },
  })
})

test('an activity asks for its kind of work and its hours, which may be left out', () => {
  const question: Question = { what: 'add', item: stage, addable: { what: 'activity', place: 'within' } }
  expect(fieldsOf(question)).toEqual(['words', 'category', 'hours'])
  const draft = { ...draftOf(question), words: 'B', category: 'writing' as const }
  const edit = { kind: 'add-activity', stage: 7, title: 'B', category: 'writing' }
  expect(editOf(question, draft)).toEqual({ edit: { ...edit, budget: null } })
  expect(editOf(question, { ...draft, hours: '2-3' })).toEqual({
    edit: { ...edit, budget: { per: 'stage', least: 120, most: 180 } },
  })
})

test('a line of its own kind asks for words only', () => {
  const question: Question = {
    what: 'add',
    item: item({ kind: 'step', optional: false }),
    addable: { what: 'step', place: 'behind' },
  }
  expect([questionWords(question), wordsLabel(question)]).toEqual(['Add a step below', 'Words'])
  expect(editOf(question, { ...draftOf(question), words: 'B' })).toEqual({
    edit: { kind: 'add', at: 7, text: 'B' },
  })
})

test('hours keep what they are for, and a range stays one', () => {
  const activity = item({
    kind: 'activity',
    category: 'study',
    budget: { per: 'day', least: 120, most: 240 },
  })
  const question: Question = { what: 'hours', item: activity }
  expect([hoursLabel(question), draftOf(question).hours]).toEqual(['Hours a day', '2–4'])
  expect(editOf(question, draftOf(question))).toEqual({
    edit: { kind: 'set-budget', activity: 7, budget: { per: 'day', least: 120, most: 240 } },
  })
  expect(editOf(question, { ...draftOf(question), hours: ' ' })).toEqual({
    edit: { kind: 'set-budget', activity: 7, budget: null },
  })
})
