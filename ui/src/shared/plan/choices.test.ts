import { expect, test } from 'vitest'
import type { WorkChoice } from '../../bridge'
import { choicesFor } from './choices'

const step = (item: number, text: string) => ({ item, text, done: false, focused_minutes: 0 })
const CHOICES: WorkChoice[] = [
  {
    stage: 1,
    activity: 2,
    category: 'hands-on',
    title: 'Stop display',
    steps: [step(3, 'Draw the timetable'), step(4, 'Cache what is asked often')],
  },
  { stage: 1, activity: 5, category: 'study', title: 'Reading', steps: [] },
]

const titles = (typed: string) =>
  choicesFor(CHOICES, typed).map(({ name, works }) => [name, ...works.map((work) => work.title)])

test('nothing typed lists every open step, and an activity without any as a whole', () => {
  expect(titles('')).toEqual([
    ['Stop display', 'Draw the timetable', 'Cache what is asked often'],
    ['Reading', 'Reading'],
  ])
})

test('a step is found by its words and by those of its activity, without case and accents', () => {
  expect(titles('CÀCHE')[0]).toEqual(['Stop display', 'Cache what is asked often'])
  expect(titles('display draw')[0]).toEqual(['Stop display', 'Draw the timetable'])
})

test('what is typed can be focused on itself, outside the roadmap', () => {
  const [only] = choicesFor(CHOICES, ' tax return ')
  expect(only?.name).toBe('Outside the roadmap')
  expect(only?.works).toEqual([
    { activity: null, step: null, block: null, category: 'study', title: 'tax return' },
  ])
})
