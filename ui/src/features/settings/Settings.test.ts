import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { commands } from '../../bridge'
import { fake } from '../../bridge/fake'
import Settings from './Settings.svelte'

async function shown() {
  const frame = await commands.get_frame()
  const go = vi.fn()
  render(Settings, { frame, go })
  await screen.findByText(/weeks? at/)
  return go
}

test('a_changed_setting_is_saved_with_all_others_as_they_are', async () => {
  const before = (await commands.get_frame()).settings
  await shown()
  await userEvent.click(screen.getByRole('radio', { name: 'Dark' }))
  expect((await commands.get_frame()).settings).toEqual({ ...before, theme: 'dark' })
})

test('starting_at_login_is_as_the_system_has_it_and_says_why_it_is_not_set', async () => {
  await shown()
  const login = await screen.findByRole('switch', { name: 'Start at login' })
  expect(login).not.toBeChecked()
  await userEvent.click(login)
  await vi.waitFor(() => expect(login).toBeChecked())
  const message = 'Starting at login is still on: the folder is read-only.'
  const set = vi.spyOn(fake.commands, 'set_autostart').mockRejectedValueOnce({ code: 'file', message })
  await userEvent.click(login)
  expect(await screen.findByText(message)).toBeVisible()
  expect(login).toBeChecked()
  set.mockRestore()
})

test('lengths_are_set_in_minutes_and_nonsense_goes_back_and_is_told', async () => {
  await shown()
  const focus = screen.getByLabelText('Focus')
  await userEvent.clear(focus)
  await userEvent.type(focus, '50{Enter}')
  await userEvent.tab()
  expect((await commands.get_frame()).settings.timer.focus_seconds).toBe(3000)
  const short = screen.getByLabelText<HTMLInputElement>('Short break')
  await userEvent.clear(short)
  await userEvent.type(short, '0{Enter}')
  await userEvent.tab()
  expect(short.value).toBe('5')
  expect(screen.getByText('It takes a number from 1 to 1440 min, and stays at 5.')).toBeVisible()
})

test('being_asked_when_nobody_was_there_is_off_and_begins_with_five_minutes', async () => {
  const frame = await commands.get_frame()
  const { rerender } = render(Settings, { frame, go: vi.fn() })
  const ask = await screen.findByRole('switch', { name: 'Ask when nobody was there' })
  expect(ask).not.toBeChecked()
  expect(screen.queryByLabelText('After')).toBeNull()
  await userEvent.click(ask)
  expect((await commands.get_frame()).settings.idle_minutes).toBe(5)
  await rerender({ frame: await commands.get_frame() })
  const after = screen.getByLabelText<HTMLInputElement>('After')
  await userEvent.clear(after)
  await userEvent.type(after, '2{Enter}')
  await userEvent.tab()
  expect(await screen.findByText('It takes a number from 3 to 120 min, and stays at 5.')).toBeVisible()
  await userEvent.click(ask)
  expect((await commands.get_frame()).settings.idle_minutes).toBeNull()
})

test('where_the_system_does_not_tell_whether_somebody_is_there_it_says_so_and_cannot_be_turned_on', async () => {
  const no_idle = 'This desktop does not tell.'
  const told = vi.spyOn(fake.commands, 'get_surroundings').mockResolvedValue({ no_idle, no_silence: null })
  await shown()
  expect(await screen.findByText(no_idle)).toBeVisible()
  expect(screen.getByRole('switch', { name: 'Ask when nobody was there' })).toBeDisabled()
  told.mockRestore()
})

test('how_the_timer_goes_on_is_set_and_a_share_that_is_none_goes_back', async () => {
  const before = (await commands.get_frame()).settings
  await shown()
  await userEvent.click(screen.getByLabelText('Overtime'))
  expect((await commands.get_frame()).settings.timer).toEqual({ ...before.timer, overtime: true })
  const share = screen.getByLabelText<HTMLInputElement>('Break after flowtime')
  await userEvent.clear(share)
  await userEvent.type(share, '10000{Enter}')
  await userEvent.tab()
  expect(share.value).toBe('20')
  expect(screen.getByText('It takes a number from 1 to 100 %, and stays at 20.')).toBeVisible()
})

test('when_days_end_is_chosen_by_the_quarter_of_an_hour_and_says_what_it_means', async () => {
  const frame = await commands.get_frame()
  const { rerender } = render(Settings, { frame, go: vi.fn() })
  const days = within(screen.getByRole('region', { name: 'Days and weeks' }))
  expect(days.getByLabelText('Weeks start on')).toBeVisible()
  const ends = days.getByLabelText<HTMLSelectElement>('Days end at')
  const chosen = () => ends.options[ends.selectedIndex]?.text
  const about = () => document.getElementById(ends.getAttribute('aria-describedby') ?? '')?.textContent
  expect(chosen()).toBe('4:00')
  expect(about()).toBe('Work between midnight and 4:00 counts for the evening before.')
  expect([ends.options.length, ends.options[0]?.text, ends.options[24]?.text]).toEqual([25, '0:00', '6:00'])
  await userEvent.selectOptions(ends, '0:00')
  const after = await commands.get_frame()
  expect(after.settings).toEqual({ ...frame.settings, day_boundary: 0 })
  await rerender({ frame: after })
  expect(chosen()).toBe('0:00')
  expect(about()).toBe('Work after midnight counts for the new day.')
})

test('a_slower_pace_moves_the_end_before_it_is_applied', async () => {
  await shown()
  await userEvent.click(screen.getByRole('radio', { name: 'Hours a week' }))
  await screen.findByText(/23 weeks at 20.h a week, to/)
  expect((await commands.get_terms()).setup.pace).toEqual({ kind: 'as-written' })
  await userEvent.click(screen.getByRole('button', { name: 'Change the plan' }))
  await vi.waitFor(async () =>
    expect((await commands.get_terms()).setup.pace).toEqual({ kind: 'hours', per_week_minutes: 1200 }),
  )
})

test('a_share_kept_free_moves_the_end_before_it_is_applied', async () => {
  await shown()
  await userEvent.click(screen.getByRole('radio', { name: 'Hours a week' }))
  await screen.findByText(/23 weeks at 20.h a week, to/)
  await userEvent.click(screen.getByRole('radio', { name: '20 %' }))
  await screen.findByText(/29 weeks at 20.h a week, 20 % of it kept free, to .*; now it is/)
  expect((await commands.get_terms()).setup.buffer).toBe(0)
  await userEvent.click(screen.getByRole('button', { name: 'Change the plan' }))
  await vi.waitFor(async () => expect((await commands.get_terms()).setup.buffer).toBe(20))
})

test('the_first_day_is_chosen_from_a_calendar', async () => {
  await shown()
  await userEvent.click(screen.getByRole('button', { name: /First day/ }))
  await userEvent.click(await screen.findByRole('button', { name: 'Monday October 26, 2026' }))
  await userEvent.click(screen.getByRole('button', { name: 'Change the plan' }))
  await vi.waitFor(async () => expect((await commands.get_terms()).setup.start).toBe('2026-10-26'))
})

test('what_does_not_work_on_this_machine_is_said_where_it_is_set', async () => {
  fake.show('plan', { troubled: true })
  await shown()
  expect(screen.getByText(/No notification service answers/)).toBeVisible()
  expect(screen.getByText(/closing the window quits/)).toBeVisible()
})

test('another_roadmap_can_be_opened', async () => {
  const go = await shown()
  await userEvent.click(screen.getByRole('button', { name: 'Open another roadmap' }))
  expect(go).toHaveBeenCalledWith({ room: 'first-run' })
})

test('what_is_considered_is_still_there_after_a_look_elsewhere', async () => {
  const { unmount } = render(Settings, { frame: await commands.get_frame(), go: vi.fn() })
  await screen.findByText(/weeks? at/)
  await userEvent.click(screen.getByRole('radio', { name: 'Hours a week' }))
  await screen.findByText(/^Not in force yet/)
  unmount()
  await shown()
  expect(screen.getByText(/^Not in force yet/)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(screen.queryByText(/^Not in force yet/)).toBeNull()
})

test('another_template_says_that_it_takes_over_today_once_the_plan_has_begun', async () => {
  await shown()
  const words = 'It takes over today. The days before stay as they were.'
  expect(screen.queryByText(words)).toBeNull()
  await userEvent.selectOptions(
    screen.getByLabelText('Week template'),
    screen.getByRole('option', { name: /^Part-time/ }),
  )
  expect(screen.getByText(words)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: /First day/ }))
  await userEvent.click(await screen.findByRole('button', { name: 'Monday October 26, 2026' }))
  expect(screen.queryByText(words)).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
})
