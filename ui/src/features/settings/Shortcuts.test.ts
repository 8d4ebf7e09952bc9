import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { commands } from '../../bridge'
import { fake } from '../../bridge/fake'
import Shortcuts from './Shortcuts.svelte'

const TOGGLE = /^Start, pause or go on/

async function chordOf(wish: string) {
  return (await commands.get_shortcuts()).rows.find((row) => row.wish === wish)?.chord
}

async function shown() {
  render(Shortcuts)
  return await screen.findByRole('button', { name: TOGGLE })
}

test('keys_are_chosen_by_pressing_them_and_taken_away_again', async () => {
  const toggle = await shown()
  const user = userEvent.setup()
  expect(toggle).toHaveAccessibleName('Start, pause or go on: Choose keys')
  await user.click(toggle)
  expect(toggle).toHaveAccessibleName('Start, pause or go on: Press keys')
  await user.keyboard('{Control>}{Alt>}')
  expect(toggle).toHaveAccessibleName('Start, pause or go on: Ctrl Alt')
  await user.keyboard('p{/Alt}{/Control}')
  await vi.waitFor(() => expect(toggle).toHaveAccessibleName('Start, pause or go on: Ctrl Alt P'))
  expect(await chordOf('toggle')).toBe('Control+Alt+P')
  await userEvent.click(screen.getByRole('button', { name: 'Start, pause or go on: no keys' }))
  await vi.waitFor(() => expect(toggle).toHaveAccessibleName('Start, pause or go on: Choose keys'))
})

test('escape_and_leaving_choose_nothing_and_reach_nothing_else', async () => {
  const toggle = await shown()
  const elsewhere = vi.fn()
  window.addEventListener('keydown', elsewhere)
  for (const key of ['{Escape}', '{Tab}']) {
    await userEvent.click(toggle)
    await userEvent.keyboard(key)
    expect(toggle).toHaveAccessibleName('Start, pause or go on: Choose keys')
  }
  window.removeEventListener('keydown', elsewhere)
  expect(elsewhere).toHaveBeenCalledTimes(1)
  expect(await chordOf('toggle')).toBeNull()
})

test('why_keys_are_refused_or_not_passed_on_stands_at_them', async () => {
  const message = 'These keys already skip to what comes next.'
  const set = vi.spyOn(fake.commands, 'set_shortcut').mockRejectedValueOnce({ code: 'invalid', message })
  const toggle = await shown()
  await userEvent.click(toggle)
  await userEvent.keyboard('{Control>}{Alt>}p{/Alt}{/Control}')
  expect(await screen.findByText(message)).toBeVisible()
  expect(toggle).toHaveAccessibleDescription(message)
  set.mockRestore()
})

test('where_the_desktop_gives_a_program_none_it_says_what_to_do_instead', async () => {
  const { rows } = await commands.get_shortcuts()
  const unavailable = 'Under Wayland no program hears keys.'
  const get = vi.spyOn(fake.commands, 'get_shortcuts').mockResolvedValue({ rows, unavailable })
  expect(await shown()).toBeDisabled()
  expect(screen.getByText(unavailable)).toBeVisible()
  get.mockRestore()
})
