/**
 * Where a recognised thing stands in its document: its line, and which of those on the line it is. Unlike its
 * name it stays when the document is read anew.
 */
import type { Item, ItemId, Preview, Reason } from '../../bridge'
import { walk } from '../../shared/plan/items'

export function placesOf(items: readonly Item[]): Map<ItemId, string> {
  const onLine = new Map<number, number>()
  const places = new Map<ItemId, string>()
  for (const { id, span } of walk(items)) {
    const nth = onLine.get(span.line) ?? 0
    onLine.set(span.line, nth + 1)
    places.set(id, nth === 0 ? `${span.line}` : `${span.line}.${nth}`)
  }
  return places
}

/** Why each thing was taken for what it was, by its name. */
export function reasonsOf(preview: Preview): Map<ItemId, Reason> {
  return new Map(preview.reasons.map((reason) => [reason.item, reason]))
}

/** The next of these after where one is, or the one before; from the ends round to the other end. */
export function stepFrom(
  order: readonly Item[],
  wanted: (item: Item) => boolean,
  from: number,
  by: 1 | -1,
): Item | null {
  for (let gone = 1; gone <= order.length; gone++) {
    const start = from < 0 && by < 0 ? 0 : from
    const at = (((start + by * gone) % order.length) + order.length) % order.length
    const item = order[at]!
    if (wanted(item)) return item
  }
  return null
}
