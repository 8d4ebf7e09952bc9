/** What stands beside a gate on the strip of time, as far as there is room. */
import { dayMonthShort, fullDay } from '../../shared/format'
import type { GateMark } from './timeline'

/** Beside a gate there are words from this width on, in pixels; and from the second on all on two lines. */
const ROOM_FOR_WORDS = 84
const ROOM_FOR_DATE = 118

/** The lines beside a gate after its number: how much of it is met, and until when. None without room for any. */
export function gateLines({ standing, by }: GateMark, room: number): string[] | null {
  if (room <= ROOM_FOR_WORDS) return null
  const met = `${standing.met} of ${standing.total}`
  if (isMet(standing)) return [`${met}, met`]
  if (!by) return [met]
  return room > ROOM_FOR_DATE ? [`${met}, ${dayMonthShort(by)}`] : [met, dayMonthShort(by)]
}

/** All of a gate: "Gate of Month 1: 2 of 5 met, by 13 December 2026". */
export function gateTitle({ item, standing, by }: GateMark): string {
  const until = by && !isMet(standing) ? `, by ${fullDay(by)}` : ''
  return `Gate of ${item.text}: ${standing.met} of ${standing.total} met${until}`
}

function isMet({ met, total }: GateMark['standing']): boolean {
  return total > 0 && met === total
}
