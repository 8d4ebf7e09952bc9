/** The timer as the host has it, what is left of it second by second, and what a person can ask of it. */
import { commands, on, type Absence, type TimerView, type Work } from '../../bridge'
import { attempt } from '../../shared/problems.svelte'
import { read } from '../../shared/live.svelte'
import { eachMinute } from '../../shared/minute.svelte'

/** How much "5 more minutes" adds. */
const MORE = 5

export class Timer {
  /** With the plan, as what it proposes to do next comes from there. */
  readonly reading = read(['timer', 'plan'], () => commands.get_timer())
  /** What a person picked for the next focus interval; what the host proposes holds without it. */
  chosen = $state.raw<Work | null>(null)

  private heard = $state.raw<TimerView>()
  private instant = $state(Date.now())

  /** The latest view, whichever way it came. */
  readonly view = $derived(this.heard ?? this.reading.content)
  /** Seconds left; derived from the deadline, never counted. */
  readonly remaining = $derived.by(() => {
    const { view } = this
    if (!view) return 0
    if (view.deadline === null) return view.remaining_seconds
    return Math.max(0, Math.ceil((Date.parse(view.deadline) - this.instant) / 1000))
  })
  /** How much of the interval has passed, from 0 to 1. */
  readonly passed = $derived.by(() => {
    const { view } = this
    if (!view || view.state === 'idle' || view.planned_seconds === 0) return 0
    if (view.state === 'ended') return 1
    return Math.min(1, Math.max(0, 1 - this.remaining / view.planned_seconds))
  })
  /** True where an interval is under way or asks for something. */
  readonly on = $derived(this.view !== undefined && this.view.state !== 'idle')
  /** What the next focus interval is for. */
  readonly next = $derived(this.chosen ?? this.view?.work ?? null)

  /** To be made where a component is set up; it ends with the component. */
  constructor() {
    // What is read is at least as new as what was heard before.
    $effect(() => {
      if (this.reading.content) this.heard = undefined
    })
    $effect(() => {
      const stop = on('timer', (view) => {
        this.heard = view
      })
      return () => void stop.then((end) => end())
    })
    $effect(() => this.tick())
    // Another block may have begun.
    eachMinute(() => {
      if (this.view?.next) void this.reading.again()
    })
  }

  start = async (work: Work | null = this.chosen) => {
    await attempt(() => commands.start_timer({ work }))
    this.chosen = null
  }
  startBreak = () => attempt(() => commands.start_break())
  pause = () => attempt(() => commands.pause_timer())
  resume = () => attempt(() => commands.resume_timer())
  /** Ends a focus early and begins its break; else goes on to the next focus, on what is offered now. */
  skip = () => {
    const { view } = this
    const focusing = view?.interval === 'focus' && view.state !== 'ended'
    return focusing ? attempt(() => commands.skip_interval()) : this.start()
  }
  stop = () => attempt(() => commands.stop_timer())
  more = () => attempt(() => commands.extend_interval({ minutes: MORE }))
  resolve = (choice: Absence) => attempt(() => commands.resolve_absence({ choice }))

  /** What the one main button does, and Space: start, pause, or go on. */
  main = () => {
    const { view } = this
    switch (view?.state) {
      case 'running':
        return this.pause()
      case 'paused':
        return this.resume()
      case 'ended':
        return view.interval === 'focus' ? this.startBreak() : this.start()
      case 'idle':
        return this.start()
    }
  }

  /** Draws anew whenever a second of the interval ends, and only while the window is seen. */
  private tick(): (() => void) | undefined {
    const deadline = this.view?.deadline
    if (!deadline) return
    const end = Date.parse(deadline)
    let waiting: ReturnType<typeof setTimeout> | undefined

    const draw = () => {
      clearTimeout(waiting)
      this.instant = Date.now()
      if (document.visibilityState !== 'visible' || this.instant >= end) return
      const next = (end - this.instant) % 1000 || 1000
      waiting = setTimeout(draw, next)
    }
    draw()
    document.addEventListener('visibilitychange', draw)
    return () => {
      clearTimeout(waiting)
      document.removeEventListener('visibilitychange', draw)
    }
  }
}
