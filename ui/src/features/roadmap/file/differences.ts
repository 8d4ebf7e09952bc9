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
import type { Difference, DifferenceKind } from '../../../bridge'
import { count } from '../../../shared/plan/words'

type Kind = DifferenceKind['kind']

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

export function lineOf({ what, text, below, line }: Difference): Line {
  const with_ = below > 0 ? `, with ${count(below, 'line')} below it` : ''
  return { icon: KINDS[what.kind].icon, text, what: `${whatWords(what)}${with_}`, line }
}

function whatWords(what: DifferenceKind): string {
  switch (what.kind) {
    case 'added':
      return 'added'
    case 'removed':
      return what.recorded ? 'removed; kept in the archive with what you recorded' : 'removed'
    case 'renamed':
      return `was “${what.was}”`
    case 'moved':
      return what.from === null ? 'moved' : `moved from “${what.from}”`
    case 'changed':
      return `${what.was} → ${what.now}`
    case 'ticked':
      return 'ticked in the file'
    case 'unticked':
      return 'unticked in the file; stays done here'
    case 'restored':
      return 'back from the archive'
    case 'conflict':
      return `both changed: yours stays; the file says “${what.document}”`
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
        .filter(({ what }) => what.kind === kind)
        .reduce((sum, { below }) => sum + 1 + below, 0)
      return number > 0 ? `${number.toLocaleString()} ${KINDS[kind].counted}` : null
    })
    .filter(Boolean)
    .join(', ')
}
