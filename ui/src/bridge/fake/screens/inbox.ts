/** What the app said, and its reminders. */
import type { InboxCommands } from '../inbox'
import type { ReminderCommands } from '../reminders'
import type { Commands } from '../../commands'
import type { Desk } from '../desk'

export function inboxCommands(desk: Desk): Pick<Commands, InboxCommands | ReminderCommands> {
  return {
    ...desk.inbox.commands(desk.changed, () => desk.timer.start(desk.offered())),
    ...desk.reminders.commands(desk.change.bind(desk), desk.changed),
  }
}
