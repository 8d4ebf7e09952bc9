/** The fake's inbox: what it holds at first, and what becomes of it. */
import type { Commands, Topic } from '../commands'
import type { InboxAction } from '../types/InboxAction'
import type { InboxAnswer } from '../types/InboxAnswer'
import type { InboxEntry } from '../types/InboxEntry'
import type { SnoozeLength } from '../types/SnoozeLength'

export type InboxCommands = 'get_inbox' | 'see_inbox' | 'answer_inbox' | 'snooze_inbox'

const ANSWERS: Record<Exclude<InboxAction, 'see-ways'>, InboxAnswer> = {
  start: 'started',
  'start-break': 'started',
  snooze: 'snoozed',
  skip: 'skipped',
  done: 'done',
  extend: 'extended',
}

/** How many minutes each is; tomorrow is a day. */
const MINUTES: Record<SnoozeLength, number> = {
  'five-minutes': 5,
  'ten-minutes': 10,
  'half-hour': 30,
  hour: 60,
  tomorrow: 1440,
}

export class FakeInbox {
  constructor(public entries: InboxEntry[]) {}

  get unread(): number {
    return this.entries.filter((entry) => !entry.seen).length
  }

  /** What each command makes of it. */
  commands(changed: (...topics: Topic[]) => void, start: () => void): Pick<Commands, InboxCommands> {
    return {
      get_inbox: async () => structuredClone(this.entries),
      see_inbox: async () => {
        this.entries = this.entries.map((entry) => ({ ...entry, seen: true, held: null }))
        changed('inbox', 'frame')
      },
      answer_inbox: async ({ id, action }) => {
        if (action === 'see-ways') return
        this.#answer(id, { answer: ANSWERS[action] })
        if (action === 'start') start()
        changed('inbox', 'frame')
      },
      snooze_inbox: async ({ id, length }) => {
        const again = new Date(Date.now() + MINUTES[length] * 60_000).toISOString()
        this.#answer(id, { answer: 'snoozed', again })
        changed('inbox', 'frame')
      },
    }
  }

  #answer(id: number, by: Partial<InboxEntry>) {
    this.entries = this.entries.map((entry) =>
      entry.id === id ? { ...entry, ...by, actions: [], seen: true, held: null } : entry,
    )
  }
}

/** What the inbox holds after a week that ended behind. */
export function weekEntry(): InboxEntry {
  return {
    id: 5,
    kind: 'week-end',
    place: 'replan',
    at: '2026-11-23T09:00:00Z',
    title: 'Week 5 ended 6 h behind',
    body: 'Nothing has to move. There are ways out to look at.',
    category: null,
    answer: null,
    again: null,
    held: null,
    actions: ['see-ways'],
    seen: false,
  }
}

export function entries(): InboxEntry[] {
  return [
    {
      id: 4,
      kind: 'block-start',
      place: 'today',
      at: '2026-11-25T09:00:00Z',
      title: 'Deep work begins at 9:00',
      body: 'Transfer learning from EfficientNet-B0',
      category: 'hands-on',
      answer: null,
      again: null,
      held: null,
      actions: ['start', 'snooze', 'skip'],
      seen: false,
    },
    {
      id: 3,
      kind: 'interval-end',
      place: 'today',
      at: '2026-11-25T08:55:00Z',
      title: 'Focus is over',
      body: 'Data augmentation. Next: a break of 5 minutes.',
      category: 'hands-on',
      answer: 'started',
      again: null,
      held: null,
      actions: [],
      seen: true,
    },
    {
      id: 2,
      kind: 'block-start',
      place: 'today',
      at: '2026-11-24T19:00:00Z',
      title: 'Blog or portfolio begins at 19:00',
      body: '',
      category: 'writing',
      answer: 'missed',
      again: null,
      held: null,
      actions: [],
      seen: true,
    },
    {
      id: 1,
      kind: 'word',
      place: null,
      at: '2026-10-19T18:00:00Z',
      title: 'Waymark stays in the tray',
      body: 'The window is closed and the timer goes on. Choose Quit in the tray’s menu to end it.',
      category: null,
      answer: null,
      again: null,
      held: null,
      actions: [],
      seen: true,
    },
  ]
}
