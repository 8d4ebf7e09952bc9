/** How sessions are said. */
import type { Outcome, SessionLine } from '../../bridge'
import { addDays, clockTime, lasting, weekdayAndDayFrom } from '../../shared/format'
import { count } from '../../shared/plan/words'

/** The sessions that began on a day. */
export interface DayGroup {
  day: string
  sessions: SessionLine[]
  /** How long was focused, in seconds; none where more of the day may follow. */
  focused: number | null
}

const OUTCOMES: Record<Outcome, string> = {
  finished: 'Finished',
  stopped: 'Stopped',
  skipped: 'Skipped',
  trimmed: 'Trimmed',
  discarded: 'Not counted',
  split: 'Went on as another',
  added: 'Added by hand',
}

/** By day, in the order they come in. Of the last day, there may be `more`. */
export function byDay(sessions: readonly SessionLine[], more: boolean): DayGroup[] {
  const groups: DayGroup[] = []
  for (const session of sessions) {
    const last = groups.at(-1)
    if (last?.day === session.day) last.sessions.push(session)
    else groups.push({ day: session.day, sessions: [session], focused: null })
  }
  groups.forEach((group, at) => {
    if (more && at === groups.length - 1) return
    group.focused = group.sessions
      .filter(({ kind }) => kind === 'focus')
      .reduce((total, { spent_seconds }) => total + spent_seconds, 0)
  })
  return groups
}

/** "Today, Friday 27 November". */
export function dayWords(day: string, today: string): string {
  const words = weekdayAndDayFrom(today, day)
  if (day === today) return `Today, ${words}`
  return day === addDays(today, -1) ? `Yesterday, ${words}` : words
}

export function timesWords({ started_at, ended_at }: Pick<SessionLine, 'started_at' | 'ended_at'>): string {
  return `${clockTime(started_at)} – ${clockTime(ended_at)}`
}

/** What a line is called: its work, or the break. */
export function titleOf({ kind, work }: SessionLine): string {
  if (kind === 'focus') return work.title
  return kind === 'short-break' ? 'Short break' : 'Long break'
}

/** "Finished", "Flowtime, finished", "Stopped: the door bell". */
export function outcomeWords({ kind, mode, outcome, reason, held }: SessionLine): string {
  if (held) return 'Still with the timer'
  const words = reason ? `${OUTCOMES[outcome]}: ${reason}` : OUTCOMES[outcome]
  if (kind !== 'focus' || mode.kind === 'pomodoro') return words
  const name = mode.kind === 'flowtime' ? 'Flowtime' : 'Countdown'
  return `${name}, ${words[0]!.toLowerCase()}${words.slice(1)}`
}

export function interruptedWords(times: number): string {
  return count(times, 'interruption')
}

/** Why it took longer than it ran, for one who looks closer; nothing where it did not. */
export function lengthAside({
  spent_seconds,
  paused_seconds,
  away_seconds,
}: SessionLine): string | undefined {
  const parts = [
    paused_seconds > 0 ? `${lasting(paused_seconds)} paused` : null,
    away_seconds > 0 ? `${lasting(away_seconds)} away` : null,
  ].filter((part) => part !== null)
  if (parts.length === 0) return undefined
  return `${lasting(spent_seconds)}, and ${parts.join(' and ')}`
}

/** Why a session can't be changed now. */
export function heldReason({ held }: SessionLine): string | null {
  return held ? 'The timer still holds it: start what comes next or stop it first.' : null
}
