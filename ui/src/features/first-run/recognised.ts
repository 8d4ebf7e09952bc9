/** A preview as a tree to open: its phases and stages with what was recognised in them, then everything else. */
import type { Item, Preview, PreviewPhase, PreviewStage } from '../../bridge'
import { parents, walk } from '../../shared/plan/items'
import { stageTitle } from '../../shared/plan/words'

export interface StageBranch {
  stage: PreviewStage
  /** What it was recognised as; none where nothing of the tree stands on its line. */
  item: Item | null
  /** What was recognised in it. */
  items: Item[]
}

export interface PhaseBranch {
  phase: PreviewPhase
  item: Item | null
  /** What it says outside of its stages. */
  items: Item[]
  stages: StageBranch[]
}

export interface OtherBranch {
  item: Item
  items: Item[]
}

export interface Recognised {
  phases: PhaseBranch[]
  /** What the document says besides its phases. */
  others: OtherBranch[]
  /** Everything that has a branch of its own. */
  heads: ReadonlySet<Item>
}

export function recognised(preview: Preview): Recognised {
  const at = new Map<number, Item[]>()
  for (const item of walk(preview.items)) at.set(item.span.line, [...(at.get(item.span.line) ?? []), item])
  const found = (line: number, kind: Item['kind']) => {
    const here = at.get(line) ?? []
    return here.find((item) => item.kind === kind) ?? here[0]
  }

  const shown = new Set<Item>()
  const phases = preview.phases.map((phase) => {
    const item = found(phase.line, 'phase')
    const stages = phase.stages.map((stage) => {
      const item = found(stage.line, 'stage')
      if (item) shown.add(item)
      return { stage, item: item ?? null, items: item?.children ?? [] }
    })
    const own = item && !shown.has(item) ? (item.children ?? []).filter((child) => !shown.has(child)) : []
    if (item) shown.add(item)
    return { phase, item: item ?? null, items: own, stages }
  })
  // The way that is followed holds the phases: what else it says stays with it.
  const others = preview.items
    .filter((item) => !shown.has(item))
    .map((item) => ({ item, items: (item.children ?? []).filter((child) => !shown.has(child)) }))
  return { phases, others, heads: new Set([...shown, ...others.map((other) => other.item)]) }
}

/** How many things there are below. */
export function within(items: readonly Item[]): number {
  return walk(items).length
}

/** What there is to choose: a choice's own words, or where it stands if they only say "choose one". */
export function choiceNames(items: readonly Item[]): string[] {
  const above = parents(items)
  return walk(items)
    .filter((item) => item.kind === 'choice')
    .map((choice) => {
      if (!/^(choose|pick|select|one of)\b/i.test(choice.text)) return choice.text
      let holder = above.get(choice.id)
      while (holder && holder.kind !== 'stage' && holder.kind !== 'project') holder = above.get(holder.id)
      return holder ? stageTitle(holder) : choice.text
    })
}
