/**
 * How this person writes dates and times: the system's locale, and what the settings say otherwise. The app
 * sets it once from the settings; every format below reads it.
 */
import type { ClockFace } from '../../bridge'

interface Habits {
  /** An English locale with the region of the system's own, so that words and dates speak one language. */
  locale: string
  clock: ClockFace
}

export const habits: Habits = $state({ locale: spoken(navigator.language), clock: 'locale' })

/** Waymark speaks English; how dates and numbers are written there follows the region. */
export function spoken(system: string): string {
  try {
    const region = new Intl.Locale(system).maximize().region
    return region ? `en-${region}` : 'en'
  } catch {
    return 'en'
  }
}

/** True where the locale writes 13:00 and not 1:00 pm. */
export function localeHas24Hours(locale: string): boolean {
  const cycle = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hourCycle
  return cycle === 'h23' || cycle === 'h24'
}
