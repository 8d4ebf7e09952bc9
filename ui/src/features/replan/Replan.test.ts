import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { Toaster } from 'svelte-sonner'
import { beforeEach, expect, test, vi } from 'vitest'
import { commands } from '../../bridge'
import { habits } from '../../shared/format'
import Replan from './Replan.svelte'

const go = vi.fn()

beforeEach(() => {
  habits.locale = 'en-GB'
  go.mockClear()
})

async function card(name: string) {
  return within(await screen.findByRole('region', { name }))
}

test('the_ways_out_stand_side_by_side_with_their_ends', async () => {
  render(Replan, { go })
  expect(await screen.findByText(/^Finished weeks left 40\sh open\.$/)).toBeVisible()
  expect((await card('Push the dates')).getByText(/, a week later$/)).toBeVisible()
  expect((await card('Keep the dates')).getByText(/, as now$/)).toBeVisible()
  expect((await card('Use the room there is')).getByText(/still find no time/)).toBeVisible()
})

test('each_load_can_be_read_as_a_table', async () => {
  render(Replan, { go })
  const keep = await card('Keep the dates')
  await userEvent.click(keep.getByText('Hours of each week'))
  expect(keep.getByRole('table', { name: /Hours of each week/ })).toBeVisible()
  expect(keep.getByText('7 weeks ask for more than the blocks hold.')).toBeVisible()
  const { violations } = await axe.run(document.body)
  expect(violations.map((violation) => violation.id)).toEqual([])
})

test('one_is_taken_and_undo_brings_all_back', async () => {
  render(Toaster)
  render(Replan, { go })
  await userEvent.click(await screen.findByRole('button', { name: 'Take it: Push the dates' }))
  expect(go).toHaveBeenCalledWith({ room: 'week' })
  expect(await screen.findByText(/^Push the dates: done\. Ends .+, a week later\.$/)).toBeVisible()
  expect(await screen.findByText('The plan holds.')).toBeVisible()
  await commands.undo()
  expect(await screen.findByRole('button', { name: 'Take it: Push the dates' })).toBeVisible()
})
