/** What the app said, and its reminders. */
import type { Commands } from '../../commands'
import type { InboxAction } from '../../types/InboxAction'
import type { InboxAnswer } from '../../types/InboxAnswer'
import type { Desk } from '../desk'

const ANSWERS: Record<Exclude<InboxAction, 'see-ways'>, InboxAnswer> = {
  start: 'started',
  'start-break': 'started',
  snooze: 'snoozed',
  skip: 'skipped',
  done: 'done',
  extend: 'extended',
}

type Own = Pick<
  Commands,
  | 'get_inbox'
  | 'see_inbox'
  | 'answer_inbox'
  | 'snooze_inbox'
  | 'get_reminders'
  | 'save_reminder'
  | 'read_reminder'
  | 'add_reminder'
  | 'remove_reminder'
  | 'hold_reminders'
>

export function inboxCommands(desk: Desk): Own {
  return {
    get_inbox: async () => structuredClone(desk.inbox),
    see_inbox: async () => {
      desk.inbox = desk.inbox.map((entry) => ({ ...entry, seen: true }))
      desk.changed('inbox', 'frame')
    },
    answer_inbox: async ({ id, action }) => {
      if (action === 'see-ways') return
      desk.inbox = desk.inbox.map((entry) =>
        entry.id === id ? { ...entry, answer: ANSWERS[action], actions: [], seen: true } : entry,
      )
      if (action === 'start') desk.timer.start(desk.offered())
      desk.changed('inbox', 'frame')
    },

    snooze_inbox: async ({ id }) => {
      desk.inbox = desk.inbox.map((entry) =>
        entry.id === id ? { ...entry, answer: 'snoozed', actions: [], seen: true } : entry,
      )
      desk.changed('inbox', 'frame')
    },
    get_reminders: async () => desk.reminders.get(),
    save_reminder: async ({ draft }) =>
      desk.change(
        'change a reminder',
        ['reminders'],
        () => desk.reminders.save(draft),
        desk.reminders.keep(),
      ),
    read_reminder: async ({ words }) => desk.reminders.read(words),
    add_reminder: async ({ words }) => {
      const back = desk.reminders.keep()
      const id = desk.reminders.add(words)
      desk.change('add a reminder', ['reminders'], () => {}, back)
      return id
    },
    remove_reminder: async ({ id }) =>
      desk.change('remove a reminder', ['reminders'], () => desk.reminders.remove(id), desk.reminders.keep()),
    hold_reminders: async () => {},
  }
}
