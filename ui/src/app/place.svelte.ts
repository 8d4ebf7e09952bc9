/** Where in the app one is. Kept while the window is open, and not longer: it opens on Today. */
import type { Go, Place } from '../shared/room/place'

let current: Place = $state.raw({ room: 'today' })

export const place = {
  get current(): Place {
    return current
  },
}

export const go: Go = (to) => {
  current = to
}
