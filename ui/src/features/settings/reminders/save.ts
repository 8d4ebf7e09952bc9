/** How a rule is changed: as a whole, with all that stays as it is. */
import { commands, type Problem, type ReminderDraft, type ReminderRule } from '../../../bridge'
import { attempt } from '../../../shared/problems.svelte'

export type RuleChange = Partial<Omit<ReminderDraft, 'id'>>

/** Saves a change of a rule; why it was not taken is told beside it. */
export async function saveRule(
  { id, on, timing, quiet, text }: ReminderRule,
  change: RuleChange,
  beside?: (problem: Problem | null) => void,
): Promise<void> {
  await attempt(() => commands.save_reminder({ draft: { id, on, timing, quiet, text, ...change } }), beside)
}
