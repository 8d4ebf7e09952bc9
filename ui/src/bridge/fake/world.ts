/** Everything the fake knows, put together from its screens. */
import type { Commands, Topic } from '../commands'
import type { Frame } from '../types/Frame'
import type { TimerView } from '../types/TimerView'
import { Desk } from './desk'
import { DAY_ENDS, TIMERS, type Wish } from './scenes'
import { OPEN_DAYS } from './layout'
import { documentCommands } from './screens/document'
import { firstRunCommands } from './screens/first-run'
import { inboxCommands } from './screens/inbox'
import { libraryCommands } from './screens/library'
import { roadmapCommands } from './screens/roadmap'
import { sessionsCommands } from './screens/sessions'
import { settingsCommands } from './screens/settings'
import { timerCommands } from './screens/timer'
import { todayCommands } from './screens/today'
import { weekCommands } from './screens/week'
import type { FakeTimer } from './timer'
import { TROUBLES } from './troubles'
import { later, type Situation } from './week'

export interface World {
  commands: Commands
  timer: FakeTimer
  dispose: () => void
}

export function world(
  wish: Wish,
  situation: Situation,
  changed: (...topics: Topic[]) => void,
  timerSaid: (view: TimerView) => void,
): World {
  const desk = new Desk(wish, situation, changed, timerSaid)
  const { timer, history } = desk

  const commands: Commands = {
    get_frame: async () => structuredClone(frameOf(desk)),
    show_mini: async ({ shown }) => {
      desk.mini = shown
      changed('frame')
    },
    show_window: async () => {},
    get_autostart: async () => desk.autostart,
    set_autostart: async ({ on }) => {
      desk.autostart = on
    },
    get_surroundings: async () => ({ no_idle: null, no_silence: null }),
    get_shortcuts: async () => structuredClone({ unavailable: null, rows: desk.shortcuts }),
    set_shortcut: async ({ wish, chord }) => {
      const before = desk.shortcuts
      desk.changeThat('change a shortcut', ['frame'], () => {
        desk.shortcuts = before.map((row) => (row.wish === wish ? { ...row, chord } : row))
        return () => (desk.shortcuts = before)
      })
    },
    play_sound: async () => {},
    quit: async () => {},
    undo: async () => said(history.undo()),
    redo: async () => said(history.redo()),
    ...firstRunCommands(desk),
    ...libraryCommands(desk),
    ...documentCommands(desk),
    ...roadmapCommands(desk),
    ...weekCommands(desk),
    ...todayCommands(desk),
    ...timerCommands(desk),
    ...sessionsCommands(desk),
    ...inboxCommands(desk),
    ...settingsCommands(desk),
  }

  function said(label: string | null): string | null {
    if (label !== null) changed('frame', 'roadmap', 'plan', 'timer', 'reminders', 'calendars')
    return label
  }

  const running = wish.timer ? TIMERS[wish.timer] : undefined
  const work = desk.offered()
  if (running && work) timer.show(running.state, work, running)

  return { commands, timer, dispose: () => timer.dispose() }
}

function frameOf({ mini, library, situation, inbox, reminders, history, wish, settings }: Desk): Frame {
  const { now, start } = situation
  return {
    plan: library.active
      ? {
          title: library.active.title,
          sample: library.active.sample,
          week: start > now.date ? 0 : 6,
          weeks: 12,
          start,
          end: later(start, 12 * 7 - 1),
          last_day: later(start, 12 * 7 - 1 + OPEN_DAYS),
          today: now.date,
        }
      : null,
    held_until: reminders.heldUntil,
    unread: inbox.unread,
    undo: history.undoLabel,
    redo: history.redoLabel,
    troubles: wish.troubled ? TROUBLES : [],
    settings,
    hours_24: settings.clock !== 'hours12',
    week_start: settings.week_start ?? 'mon',
    mini,
    day_ends: DAY_ENDS,
    offered_file: null,
  }
}
