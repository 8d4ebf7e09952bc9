/** Why the fake took each item for what it is; some of it guessed, as the importer does. */
import type { Item } from '../types/Item'
import type { Reason } from '../types/Reason'

type Why = [because: string, sure: boolean]

export function reasonsOf(items: readonly Item[], corrected: ReadonlySet<number>): Reason[] {
  const found: Reason[] = []
  const look = (item: Item, above: Item | null) => {
    const [because, sure] = corrected.has(item.id) ? (['you said so', true] as Why) : why(item, above)
    found.push({ item: item.id, because, sure, corrected: corrected.has(item.id) })
    for (const child of item.children ?? []) look(child, item)
  }
  for (const item of items) look(item, null)
  return found
}

function why(item: Item, above: Item | null): Why {
  switch (item.kind) {
    case 'phase':
      return item.months
        ? [`its heading names ${range('month', item.months)}`, true]
        : ['it is a heading over stages', false]
    case 'track':
      return [`its heading begins with “Track ${item.label}”`, true]
    case 'stage':
      if (item.weeks) return [`its heading names ${range('week', item.weeks)}`, true]
      if (item.days) return [`its heading names ${item.days} days`, true]
      return ['it stands where other phases have their stages', false]
    case 'goal':
      return ['its line begins with “Goal”', true]
    case 'activity':
      return /study|hands-on|search|writing|interview|review|network/i.test(item.text)
        ? ['its heading names the kind of work', true]
        : [`its words are most like ${item.category}`, false]
    case 'project':
      return item.number === null
        ? ['its heading speaks of a project', false]
        : [`its heading says “Project ${item.number}”`, true]
    case 'step':
      return above && ['activity', 'project', 'step', 'option', 'stage'].includes(above.kind)
        ? ['it is a line below work', true]
        : above?.kind === 'section'
          ? ['it is a line of a list of things to do', true]
          : ['it begins with a verb', false]
    case 'checkpoint':
      return ['its heading says “Checkpoint”', true]
    case 'checkpoint-item':
    case 'checklist-item':
      return item.task ? ['it has a task box', true] : ['it stands below a list of checks', true]
    case 'target':
      return item.measure ? ['it compares a number', true] : ['it stands among targets', false]
    case 'deliverable':
      return ['it is named as a result', true]
    case 'choice':
      return ['it asks to choose one', true]
    case 'option':
      return ['it is one of those to choose from', true]
    case 'gate':
    case 'metric':
      return ['its part is about success', true]
    case 'resource':
      if (item.href) return ['it is a link', true]
      return above?.kind === 'activity' && above.category === 'study'
        ? ['it stands below what is to be studied', true]
        : ['it names something to read, without a link', false]
    case 'template':
    case 'routine':
    case 'block':
      return ['it names times of a day', true]
    case 'account':
      return ['it stands in a list of accounts', true]
    case 'section':
      if ((item.children ?? []).some((child) => !['entry', 'note', 'section'].includes(child.kind)))
        return ['its heading says what its lines are', true]
      return item.about === 'other'
        ? ['its heading says nothing that is known, so it is kept to be read', false]
        : ['its heading says so', true]
    case 'entry':
      return ['it is a line of a part to be read', true]
    case 'note':
      return ['nothing else fitted', true]
    case 'comment':
      return ['it is hidden in the document', true]
  }
}

function range(word: string, { from, to }: { from: number; to: number }): string {
  return from === to ? `${word} ${from}` : `${word}s ${from}–${to}`
}
