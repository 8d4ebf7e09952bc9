/** The questions of the editing dialog: which fields each has, and the edit that comes of what was typed. */
import type { Addable, Category, Edit, Item } from '../../bridge'
import { hoursTyped, NO_HOURS, PER_WORDS, typedHours } from '../../shared/plan/budget'
import { addWords, isPart } from './edits'

export type Question =
  | { what: 'rename' | 'hours' | 'category'; item: Item }
  | { what: 'length'; item: Item; weeks: number }
  | { what: 'add'; item: Item; addable: Addable }
  /** A phase where there is none to add it behind. */
  | { what: 'first-phase'; item: null }

export interface Draft {
  words: string
  weeks: string
  category: Category
  hours: string
}

export type FieldName = keyof Draft
export type Problems = Partial<Record<FieldName, string>>

/** As long as a stage may be. */
const MOST_WEEKS = 52

export function fieldsOf(question: Question): FieldName[] {
  switch (question.what) {
    case 'rename':
    case 'first-phase':
      return ['words']
    case 'hours':
      return ['hours']
    case 'category':
      return ['category']
    case 'length':
      return ['weeks']
    case 'add': {
      const { what } = question.addable
      if (what === 'stage') return ['words', 'weeks']
      return what === 'activity' ? ['words', 'category', 'hours'] : ['words']
    }
  }
}

export function draftOf(question: Question): Draft {
  const { item } = question
  const activity = question.what !== 'add' && item?.kind === 'activity' ? item : null
  return {
    words: question.what === 'rename' ? question.item.text : '',
    weeks: question.what === 'length' ? String(question.weeks) : '1',
    category: activity?.category ?? 'study',
    hours: activity?.budget ? hoursTyped(activity.budget) : '',
  }
}

export function questionWords(question: Question): string {
  switch (question.what) {
    case 'rename':
      return 'Rename'
    case 'hours':
      return `Hours of “${question.item.text}”`
    case 'category':
      return `Category of “${question.item.text}”`
    case 'length':
      return `Length of “${question.item.text}”`
    case 'first-phase':
      return 'Add a phase'
    case 'add':
      return addWords(question.addable).replace('…', '')
  }
}

/** What the words are called: a title, where other things belong to it. */
export function wordsLabel(question: Question): string {
  const part =
    question.what === 'first-phase' ||
    (question.what === 'add'
      ? ['phase', 'stage', 'activity'].includes(question.addable.what)
      : isPart(question.item))
  return part ? 'Title' : 'Words'
}

export function hoursLabel({ item }: Question): string {
  const per = item?.kind === 'activity' ? (item.budget?.per ?? 'stage') : 'stage'
  return `Hours ${PER_WORDS.find((one) => one.value === per)!.label}`
}

/** The edit that was asked for, or what is wrong with it, field by field. Words are judged by the host. */
export function editOf(question: Question, draft: Draft): { edit: Edit } | { problems: Problems } {
  const problems: Problems = {}
  const fields = fieldsOf(question)
  const weeks = Number(draft.weeks)
  const isWhole = /^\s*\d+\s*$/.test(draft.weeks) && weeks >= 1 && weeks <= MOST_WEEKS
  if (fields.includes('weeks') && !isWhole) problems.weeks = `Write a whole number from 1 to ${MOST_WEEKS}.`
  const none = draft.hours.trim() === ''
  const hours = typedHours(draft.hours)
  if (fields.includes('hours') && !none && !hours)
    problems.hours = NO_HOURS.replace(/\.$/, ', or leave it empty for none.')
  if (Object.keys(problems).length > 0) return { problems }

  const { item } = question
  const per = item?.kind === 'activity' ? (item.budget?.per ?? 'stage') : 'stage'
  const budget = hours ? { per, ...hours } : null
  const title = draft.words
  switch (question.what) {
    case 'rename':
      return { edit: { kind: 'rename', item: question.item.id, text: title } }
    case 'hours':
      return { edit: { kind: 'set-budget', activity: question.item.id, budget } }
    case 'category':
      return { edit: { kind: 'set-category', activity: question.item.id, category: draft.category } }
    case 'length':
      return { edit: { kind: 'set-length', stage: question.item.id, weeks } }
    case 'first-phase':
      return { edit: { kind: 'add-phase', after: null, title } }
    case 'add': {
      const { id } = question.item
      const { what } = question.addable
      if (what === 'stage') return { edit: { kind: 'add-stage', after: id, title, weeks } }
      if (what === 'phase') return { edit: { kind: 'add-phase', after: id, title } }
      if (what === 'activity')
        return { edit: { kind: 'add-activity', stage: id, title, category: draft.category, budget } }
      return { edit: { kind: 'add', at: id, text: title } }
    }
  }
}
