/** A plan check with two findings, as the fake answers it. */
import type { FindingView } from '../types/FindingView'
import type { Item } from '../types/Item'
import type { PlanCheck } from '../types/PlanCheck'

export class FakeCheck {
  private findings: FindingView[]

  constructor(items: Item[]) {
    const claim = (kind: Item['kind'], says: string) => {
      const item = find(items, kind)
      return item ? [{ item: item.id, line: item.span.line, says }] : []
    }
    this.findings = [
      {
        accepted: false,
        finding: {
          key: 'template-hours',
          rule: 'template-hours',
          says: 'The full-time week is headed 40 h, but its blocks hold 63 h.',
          claims: claim('template', 'full-time, 40 h a week'),
          remedies: [{ label: 'Make it 63 h', change: { kind: 'set-stated', template: 0, minutes: 3780 } }],
        },
      },
      {
        accepted: false,
        finding: {
          key: 'unbuilt',
          rule: 'unbuilt',
          says: 'The gate of month 1 asks for a portfolio website, and no week before it builds one.',
          claims: claim('metric', 'Portfolio website online'),
          remedies: [],
        },
      },
    ]
  }

  get(): PlanCheck {
    return structuredClone({ findings: this.findings })
  }

  resolve(key: string): () => void {
    const before = this.findings
    this.findings = before.filter(({ finding }) => finding.key !== key)
    return () => (this.findings = before)
  }

  accept(key: string, accepted: boolean) {
    this.findings = this.findings.map((view) => (view.finding.key === key ? { ...view, accepted } : view))
  }
}

function find(items: Item[], kind: Item['kind']): Item | undefined {
  const left = [...items]
  for (let item = left.shift(); item; item = left.shift()) {
    if (item.kind === kind) return item
    left.unshift(...(item.children ?? []))
  }
  return undefined
}
