/** What the fake keeps and every screen's commands work on, and how a change of it is made known. */
import type { Topic } from '../commands'
import type { PlanTerms } from '../types/PlanTerms'
import type { Preview } from '../types/Preview'
import type { Problem } from '../types/Problem'
import type { Settings } from '../types/Settings'
import type { Shortcut } from '../types/Shortcut'
import type { TimerView } from '../types/TimerView'
import type { Work } from '../types/Work'
import { bundled, bundledView, overfullView } from './bundled'
import { FakeCalendars } from './calendars'
import { FakeCheck } from './check'
import { DOCUMENTS, FakeDocument } from './document'
import { FakeHistory } from './history'
import { entries, FakeInbox, weekEntry } from './inbox'
import { libraryOf } from './library'
import { LIBRARY } from './preview'
import { FakeRecognition } from './recognition'
import { FakeReminders } from './reminders'
import { FakeRoadmap } from './roadmap'
import { SETTINGS, type Wish } from './scenes'
import { FakeSessions } from './sessions'
import { FakeTimer } from './timer'
import { FakeToday } from './today'
import { FakeWeeks, type Situation } from './week'

export class Desk {
  settings: Settings
  mini = false
  autostart = false
  shortcuts: Shortcut[] = (['toggle', 'skip', 'show'] as const).map((wish) => ({
    wish,
    chord: null,
    problem: null,
  }))
  terms: PlanTerms
  readonly inbox
  readonly reminders = new FakeReminders()
  readonly library
  readonly document
  readonly recognition = new FakeRecognition()
  readonly planned: Preview = this.recognition.preview({ from: 'bundled', name: LIBRARY[0]!.name })
  readonly history = new FakeHistory()
  readonly calendars = new FakeCalendars()
  readonly sessions
  readonly weeks
  readonly today
  readonly roadmap
  readonly check
  readonly timer

  constructor(
    readonly wish: Wish,
    readonly situation: Situation,
    /** Says that these topics changed. */
    readonly changed: (...topics: Topic[]) => void,
    timerSaid: (view: TimerView) => void,
  ) {
    const { now, start, overfull } = situation
    const asked = wish.document ? DOCUMENTS[wish.document] : undefined
    const behind = wish.scene === 'behind'
    this.settings = { ...SETTINGS, theme: wish.theme }
    this.library = libraryOf(wish.scene, wish.sample, asked !== undefined)
    this.document = new FakeDocument(
      asked ?? { is: 'as-read' },
      () => this.library.active?.origin ?? { from: 'own' },
      overfull,
    )
    this.inbox = new FakeInbox(this.library.active ? [...(behind ? [weekEntry()] : []), ...entries()] : [])
    this.terms = {
      roadmap: 1,
      setup: { start, pace: { kind: 'as-written' }, template: 0, week_start: 'mon', buffer: 0, role: null },
      begun: start < now.date,
      templates: [
        { index: 0, name: 'Full-time', tempo: 'full-time', minutes: 3780 },
        { index: 1, name: 'Part-time', tempo: 'part-time', minutes: 1200 },
      ],
      roles: ['ML engineer', 'MLOps engineer', 'Applied scientist'],
      origin: 'production-ml-engineer.md',
      data_folder: '/home/robin/.local/share/waymark',
    }
    this.sessions = new FakeSessions(this.library.active && start < now.date ? now.date : null)
    this.weeks = new FakeWeeks(situation, this.calendars)
    this.today = new FakeToday(this.weeks, behind)
    this.roadmap = new FakeRoadmap((overfull ? overfullView : bundledView)(start, now.date), bundled.lines)
    this.check = new FakeCheck(this.roadmap.get().items)
    this.timer = new FakeTimer(
      () => this.settings.timer,
      (ended) => {
        if (ended === 'focus') changed('plan')
        timerSaid(this.timerView())
        changed('timer')
      },
    )
  }

  /** Changes something so that it can be taken back. */
  change(label: string, topics: Topic[], again: () => void, back: () => void) {
    this.history.change(label, again, back)
    this.changed('frame', ...topics)
  }

  /** Changes something that says itself how it is taken back. */
  changeThat(label: string, topics: Topic[], again: () => () => void) {
    let back = () => {}
    this.change(
      label,
      topics,
      () => (back = again()),
      () => back(),
    )
  }

  /** Changes which roadmaps there are, so that it can be taken back. */
  rearrange(label: string, again: () => (() => void) | void) {
    this.changeThat(label, ['roadmap', 'plan', 'inbox'], () => {
      const before = this.library.keep()
      const more = again()
      return () => {
        before()
        more?.()
      }
    })
  }

  /** Changes what is different on some days. */
  alter<Value>(by: () => Value): Value {
    const value = by()
    this.changed('plan')
    return value
  }

  /** What the day offers. */
  offered(): Work | null {
    const { work } = this.today.get()
    if (!work) return null
    return {
      activity: work.activity,
      step: work.step?.item ?? null,
      block: work.block,
      category: work.category,
      title: work.step?.text ?? work.title,
    }
  }

  /** The timer; without an interval, with what would come next. */
  timerView(): TimerView {
    const view = this.timer.get()
    const under = ['running', 'paused', 'away'].includes(view.state)
    const focusing = view.interval === 'focus' && under && view.over_seconds === null
    return {
      ...view,
      work: view.work ?? this.offered(),
      next: focusing ? null : (view.next ?? this.offered()),
    }
  }
}

export function stale(message: string): Problem {
  return { code: 'stale', message }
}

export function invalid(message: string): Problem {
  return { code: 'invalid', message }
}
