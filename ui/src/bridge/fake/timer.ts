/** The fake's timer: the states a person can see, at real speed. */
import type { Absence } from '../types/Absence'
import type { IntervalKind } from '../types/IntervalKind'
import type { Mode } from '../types/Mode'
import type { Problem } from '../types/Problem'
import type { Rules } from '../types/Rules'
import type { TimerState } from '../types/TimerState'
import type { TimerView } from '../types/TimerView'
import type { Work } from '../types/Work'

const UNASSIGNED: Work = { activity: null, step: null, block: null, category: 'study', title: 'Focus' }
/** The longest interval, in seconds: a day. */
const LONGEST = 24 * 60 * 60

/** How a scene wants the timer. */
export interface Shown {
  interval?: IntervalKind
  /** What is left, in seconds. */
  left?: number
  mode?: Mode
  /** How long it has counted up, in seconds: flowtime, or past its end where it runs down. */
  counted?: number
}

export class FakeTimer {
  private state: TimerState = 'idle'
  private interval: IntervalKind = 'focus'
  private work: Work | null = null
  /** What the next focus is for, where other work was chosen. */
  private nextWork: Work | null = null
  private deadline = 0
  private left: number
  private planned: number
  private round = 0
  private awaySince: string | null = null
  private mode: Mode = { kind: 'pomodoro' }
  private nextMode: Mode = { kind: 'pomodoro' }
  /** True where a focus is past its end and counts on. */
  private over = false
  /** From when what counts up is counted, in milliseconds; 0 where it runs down. */
  private countsFrom = 0
  /** What it had counted when it was held, in seconds. */
  private counted = 0
  /** The latest session, and the one that is noted: of a break, the focus before it. */
  private latest = 0
  private session: number | null = null
  private readonly notes = new Map<number, string>()
  private interruptions = 0
  private alarm: ReturnType<typeof setTimeout> | undefined

  constructor(
    private rules: () => Rules,
    private readonly changed: (ended: IntervalKind | null) => void,
  ) {
    this.left = this.planned = rules().focus_seconds
  }

  get(): TimerView {
    const kind = this.nextBreak()
    const running = this.state === 'running'
    const up = this.countsUp()
    return {
      state: this.state,
      mode: this.state === 'idle' ? this.nextMode : this.mode,
      next_mode: this.nextMode,
      interval: this.interval,
      work: this.work,
      next: this.nextWork,
      deadline: running && !up ? new Date(this.deadline).toISOString() : null,
      counts_from: running && up ? new Date(this.countsFrom).toISOString() : null,
      remaining_seconds: this.remainingSeconds(),
      elapsed_seconds: this.elapsed(),
      over_seconds: this.over ? this.countedUp() : null,
      session: this.session,
      note: this.session === null ? null : (this.notes.get(this.session) ?? null),
      interruptions: this.interruptions,
      planned_seconds: this.state === 'idle' ? this.seconds('focus', this.nextMode) : this.planned,
      round: this.round,
      rounds: this.rules().long_break_after,
      earns_break: this.mode.kind !== 'countdown',
      next_break: kind,
      next_break_seconds: this.breakSeconds(kind),
      away_since: this.awaySince,
      away_idle: false,
    }
  }

  start(work: Work | null, mode: Mode | null = null) {
    if (this.over) this.end(false)
    if (this.interval === 'focus' && (this.state === 'running' || this.state === 'paused')) {
      throw stale('A focus interval is already under way.')
    }
    this.nextMode = mode ?? this.nextMode
    this.begin('focus', work ?? this.nextWork ?? this.work ?? UNASSIGNED)
  }

  startBreak() {
    const seconds = this.breakSeconds(this.nextBreak())
    this.begin(this.nextBreak(), this.work, seconds)
  }

  pause() {
    this.expect('running')
    if (this.countsUp()) this.counted = this.countedUp()
    else this.left = this.remaining()
    this.become('paused')
  }

  resume() {
    this.expect('paused')
    if (this.countsUp()) this.countUp()
    else this.run(this.left)
  }

  finish() {
    this.underWay()
    this.end(false)
  }

  resetRound() {
    this.round = 0
    this.changed(null)
  }

  changeWork(work: Work) {
    if (this.state === 'idle') throw stale('There is no interval: start one first.')
    if (this.interval === 'focus' && this.state !== 'ended') {
      this.work = work
      this.open()
    } else {
      this.nextWork = work
    }
    this.changed(null)
  }

  choose(mode: Mode) {
    if (mode.kind === 'countdown' && (mode.seconds < 1 || mode.seconds > LONGEST)) {
      const problem: Problem = {
        code: 'invalid',
        message: `A countdown can’t last ${mode.seconds} seconds: choose a length from one second to 24 hours.`,
      }
      throw problem
    }
    this.nextMode = mode
    this.changed(null)
  }

  noteThat(text: string, session: number | null) {
    const noted = session ?? this.session
    if (noted === null) throw stale('There is no interval: start one first.')
    this.notes.set(noted, text.trim())
    if (!text.trim()) this.notes.delete(noted)
    this.changed(null)
  }

  interrupt() {
    this.interruptions += 1
    this.changed(null)
  }

  skip() {
    if (this.over) this.end(false)
    if (this.interval === 'focus' && this.state !== 'ended') {
      this.underWay()
      this.startBreak()
    } else {
      this.begin('focus', this.nextWork ?? this.work)
    }
  }

  stop() {
    this.interval = 'focus'
    this.work = null
    this.session = null
    this.over = false
    this.left = this.seconds('focus', this.nextMode)
    this.become('idle')
  }

  extend(minutes: number) {
    const more = minutes * 60
    this.planned += more
    if (this.state === 'ended' || this.over) {
      this.over = false
      this.run(more)
    } else if (this.state === 'running') {
      this.run(this.remaining() + more)
    } else {
      this.left += more
      this.become(this.state)
    }
  }

  resolve(choice: Absence) {
    this.expect('away')
    this.awaySince = null
    if (choice === 'keep') this.run(this.left)
    else if (choice === 'count-as-break') this.begin('focus', this.work)
    else this.stop()
  }

  /** Puts the timer where a scene wants it. */
  show(state: TimerState, work: Work, shown: Shown = {}) {
    const { interval = 'focus', left = 768, mode = this.mode, counted } = shown
    this.mode = this.nextMode = mode
    this.work = work
    this.interval = interval
    this.planned = this.seconds(interval, mode)
    this.left = left
    this.round = 1
    this.open()
    this.over = counted !== undefined && mode.kind !== 'flowtime'
    this.counted = counted ?? 0
    if (state === 'away') this.awaySince = new Date(Date.now() - 47 * 60_000).toISOString()
    if (state === 'running' && this.countsUp()) this.countUp()
    else if (state === 'running') this.run(left)
    else if (state === 'ended') this.end(false)
    else this.become(state)
  }

  /** The interval reaches its end: at its deadline it may count on, or what comes next begin by itself. */
  end(atDeadline = true) {
    const { interval } = this
    const rules = this.rules()
    this.left = 0
    if (interval === 'focus' && this.mode.kind === 'pomodoro' && !this.over) this.round += 1
    if (atDeadline && interval === 'focus' && rules.overtime) {
      this.over = true
      this.counted = 0
      this.countUp()
      return
    }
    this.counted = this.elapsed()
    this.over = false
    this.become('ended', interval)
    if (interval !== 'focus' && rules.starts_focus) this.begin('focus', this.nextWork ?? this.work)
    if (interval === 'focus' && rules.starts_breaks && this.mode.kind !== 'countdown') this.startBreak()
  }

  dispose() {
    clearTimeout(this.alarm)
  }

  private begin(kind: IntervalKind, work: Work | null, seconds?: number) {
    if (kind === 'focus') {
      if (this.round >= this.rules().long_break_after) this.round = 0
      this.mode = this.nextMode
      this.nextWork = null
      this.open()
    }
    this.interval = kind
    this.work = work
    this.over = false
    this.counted = 0
    this.planned = seconds ?? this.seconds(kind, this.mode)
    if (this.countsUp()) this.countUp()
    else this.run(this.planned)
  }

  /** A session of its own, with nothing noted of it yet. */
  private open() {
    this.session = ++this.latest
    this.interruptions = 0
  }

  /** Flowtime counts up, and what is past its end; breaks do not. */
  private countsUp(): boolean {
    return this.interval === 'focus' && (this.over || this.mode.kind === 'flowtime') && this.state !== 'ended'
  }

  private countUp() {
    this.countsFrom = Date.now() - this.counted * 1000
    this.become('running')
  }

  private countedUp(): number {
    return this.state === 'running' ? Math.floor((Date.now() - this.countsFrom) / 1000) : this.counted
  }

  private elapsed(): number {
    if (this.state === 'idle') return 0
    if (this.state === 'ended') return this.counted
    if (this.over) return this.planned + this.countedUp()
    if (this.countsUp()) return this.countedUp()
    return this.planned - this.remainingSeconds()
  }

  private remainingSeconds(): number {
    if (this.countsUp()) return 0
    if (this.state === 'idle') return this.seconds('focus', this.nextMode)
    return this.state === 'running' ? this.remaining() : this.left
  }

  private run(seconds: number) {
    this.deadline = Date.now() + seconds * 1000
    this.become('running')
    this.alarm = setTimeout(() => this.end(), seconds * 1000)
  }

  private become(state: TimerState, ended: IntervalKind | null = null) {
    clearTimeout(this.alarm)
    this.state = state
    this.changed(ended)
  }

  private expect(state: TimerState) {
    if (this.state !== state) throw stale(`The timer is not ${state}.`)
  }

  private underWay() {
    if (this.state !== 'running' && this.state !== 'paused') throw stale('There is no interval.')
  }

  private remaining(): number {
    return Math.max(0, Math.ceil((this.deadline - Date.now()) / 1000))
  }

  private nextBreak(): IntervalKind {
    if (this.mode.kind === 'flowtime') return 'short-break'
    const finished = this.state === 'ended' || this.over ? this.round : this.round + 1
    return finished >= this.rules().long_break_after ? 'long-break' : 'short-break'
  }

  /** How long the break is: after flowtime a share of it, at least a minute and at most a long break. */
  private breakSeconds(kind: IntervalKind): number {
    const rules = this.rules()
    if (this.mode.kind === 'countdown') return 0
    if (this.mode.kind !== 'flowtime') return this.seconds(kind, this.mode)
    const share = Math.floor((this.elapsed() * rules.flow_break_percent) / 100)
    return Math.min(Math.max(share, 60), rules.long_break_seconds)
  }

  private seconds(kind: IntervalKind, mode: Mode): number {
    const rules = this.rules()
    const focus = {
      pomodoro: rules.focus_seconds,
      flowtime: 0,
      countdown: mode.kind === 'countdown' ? mode.seconds : 0,
    }
    return {
      focus: focus[mode.kind],
      'short-break': rules.short_break_seconds,
      'long-break': rules.long_break_seconds,
    }[kind]
  }
}

function stale(message: string): Problem {
  return { code: 'stale', message }
}
