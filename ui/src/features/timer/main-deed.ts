/** What the one main button of the timer says, as `Timer.main` does it. */
import Check from '@lucide/svelte/icons/check'
import Coffee from '@lucide/svelte/icons/coffee'
import Pause from '@lucide/svelte/icons/pause'
import Play from '@lucide/svelte/icons/play'
import type { Component } from 'svelte'
import type { Timer } from './timer.svelte'

export interface Deed {
  label: string
  icon: Component
}

/** None while the person is to say what an absence was. */
export function mainDeed(timer: Timer): Deed | null {
  if (timer.over && timer.focusing) return { label: 'Finish', icon: Check }
  switch (timer.view?.state) {
    case 'running':
      return { label: 'Pause', icon: Pause }
    case 'paused':
      return { label: 'Resume', icon: Play }
    case 'ended':
      return timer.offersBreak ? { label: 'Start break', icon: Coffee } : { label: 'Start focus', icon: Play }
    case 'idle':
      return { label: 'Start', icon: Play }
    default:
      return null
  }
}
