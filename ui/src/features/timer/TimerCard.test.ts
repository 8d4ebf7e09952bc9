import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { commands } from '../../bridge'
import { fake } from '../../bridge/fake'
import { habits } from '../../shared/format'
import Harness from './TimerCard.test.svelte'

async function shown(timer?: string) {
  if (timer) fake.show('plan', { timer })
  const { work, blocks, current } = await commands.get_today()
  const block = blocks.find((one) => one.key === current) ?? null
  render(Harness, { at: { offer: work, block, blocks } })
  await screen.findByRole('heading', { level: 2 })
}

const button = (name: string) => screen.findByRole('button', { name })

async function choose(rare: string) {
  await userEvent.click(await button('More'))
  await userEvent.click(await screen.findByRole('menuitem', { name: rare }))
}

afterEach(() => {
  habits.hours24 = true
  vi.useRealTimers()
})

test('an_idle_timer_offers_the_next_step_and_its_whole_length', async () => {
  await shown()
  expect(screen.getByRole('heading')).toHaveTextContent('Transfer learning from EfficientNet-B0')
  expect(screen.getByRole('timer')).toHaveTextContent('25:00')
  await userEvent.click(await button('Start'))
  expect(await button('Pause')).toBeVisible()
  expect((await commands.get_timer()).work?.title).toBe('Transfer learning from EfficientNet-B0')
})

test('a_paused_timer_goes_on_where_it_was', async () => {
  await shown('paused')
  expect(screen.getByRole('timer')).toHaveTextContent('12:48')
  await userEvent.click(await button('Resume'))
  await button('Pause')
  expect((await commands.get_timer()).state).toBe('running')
})

test('a_running_timer_can_be_extended_skipped_and_stopped', async () => {
  await shown('running')
  await userEvent.click(await button('5 more minutes'))
  expect((await commands.get_timer()).planned_seconds).toBe(1800)
  await choose('1 more minute')
  expect((await commands.get_timer()).planned_seconds).toBe(1860)
  await choose('Skip to the break')
  expect((await commands.get_timer()).interval).toBe('short-break')
  await userEvent.click(await button('Stop'))
  await button('Start')
})

test('a_focus_that_is_finished_early_counts_and_offers_its_break', async () => {
  await shown('running')
  await userEvent.click(await button('Finish'))
  await button('Start break')
  expect((await commands.get_timer()).round).toBe(2)
})

test('the_mode_is_chosen_while_idle_and_the_focus_begins_in_it', async () => {
  await shown()
  await userEvent.click(await button('Mode: Pomodoro'))
  await userEvent.click(await screen.findByRole('radio', { name: /Flowtime/ }))
  expect(screen.getByRole('timer')).toHaveTextContent('0:00')
  await userEvent.keyboard('{Escape}')
  await userEvent.click(await button('Start'))
  await button('Pause')
  expect(await commands.get_timer()).toMatchObject({ mode: { kind: 'flowtime' }, deadline: null })
  expect(screen.queryByRole('button', { name: '5 more minutes' })).toBeNull()
})

test('a_countdown_has_the_length_that_is_said_and_says_which_it_can_have', async () => {
  await shown()
  await userEvent.click(await button('Mode: Pomodoro'))
  await userEvent.click(await screen.findByRole('radio', { name: /Countdown/ }))
  const length = await screen.findByLabelText('Length of the countdown, in minutes')
  for (const bad of ['0', '10000']) {
    await userEvent.clear(length)
    await userEvent.type(length, bad)
    await userEvent.tab()
    expect(await screen.findByRole('alert')).toHaveTextContent('from 1 to 1440 min')
  }
  await userEvent.clear(length)
  await userEvent.type(length, '40')
  await userEvent.tab()
  expect(screen.queryByRole('alert')).toBeNull()
  expect((await commands.get_timer()).next_mode).toEqual({ kind: 'countdown', seconds: 2400 })
  expect(screen.getByRole('timer')).toHaveTextContent('40:00')
})

test('in_a_break_the_mode_is_that_of_the_next_focus', async () => {
  await shown('break')
  await userEvent.click(await button('Mode: Pomodoro'))
  await userEvent.click(await screen.findByRole('radio', { name: /Flowtime/ }))
  expect(await screen.findByText('After the break, in flowtime')).toBeVisible()
  expect(await commands.get_timer()).toMatchObject({
    mode: { kind: 'pomodoro' },
    next_mode: { kind: 'flowtime' },
  })
})

test('flowtime_counts_up_and_says_what_break_it_has_earned', async () => {
  await shown('flowtime')
  expect(screen.getByRole('timer')).toHaveTextContent(/^Flowtime.*23:0\d.*4.min break earned/)
  await userEvent.click(await button('Finish'))
  expect(await screen.findByText(/^Next: a break of 5.min$/)).toBeVisible()
})

test('after_a_countdown_comes_the_next_focus_and_no_break', async () => {
  await shown('countdown')
  await userEvent.click(await button('Finish'))
  await userEvent.click(await button('Start focus'))
  await button('Pause')
  expect(await commands.get_timer()).toMatchObject({ interval: 'focus', mode: { kind: 'countdown' } })
})

test('overtime_counts_on_until_it_is_finished', async () => {
  await shown('overtime')
  expect(screen.getByRole('timer')).toHaveTextContent(/Overtime\s*\+2:1\d\s*over the 25.min/)
  await userEvent.click(await button('Finish'))
  await button('Start break')
})

test('what_is_over_counts_on_where_overtime_is_wanted', async () => {
  await shown('running')
  const { settings } = await commands.get_frame()
  const timer = { ...settings.timer, overtime: true }
  await commands.save_settings({ settings: { ...settings, timer } })
  fake.endInterval()
  await vi.waitFor(() => expect(screen.getByRole('timer')).toHaveTextContent('+0:0'))
})

test('a_focus_is_stopped_with_a_reason_or_without', async () => {
  await shown('running')
  const stop = vi.spyOn(fake.commands, 'stop_timer')
  await choose('Stop with a reason…')
  await userEvent.type(await screen.findByLabelText('Why'), ' the door bell{Enter}')
  await button('Start')
  expect(stop).toHaveBeenCalledWith({ reason: 'the door bell' })
})

test('the_round_can_be_reset', async () => {
  await shown('running')
  await choose('Reset the round (1 of 4)')
  await vi.waitFor(async () => expect((await commands.get_timer()).round).toBe(0))
})

test('the_work_of_a_running_focus_can_be_changed', async () => {
  await shown('running')
  await userEvent.click(await button('Change'))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Export to ONNX' }))
  await vi.waitFor(() => expect(screen.getByRole('heading')).toHaveTextContent('Export to ONNX'))
  expect(await commands.get_timer()).toMatchObject({ state: 'running', work: { title: 'Export to ONNX' } })
})

test('an_interruption_is_counted_by_its_button', async () => {
  await shown('running')
  await userEvent.click(await button('Count an interruption: 0 so far'))
  await userEvent.click(await button('Count an interruption: 1 so far'))
  expect((await commands.get_timer()).interruptions).toBe(2)
})

test('a_note_keeps_itself_once_the_field_is_left', async () => {
  await shown('running')
  await userEvent.type(await screen.findByLabelText('Note on this focus'), 'slow reader')
  expect((await commands.get_timer()).note).toBeNull()
  await userEvent.tab()
  expect((await commands.get_timer()).note).toBe('slow reader')
})

test('a_note_stays_with_the_focus_that_it_was_begun_of_when_its_break_begins_by_itself', async () => {
  await shown('running')
  const { settings } = await commands.get_frame()
  const timer = { ...settings.timer, starts_breaks: true }
  await commands.save_settings({ settings: { ...settings, timer } })
  const { session } = await commands.get_timer()
  await userEvent.type(await screen.findByLabelText('Note on this focus'), 'slow')
  fake.endInterval()
  const field = await screen.findByLabelText('Note on the focus before')
  expect(field).toHaveValue('slow')
  await userEvent.type(field, ' reader')
  await userEvent.tab()
  expect(await commands.get_timer()).toMatchObject({ interval: 'short-break', session, note: 'slow reader' })
})

test('the_end_of_a_focus_offers_its_break', async () => {
  await shown('ended')
  expect(screen.getByRole('timer')).toHaveTextContent('Focus is over')
  expect(screen.getByText(/^Next: a break of 5.min$/)).toBeVisible()
  await userEvent.click(await button('Start break'))
  expect(await screen.findByText('Short break')).toBeVisible()
})

test('a_break_shows_what_comes_after_it_and_can_be_cut_short', async () => {
  await shown('break')
  const { work } = await commands.get_today()
  await commands.set_done({ item: work!.step!.item, done: true })
  const start = vi.spyOn(fake.commands, 'start_timer')
  await userEvent.click(await button('Skip'))
  expect(start).toHaveBeenCalledWith({ work: null })
  expect((await commands.get_timer()).interval).toBe('focus')
})

test('an_absence_is_asked_about_and_trimmed_first', async () => {
  await shown('away')
  const question = within(screen.getByRole('group', { name: 'You were away' }))
  const choices = question.getAllByRole('button').map((one) => one.textContent?.trim())
  expect(choices).toEqual(['Trim', 'Keep', 'Count as break', 'Discard'])
  const resolve = vi.spyOn(fake.commands, 'resolve_absence')
  await userEvent.click(await button('Trim'))
  expect(resolve).toHaveBeenCalledWith({ choice: 'trim-to-last-seen' })
})

test('other_work_can_be_chosen_before_the_start', async () => {
  await shown()
  await userEvent.click(await button('Change'))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Export to ONNX' }))
  expect(screen.getByRole('heading')).toHaveTextContent('Export to ONNX')
  await userEvent.click(await button('Start'))
  await button('Pause')
  expect((await commands.get_timer()).work?.title).toBe('Export to ONNX')
})

test('what_is_left_follows_the_deadline_and_not_the_count_of_ticks', async () => {
  await shown('running')
  const left = Date.parse((await commands.get_timer()).deadline!) - Date.now()
  vi.useFakeTimers({ now: Date.now() })
  // The window was hidden for ten minutes, without a single tick.
  vi.setSystemTime(Date.now() + 10 * 60_000)
  document.dispatchEvent(new Event('visibilitychange'))
  await vi.waitFor(() => expect(screen.getByRole('timer').textContent).toMatch(/2:4\d/))
  expect(left).toBeGreaterThan(0)
})

test('any_open_step_can_be_found_and_focused_on', async () => {
  const user = userEvent.setup()
  await shown()
  await user.click(await button('Change'))
  await user.click(await screen.findByRole('menuitem', { name: 'Something else…' }))
  const input = await screen.findByPlaceholderText('Find a step, or type what you will do')
  await user.type(input, 'tax return')
  await user.click(await screen.findByRole('option', { name: 'tax return' }))
  expect(await screen.findByRole('heading', { level: 2 })).toHaveTextContent('tax return')
  await user.click(await button('Start'))
  expect((await commands.get_timer()).work).toMatchObject({ activity: null, title: 'tax return' })
})
