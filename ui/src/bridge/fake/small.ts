/**
 * A roadmap of two months by hand: small enough to read, and with one of everything a document can say.
 * `roadmap.json` is the bundled one as the importer reads it.
 */
import type { RoadmapView } from '../types/RoadmapView'
import { ADDABLE } from './additions'
import { gatesOf } from './gates'
import { build, deliverable, entry, note, resource, step, tickable, type Document, type Sketch } from './tree'

const hours = (number: number) => ({ per: 'stage' as const, least: number * 60, most: number * 60 })
const section = (
  about: Extract<Sketch['kind'], { kind: 'section' }>['about'],
  text: string,
  children: Sketch[],
) => ({
  kind: { kind: 'section' as const, about },
  text,
  children,
})
const account = (text: string, price: string | null, paid: boolean): Sketch => ({
  kind: { kind: 'account', price, paid },
  text,
  box: true,
})

const SKETCH: Sketch[] = [
  section('outcomes', 'By the end', [entry('Two services on GitHub'), entry('A portfolio website')]),
  section('roles', 'Target roles', [entry('Backend engineer'), entry('Research engineer')]),
  {
    kind: { kind: 'phase', months: { from: 1, to: 1 }, open_ended: false },
    text: 'Foundations',
    children: [
      { kind: { kind: 'goal' }, text: 'Know the ground and put a first service on it' },
      {
        kind: { kind: 'stage', weeks: { from: 1, to: 1 } },
        text: 'From scratch',
        children: [
          {
            kind: { kind: 'activity', category: 'study', budget: hours(15) },
            text: 'Study',
            children: [
              resource('Chapter on gradients', 'notes/gradients.md', 'leave the proofs aside'),
              resource('Glossary', 'https://example.org/glossary'),
            ],
          },
          {
            kind: { kind: 'activity', category: 'hands-on', budget: hours(25) },
            text: 'Hands-on',
            children: [
              step('Write linear regression'),
              step('Write k-means', [step('Choose k by the elbow')]),
            ],
          },
          {
            kind: { kind: 'checkpoint' },
            text: 'Checkpoint',
            children: [tickable('Both run from your own code'), tickable('You can explain gradients')],
          },
        ],
      },
      {
        kind: { kind: 'stage', weeks: { from: 2, to: 3 } },
        text: 'A first service',
        children: [
          {
            kind: { kind: 'activity', category: 'hands-on', budget: hours(50) },
            text: 'Hands-on project',
            children: [
              {
                kind: { kind: 'project', number: 1 },
                text: 'A classifier in service',
                children: [
                  step('Collect the data'),
                  {
                    kind: { kind: 'choice' },
                    text: 'Choose one',
                    children: [
                      {
                        kind: { kind: 'option', label: 'A', suits: 'backend roles' },
                        text: 'A pipeline',
                        children: [entry('Schedule it every night')],
                      },
                      {
                        kind: { kind: 'option', label: 'B', suits: 'research roles' },
                        text: 'A paper, implemented',
                        children: [entry('Reproduce its table')],
                      },
                    ],
                  },
                ],
              },
            ],
          },
          {
            kind: {
              kind: 'target',
              measure: { comparator: 'above', value: 85, upper: null, unit: '%' },
            },
            text: 'Accuracy on the test set',
          },
          deliverable('Repository'),
          {
            kind: { kind: 'checkpoint' },
            text: 'Checkpoint',
            children: [tickable('Deployed and reachable')],
          },
        ],
      },
    ],
  },
  {
    kind: { kind: 'phase', months: { from: 2, to: 4 }, open_ended: true },
    text: 'Applications',
    children: [
      {
        kind: { kind: 'stage', weeks: null },
        text: 'Ongoing activities',
        children: [
          {
            kind: { kind: 'activity', category: 'job-search', budget: { per: 'day', least: 120, most: 120 } },
            text: 'Job search',
            children: [step('Send one application each weekday')],
          },
        ],
      },
    ],
  },
  section('gates', 'Success metrics', [
    {
      kind: { kind: 'gate', months: { from: 1, to: 1 } },
      text: 'Month 1',
      children: [
        {
          kind: {
            kind: 'metric',
            measure: { comparator: 'at-least', value: 1, upper: null, unit: 'project' },
          },
          text: '1 project deployed',
        },
        { kind: { kind: 'metric', measure: null }, text: 'Fundamentals firm' },
      ],
    },
  ]),
  section('accounts', 'Accounts', [account('GitHub', null, false), account('Mock interviews', '$200', true)]),
  section('pitfalls', 'Common pitfalls', [entry('Endless tutorials', [], { note: 'only building shows' })]),
  section('next-steps', 'Next steps', [step('Make a repository for your work')]),
  note('May your queues stay short'),
]

export const small: Document & { title: string } = {
  title: 'Small roadmap',
  ...build('Small roadmap', SKETCH),
}

/** The small roadmap as a plan whose second stage runs. */
export function smallView(): RoadmapView {
  const items = structuredClone(small.items)
  const phases = items.filter((item) => item.kind === 'phase')
  const stages = phases.flatMap((phase) => (phase.children ?? []).filter((item) => item.kind === 'stage'))
  const [first, second, ongoing] = stages.map((stage) => stage.id)
  const activities = stages.flatMap((stage) =>
    (stage.children ?? []).filter((item) => item.kind === 'activity'),
  )
  return {
    title: small.title,
    origin: 'small.md',
    resource_base: null,
    items,
    stages: [
      {
        stage: first!,
        phase: phases[0]!.id,
        from: '2026-11-16',
        to: '2026-11-22',
        latest: null,
        planned_minutes: 2400,
        worked_minutes: 2280,
        done: 0,
        total: 7,
      },
      {
        stage: second!,
        phase: phases[0]!.id,
        from: '2026-11-23',
        to: '2026-12-06',
        latest: null,
        planned_minutes: 3000,
        worked_minutes: 575,
        done: 0,
        total: 2,
      },
      {
        stage: ongoing!,
        phase: phases[1]!.id,
        from: '2026-12-07',
        to: null,
        latest: '2027-03-06',
        planned_minutes: 0,
        worked_minutes: 0,
        done: 0,
        total: 1,
      },
    ],
    activities: activities.map((activity, at) => ({
      activity: activity.id,
      planned_minutes: [900, 1500, 3000, 0][at] ?? 0,
      worked_minutes: [900, 1380, 575, 0][at] ?? 0,
      focused_minutes: [750, 1150, 480, 0][at] ?? 0,
    })),
    current: second!,
    role: 'Research engineer',
    suggestions: suggestionsOf(items),
    gates: gatesOf(items),
    days_off: [],
    today: '2026-11-25',
    start: '2026-11-16',
    addable: ADDABLE,
  }
}

function suggestionsOf(items: RoadmapView['items']): RoadmapView['suggestions'] {
  const left = [...items]
  for (let item = left.pop(); item; item = left.pop()) {
    if (item.kind === 'choice') return [{ choice: item.id, option: item.children![1]!.id }]
    left.push(...(item.children ?? []))
  }
  return []
}
