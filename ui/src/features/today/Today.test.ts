import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { beforeEach, expect, test, vi } from 'vitest'
import { commands } from '../../bridge'
import { fake } from '../../bridge/fake'
import { habits } from '../../shared/format'
import Harness from './Today.test.svelte'

const go = vi.fn()

beforeEach(() => {
  habits.locale = 'en-GB'
  go.mockClear()
})

async function shown() {
  const { container } = render(Harness, { go })
  await screen.findByRole('region', { name: 'Now' })
  return container
}

const timer = () => screen.queryByRole('region', { name: 'Timer' })

test('the_verdict_is_one_sentence_and_opens_its_reasons', async () => {
  await shown()
  const sentence = screen.getByRole('button', { name: 'On pace: week 12 ends 10 January' })
  expect(screen.getByText(/Nothing is late before the week is over/)).not.toBeVisible()
  await userEvent.click(sentence)
  expect(screen.getByText(/Nothing is late before the week is over/)).toBeVisible()
})

test('escape_closes_the_reasons_from_the_ways_out_and_keeps_the_focus', async () => {
  fake.show('behind')
  await shown()
  const sentence = document.querySelector<HTMLElement>('[aria-expanded][aria-controls]')!
  await userEvent.click(sentence)
  const middle = within(screen.getByRole('region', { name: 'Now' }))
  middle.getAllByRole('button', { name: 'See the ways out' }).at(0)!.focus()
  await userEvent.keyboard('{Escape}')
  expect(sentence).toHaveAttribute('aria-expanded', 'false')
  expect(sentence).toHaveFocus()
})

test('a_week_that_ended_behind_is_said_with_its_ways_out', async () => {
  fake.show('behind')
  await shown()
  const week = within(screen.getByRole('group', { name: 'The week before' }))
  expect(week.getByText(/^Week 5 ended 6.h behind$/)).toBeVisible()
  await userEvent.click(week.getByRole('button', { name: 'See the ways out' }))
  expect(go).toHaveBeenCalledWith({ room: 'replan' })
})

test('a_week_is_left_as_it_is_and_that_is_taken_back', async () => {
  fake.show('behind')
  await shown()
  await userEvent.click(screen.getByRole('button', { name: 'Leave it as it is' }))
  await waitFor(() => expect(screen.queryByRole('group', { name: 'The week before' })).toBeNull())
  await commands.undo()
  expect(await screen.findByRole('group', { name: 'The week before' })).toBeVisible()
})

test('the_day_shows_its_blocks_and_marks_the_current_one', async () => {
  await shown()
  const day = within(screen.getByRole('region', { name: 'The day’s blocks' }))
  expect(day.getAllByRole('button')).toHaveLength(9)
  const current = document.querySelector('[aria-current="time"]')
  expect(current).toHaveAccessibleName(/^Wednesday 9:00 to 12:00, hands-on, Transfer learning/)
})

test('the_days_blocks_are_one_tab_stop_with_arrows', async () => {
  await shown()
  const blocks = [...document.querySelectorAll<HTMLElement>('[data-block]')]
  expect(blocks.filter((one) => one.tabIndex === 0)).toHaveLength(1)
  blocks.find((one) => one.tabIndex === 0)!.focus()
  await userEvent.keyboard('{ArrowDown}')
  await waitFor(() => expect(document.activeElement).toHaveAccessibleName(/Lunch and a walk/))
})

test('a_block_opens_its_day_in_the_week', async () => {
  await shown()
  await userEvent.click(screen.getByRole('button', { name: /^Wednesday 15:00 to 16:00/ }))
  expect(go).toHaveBeenCalledWith({ room: 'week', day: '2026-11-25' })
})

test('the_timer_gets_the_work_of_the_current_block', async () => {
  await shown()
  expect(timer()).toHaveTextContent('Transfer learning from EfficientNet-B0')
  expect(timer()).toHaveTextContent('Deep work')
})

test('a_ticked_step_stays_ticked_and_the_next_one_is_offered', async () => {
  await shown()
  const steps = within(screen.getByRole('list', { name: 'Steps' }))
  await userEvent.click(steps.getByRole('checkbox', { name: 'Transfer learning from EfficientNet-B0' }))
  await waitFor(() => expect(timer()?.querySelector('h2')).toHaveTextContent('Mixed-precision training'))
  expect(steps.getByRole('checkbox', { name: 'Transfer learning from EfficientNet-B0' })).toBeChecked()
  await commands.undo()
  await waitFor(() => expect(timer()?.querySelector('h2')).toHaveTextContent('Transfer learning'))
})

test('when_a_focus_ends_its_step_can_be_ticked_and_the_next_is_named', async () => {
  fake.show('plan', { timer: 'ended' })
  await shown()
  expect(await screen.findByText(/Done with it\? Tick it: next is “Mixed-precision training”/)).toBeVisible()
})

test('a_checkpoint_item_can_be_ticked_and_says_when_it_is_due', async () => {
  await shown()
  const checkpoint = within(screen.getByRole('list', { name: 'Checkpoint' }))
  const item = checkpoint.getByRole('checkbox', { name: 'The blog post is out' })
  await userEvent.click(item)
  await waitFor(() => expect(item).toBeChecked())
  expect(screen.getByText(/^by Sun,? 6 Dec$/)).toBeVisible()
})

test('this_weeks_hours_lead_to_the_week', async () => {
  await shown()
  expect(screen.getByRole('list', { name: 'Hours this week' })).toHaveTextContent('Hands-on')
  await userEvent.click(screen.getByRole('button', { name: 'Open week' }))
  expect(go).toHaveBeenCalledWith({ room: 'week' })
})

test('before_the_start_the_first_steps_stand_in_the_middle', async () => {
  fake.show('before-start')
  await shown()
  expect(screen.getByRole('button', { name: 'Starts Monday 30 November' })).toBeVisible()
  const middle = within(screen.getByRole('region', { name: 'Now' }))
  const first = middle.getByRole('checkbox', { name: 'Make a repository for your work' })
  await userEvent.click(first)
  await waitFor(() => expect(first).toBeChecked())
  expect(middle.getByText('2 to do')).toBeVisible()
  expect(timer()).toHaveTextContent('Start a focus anyway?')
})

test('a_rest_day_has_no_ring_and_one_line', async () => {
  fake.show('rest')
  await shown()
  expect(screen.getByText('Rest day. It keeps your days in a row.')).toBeVisible()
  await waitFor(() => expect(timer()).toBeNull())
  await userEvent.click(screen.getByRole('button', { name: 'Start a focus anyway' }))
  await waitFor(() => expect(timer()).not.toBeNull())
})

test('a_day_off_says_what_it_is_for', async () => {
  fake.show('rest')
  const today = await commands.get_today()
  const { date } = today.now
  const off = [{ id: 1, from: date, to: date, relief: 'off' as const, title: 'Vacation' }]
  vi.spyOn(fake.commands, 'get_today').mockResolvedValue({ ...today, relief: 'off', off })
  await shown()
  expect(screen.getByText('Vacation. It keeps your days in a row.')).toBeVisible()
  expect(screen.getByText('Vacation')).toBeVisible()
})

test('a_rest_day_names_the_review_that_it_holds', async () => {
  fake.show('rest')
  const today = await commands.get_today()
  const { blocks } = (await commands.get_week({ day: today.now.date })).days[0]!
  const review = { ...blocks[0]!, date: today.now.date, title: 'Weekly review', start: 1020, end: 1080 }
  vi.spyOn(fake.commands, 'get_today').mockResolvedValue({ ...today, blocks: [review] })
  await shown()
  expect(screen.getByText(/^Rest day, but for “Weekly review” at (17:00|5:00.pm)\.$/)).toBeVisible()
})

test('a_failed_reading_says_what_happened_and_is_tried_again', async () => {
  const failing = vi.spyOn(fake.commands, 'get_today').mockRejectedValueOnce({
    code: 'store',
    message: 'The data file can’t be read: /data/waymark.db. Close what else uses it.',
  })
  render(Harness, { go })
  expect(await screen.findByText(/The data file can’t be read/)).toBeVisible()
  failing.mockRestore()
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await screen.findByRole('region', { name: 'Now' })
})

test('today_has_nothing_that_assistive_tools_stumble_over', async () => {
  const container = await shown()
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
  expect(violations.map((one) => one.help)).toEqual([])
})

test('a_block_that_is_wholly_busy_says_so_and_is_not_next', async () => {
  await commands.add_calendar({ path: '/home/robin/private.ics' })
  await shown()
  const day = within(screen.getByRole('region', { name: 'The day’s blocks' }))
  expect(day.getByText('Busy 15:00 to 16:00, Call')).toBeInTheDocument()
  expect(day.getByRole('button', { name: /^Wednesday 15:00 to 16:00.* busy \(Call\)/ })).toBeVisible()
  const next = within(screen.getByRole('list', { name: 'Next blocks' }))
  expect(next.queryByText('15:00')).toBeNull()
  expect(next.getByText('16:00')).toBeVisible()
  await commands.undo()
})
