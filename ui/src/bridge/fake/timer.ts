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

export class FakeTimer {
  private state: TimerState = 'idle'
  private interval: IntervalKind = 'focus'
  private work: Work | null = null
  private deadline = 0
  private left: number
  private planned: number
  private round = 0
  private awaySince: string | null = null
  private mode: Mode = { kind: 'pomodoro' }
  /** From when what counts up is counted, in milliseconds; 0 where it runs down. */
  private countsFrom = 0
  /** What it had counted when it was held, in seconds. */
  private elapsed = 0
  private note: string | null = null
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
    return {
      state: this.state,
      mode: this.mode,
      interval: this.interval,
      work: this.work,
      next: null,
      deadline: running && !this.countsUp() ? new Date(this.deadline).toISOString() : null,
      counts_from: running && this.countsUp() ? new Date(this.countsFrom).toISOString() : null,
      remaining_seconds: running && !this.countsUp() ? this.remaining() : this.left,
      elapsed_seconds: this.counted(),
      over_seconds: null,
      note: this.note,
      interruptions: this.interruptions,
      planned_seconds: this.state === 'idle' ? this.seconds('focus') : this.planned,
      round: this.round,
      rounds: this.rules().long_break_after,
      earns_break: this.mode.kind !== 'countdown',
      next_break: kind,
      next_break_seconds: this.seconds(kind),
      away_since: this.awaySince,
    }
  }

  start(work: Work | null, mode: Mode | null = null) {
    if (this.interval === 'focus' && (this.state === 'running' || this.state === 'paused')) {
      throw stale('A focus interval is already under way.')
    }
    this.mode = mode ?? this.mode
    this.begin('focus', work ?? this.work ?? UNASSIGNED)
  }

  startBreak() {
    this.begin(this.nextBreak(), this.work)
  }

  pause() {
    this.expect('running')
    if (this.countsUp()) this.elapsed = this.counted()
    else this.left = this.remaining()
    this.become('paused')
  }

  resume() {
    this.expect('paused')
    if (this.countsUp()) this.countUp()
    else this.run(this.left)
  }

  finish() {
    if (this.state !== 'running' && this.state !== 'paused') throw stale('There is no interval.')
    this.end()
  }

  resetRound() {
    this.round = 0
    this.changed(null)
  }

  changeWork(work: Work) {
    this.work = work
    this.changed(null)
  }

  noteThat(text: string) {
    this.note = text.trim() || null
    this.changed(null)
  }

  interrupt() {
    this.interruptions += 1
    this.changed(null)
  }

  skip() {
    if (this.interval === 'focus' && this.state !== 'ended') {
      this.round += 1
      this.startBreak()
    } else {
      this.begin('focus', this.work)
    }
  }

  stop() {
    this.interval = 'focus'
    this.work = null
    this.left = this.seconds('focus')
    this.become('idle')
  }

  extend(minutes: number) {
    const more = minutes * 60
    this.planned += more
    if (this.state === 'ended') {
      this.round = Math.max(0, this.round - 1)
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
  show(
    state: TimerState,
    work: Work,
    { interval = 'focus', left = 768 }: { interval?: IntervalKind; left?: number } = {},
  ) {
    this.work = work
    this.interval = interval
    this.planned = this.seconds(interval)
    this.left = left
    this.round = 1
    if (state === 'away') this.awaySince = new Date(Date.now() - 47 * 60_000).toISOString()
    if (state === 'running') this.run(left)
    else if (state === 'ended') this.end()
    else this.become(state)
  }

  /** Lets the running interval reach its deadline now. */
  end() {
    this.left = 0
    if (this.interval === 'focus') this.round += 1
    this.become('ended', this.interval)
  }

  dispose() {
    clearTimeout(this.alarm)
  }

  private begin(kind: IntervalKind, work: Work | null) {
    if (kind === 'focus' && this.round >= this.rules().long_break_after) this.round = 0
    this.interval = kind
    this.work = work
    this.note = null
    this.interruptions = 0
    this.elapsed = 0
    this.planned = this.seconds(kind)
    if (this.countsUp()) this.countUp()
    else this.run(this.planned)
  }

  /** Flowtime counts up; its breaks do not. */
  private countsUp(): boolean {
    return this.mode.kind === 'flowtime' && this.interval === 'focus'
  }

  private countUp() {
    this.countsFrom = Date.now() - this.elapsed * 1000
    this.become('running')
  }

  private counted(): number {
    if (this.state === 'idle') return 0
    if (!this.countsUp()) return this.planned - (this.state === 'running' ? this.remaining() : this.left)
    return this.state === 'running' ? Math.floor((Date.now() - this.countsFrom) / 1000) : this.elapsed
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

  private remaining(): number {
    return Math.max(0, Math.ceil((this.deadline - Date.now()) / 1000))
  }

  private nextBreak(): IntervalKind {
    const finished = this.state === 'ended' ? this.round : this.round + 1
    return finished >= this.rules().long_break_after ? 'long-break' : 'short-break'
  }

  private seconds(kind: IntervalKind): number {
    const rules = this.rules()
    const { mode } = this
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
