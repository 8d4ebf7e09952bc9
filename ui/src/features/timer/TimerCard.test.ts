import { render, screen } from '@testing-library/svelte'
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

test('a_running_timer_can_be_skipped_extended_and_stopped', async () => {
  await shown('running')
  await userEvent.click(await button('5 more minutes'))
  expect((await commands.get_timer()).planned_seconds).toBe(1800)
  await userEvent.click(await button('Skip'))
  expect((await commands.get_timer()).interval).toBe('short-break')
  await userEvent.click(await button('Stop'))
  await button('Start')
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
  const choices = screen.getAllByRole('button').map((one) => one.textContent?.trim())
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
