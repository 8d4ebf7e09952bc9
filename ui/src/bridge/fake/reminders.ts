/** The rules of reminders as the fake keeps them: enough to list, set and remove. */
import type { PhraseReading } from '../types/PhraseReading'
import type { ReminderDraft } from '../types/ReminderDraft'
import type { ReminderRule } from '../types/ReminderRule'
import type { Timing } from '../types/Timing'

export class FakeReminders {
  #rules: ReminderRule[] = [
    rule('block-start', 'A block begins', true, { when: 'before', minutes: 0 }),
    rule('block-end', 'A block ends', false, { when: 'before', minutes: 5 }),
    rule('weekly-reflection', 'Time to look back on the week', true, {
      when: 'weekly',
      weekday: 'sun',
      minute: 1080,
    }),
    rule('week-end', 'A week ended behind or ahead', true, { when: 'as-it-comes' }),
    rule('gate', 'A phase’s gate comes up', true, { when: 'days-before', days: 7, minute: 540 }),
  ]
  #made = 0

  get(): ReminderRule[] {
    return structuredClone(this.#rules)
  }

  /** How to put them back as they are. */
  keep(): () => void {
    const was = this.#rules
    return () => (this.#rules = was)
  }

  save(draft: ReminderDraft) {
    this.#rules = this.#rules.map((known) => (known.id === draft.id ? { ...known, ...draft } : known))
  }

  /** The host reads days and times; here each comes daily at nine. */
  read(words: string): PhraseReading {
    return { timing: { when: 'daily', minute: 540 }, words: 'daily at 9:00', text: words }
  }

  add(words: string): string {
    const { timing, text, words: when } = this.read(words)
    const id = `own-${(this.#made += 1)}`
    this.#rules = [
      ...this.#rules,
      { ...rule(id, text, true, timing), kind: 'own', own: true, words: when, text },
    ]
    return id
  }

  remove(id: string) {
    this.#rules = this.#rules.filter((known) => known.id !== id)
  }
}

function rule(id: string, title: string, on: boolean, timing: Timing): ReminderRule {
  const quiet = { quiet: 'general' } as const
  return { id, kind: id, title, own: false, on, timing, words: null, quiet, text: '', next: null }
}
