/** The rules of reminders as the fake keeps them: enough to list, read, set and remove. */
import type { Commands, Topic } from '../commands'
import type { PhraseReading } from '../types/PhraseReading'
import type { Problem } from '../types/Problem'
import type { ReminderDraft } from '../types/ReminderDraft'
import type { ReminderRule } from '../types/ReminderRule'
import type { Timing } from '../types/Timing'

export type ReminderCommands =
  'get_reminders' | 'save_reminder' | 'read_reminder' | 'add_reminder' | 'remove_reminder' | 'hold_reminders'

const SUNDAY_EVENING: Timing = { when: 'weekly', weekday: 'sun', minute: 1080 }

export class FakeReminders {
  /** Until when all are held back. */
  heldUntil: string | null = null
  #rules: ReminderRule[] = [
    {
      ...rule('block-start', 'A block begins', true, { when: 'before', minutes: 0 }),
      next: '2026-11-25T13:00:00Z',
    },
    rule('block-end', 'A block ends', false, { when: 'before', minutes: 5 }),
    rule('day-start', 'The day begins, with its plan', false, { when: 'daily', minute: 510 }),
    rule('day-end', 'The day ends', false, { when: 'daily', minute: 1260 }),
    rule('nothing-by-noon', 'Nothing was focused on by noon', false, { when: 'daily', minute: 720 }),
    rule('weekly-planning', 'Time to plan the week', false, SUNDAY_EVENING),
    {
      ...rule('weekly-reflection', 'Time to look back on the week', true, SUNDAY_EVENING),
      next: '2026-11-29T18:00:00Z',
    },
    rule('week-end', 'A week ended behind or ahead', true, { when: 'as-it-comes' }),
    rule('checkpoint', 'A stage’s checkpoint comes up', true, { when: 'days-before', days: 1, minute: 1080 }),
    rule('gate', 'A phase’s gate comes up', true, { when: 'days-before', days: 7, minute: 540 }),
    rule('networking', 'Time for networking, once a week', false, {
      when: 'weekly',
      weekday: 'wed',
      minute: 720,
    }),
  ]
  #made = 0

  /** What each command makes of them. */
  commands(
    change: (label: string, topics: Topic[], again: () => void, back: () => void) => void,
    changed: (...topics: Topic[]) => void,
  ): Pick<Commands, ReminderCommands> {
    return {
      get_reminders: async () => structuredClone(this.#rules),
      save_reminder: async ({ draft }) =>
        change('change a reminder', ['reminders'], () => this.#save(draft), this.#keep()),
      read_reminder: async ({ words }) => read(words),
      add_reminder: async ({ words }) => {
        const made = this.#make(words)
        change('add a reminder', ['reminders'], () => (this.#rules = [...this.#rules, made]), this.#keep())
        return made.id
      },
      remove_reminder: async ({ id }) =>
        change('remove a reminder', ['reminders'], () => this.#remove(id), this.#keep()),
      hold_reminders: async ({ until }) => {
        this.heldUntil = until
        changed('frame')
      },
    }
  }

  /** How to put them back as they are. */
  #keep(): () => void {
    const was = this.#rules
    return () => (this.#rules = was)
  }

  #save(draft: ReminderDraft) {
    this.#rules = this.#rules.map((known) =>
      known.id === draft.id ? { ...known, ...draft, title: draft.text || known.title } : known,
    )
  }

  #make(words: string): ReminderRule {
    const { timing, text, words: when } = read(words)
    const id = `own-${(this.#made += 1)}`
    return {
      ...rule(id, text || 'Your own reminder', true, timing),
      kind: 'own',
      own: true,
      words: when,
      text,
    }
  }

  #remove(id: string) {
    this.#rules = this.#rules.filter((known) => known.id !== id)
  }
}

/** The host reads much more: here it is "every friday 17:00" or "9:00", and then what. */
function read(words: string): PhraseReading {
  const found = /^(?:every (\w{3})\w*day )?(?:at )?(\d{1,2}):(\d{2})\b *(.*)$/i.exec(words.trim())
  if (!found) {
    const message = `Nothing in “${words}” says when. Try “every friday 17:00”.`
    throw { code: 'invalid', message } satisfies Problem
  }
  const [, day, hour, minute, text] = found
  const time = Number(hour) * 60 + Number(minute)
  const timing: Timing = day
    ? { when: 'weekly', weekday: day.toLowerCase(), minute: time }
    : { when: 'daily', minute: time }
  return { timing, words: `${day ? `every ${day}` : 'daily'} at ${hour}:${minute}`, text: text ?? '' }
}

function rule(id: string, title: string, on: boolean, timing: Timing): ReminderRule {
  const quiet = { quiet: 'general' } as const
  return { id, kind: id, title, own: false, on, timing, words: null, quiet, text: '', next: null }
}
