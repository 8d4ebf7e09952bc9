/** The day, and the ways out when the plan does not hold. */
import type { Commands } from '../../commands'
import { stale, type Desk } from '../desk'
import { forecastOf } from '../forecast'
import { replanOf } from '../replan'

type Own = Pick<Commands, 'get_forecast' | 'get_today' | 'leave_week' | 'get_replan' | 'accept_proposal'>

export function todayCommands(desk: Desk): Own {
  let replan = replanOf(desk.situation.now.date)

  return {
    get_today: async () => desk.today.get(),
    leave_week: async () =>
      desk.change(
        'leave week 5 as it is',
        ['plan'],
        () => (desk.today.left = true),
        () => (desk.today.left = false),
      ),
    get_forecast: async () => forecastOf(desk.situation.now.date),
    get_replan: async () => structuredClone(replan),
    accept_proposal: async ({ way, key }) => {
      if (!replan.proposals.some((proposal) => proposal.way === way && proposal.key === key))
        throw stale('The plan has changed since this was proposed.')
      const was = replan
      desk.change(
        'accept a way out',
        ['plan'],
        () =>
          (replan = {
            behind_minutes: 0,
            has_ended: false,
            ahead_minutes: 0,
            without_room_minutes: 0,
            short_of_days: false,
            proposals: [],
          }),
        () => (replan = was),
      )
    },
  }
}
