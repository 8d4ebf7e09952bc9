/** How the document's file stands, in words. */
import type { DocumentView } from '../../../bridge'

/** "as it was read", "changed outside Waymark", "cannot be read: …", "made here, no file". */
export function stateWords({ state, origin }: Pick<DocumentView, 'state' | 'origin'>): string {
  switch (state.is) {
    case 'as-read':
      return 'as it was read'
    case 'changed':
      return 'changed outside Waymark'
    case 'unreadable':
      return `cannot be read: ${state.reason}`
    case 'none':
      return origin.from === 'bundled' ? 'comes with Waymark, no file of yours' : 'made here, no file'
  }
}
