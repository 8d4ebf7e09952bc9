import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import type { Sounds, Trouble } from '../../bridge'
import { fake } from '../../bridge/fake'
import SoundSettings from './SoundSettings.svelte'

const SOUNDS: Sounds = {
  on: true,
  volume: 60,
  focus_begins: null,
  focus_ends: 'bell',
  break_ends: 'marimba',
  ticking: false,
}

function shown(sounds: Partial<Sounds> = {}, troubles: Trouble[] = []) {
  const save = vi.fn()
  render(SoundSettings, { sounds: { ...SOUNDS, ...sounds }, troubles, save })
  return save
}

test('a_sound_is_chosen_for_an_event_and_the_others_stay', async () => {
  const save = shown()
  await userEvent.selectOptions(screen.getByLabelText('A focus begins'), 'Wood')
  expect(save).toHaveBeenLastCalledWith({ sounds: { ...SOUNDS, focus_begins: 'wood' } })
  await userEvent.selectOptions(screen.getByLabelText('A break ends'), 'None')
  expect(save).toHaveBeenLastCalledWith({ sounds: { ...SOUNDS, break_ends: null } })
  await userEvent.click(screen.getByLabelText('Ticking'))
  expect(save).toHaveBeenLastCalledWith({ sounds: { ...SOUNDS, ticking: true } })
})

test('each_choice_can_be_heard_where_there_is_something_to_hear', async () => {
  const play = vi.spyOn(fake.commands, 'play_sound')
  shown()
  await userEvent.click(screen.getByRole('button', { name: 'Play: a break ends' }))
  expect(play).toHaveBeenCalledExactlyOnceWith({ sound: 'marimba' })
  expect(screen.getByRole('button', { name: 'Play: a focus begins' })).toBeDisabled()
  play.mockRestore()
})

test('one_switch_turns_all_off_and_what_was_chosen_stays_to_be_seen', async () => {
  const save = shown()
  await userEvent.click(screen.getByRole('switch', { name: 'Sounds' }))
  expect(save).toHaveBeenLastCalledWith({ sounds: { ...SOUNDS, on: false } })
})

test('while_they_are_off_nothing_else_of_them_can_be_set', () => {
  shown({ on: false })
  for (const label of ['Volume', 'A focus ends', 'Ticking', 'Play: a focus ends'])
    expect(screen.getByLabelText(label)).toBeDisabled()
  expect(screen.getByLabelText<HTMLSelectElement>('A focus ends').selectedOptions[0]?.text).toBe('Bell')
})

test('the_volume_is_said_while_it_moves_and_saved_once_it_is_let_go', async () => {
  const save = shown()
  const volume = screen.getByLabelText<HTMLInputElement>('Volume')
  volume.value = '25'
  volume.dispatchEvent(new Event('input', { bubbles: true }))
  expect(await screen.findByText('25 %')).toBeVisible()
  expect(save).not.toHaveBeenCalled()
  volume.dispatchEvent(new Event('change', { bubbles: true }))
  expect(save).toHaveBeenLastCalledWith({ sounds: { ...SOUNDS, volume: 25 } })
})

test('who_wants_no_sounds_misses_no_output', () => {
  shown({ on: false }, [{ about: 'sound', message: 'No sound output was found.' }])
  expect(screen.queryByText('No sound output was found.')).toBeNull()
})

test('where_nothing_can_be_heard_it_says_so_and_of_other_troubles_nothing', () => {
  shown({}, [
    { about: 'tray', message: 'No tray.' },
    { about: 'sound', message: 'No sound output was found.' },
  ])
  expect(screen.getByText('No sound output was found.')).toBeVisible()
  expect(screen.queryByText('No tray.')).toBeNull()
})
