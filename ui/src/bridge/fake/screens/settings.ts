/** The settings, the calendars and the terms of the plan. */
import type { Commands } from '../../commands'
import type { Setup } from '../../types/Setup'
import type { Desk } from '../desk'
import { estimateOf } from '../preview'
import { later } from '../week'

type Own = Pick<
  Commands,
  | 'get_calendars'
  | 'pick_calendar'
  | 'add_calendar'
  | 'remove_calendar'
  | 'pick_calendar_export'
  | 'export_calendar'
  | 'save_settings'
  | 'get_terms'
  | 'estimate_terms'
  | 'save_terms'
>

export function settingsCommands(desk: Desk): Own {
  return {
    get_calendars: async () => desk.calendars.get(),
    pick_calendar: async ({ folder }) => (folder ? '/home/robin/calendars' : '/home/robin/private.ics'),
    add_calendar: async ({ path }) =>
      desk.change(
        `keep clear of “${path.split('/').at(-1)}”`,
        ['calendars', 'plan'],
        () => desk.calendars.add(path),
        desk.calendars.keep(),
      ),
    remove_calendar: async ({ id }) =>
      desk.change(
        'remove a calendar',
        ['calendars', 'plan'],
        () => desk.calendars.remove(id),
        desk.calendars.keep(),
      ),
    pick_calendar_export: async ({ title }) => `/home/robin/${title}.ics`,
    export_calendar: async () => ({ blocks: 120, gates: 3, until: later(desk.situation.start, 12 * 7 - 1) }),
    save_settings: async ({ settings: next }) => {
      const was = desk.settings
      desk.change(
        'change the settings',
        ['plan', 'timer'],
        () => (desk.settings = next),
        () => (desk.settings = was),
      )
    },
    get_terms: async () => structuredClone(desk.terms),
    estimate_terms: async ({ setup }) => estimateOf(desk.planned, setup),
    save_terms: async ({ setup }) => {
      const was = desk.terms.setup
      const set = (to: Setup) => (desk.terms = { ...desk.terms, setup: to })
      desk.change(
        'change the plan’s terms',
        ['roadmap', 'plan'],
        () => set(setup),
        () => set(was),
      )
    },
  }
}
