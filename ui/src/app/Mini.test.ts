import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { afterEach, expect, test, vi } from 'vitest'
import { commands } from '../bridge'
import { fake } from '../bridge/fake'
import Mini from './Mini.svelte'

async function shown(timer?: string) {
  fake.show('plan', timer ? { timer } : {})
  const { container } = render(Mini)
  await screen.findByRole('main')
  await vi.waitFor(() => expect(container.textContent?.trim()).not.toBe(''))
  return container
}

/** The buttons of the timer, from the left. */
const deeds = () =>
  screen
    .getAllByRole('button')
    .map((button) => button.getAttribute('aria-label') ?? button.textContent?.trim())
    .slice(0, -2)

afterEach(() => vi.restoreAllMocks())

test.each([
  [undefined, ['Start']],
  ['running', ['Pause', 'Finish', 'Skip to the break', 'Stop']],
  ['paused', ['Resume', 'Finish', 'Skip to the break', 'Stop']],
  ['break', ['Pause', 'Skip the break', 'Stop']],
  ['ended', ['Start break', 'Skip the break', 'Stop']],
  ['overtime', ['Finish', 'Stop']],
  ['countdown', ['Pause', 'Finish', 'Stop']],
  ['away', ['Open Waymark']],
])('where_the_timer_is_%s_it_offers_what_fits', async (timer, offered) => {
  await shown(timer)
  expect(deeds()).toEqual(offered)
})

test('it_shows_what_is_left_and_the_work', async () => {
  await shown('paused')
  expect(screen.getByRole('timer')).toHaveTextContent(/12:48.*Paused/)
  expect(screen.getByText('Transfer learning from EfficientNet-B0')).toBeVisible()
})

test('space_holds_the_timer_and_escape_closes_the_window', async () => {
  await shown('running')
  await userEvent.keyboard(' ')
  await screen.findByRole('button', { name: 'Resume' })
  await commands.show_mini({ shown: true })
  await userEvent.keyboard('{Escape}')
  expect((await commands.get_frame()).mini).toBe(false)
})

test('space_on_a_button_is_the_buttons', async () => {
  await shown('running')
  const { finish_interval, pause_timer } = fake.commands
  const finish = vi.spyOn(fake.commands, 'finish_interval').mockImplementation(finish_interval)
  const pause = vi.spyOn(fake.commands, 'pause_timer').mockImplementation(pause_timer)
  screen.getByRole('button', { name: 'Finish' }).focus()
  await userEvent.keyboard(' ')
  expect(finish).toHaveBeenCalledOnce()
  expect(pause).not.toHaveBeenCalled()
})

test('it_leads_to_the_main_window', async () => {
  await shown('away')
  const open = vi.spyOn(fake.commands, 'show_window')
  await userEvent.click(screen.getAllByRole('button', { name: 'Open Waymark' })[0]!)
  expect(open).toHaveBeenCalledOnce()
})

test('it_is_accessible', async () => {
  const container = await shown('running')
  const { violations } = await axe.run(container)
  expect(violations).toEqual([])
})
