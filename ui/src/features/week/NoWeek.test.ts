import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { commands } from '../../bridge'
import { fake } from '../../bridge/fake'
import { replanOf } from '../../bridge/fake/replan'
import { habits } from '../../shared/format'
import NoWeek from './NoWeek.svelte'

const onshow = vi.fn()
const onreplan = vi.fn()

beforeEach(() => {
  habits.locale = 'en-GB'
  vi.clearAllMocks()
})
afterEach(() => vi.restoreAllMocks())

/** The empty week that begins at `from`, of a plan from 30 November to 20 December 2026, seen from `today`. */
async function empty(from: string, today: string) {
  const frame = await commands.get_frame()
  const plan = { ...frame.plan!, start: '2026-11-30', last_day: '2026-12-20' }
  vi.spyOn(fake.commands, 'get_frame').mockResolvedValue({ ...frame, plan })
  const replan = vi.spyOn(fake.commands, 'get_replan').mockResolvedValue(replanOf(today))
  const week = await commands.get_week({ day: from })
  const now = { ...week.now, date: today }
  render(NoWeek, { week: { ...week, from, now }, onshow, onreplan })
  return replan
}

test('a_week_after_a_plan_that_is_over_shows_the_ways_out_and_the_last_week', async () => {
  await empty('2026-12-21', '2026-12-23')
  await userEvent.click(await screen.findByRole('button', { name: 'See the ways out' }))
  expect(onreplan).toHaveBeenCalledOnce()
  await userEvent.click(screen.getByRole('button', { name: 'Show the last week' }))
  expect(onshow).toHaveBeenCalledWith('2026-12-20')
})

test('ways_out_are_only_asked_for_where_they_are_shown', async () => {
  const ahead = await empty('2026-12-21', '2026-12-02')
  await userEvent.click(await screen.findByRole('button', { name: 'Show the last week' }))
  expect(screen.queryByRole('button', { name: 'See the ways out' })).toBeNull()
  const before = await empty('2026-11-23', '2026-12-23')
  await userEvent.click(await screen.findByRole('button', { name: 'Show the first week' }))
  expect(ahead).not.toHaveBeenCalled()
  expect(before).not.toHaveBeenCalled()
})
