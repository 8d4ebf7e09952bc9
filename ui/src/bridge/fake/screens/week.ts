/** The week's blocks, its days off and its templates. */
import type { Commands } from '../../commands'
import type { BlockDraft } from '../../types/BlockDraft'
import type { BlockView } from '../../types/BlockView'
import { stale, type Desk } from '../desk'

type Own = Pick<
  Commands,
  | 'get_week'
  | 'save_block'
  | 'remove_block'
  | 'save_day_block'
  | 'skip_block'
  | 'restore_block'
  | 'give_block'
  | 'get_days_off'
  | 'save_days_off'
  | 'remove_days_off'
  | 'get_templates'
  | 'use_template'
  | 'add_template'
  | 'rename_template'
  | 'remove_template'
>

export function weekCommands(desk: Desk): Own {
  const { weeks, situation } = desk

  function blocks(): BlockView[] {
    return weeks.week(situation.now.date).days.flatMap((day) => day.blocks)
  }

  function block(id: number | null): BlockView | undefined {
    return blocks().find((one) => one.template_block === id)
  }

  function saveBlock(draft: BlockDraft) {
    const was = block(draft.id)
    if (was) {
      desk.change(
        `change “${was.title}”`,
        ['plan'],
        () => weeks.save(draft),
        () => weeks.save(draftOf(was)),
      )
      return
    }
    weeks.save(draft)
    desk.changed('plan')
  }

  function removeBlock(id: number) {
    const was = block(id)
    if (!was) throw stale('This block is not in the week any more.')
    desk.change(
      `remove “${was.title}”`,
      ['plan'],
      () => weeks.remove(id),
      () => weeks.save({ ...draftOf(was), id: null }),
    )
  }

  return {
    get_week: async ({ day }) => weeks.week(day),
    save_block: async ({ draft }) => saveBlock(draft),
    remove_block: async ({ id }) => removeBlock(id),
    save_day_block: async ({ draft }) => desk.alter(() => weeks.schedule.save(draft)),
    skip_block: async ({ key }) => {
      const was = blocks().find((one) => one.key === key)
      if (!was) throw stale('This block is not there any more.')
      desk.change(
        `leave out “${was.title}”`,
        ['plan'],
        () => weeks.schedule.skip(was),
        () => weeks.schedule.restore(key),
      )
    },
    restore_block: async ({ key }) => desk.alter(() => weeks.schedule.restore(key)),
    give_block: async ({ key, activity }) => desk.alter(() => weeks.schedule.give(key, activity)),
    get_days_off: async () => structuredClone(weeks.schedule.daysOff),
    save_days_off: async ({ line }) => desk.alter(() => weeks.schedule.saveDaysOff(line)),
    remove_days_off: async ({ id }) => desk.alter(() => weeks.schedule.removeDaysOff(id)),
    get_templates: async () => structuredClone(weeks.schedule.templates),
    use_template: async ({ day, template }) => desk.alter(() => weeks.schedule.use(day, template)),
    add_template: async ({ name, copy }) => desk.alter(() => weeks.schedule.add(name, copy)),
    rename_template: async ({ id, name }) => desk.alter(() => weeks.schedule.rename(id, name)),
    remove_template: async ({ id }) => desk.alter(() => weeks.schedule.remove(id)),
  }
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
