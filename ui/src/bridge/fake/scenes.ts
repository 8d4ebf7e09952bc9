/** The situations that the fake can be in, each named so that a URL can pick it: `?scene=rest&timer=paused`. */
import type { Settings } from '../types/Settings'
import type { TimerState } from '../types/TimerState'
import type { Shown } from './timer'
import type { Situation } from './week'

export const SCENES = {
  /** Nothing yet: the first run. */
  empty: { date: '2026-11-25', minute: 642, start: '2026-10-19', overfull: false },
  /** A Wednesday in the sixth week. */
  plan: { date: '2026-11-25', minute: 642, start: '2026-10-19', overfull: false },
  /** The same day with more than fits. */
  overfull: { date: '2026-11-25', minute: 642, start: '2026-10-19', overfull: true },
  /** The Monday of that week, after one that ended behind. */
  behind: { date: '2026-11-23', minute: 642, start: '2026-10-19', overfull: false },
  /** The Sunday of that week. */
  rest: { date: '2026-11-29', minute: 642, start: '2026-10-19', overfull: false },
  /** Every roadmap is put away. */
  archived: { date: '2026-11-25', minute: 642, start: '2026-10-19', overfull: false },
  /** A week before the first day. */
  'before-start': { date: '2026-11-25', minute: 642, start: '2026-11-30', overfull: false },
}

export type Scene = keyof typeof SCENES

export function situation(scene: Scene): Situation {
  const { date, minute, start, overfull } = SCENES[scene]
  return { now: { date, minute }, start, overfull }
}

export const SETTINGS: Settings = {
  theme: 'system',
  clock: 'hours24',
  week_start: null,
  day_boundary: 240,
  timer: {
    focus_seconds: 1500,
    short_break_seconds: 300,
    long_break_seconds: 900,
    long_break_after: 4,
    flow_break_percent: 20,
    starts_focus: false,
    starts_breaks: false,
    overtime: false,
  },
  sounds: {
    on: true,
    volume: 60,
    focus_begins: null,
    focus_ends: 'bell',
    break_ends: 'marimba',
    ticking: false,
  },
  idle_minutes: null,
  counting: 'with-breaks',
  notify: true,
  hold_in_focus: true,
  hold_in_silence: true,
  quiet_hours: null,
}

/** When days can end, as the host has it: each quarter of an hour until 6:00. */
export const DAY_ENDS = Array.from({ length: 25 }, (_, at) => at * 15)

/** What `?timer=` can ask for. */
export const TIMERS: Record<string, Shown & { state: TimerState }> = {
  running: { state: 'running' },
  flowtime: { state: 'running', mode: { kind: 'flowtime' }, counted: 23 * 60 },
  countdown: { state: 'running', mode: { kind: 'countdown', seconds: 2400 }, left: 1500 },
  overtime: { state: 'running', left: 0, counted: 130 },
  paused: { state: 'paused' },
  ended: { state: 'ended', left: 0 },
  break: { state: 'running', interval: 'short-break', left: 190 },
  away: { state: 'away' },
}

export interface Wish {
  scene: Scene
  timer: string | null
  theme: Settings['theme']
  /** The file that the dialog gives: `small`, or `tracks`, `broken` and what else the fake reads. */
  file: string
  /** True where the sample history is loaded. */
  sample: boolean
  /** True where notifications and the tray do not work. */
  troubled: boolean
  /** How the active roadmap's file stands; none where it comes with Waymark. */
  document: string | null
}

export function wished(query: string): Wish {
  const asked = new URLSearchParams(query)
  const scene = asked.get('scene') ?? 'plan'
  const theme = asked.get('theme')
  return {
    scene: scene in SCENES ? (scene as Scene) : 'plan',
    timer: asked.get('timer'),
    theme: theme === 'dark' || theme === 'light' ? theme : 'system',
    file: asked.get('file') ?? 'small',
    sample: asked.has('sample'),
    troubled: asked.has('troubled'),
    document: asked.get('document'),
  }
}
