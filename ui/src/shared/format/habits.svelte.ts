/**
 * How this person writes dates and times, on which day their weeks begin, and when their days end: the system's locale, and what the host makes of
 * it and of the settings. The app sets it from the frame; what writes or draws times reads it.
 */
interface Habits {
  /** An English locale with the region of the system's own, so that words and dates speak one language. */
  locale: string
  /** True where times are written as 13:00. */
  hours24: boolean
  /** When a day ends and the next begins, in minutes after midnight. */
  dayBoundary: number
  /** The day that weeks begin on, as `mon`. */
  weekStart: string
}

export const habits: Habits = $state({
  locale: spoken(navigator.language),
  hours24: true,
  dayBoundary: 240,
  weekStart: 'mon',
})

/** Waymark speaks English; how dates and numbers are written there follows the region. */
export function spoken(system: string): string {
  try {
    const region = new Intl.Locale(system).maximize().region
    return region ? `en-${region}` : 'en'
  } catch {
    return 'en'
  }
}
