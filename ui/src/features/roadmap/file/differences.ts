/** What is different in the document, in words: the only place that knows the kinds of differences. */
import ArchiveRestore from '@lucide/svelte/icons/archive-restore'
import CornerDownRight from '@lucide/svelte/icons/corner-down-right'
import GitMerge from '@lucide/svelte/icons/git-merge'
import Minus from '@lucide/svelte/icons/minus'
import PencilLine from '@lucide/svelte/icons/pencil-line'
import Plus from '@lucide/svelte/icons/plus'
import Square from '@lucide/svelte/icons/square'
import SquareCheck from '@lucide/svelte/icons/square-check'
import type { Component } from 'svelte'
import type { Aspect, Difference } from '../../../bridge'
import { count } from '../../../shared/plan/words'

type Kind = Difference['differs']

/** A difference as it is shown, in a line. */
export interface Line {
  icon: Component
  text: string
  /** What became of it: "added", "was “…”". */
  what: string
  line: number
}

export interface Group {
  /** The stage or phase. */
  title: string
  lines: Line[]
}

/** Icons, and the words that count; the order is that of the counts. */
const KINDS: Record<Kind, { icon: Component; counted: string }> = {
  added: { icon: Plus, counted: 'added' },
  removed: { icon: Minus, counted: 'removed' },
  renamed: { icon: PencilLine, counted: 'renamed' },
  moved: { icon: CornerDownRight, counted: 'moved' },
  changed: { icon: PencilLine, counted: 'changed' },
  ticked: { icon: SquareCheck, counted: 'ticked' },
  unticked: { icon: Square, counted: 'unticked' },
  restored: { icon: ArchiveRestore, counted: 'restored' },
  conflict: { icon: GitMerge, counted: 'changed on both sides' },
}

/** What can be said about something, as it stands before what was said. */
const ASPECTS: Record<Aspect, string> = {
  kind: 'what it is',
  words: 'words',
  note: 'note',
  months: 'months',
  weeks: 'weeks',
  length: 'length',
  hours: 'hours',
  category: 'kind of work',
  measure: 'figure',
  optional: 'optional',
  label: 'label',
  suits: 'whom it suits',
  link: 'link',
  price: 'price',
  times: 'times',
  tempo: 'full or part time',
  about: 'subject',
}

export function lineOf(difference: Difference): Line {
  const { text, line } = difference
  const below = belowOf(difference)
  const along = below > 0 ? `, with ${count(below, 'line')} below it` : ''
  return { icon: KINDS[difference.differs].icon, text, what: `${whatWords(difference)}${along}`, line }
}

function belowOf(difference: Difference): number {
  return 'below' in difference ? difference.below : 0
}

function whatWords(difference: Difference): string {
  switch (difference.differs) {
    case 'added':
      return 'added'
    case 'removed':
      return difference.recorded > 0 ? 'removed; what you recorded is kept, should it come back' : 'removed'
    case 'renamed':
      return `was “${difference.was}”`
    case 'moved':
      return difference.from === null ? 'moved' : `moved from “${difference.from}”`
    case 'changed':
      return `${ASPECTS[difference.aspect]}: ${difference.was ?? 'none'} → ${difference.is ?? 'none'}`
    case 'ticked':
      return 'ticked in the file'
    case 'unticked':
      return 'unticked in the file; stays done here'
    case 'restored':
      return 'back from the archive'
    case 'conflict':
      return `both changed: yours stays; the file says “${difference.document ?? 'nothing'}”`
  }
}

/** The differences by the stage or phase that they are in, as the document has them. */
export function grouped(differences: readonly Difference[]): Group[] {
  const groups = new Map<string, Group>()
  for (const difference of differences) {
    const title = difference.within ?? 'Outside of phases and stages'
    const group = groups.get(title) ?? { title, lines: [] }
    groups.set(title, group)
    group.lines.push(lineOf(difference))
  }
  return [...groups.values()]
}

/** "3 added, 1 removed, 2 renamed". What is below something is counted with it. */
export function countsWords(differences: readonly Difference[]): string {
  return (Object.keys(KINDS) as Kind[])
    .map((kind) => {
      const number = differences
        .filter(({ differs }) => differs === kind)
        .reduce((sum, difference) => sum + 1 + belowOf(difference), 0)
      return number > 0 ? `${number.toLocaleString()} ${KINDS[kind].counted}` : null
    })
    .filter(Boolean)
    .join(', ')
}
