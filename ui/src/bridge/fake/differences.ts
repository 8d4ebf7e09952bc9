/** A comparison with one of each kind, and one with hundreds. */
import type { Difference } from '../types/Difference'

const WEEK_6 = 'Weeks 6–7: Computer vision project'
const WEEK_8 = 'Week 8: Real-time systems'

/** What became of something, without where it is. */
type What = Difference extends infer One ? (One extends Difference ? Omit<One, Where> : never) : never
type Where = 'item' | 'text' | 'within' | 'line'

function difference(what: What, text: string, within: string | null, line: number): Difference {
  return { ...what, item: line, text, within, line } as Difference
}

export function differences(): Difference[] {
  return [
    difference({ differs: 'renamed', was: 'Target roles' }, 'Roles to aim at', null, 12),
    difference({ differs: 'added', below: 0 }, 'Measure latency under load', WEEK_6, 310),
    difference({ differs: 'added', below: 3 }, 'Label two hundred pictures', WEEK_6, 314),
    difference({ differs: 'removed', recorded: 1, below: 0 }, 'Augment the data by hand', WEEK_6, 322),
    difference({ differs: 'removed', recorded: 0, below: 2 }, 'Read the EfficientNet paper', WEEK_6, 324),
    difference({ differs: 'changed', aspect: 'hours', was: '15 h', is: '12 h' }, 'Study', WEEK_6, 304),
    difference({ differs: 'ticked' }, 'The model is deployed', WEEK_6, 340),
    difference({ differs: 'unticked' }, 'The blog post is out', WEEK_6, 341),
    difference({ differs: 'moved', from: WEEK_6 }, 'Stream frames over a socket', WEEK_8, 352),
    difference({ differs: 'moved', from: null }, 'Benchmark on a laptop', WEEK_8, 355),
    difference({ differs: 'restored', below: 0 }, 'Write a load test', WEEK_8, 360),
    difference(
      { differs: 'conflict', aspect: 'words', document: 'Ship it to a server' },
      'Ship it to Kubernetes',
      WEEK_8,
      364,
    ),
  ]
}

export function hundreds(): Difference[] {
  const patterns = differences()
  return Array.from({ length: 600 }, (_, at) => {
    const week = Math.floor(at / 20) + 1
    const within = `Week ${week}: ${'a stage with a long title, '.repeat(week % 7)}and more`
    return { ...patterns[at % patterns.length]!, within, line: at * 3 + 1 }
  })
}
