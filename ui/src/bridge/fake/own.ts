/** A roadmap from nothing: a title, and weeks with their hours. */
import type { Problem } from '../types/Problem'
import type { RoadmapSource } from '../types/RoadmapSource'
import type { Read } from './preview'
import { build, type Sketch } from './tree'

const NAMES: Record<string, string> = {
  study: 'Study',
  'hands-on': 'Hands-on',
  'interview-prep': 'Interview prep',
  'job-search': 'Job search',
  writing: 'Writing',
  networking: 'Networking',
  review: 'Review',
  rest: 'Rest',
}

export function own({ title, weeks, minutes }: Extract<RoadmapSource, { from: 'own' }>): Read {
  if (title.trim() === '') {
    const problem: Problem = { code: 'invalid', message: 'A roadmap needs a title.' }
    throw problem
  }
  const stages = Array.from({ length: weeks }, (_, at): Sketch => {
    const week = at + 1
    return {
      kind: { kind: 'stage', weeks: { from: week, to: week } },
      text: `Week ${week}`,
      children: minutes.map(({ category, minutes }) => ({
        kind: {
          kind: 'activity',
          category,
          budget: { per: 'stage' as const, least: minutes, most: minutes },
        },
        text: NAMES[category]!,
      })),
    }
  })
  const phase: Sketch = {
    kind: { kind: 'phase', months: null, open_ended: false },
    text: title,
    children: stages,
  }
  return { title, ...build(title, [phase]) }
}
