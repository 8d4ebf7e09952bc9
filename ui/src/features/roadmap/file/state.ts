/** How the document's file stands, in words. */
import type { DocumentView } from '../../../bridge'

/** "as it was read", "changed outside Waymark", "cannot be read: …", "made here, no file", "comes with Waymark". */
export function stateWords({ state, origin }: Pick<DocumentView, 'state' | 'origin'>): string {
  switch (state.is) {
    case 'as-read':
      return origin.from === 'bundled' ? 'comes with Waymark' : 'as it was read'
    case 'changed':
      return origin.from === 'bundled' ? 'comes with Waymark in another edition' : 'changed outside Waymark'
    case 'unreadable':
      return `cannot be read: ${state.reason}`
    case 'none':
      return 'made here, no file'
  }
}
