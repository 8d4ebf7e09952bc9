/** A document with two ways to the same end. */
import type { Category } from '../types/Category'
import type { Read } from './preview'
import { build, entry, note, step, tickable, type Sketch } from './tree'

const work = (category: Category, text: string, hours: number, steps: string[]): Sketch => ({
  kind: {
    kind: 'activity',
    category,
    budget: { per: 'stage', least: hours * 60, most: hours * 60 },
  },
  text,
  children: steps.map((words) => step(words)),
})

const stage = (from: number, to: number, text: string, children: Sketch[]): Sketch => ({
  kind: { kind: 'stage', weeks: { from, to } },
  text,
  children,
})

const phase = (text: string, children: Sketch[]): Sketch => ({
  kind: { kind: 'phase', months: null, open_ended: false },
  text,
  children,
})

const SKETCH: Sketch[] = [
  {
    kind: { kind: 'track', label: 'A' },
    text: 'From the web to machine learning',
    children: [
      phase('Numbers and code', [
        stage(1, 2, 'Linear algebra', [
          work('study', 'Study', 20, ['Vectors and matrices', 'Eigenvalues']),
          work('hands-on', 'Exercises by hand', 10, ['A matrix class of your own']),
        ]),
        stage(3, 6, 'First models', [
          work('hands-on', 'Hands-on', 60, ['A classifier', 'A service around it']),
          { kind: { kind: 'checkpoint' }, text: 'Checkpoint', children: [tickable('It runs for a week')] },
        ]),
      ]),
      phase('In service', [
        stage(7, 8, 'Monitoring', [work('hands-on', 'Hands-on', 30, ['Alerts', 'A dashboard'])]),
      ]),
    ],
  },
  {
    kind: { kind: 'track', label: 'B' },
    text: 'From statistics to machine learning',
    children: [
      phase('Code that others run', [
        stage(1, 3, 'Python in earnest', [
          work('study', 'Study', 20, ['Modules and tests']),
          work('hands-on', 'Hands-on', 40, ['A package on the index']),
        ]),
        {
          kind: { kind: 'stage', weeks: null, days: 10 },
          text: 'A sprint on services',
          children: [work('hands-on', 'Hands-on', 20, ['An endpoint', 'A container'])],
        },
      ]),
    ],
  },
  {
    kind: { kind: 'section', about: 'tips' },
    text: 'For both ways',
    children: [entry('Write a page on each project'), entry('Ask somebody to read it')],
  },
  note('Whichever you take, finish it'),
]

export const twoTracks: Read = {
  title: 'Two ways into machine learning',
  ...build('Two ways into machine learning', SKETCH),
}
