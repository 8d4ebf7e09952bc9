/** What was worked. */
import type { Commands } from '../../commands'
import type { Desk } from '../desk'

type Own = Pick<
  Commands,
  'get_sessions' | 'add_session' | 'change_session' | 'split_session' | 'remove_session'
>

export function sessionsCommands(desk: Desk): Own {
  const { sessions } = desk

  /** What is refused is refused before it is remembered. */
  function change(label: string, by: () => void) {
    const back = sessions.keep()
    by()
    const again = sessions.keep()
    desk.change(label, ['plan', 'roadmap'], again, back)
  }

  return {
    get_sessions: async ({ from, to, page }) => sessions.get(from, to, page),
    add_session: async ({ draft }) =>
      change(`add the session “${draft.work.title}”`, () => sessions.add(draft)),
    change_session: async ({ id, draft }) =>
      change(`change the session “${sessions.title(id)}”`, () => sessions.change(id, draft)),
    split_session: async ({ id, at }) =>
      change(`split the session “${sessions.title(id)}”`, () => sessions.split(id, at)),
    remove_session: async ({ id }) =>
      change(`remove the session “${sessions.title(id)}”`, () => sessions.remove(id)),
  }
}
