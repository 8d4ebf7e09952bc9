import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { commands } from '../../../bridge'
import { fake } from '../../../bridge/fake'
import Roadmap from '../Roadmap.svelte'

const user = userEvent.setup()

// A whole roadmap is on the page, and finding things by their role looks at all of it.
vi.setConfig({ testTimeout: 20_000 })

beforeEach(() => {
  vi.restoreAllMocks()
  localStorage.clear()
})

async function show(document: string | null) {
  fake.show('plan', { document })
  render(Roadmap, {})
  await user.click(await screen.findByRole('radio', { name: 'Document' }))
  return within(await screen.findByRole('region', { name: 'The document’s file' }))
}

const change = () => screen.findByText('plan.md has changed outside Waymark.')

test('the_bar_names_the_file_and_says_how_it_stands', async () => {
  const bar = await show('as-read')
  expect(bar.getByText('plan.md')).toBeVisible()
  expect(bar.getByText('as it was read')).toBeVisible()
  expect(screen.queryByText(/has changed outside/)).toBeNull()
})

test('what_comes_with_waymark_can_be_read_again_and_is_never_written', async () => {
  const bar = await show(null)
  expect(bar.getByText(/^comes with Waymark/)).toBeVisible()
  expect(bar.queryByRole('switch')).toBeNull()
  expect(bar.getByRole('button', { name: 'Read again…' })).toBeEnabled()
})

test('a_change_outside_shows_in_every_view_and_is_looked_for_when_the_window_has_the_focus_again', async () => {
  await show('as-read')
  const view = await commands.get_document()
  vi.spyOn(fake.commands, 'get_document').mockResolvedValue({ ...view, state: { is: 'changed' } })
  window.dispatchEvent(new Event('focus'))
  await change()
  await user.click(screen.getByRole('radio', { name: 'Timeline' }))
  expect(await change()).toBeVisible()
})

test('what_changed_is_shown_by_stage_with_its_counts_and_taken_over_with_undo', async () => {
  await show('changed')
  await change()
  await user.click(screen.getByRole('button', { name: 'See what changed' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Read again' }))
  expect(await dialog.findByText(/^plan.md: 5 added, 4 removed, 1 renamed, 2 moved/)).toBeVisible()
  const week = within(dialog.getByRole('region', { name: /^Weeks 6–7/ }))
  expect(week.getByText('removed; what you recorded is kept, should it come back')).toBeVisible()
  expect(week.getByText('hours: 15 h → 12 h')).toBeVisible()
  const taken = vi.spyOn(fake.commands, 'read_again')
  await user.click(dialog.getByRole('button', { name: 'Take over' }))
  expect(taken).toHaveBeenCalledWith({ path: null, key: 'plan.md-1' })
  await waitFor(() => expect(screen.queryByText(/has changed outside/)).toBeNull())
  expect(screen.queryByRole('dialog')).toBeNull()
  await commands.undo()
  await change()
})

test('not_now_leaves_everything_as_it_is', async () => {
  await show('changed')
  const taken = vi.spyOn(fake.commands, 'read_again')
  await user.click(await screen.findByRole('button', { name: 'See what changed' }))
  await user.click(await screen.findByRole('button', { name: 'Not now' }))
  expect(taken).not.toHaveBeenCalled()
  expect(await change()).toBeVisible()
})

test('nothing_different_says_so', async () => {
  const bar = await show('as-read')
  await user.click(bar.getByRole('button', { name: 'Read again…' }))
  expect(await screen.findByText(/nothing is different/)).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Take over' })).toBeNull()
})

test('a_file_that_is_only_written_otherwise_can_still_be_taken_over', async () => {
  await show('changed')
  const comparison = { key: 'k', file_name: 'plan.md', title: null, differences: [] }
  vi.spyOn(fake.commands, 'compare_document').mockResolvedValue(comparison)
  await user.click(await screen.findByRole('button', { name: 'See what changed' }))
  await screen.findByText('Nothing that plan.md says is different, only how it is written.')
  await user.click(screen.getByRole('button', { name: 'Take over' }))
  await waitFor(() => expect(screen.queryByText(/has changed outside/)).toBeNull())
})

test('a_take_over_that_is_refused_says_why_and_compares_anew', async () => {
  await show('changed')
  await user.click(await screen.findByRole('button', { name: 'See what changed' }))
  const compare = vi.spyOn(fake.commands, 'compare_document')
  vi.spyOn(fake.commands, 'read_again').mockRejectedValueOnce({
    code: 'stale',
    message: 'plan.md has changed once more.',
  })
  await user.click(await screen.findByRole('button', { name: 'Take over' }))
  const dialog = within(screen.getByRole('dialog'))
  expect(await dialog.findByRole('alert')).toHaveTextContent('plan.md has changed once more.')
  expect(compare).toHaveBeenCalledOnce()
  expect(dialog.getByRole('button', { name: 'Take over' })).toBeEnabled()
})

test('a_file_that_is_elsewhere_now_is_chosen_and_compared', async () => {
  const bar = await show('unreadable')
  expect(bar.getByText(/^cannot be read: it is not at/)).toBeVisible()
  await user.click(bar.getByRole('button', { name: 'Read again…' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Read again' }))
  expect(await dialog.findByRole('alert')).toHaveTextContent(/^plan.md can’t be read/)
  await user.click(dialog.getByRole('button', { name: 'Choose the file…' }))
  await user.click(await dialog.findByRole('button', { name: 'Take over' }))
  expect(await bar.findByText('small.md')).toBeVisible()
  expect(bar.getByText('as it was read')).toBeVisible()
})

test('ticks_are_written_only_after_it_was_said_what_that_means_and_that_once', async () => {
  const bar = await show('as-read')
  const toggle = () => bar.getByRole('switch', { name: 'Write ticks into the file' })
  await user.click(toggle())
  const dialog = within(await screen.findByRole('dialog', { name: 'Write ticks into the file?' }))
  expect(dialog.getByText(/^Only the one character between a box’s brackets changes/)).toBeVisible()
  await user.click(dialog.getByRole('button', { name: 'Cancel' }))
  expect(toggle()).not.toBeChecked()
  await user.click(toggle())
  await user.click(await screen.findByRole('button', { name: 'Write ticks' }))
  await waitFor(() => expect(toggle()).toBeChecked())
  await user.click(toggle())
  await waitFor(() => expect(toggle()).not.toBeChecked())
  await user.click(toggle())
  await waitFor(() => expect(toggle()).toBeChecked())
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('progress_is_written_into_a_chosen_file_until_it_is_stopped', async () => {
  const bar = await show('as-read')
  await user.click(bar.getByRole('button', { name: 'Progress section…' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Progress section' }))
  expect(dialog.getByText(/waymark:progress/)).toBeVisible()
  expect(dialog.getByRole('switch', { name: 'Keep it fresh' })).toBeDisabled()
  await user.click(dialog.getByRole('button', { name: 'File' }))
  expect(await dialog.findByText('/home/robin/plans/README.md')).toBeVisible()
  await user.click(dialog.getByRole('switch', { name: 'Keep it fresh' }))
  await waitFor(async () => expect((await commands.get_document()).progress_fresh).toBe(true))
  await user.click(dialog.getByRole('button', { name: 'Write now' }))
  expect(await dialog.findByText('Written into README.md.')).toBeVisible()
  await user.click(dialog.getByRole('button', { name: 'Stop' }))
  expect(await dialog.findByText('No file is chosen.')).toBeVisible()
  expect((await commands.get_document()).progress_file).toBeNull()
})

test('a_file_that_is_refused_says_why_in_the_dialog', async () => {
  const bar = await show('as-read')
  vi.spyOn(fake.commands, 'pick_progress_file').mockResolvedValue('/home/robin/unpaired.md')
  await user.click(bar.getByRole('button', { name: 'Progress section…' }))
  await user.click(await screen.findByRole('button', { name: 'File' }))
  expect(await screen.findByRole('alert')).toHaveTextContent(/^unpaired.md begins a progress section/)
})
