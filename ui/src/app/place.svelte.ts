/** Where in the app one is. Kept while the window is open, and not longer: it opens on Today. */
import { tick } from 'svelte'
import type { Go, Place } from '../shared/room/place'

let current: Place = $state.raw({ room: 'today' })

export const place = {
  get current(): Place {
    return current
  },
}

/** Goes there, and puts the focus into the room, so that keys reach it and Tab goes on from it. */
export const go: Go = (to) => {
  current = to
  void tick().then(() => document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true }))
}
