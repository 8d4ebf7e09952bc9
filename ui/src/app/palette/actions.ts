/** What can be done and where one can go from the palette, as things stand. */
import BellRing from '@lucide/svelte/icons/bell-ring'
import CalendarDays from '@lucide/svelte/icons/calendar-days'
import CalendarPlus from '@lucide/svelte/icons/calendar-plus'
import CalendarSync from '@lucide/svelte/icons/calendar-sync'
import Check from '@lucide/svelte/icons/check'
import Coffee from '@lucide/svelte/icons/coffee'
import History from '@lucide/svelte/icons/history'
import Inbox from '@lucide/svelte/icons/inbox'
import Keyboard from '@lucide/svelte/icons/keyboard'
import LibraryIcon from '@lucide/svelte/icons/library'
import Moon from '@lucide/svelte/icons/moon'
import NotebookPen from '@lucide/svelte/icons/notebook-pen'
import Pause from '@lucide/svelte/icons/pause'
import Play from '@lucide/svelte/icons/play'
import PictureInPicture from '@lucide/svelte/icons/picture-in-picture-2'
import Plus from '@lucide/svelte/icons/plus'
import Redo from '@lucide/svelte/icons/redo-2'
import RotateCcw from '@lucide/svelte/icons/rotate-ccw'
import Route from '@lucide/svelte/icons/route'
import SkipForward from '@lucide/svelte/icons/skip-forward'
import SlidersHorizontal from '@lucide/svelte/icons/sliders-horizontal'
import Square from '@lucide/svelte/icons/square'
import Sun from '@lucide/svelte/icons/sun'
import Monitor from '@lucide/svelte/icons/monitor'
import Trash from '@lucide/svelte/icons/trash-2'
import Undo from '@lucide/svelte/icons/undo-2'
import { commands, type Frame, type Theme } from '../../bridge'
import type { Timer } from '../../features/timer/timer.svelte'
import { MODIFIER } from '../../shared/keys/keys'
import { exportCalendar } from '../../shared/plan/calendar-export'
import { attempt } from '../../shared/problems.svelte'
import type { Go } from '../../shared/room/place'
import { redo, undo } from '../undo'
import type { Entry } from './entries'

export interface Means {
  frame: Frame
  timer: Timer
  go: Go
  writeNote: () => void
  toggleMini: () => void
  showKeys: () => void
  showInbox: () => void
}

export function actions(means: Means): Entry[] {
  // Without a plan there are no rooms and no timer yet.
  if (!means.frame.plan) return changes(means)
  return [...timerActions(means), miniAction(means), ...ways(means), ...changes(means)]
}

function timerActions({ timer, writeNote }: Means): Entry[] {
  const view = timer.view
  if (!view || view.state === 'away') return []
  const act = (label: string, icon: Entry['icon'], run: () => unknown, keys?: string): Entry => ({
    label,
    group: 'Do',
    icon,
    keys,
    about: 'timer',
    run: () => void run(),
  })
  const stop = act('Stop the timer', Square, timer.stop)
  const skip = act('Skip', SkipForward, timer.skip)
  const during = [
    ...(timer.focusing ? [act('Finish the focus', Check, timer.finish, 'F')] : []),
    ...(timer.canGrow ? [act('5 more minutes', Plus, () => timer.more(), '+')] : []),
    ...(view.session === null ? [] : [act('Write a note on the session', NotebookPen, writeNote, 'N')]),
    ...(timer.on && !timer.inBreak ? [act('Count an interruption', BellRing, timer.interrupted, 'I')] : []),
    ...(view.round > 0 ? [act('Reset the round', RotateCcw, timer.resetRound)] : []),
  ]
  switch (view.state) {
    case 'idle':
      return [act('Start a focus', Play, () => timer.start(), 'Space'), ...during]
    case 'running':
      return [act('Pause', Pause, timer.pause, timer.over ? undefined : 'Space'), ...during, skip, stop]
    case 'paused':
      return [act('Resume', Play, timer.resume, timer.over ? undefined : 'Space'), ...during, skip, stop]
    case 'ended':
      return timer.offersBreak
        ? [act('Start the break', Coffee, timer.startBreak, 'Space'), ...during, skip, stop]
        : [act('Start a focus', Play, () => timer.start(), 'Space'), ...during, stop]
  }
}

function miniAction({ frame, toggleMini }: Means): Entry {
  return {
    label: frame.mini ? 'Hide the mini window' : 'Show the mini window',
    group: 'Do',
    icon: PictureInPicture,
    keys: 'M',
    about: 'timer',
    run: toggleMini,
  }
}

function ways({ go, showInbox, showKeys }: Means): Entry[] {
  const way = (label: string, icon: Entry['icon'], run: () => void, keys?: string): Entry => ({
    label,
    group: 'Go',
    icon,
    keys,
    run,
  })
  return [
    way('Today', Sun, () => go({ room: 'today' }), `${MODIFIER} 1`),
    way('Week', CalendarDays, () => go({ room: 'week' }), `${MODIFIER} 2`),
    way('Roadmap', Route, () => go({ room: 'roadmap' }), `${MODIFIER} 3`),
    way('Settings', SlidersHorizontal, () => go({ room: 'settings' }), `${MODIFIER} ,`),
    { ...way('Sessions', History, () => go({ room: 'sessions' })), about: 'what was worked' },
    { ...way('Ways out', CalendarSync, () => go({ room: 'replan' })), about: 'replan' },
    way('Inbox', Inbox, showInbox),
    way('Keys', Keyboard, showKeys, '?'),
    way('Roadmaps', LibraryIcon, () => go({ room: 'library' })),
    { ...way('New roadmap', Plus, () => go({ room: 'first-run' })), about: 'open another' },
  ]
}

function changes({ frame }: Means): Entry[] {
  const entries: Entry[] = []
  const change = (label: string, icon: Entry['icon'], run: () => void, keys?: string) =>
    entries.push({ label, group: 'Do', icon, keys, run })
  if (frame.undo) change(`Undo: ${frame.undo}`, Undo, () => void undo(), `${MODIFIER} Z`)
  if (frame.redo) change(`Redo: ${frame.redo}`, Redo, () => void redo(), `${MODIFIER} Shift Z`)
  const themes: [Theme, string, Entry['icon']][] = [
    ['light', 'Theme: light', Sun],
    ['dark', 'Theme: dark', Moon],
    ['system', 'Theme: as the system', Monitor],
  ]
  for (const [theme, label, icon] of themes) {
    if (frame.settings.theme === theme) continue
    change(
      label,
      icon,
      () => void attempt(() => commands.save_settings({ settings: { ...frame.settings, theme } })),
    )
  }
  const { plan } = frame
  if (plan) change('Export the calendar', CalendarPlus, () => void exportCalendar(plan.title))
  if (frame.plan?.sample) {
    change('Remove the sample history', Trash, () => void attempt(() => commands.remove_sample()))
  }
  return entries
}
