/** Lengths of time in words. The spaces inside a figure do not break. */

const NBSP = '\u00a0'

/** "1 h 40", "25 h", "50 min", "0". */
export function hours(minutes: number): string {
  const whole = Math.max(0, Math.round(minutes))
  const full = Math.floor(whole / 60)
  const rest = whole % 60
  if (whole === 0) return '0'
  if (full === 0) return `${rest}${NBSP}min`
  if (rest === 0) return `${full}${NBSP}h`
  return `${full}${NBSP}h${NBSP}${String(rest).padStart(2, '0')}`
}

/** "25 min", "1 h 40"; "40 s" where it is less than a minute. */
export function lasting(seconds: number): string {
  return seconds > 0 && seconds < 60 ? `${Math.round(seconds)}${NBSP}s` : hours(seconds / 60)
}

/** "1 hour 40 minutes", to be heard and not seen. */
export function hoursAloud(minutes: number): string {
  const whole = Math.max(0, Math.round(minutes))
  const full = Math.floor(whole / 60)
  const rest = whole % 60
  const parts = []
  if (full > 0) parts.push(full === 1 ? '1 hour' : `${full} hours`)
  if (rest > 0 || full === 0) parts.push(rest === 1 ? '1 minute' : `${rest} minutes`)
  return parts.join(' ')
}

/** What is left on a timer: "12:48", "1:04:00". A begun second counts. */
export function countdown(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds))
  const two = (number: number) => String(number).padStart(2, '0')
  const h = Math.floor(whole / 3600)
  const m = Math.floor((whole % 3600) / 60)
  return h > 0 ? `${h}:${two(m)}:${two(whole % 60)}` : `${m}:${two(whole % 60)}`
}

/** "12 minutes 48 seconds", to be heard and not seen. */
export function countdownAloud(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds))
  const m = Math.floor(whole / 60)
  const s = whole % 60
  const parts = []
  if (m > 0) parts.push(m === 1 ? '1 minute' : `${m} minutes`)
  if (s > 0 || m === 0) parts.push(s === 1 ? '1 second' : `${s} seconds`)
  return parts.join(' ')
}
