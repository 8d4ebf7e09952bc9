/** The timer as the host has it, what is left of it second by second, and what a person can ask of it. */
import { commands, on, type Absence, type Mode, type TimerView, type Work } from '../../bridge'
import { attempt } from '../../shared/problems.svelte'
import { read } from '../../shared/live.svelte'
import { eachMinute } from '../../shared/minute.svelte'

/** How much "5 more minutes" adds. */
const MORE = 5

export class Timer {
  /** With the plan, as what it proposes to do next comes from there. */
  readonly reading = read(['timer', 'plan'], () => commands.get_timer())
  /** What a person picked for the next focus while idle; what the host proposes holds without it. */
  chosen = $state.raw<Work | null>(null)
  /** True where the field of the note is asked for, until it has the focus. */
  noteAsked = $state(false)

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
  /** Seconds that it has counted up: flowtime, or past the end of a focus. */
  readonly counted = $derived.by(() => {
    const { view } = this
    if (!view) return 0
    if (view.counts_from === null) return view.over_seconds ?? view.elapsed_seconds
    return Math.max(0, Math.floor((this.instant - Date.parse(view.counts_from)) / 1000))
  })
  /** True where a focus is past its end and counts on until it is finished. */
  readonly over = $derived(this.view !== undefined && this.view.over_seconds !== null)
  /** True for a focus that counts up, and has no end to be put off. */
  readonly flows = $derived(this.view?.mode.kind === 'flowtime' && this.view.interval === 'focus')
  /** How much of the interval has passed, from 0 to 1; 0 where nobody can say. */
  readonly passed = $derived.by(() => {
    const { view } = this
    if (!view || view.state === 'idle') return 0
    if (view.state === 'ended' || this.over) return 1
    if (view.planned_seconds === 0) return 0
    return Math.min(1, Math.max(0, 1 - this.remaining / view.planned_seconds))
  })
  /** True where an interval is under way or asks for something. */
  readonly on = $derived(this.view !== undefined && this.view.state !== 'idle')
  /** True where a focus is under way, held or not. */
  readonly focusing = $derived(
    this.view?.interval === 'focus' && (this.view.state === 'running' || this.view.state === 'paused'),
  )
  /** True where a break or its end is what is on. */
  readonly inBreak = $derived(this.on && this.view?.interval !== 'focus')
  /** True where a focus has ended that has earned a break. */
  readonly offersBreak = $derived(
    this.view?.state === 'ended' && this.view.interval === 'focus' && this.view.earns_break,
  )
  /** True where the interval can be made longer. */
  readonly canGrow = $derived(
    this.on && this.view?.state !== 'away' && (!this.flows || this.over || this.view?.state === 'ended'),
  )
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
    // Another block may have begun, and what counts up has earned more of its break.
    eachMinute(() => {
      if (this.view?.next || this.view?.counts_from) void this.reading.again()
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
  /** Ends the interval now, as finished. */
  finish = async () => {
    if (this.focusing) await attempt(() => commands.finish_interval())
  }
  stop = () => attempt(() => commands.stop_timer())
  stopBecause = (reason: string) => attempt(() => commands.stop_timer({ reason: reason.trim() || null }))
  more = async (minutes = MORE) => {
    if (this.canGrow) await attempt(() => commands.extend_interval({ minutes }))
  }
  resetRound = () => attempt(() => commands.reset_round())
  resolve = (choice: Absence) => attempt(() => commands.resolve_absence({ choice }))
  chooseMode = (mode: Mode) => attempt(() => commands.choose_mode({ mode }))

  /** Other work: of the focus under way from now on, else of the next one. */
  changeWork = async (work: Work) => {
    if (this.on) await attempt(() => commands.change_work({ work }))
    else this.chosen = work
  }
  interrupted = async () => {
    if (this.on && !this.inBreak && this.view?.state !== 'away')
      await attempt(() => commands.count_interruption())
  }
  note = (text: string, session: number) => attempt(() => commands.note_interval({ text, session }))

  /** What the one main button does, and Space: start, pause, go on, or finish what is over. */
  main = () => {
    const { view } = this
    if (this.over && this.focusing) return this.finish()
    switch (view?.state) {
      case 'running':
        return this.pause()
      case 'paused':
        return this.resume()
      case 'ended':
        return this.offersBreak ? this.startBreak() : this.start()
      case 'idle':
        return this.start()
    }
  }

  /** Draws anew whenever a second of the interval ends, and only while the window is seen. */
  private tick(): (() => void) | undefined {
    const { deadline = null, counts_from = null } = this.view ?? {}
    const whole = deadline ?? counts_from
    if (whole === null) return
    const at = Date.parse(whole)
    let waiting: ReturnType<typeof setTimeout> | undefined

    const draw = () => {
      clearTimeout(waiting)
      this.instant = Date.now()
      if (document.visibilityState !== 'visible' || (deadline !== null && this.instant >= at)) return
      // Until the next whole second before the end, or after the beginning.
      const into = (((this.instant - at) % 1000) + 1000) % 1000
      waiting = setTimeout(draw, 1000 - into)
    }
    draw()
    document.addEventListener('visibilitychange', draw)
    return () => {
      clearTimeout(waiting)
      document.removeEventListener('visibilitychange', draw)
    }
  }
}
