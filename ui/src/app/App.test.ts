import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { commands } from '../bridge'
import { fake } from '../bridge/fake'
import App from './App.svelte'
import { go } from './place.svelte'

const user = userEvent.setup()
const inRail = async () => within(await screen.findByRole('navigation', { name: 'Rooms' }))

beforeEach(() => go({ room: 'today' }))
afterEach(() => {
  document.documentElement.removeAttribute('data-theme')
  localStorage.clear()
})

test('without_a_plan_the_first_run_is_shown_and_no_rail', async () => {
  fake.show('empty')
  render(App)
  await vi.waitFor(() => expect(screen.getByText(/Try it six weeks in/)).toBeVisible(), 5000)
  expect(screen.queryByRole('navigation', { name: 'Rooms' })).toBeNull()
})

test('the_rail_leads_to_each_room_and_says_where_one_is', async () => {
  render(App)
  const rail = await inRail()
  expect(rail.getByRole('button', { name: 'Today' })).toHaveAttribute('aria-current', 'page')
  for (const room of ['Week', 'Roadmap', 'Settings']) {
    await user.click(rail.getByRole('button', { name: room }))
    expect(rail.getByRole('button', { name: room })).toHaveAttribute('aria-current', 'page')
    await vi.waitFor(() => expect(screen.getByRole('main')).toHaveFocus(), 5000)
  }
})

test('the_plan’s_title_leads_to_the_roadmaps', async () => {
  render(App)
  const rail = await inRail()
  const plan = rail.getByRole('button', { name: /^Production ML Engineer/ })
  await user.click(plan)
  expect(plan).toHaveAttribute('aria-current', 'page')
  await vi.waitFor(() => expect(screen.getByRole('main', { name: 'Roadmaps' })).toHaveFocus(), 5000)
})

test('what_was_worked_is_reached_from_today_and_from_the_palette', async () => {
  render(App)
  await inRail()
  await user.click(await screen.findByRole('button', { name: 'Sessions' }))
  await vi.waitFor(() => expect(screen.getByRole('main', { name: 'Sessions' })).toHaveFocus(), 5000)
  go({ room: 'today' })
  await user.keyboard('{Control>}k{/Control}')
  await user.click(await screen.findByRole('option', { name: 'Sessions' }, { timeout: 5000 }))
  await screen.findByRole('main', { name: 'Sessions' })
})

test('letters_act_on_the_timer_and_n_leads_to_the_note_from_any_room', async () => {
  fake.show('plan', { timer: 'running' })
  render(App)
  await inRail()
  await user.keyboard('i+')
  await vi.waitFor(async () =>
    expect(await commands.get_timer()).toMatchObject({ interruptions: 1, planned_seconds: 1800 }),
  )
  go({ room: 'settings' })
  await screen.findByRole('main', { name: 'Settings' }, { timeout: 5000 })
  await user.keyboard('n')
  await vi.waitFor(() => expect(screen.getByLabelText('Note on this focus')).toHaveFocus(), 5000)
  expect(screen.getByLabelText('Note on this focus')).toHaveValue('')
  await user.keyboard('{Escape}f')
  await screen.findByRole('button', { name: 'Start break' })
})

test('where_every_roadmap_is_archived_the_first_run_leads_to_them_and_back_to_a_plan', async () => {
  fake.show('archived')
  render(App)
  await user.click(await screen.findByRole('button', { name: 'Your roadmaps' }, { timeout: 5000 }))
  const archived = await screen.findByRole('list', { name: 'Archived roadmaps' }, { timeout: 5000 })
  expect(screen.queryByRole('navigation', { name: 'Rooms' })).toBeNull()
  await user.click(within(archived).getAllByRole('button', { name: 'Take back' })[0]!)
  await inRail()
  expect(screen.getByRole('main', { name: 'Roadmaps' })).toBeVisible()
})

test('the_tray_and_notifications_can_ask_for_a_room', async () => {
  render(App)
  const rail = await inRail()
  fake.say('open', 'settings')
  await vi.waitFor(() =>
    expect(rail.getByRole('button', { name: 'Settings' })).toHaveAttribute('aria-current', 'page'),
  )
  fake.say('open', 'inbox')
  await screen.findByRole('heading', { name: 'Inbox' })
})

test('the_timer_stands_in_the_rail_while_another_room_is_shown', async () => {
  fake.show('plan', { timer: 'running' })
  render(App)
  const rail = await inRail()
  expect(rail.queryByRole('button', { name: /Open Today/ })).toBeNull()
  await user.click(rail.getByRole('button', { name: 'Settings' }))
  await user.click(await rail.findByRole('button', { name: /Open Today/ }))
  expect(rail.getByRole('button', { name: 'Today' })).toHaveAttribute('aria-current', 'page')
})

test('space_starts_the_timer_and_pauses_it', async () => {
  render(App)
  await screen.findByRole('timer')
  await user.keyboard(' ')
  await screen.findByRole('button', { name: 'Pause' })
  await user.keyboard(' ')
  await screen.findByRole('button', { name: 'Resume' })
})

test('undo_says_what_it_took_back', async () => {
  render(App)
  await inRail()
  const { settings } = await commands.get_frame()
  await commands.save_settings({ settings: { ...settings, theme: 'dark' } })
  await vi.waitFor(() => expect(document.documentElement.dataset.theme).toBe('dark'))
  await user.keyboard('{Control>}z{/Control}')
  await screen.findByText('Undone: change the settings')
  await vi.waitFor(() => expect(document.documentElement.dataset.theme).toBeUndefined())
})

test('a_word_on_undo_takes_the_place_of_the_one_before', async () => {
  render(App)
  await inRail()
  const { settings } = await commands.get_frame()
  await commands.save_settings({ settings: { ...settings, theme: 'dark' } })
  await user.keyboard('{Control>}z{/Control}')
  await screen.findByRole('button', { name: 'Redo' })
  await user.keyboard('{Control>}y{/Control}')
  await screen.findByText('Done again: change the settings')
  expect(screen.queryByRole('button', { name: 'Redo' })).toBeNull()
  await user.keyboard('{Control>}zz{/Control}')
  await screen.findByText('Nothing to undo')
  expect(screen.queryByRole('button', { name: /Undo|Redo/ })).toBeNull()
})

test('a_start_that_was_undone_can_be_done_again_by_key', async () => {
  fake.show('empty')
  render(App)
  const { source, proposal } = await commands.preview({
    source: { from: 'file', path: '/home/robin/plan.md' },
  })
  await commands.begin({ source, setup: proposal })
  await inRail()
  await user.keyboard('{Control>}z{/Control}')
  await vi.waitFor(() => expect(screen.queryByRole('navigation', { name: 'Rooms' })).toBeNull())
  await user.keyboard('{Control>}2{/Control}{Control>}{Shift>}z{/Shift}{/Control}')
  const rail = await inRail()
  expect(rail.getByRole('button', { name: 'Today' })).toHaveAttribute('aria-current', 'page')
})

test('on_the_first_run_the_palette_offers_what_can_be_done_without_a_plan', async () => {
  fake.show('empty')
  render(App)
  await vi.waitFor(() => expect(screen.getByText(/Try it six weeks in/)).toBeVisible(), 5000)
  await user.keyboard('{Control>}k{/Control}')
  await screen.findByText('Theme: dark', {}, { timeout: 5000 })
  expect(screen.queryByText('Open another roadmap')).toBeNull()
  await user.keyboard('{Escape}')
})

test('the_palette_finds_an_item_and_opens_it_in_the_roadmap', async () => {
  render(App)
  const rail = await inRail()
  await user.keyboard('{Control>}k{/Control}')
  const input = await screen.findByPlaceholderText('Find in the roadmap, or do', {}, { timeout: 5000 })
  await user.type(input, 'linear regression')
  await screen.findByText(/^Write linear regression/)
  await user.keyboard('{Enter}')
  await vi.waitFor(() =>
    expect(rail.getByRole('button', { name: 'Roadmap' })).toHaveAttribute('aria-current', 'page'),
  )
  expect(screen.queryByPlaceholderText('Find in the roadmap, or do')).toBeNull()
})

test('the_sample_history_is_marked_and_removed_in_one_click', async () => {
  fake.show('plan', { sample: true })
  render(App)
  await screen.findByText('Sample history.')
  await user.click(screen.getByRole('button', { name: 'Remove' }))
  await vi.waitFor(() => expect(screen.queryByRole('navigation', { name: 'Rooms' })).toBeNull())
})

test('while_a_file_is_held_over_the_window_it_says_what_dropping_does', async () => {
  render(App)
  await inRail()
  fake.say('file-over', true)
  expect(await screen.findByText('Drop to preview this roadmap')).toBeVisible()
  fake.say('file-over', false)
  await vi.waitFor(() => expect(screen.queryByText('Drop to preview this roadmap')).toBeNull())
})

test('a_file_dropped_on_the_window_is_previewed_beside_an_existing_plan', async () => {
  const preview = vi.spyOn(fake.commands, 'preview')
  render(App)
  await inRail()
  fake.say('offered-file', '/home/robin/plan.md')
  await vi.waitFor(
    () => expect(preview).toHaveBeenCalledWith({ source: { from: 'file', path: '/home/robin/plan.md' } }),
    5000,
  )
})

test('what_could_not_be_written_into_a_file_is_said_until_it_is_put_away_and_stays_in_the_inbox', async () => {
  fake.show('plan', { troubled: true })
  render(App)
  await inRail()
  const banner = await screen.findByRole('alert')
  expect(banner).toHaveTextContent(/^choir\.md may not be written/)
  await user.click(within(banner).getByRole('button', { name: 'Close' }))
  expect(screen.queryByRole('alert')).toBeNull()
  await user.click(screen.getByRole('button', { name: /^Inbox/ }))
  expect(await screen.findByText(/^choir\.md may not be written/)).toBeVisible()
})
