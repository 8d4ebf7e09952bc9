/** A comparison with one of each kind, and one with hundreds. */
import type { Difference } from '../types/Difference'
import type { DifferenceKind } from '../types/DifferenceKind'

const WEEK_6 = 'Weeks 6–7: Computer vision project'
const WEEK_8 = 'Week 8: Real-time systems'

function difference(
  what: DifferenceKind,
  text: string,
  within: string | null,
  line: number,
  below = 0,
): Difference {
  return { what, item: what.kind === 'added' ? null : line, text, within, line, below }
}

export function differences(): Difference[] {
  return [
    difference({ kind: 'renamed', was: 'Target roles' }, 'Roles to aim at', null, 12),
    difference({ kind: 'added' }, 'Measure latency under load', WEEK_6, 310),
    difference({ kind: 'added' }, 'Label two hundred pictures', WEEK_6, 314, 3),
    difference({ kind: 'removed', recorded: true }, 'Augment the data by hand', WEEK_6, 322),
    difference({ kind: 'removed', recorded: false }, 'Read the EfficientNet paper', WEEK_6, 324, 2),
    difference({ kind: 'changed', was: '15 h', now: '12 h' }, 'Study', WEEK_6, 304),
    difference({ kind: 'ticked' }, 'The model is deployed', WEEK_6, 340),
    difference({ kind: 'unticked' }, 'The blog post is out', WEEK_6, 341),
    difference({ kind: 'moved', from: WEEK_6 }, 'Stream frames over a socket', WEEK_8, 352),
    difference({ kind: 'moved', from: null }, 'Benchmark on a laptop', WEEK_8, 355),
    difference({ kind: 'restored' }, 'Write a load test', WEEK_8, 360),
    difference({ kind: 'conflict', document: 'Ship it to a server' }, 'Ship it to Kubernetes', WEEK_8, 364),
  ]
}

export function hundreds(): Difference[] {
  const patterns = differences()
  return Array.from({ length: 600 }, (_, at) => ({
    ...patterns[at % patterns.length]!,
    within: `Week ${Math.floor(at / 20) + 1}: ${'A stage with a long title, '.repeat(at % 7)}and more`,
    line: at * 3 + 1,
  }))
}
