/** Everything the fake knows, and what each command makes of it. */
import type { Commands, Topic } from '../commands'
import type { BlockDraft } from '../types/BlockDraft'
import type { BlockView } from '../types/BlockView'
import type { Frame } from '../types/Frame'
import type { InboxAction } from '../types/InboxAction'
import type { InboxAnswer } from '../types/InboxAnswer'
import type { PlanTerms } from '../types/PlanTerms'
import type { Preview } from '../types/Preview'
import type { Problem } from '../types/Problem'
import type { Setup } from '../types/Setup'
import type { TimerView } from '../types/TimerView'
import type { Work } from '../types/Work'
import { bundled, bundledView, overfullView } from './bundled'
import { FakeCalendars } from './calendars'
import { FakeCheck } from './check'
import { DOCUMENTS, FakeDocument } from './document'
import { FakeHistory } from './history'
import { entries, weekEntry } from './inbox'
import { libraryOf } from './library'
import { estimateOf, LIBRARY } from './preview'
import { FakeRecognition } from './recognition'
import { FakeRoadmap } from './roadmap'
import { DAY_ENDS, SETTINGS, TIMERS, type Wish } from './scenes'
import { FakeSessions } from './sessions'
import { FakeTimer } from './timer'
import { FakeToday } from './today'
import { TROUBLES } from './troubles'
import { forecastOf } from './forecast'
import { FakeReminders } from './reminders'
import { replanOf } from './replan'
import { FakeWeeks, later, type Situation } from './week'

export interface World {
  commands: Commands
  timer: FakeTimer
  dispose: () => void
}

const ANSWERS: Record<Exclude<InboxAction, 'see-ways'>, InboxAnswer> = {
  start: 'started',
  'start-break': 'started',
  snooze: 'snoozed',
  skip: 'skipped',
  done: 'done',
  extend: 'extended',
}

export function world(
  wish: Wish,
  { now, start, overfull }: Situation,
  changed: (...topics: Topic[]) => void,
  timerSaid: (view: TimerView) => void,
): World {
  let settings = { ...SETTINGS, theme: wish.theme }
  const asked = wish.document ? DOCUMENTS[wish.document] : undefined
  const reminders = new FakeReminders()
  const library = libraryOf(wish.scene, wish.sample, asked !== undefined)
  const document = new FakeDocument(
    asked ?? { is: 'as-read' },
    () => library.active?.origin ?? { from: 'own' },
    overfull,
  )
  const behind = wish.scene === 'behind'
  let inbox = library.active ? [...(behind ? [weekEntry()] : []), ...entries()] : []
  let terms: PlanTerms = {
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
  const recognition = new FakeRecognition()
  const planned: Preview = recognition.preview({ from: 'bundled', name: LIBRARY[0]!.name })
  const history = new FakeHistory()
  const calendars = new FakeCalendars()
  const sessions = new FakeSessions()
  const weeks = new FakeWeeks({ now, start, overfull }, calendars)
  const today = new FakeToday(weeks, behind)
  const roadmap = new FakeRoadmap((overfull ? overfullView : bundledView)(start, now.date), bundled.lines)
  const check = new FakeCheck(roadmap.get().items)
  const timer = new FakeTimer(
    () => settings.timer,
    (ended) => {
      if (ended === 'focus') changed('plan')
      timerSaid(timerView())
      changed('timer')
    },
  )

  function change(label: string, topics: Topic[], again: () => void, back: () => void) {
    history.change(label, again, back)
    changed('frame', ...topics)
  }

  /** Changes which roadmaps there are, so that it can be taken back. */
  function rearrange(label: string, again: () => (() => void) | void) {
    let back = () => {}
    change(
      label,
      ['roadmap', 'plan', 'inbox'],
      () => {
        const before = library.keep()
        const more = again()
        back = () => {
          before()
          more?.()
        }
      },
      () => back(),
    )
  }

  function frame(): Frame {
    return {
      plan: library.active
        ? {
            title: library.active.title,
            sample: library.active.sample,
            week: start > now.date ? 0 : 6,
            weeks: 12,
            start,
            end: later(start, 12 * 7 - 1),
            today: now.date,
          }
        : null,
      unread: inbox.filter((entry) => !entry.seen).length,
      undo: history.undoLabel,
      redo: history.redoLabel,
      troubles: wish.troubled ? TROUBLES : [],
      settings,
      hours_24: settings.clock !== 'hours12',
      week_start: settings.week_start ?? 'mon',
      day_ends: DAY_ENDS,
      offered_file: null,
    }
  }

  function offered(): Work | null {
    const { work } = today.get()
    if (!work) return null
    return {
      activity: work.activity,
      step: work.step?.item ?? null,
      block: work.block,
      category: work.category,
      title: work.step?.text ?? work.title,
    }
  }

  /** Without an interval, what would come next. */
  function timerView(): TimerView {
    const view = timer.get()
    const focusing = view.interval === 'focus' && ['running', 'paused', 'away'].includes(view.state)
    return { ...view, work: view.work ?? offered(), next: focusing ? null : offered() }
  }

  function setDone(item: number, done: boolean) {
    if (!today.setDone(item, done)) roadmap.setDone(item, done)
  }

  let replan = replanOf(now.date)

  function blocks(): BlockView[] {
    return weeks.week(now.date).days.flatMap((day) => day.blocks)
  }

  function block(id: number | null): BlockView | undefined {
    return blocks().find((one) => one.template_block === id)
  }

  /** Changes what is different on some days. */
  function alter<Value>(by: () => Value): Value {
    const value = by()
    changed('plan')
    return value
  }

  function saveBlock(draft: BlockDraft) {
    const was = block(draft.id)
    if (was) {
      change(
        `change “${was.title}”`,
        ['plan'],
        () => weeks.save(draft),
        () => weeks.save(draftOf(was)),
      )
      return
    }
    weeks.save(draft)
    changed('plan')
  }

  function removeBlock(id: number) {
    const was = block(id)
    if (!was) throw stale('This block is not in the week any more.')
    change(
      `remove “${was.title}”`,
      ['plan'],
      () => weeks.remove(id),
      () => weeks.save({ ...draftOf(was), id: null }),
    )
  }

  const commands: Commands = {
    get_frame: async () => structuredClone(frame()),
    quit: async () => {},
    undo: async () => said(history.undo()),
    redo: async () => said(history.redo()),

    library: async () => LIBRARY,
    pick_roadmap: async () => `/home/robin/plans/${wish.file}.md`,
    preview: async ({ source }) => recognition.preview(source),
    pick_track: async ({ source, label }) => recognition.pickTrack(source, label),
    get_readings: async ({ source, item }) => recognition.readings(source, item),
    correct: async ({ source, item, taken }) => recognition.correct(source, item, taken),
    take_correction_back: async ({ source, item }) => recognition.takeBack(source, item),
    estimate: async ({ source, setup }) => estimateOf(recognition.preview(source), setup),
    begin: async ({ source, setup }) => {
      const before = terms
      rearrange('start the plan', () => {
        terms = { ...before, setup }
        library.add(recognition.preview(source).title, source, { start: setup.start })
        return () => (terms = before)
      })
    },
    load_sample: async () => {
      library.add(planned.title, planned.source, { sample: true, start })
      inbox = entries()
      changed('frame', 'roadmap', 'plan', 'inbox')
    },
    remove_sample: async () => {
      library.remove((entry) => entry.sample)
      inbox = []
      changed('frame', 'roadmap', 'plan', 'inbox')
    },

    get_roadmaps: async () => library.get(),
    activate_roadmap: async ({ id }) =>
      rearrange(`go on with “${library.title(id)}”`, () => library.activate(id)),
    archive_roadmap: async ({ id, archived }) =>
      rearrange(`${archived ? 'archive' : 'take back'} “${library.title(id)}”`, () =>
        library.archive(id, archived),
      ),
    rename_roadmap: async ({ id, title }) => {
      if (title.trim() === '') throw invalid('A roadmap needs a title.')
      rearrange(`rename “${library.title(id)}”`, () => library.rename(id, title.trim()))
    },
    duplicate_roadmap: async ({ id }) =>
      rearrange(`duplicate “${library.title(id)}”`, () => library.duplicate(id)),
    pick_export: async ({ title, format }) => `/home/robin/${title}.${format === 'json' ? 'json' : 'md'}`,
    export_roadmap: async () => {},
    import_roadmap: async () =>
      rearrange('import “A year abroad”', () => library.add('A year abroad', { from: 'own' }, { total: 40 })),

    get_document: async () => document.get(),
    set_write_back: async ({ consent }) =>
      change(
        consent ? 'write ticks into the file' : 'leave the file alone',
        ['roadmap'],
        () => document.setWriteBack(consent),
        () => document.setWriteBack(!consent),
      ),
    compare_document: async ({ path }) => document.compare(path),
    read_again: async ({ path }) => {
      let back = () => {}
      change(
        `read ${document.get().file_name} again`,
        ['roadmap', 'plan'],
        () => (back = document.readAgain(path)),
        () => back(),
      )
    },
    pick_progress_file: async () => '/home/robin/plans/README.md',
    set_progress_file: async ({ path, fresh }) => {
      document.setProgress(path, fresh)
      changed('roadmap')
    },
    refresh_progress: async () => {},

    get_roadmap: async () => ({ ...roadmap.get(), title: library.active?.title ?? bundled.title }),
    get_source: async ({ item }) => roadmap.source(item),
    set_done: async ({ item, done }) =>
      change(
        done ? 'tick an item' : 'untick an item',
        ['roadmap', 'plan'],
        () => setDone(item, done),
        () => setDone(item, !done),
      ),
    edit_roadmap: async ({ edit }) =>
      change('change the roadmap', ['roadmap', 'plan'], () => roadmap.edit(edit), roadmap.keep()),
    get_removed: async () => roadmap.archive.lines(),
    bring_back: async ({ item }) =>
      change('bring an item back', ['roadmap', 'plan'], () => roadmap.bringBack(item), roadmap.keep()),
    choose: async ({ choice, option }) => {
      roadmap.choose(choice, option)
      changed('roadmap')
    },
    set_evidence: async ({ item, evidence }) => {
      roadmap.setEvidence(item, evidence)
      changed('roadmap')
    },
    set_reading: async ({ item, reading }) => {
      roadmap.setReading(item, reading)
      changed('roadmap')
    },
    end_stage: async ({ stage, on }) => {
      roadmap.end(stage, on)
      changed('roadmap', 'plan')
    },
    pick_resource_base: async () => '/home/robin/books',
    set_resource_base: async ({ base }) => {
      roadmap.setBase(base)
      changed('roadmap')
    },
    open_resource: async ({ item }) => roadmap.open(item),

    get_plan_check: async () => check.get(),
    resolve_finding: async ({ key }) => {
      let back = () => {}
      change(
        'settle a finding',
        ['roadmap'],
        () => (back = check.resolve(key)),
        () => back(),
      )
    },
    accept_finding: async ({ key, accepted }) =>
      change(
        'leave a finding',
        ['roadmap'],
        () => check.accept(key, accepted),
        () => check.accept(key, !accepted),
      ),

    get_week: async ({ day }) => weeks.week(day),
    save_block: async ({ draft }) => saveBlock(draft),
    remove_block: async ({ id }) => removeBlock(id),
    save_day_block: async ({ draft }) => alter(() => weeks.schedule.save(draft)),
    skip_block: async ({ key }) => {
      const was = blocks().find((one) => one.key === key)
      if (!was) throw stale('This block is not there any more.')
      change(
        `leave out “${was.title}”`,
        ['plan'],
        () => weeks.schedule.skip(was),
        () => weeks.schedule.restore(key),
      )
    },
    restore_block: async ({ key }) => alter(() => weeks.schedule.restore(key)),
    give_block: async ({ key, activity }) => alter(() => weeks.schedule.give(key, activity)),
    get_days_off: async () => structuredClone(weeks.schedule.daysOff),
    save_days_off: async ({ line }) => alter(() => weeks.schedule.saveDaysOff(line)),
    remove_days_off: async ({ id }) => alter(() => weeks.schedule.removeDaysOff(id)),
    get_templates: async () => structuredClone(weeks.schedule.templates),
    use_template: async ({ day, template }) => alter(() => weeks.schedule.use(day, template)),
    add_template: async ({ name, copy }) => alter(() => weeks.schedule.add(name, copy)),
    get_forecast: async () => forecastOf(now.date),
    get_replan: async () => structuredClone(replan),
    accept_proposal: async ({ way, key }) => {
      if (!replan.proposals.some((proposal) => proposal.way === way && proposal.key === key))
        throw stale('The plan has changed since this was proposed.')
      const was = replan
      change(
        'accept a way out',
        ['plan'],
        () =>
          (replan = {
            behind_minutes: 0,
            ahead_minutes: 0,
            without_room_minutes: 0,
            short_of_days: false,
            proposals: [],
          }),
        () => (replan = was),
      )
    },
    rename_template: async ({ id, name }) => alter(() => weeks.schedule.rename(id, name)),
    remove_template: async ({ id }) => alter(() => weeks.schedule.remove(id)),
    get_today: async () => today.get(),
    leave_week: async () =>
      change(
        'leave week 5 as it is',
        ['plan'],
        () => (today.left = true),
        () => (today.left = false),
      ),

    get_timer: async () => timerView(),
    get_work_choices: async () => roadmap.choices(),
    start_timer: async ({ work, mode }) => timer.start(work ?? offered(), mode ?? null),
    start_break: async () => timer.startBreak(),
    pause_timer: async () => timer.pause(),
    resume_timer: async () => timer.resume(),
    skip_interval: async () => timer.skip(),
    finish_interval: async () => timer.finish(),
    stop_timer: async () => timer.stop(),
    reset_round: async () => timer.resetRound(),
    change_work: async ({ work }) => timer.changeWork(work),
    note_interval: async ({ text }) => timer.noteThat(text),
    count_interruption: async () => timer.interrupt(),
    extend_interval: async ({ minutes }) => timer.extend(minutes),
    resolve_absence: async ({ choice }) => timer.resolve(choice),

    get_sessions: async ({ from, to, page }) => sessions.get(from, to, page),
    add_session: async ({ draft }) => alter(() => sessions.add(draft)),
    change_session: async ({ id, draft }) => alter(() => sessions.change(id, draft)),
    split_session: async ({ id, at }) => alter(() => sessions.split(id, at)),
    remove_session: async ({ id }) => alter(() => sessions.remove(id)),

    get_inbox: async () => structuredClone(inbox),
    see_inbox: async () => {
      inbox = inbox.map((entry) => ({ ...entry, seen: true }))
      changed('inbox', 'frame')
    },
    answer_inbox: async ({ id, action }) => {
      if (action === 'see-ways') return
      inbox = inbox.map((entry) =>
        entry.id === id ? { ...entry, answer: ANSWERS[action], actions: [], seen: true } : entry,
      )
      if (action === 'start') timer.start(offered())
      changed('inbox', 'frame')
    },

    snooze_inbox: async ({ id }) => {
      inbox = inbox.map((entry) =>
        entry.id === id ? { ...entry, answer: 'snoozed', actions: [], seen: true } : entry,
      )
      changed('inbox', 'frame')
    },

    get_reminders: async () => reminders.get(),
    save_reminder: async ({ draft }) =>
      change('change a reminder', ['reminders'], () => reminders.save(draft), reminders.keep()),
    read_reminder: async ({ words }) => reminders.read(words),
    add_reminder: async ({ words }) => {
      const back = reminders.keep()
      const id = reminders.add(words)
      change('add a reminder', ['reminders'], () => {}, back)
      return id
    },
    remove_reminder: async ({ id }) =>
      change('remove a reminder', ['reminders'], () => reminders.remove(id), reminders.keep()),
    hold_reminders: async () => {},

    get_calendars: async () => calendars.get(),
    pick_calendar: async ({ folder }) => (folder ? '/home/robin/calendars' : '/home/robin/private.ics'),
    add_calendar: async ({ path }) =>
      change(
        `keep clear of “${path.split('/').at(-1)}”`,
        ['calendars', 'plan'],
        () => calendars.add(path),
        calendars.keep(),
      ),
    remove_calendar: async ({ id }) =>
      change('remove a calendar', ['calendars', 'plan'], () => calendars.remove(id), calendars.keep()),
    pick_calendar_export: async ({ title }) => `/home/robin/${title}.ics`,
    export_calendar: async () => ({ blocks: 120, gates: 3, until: later(start, 12 * 7 - 1) }),

    save_settings: async ({ settings: next }) => {
      const was = settings
      change(
        'change the settings',
        ['plan', 'timer'],
        () => (settings = next),
        () => (settings = was),
      )
    },
    get_terms: async () => structuredClone(terms),
    estimate_terms: async ({ setup }) => estimateOf(planned, setup),
    save_terms: async ({ setup }) => {
      const was = terms.setup
      const set = (to: Setup) => (terms = { ...terms, setup: to })
      change(
        'change the plan’s terms',
        ['roadmap', 'plan'],
        () => set(setup),
        () => set(was),
      )
    },
  }

  function said(label: string | null): string | null {
    if (label !== null) changed('frame', 'roadmap', 'plan', 'timer', 'calendars')
    return label
  }

  const running = wish.timer ? TIMERS[wish.timer] : undefined
  const work = offered()
  if (running && work) timer.show(running.state, work, running)

  return { commands, timer, dispose: () => timer.dispose() }
}

function draftOf(block: BlockView): BlockDraft {
  const day = new Date(`${block.date}T00:00:00Z`).getUTCDay()
  return {
    id: block.template_block,
    week: block.date,
    days: [['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][day]!],
    start: block.start,
    end: block.end,
    category: block.category,
    accepts: block.accepts,
    title: block.title,
    standing: block.standing,
    pinned: block.pinned,
  }
}

function stale(message: string): Problem {
  return { code: 'stale', message }
}

function invalid(message: string): Problem {
  return { code: 'invalid', message }
}
