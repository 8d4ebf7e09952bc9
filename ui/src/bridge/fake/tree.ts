/** Builds a roadmap's tree by hand: names and lines are given in the order of the document. */
import type { Item } from '../types/Item'
import type { Kind } from '../types/Kind'
import type { Record } from '../types/Record'

/** An item before it has a name and a line. */
export interface Sketch {
  kind: Kind
  text: string
  note?: string
  box?: boolean
  record?: Partial<Record>
  children?: Sketch[]
}

export const NOTHING_RECORDED: Record = {
  done_at: null,
  chosen: false,
  evidence: null,
  reading: null,
  ended_on: null,
}

export interface Document {
  items: Item[]
  /** A Markdown text with each item on the line that its span names. */
  lines: string[]
}

export function build(title: string, sketches: Sketch[]): Document {
  const lines = [`# ${title}`]
  let next = 0
  const place = (sketch: Sketch, depth: number): Item => {
    const id = ++next
    lines.push(markdown(sketch, depth))
    const item = {
      ...sketch.kind,
      id,
      text: sketch.text,
      note: sketch.note ?? null,
      span: { start: 0, end: 0, line: lines.length },
      task: sketch.box ? { mark: 0, ticked: false } : null,
      record: { ...NOTHING_RECORDED, ...sketch.record },
    } as Item
    item.children = (sketch.children ?? []).map((child) => place(child, depth + 1))
    return item
  }
  return { items: sketches.map((sketch) => place(sketch, 0)), lines }
}

function markdown(sketch: Sketch, depth: number): string {
  const words = sketch.note ? `${sketch.text} - ${sketch.note}` : sketch.text
  if (depth < 2) return `${'#'.repeat(depth + 2)} ${words}`
  return `${'  '.repeat(depth - 2)}- ${sketch.box ? '[ ] ' : ''}${words}`
}

const part =
  (kind: Kind) =>
  (text: string, children: Sketch[] = [], more: Partial<Sketch> = {}): Sketch => ({
    kind,
    text,
    children,
    ...more,
  })

export const step = part({ kind: 'step', optional: false })
export const entry = part({ kind: 'entry' })
export const deliverable = part({ kind: 'deliverable' })
export const note = part({ kind: 'note' })
export const tickable = (text: string, more: Partial<Sketch> = {}): Sketch => ({
  kind: { kind: 'checkpoint-item' },
  text,
  box: true,
  ...more,
})
export const resource = (text: string, href: string | null, note?: string): Sketch => ({
  kind: { kind: 'resource', href },
  text,
  ...(note ? { note } : {}),
})
