import { expect, test } from 'vitest'
import { chordKeys, chordOf } from './chord'

function pressed(init: KeyboardEventInit): string | null {
  return chordOf(new KeyboardEvent('keydown', init))
}

test('keys_are_written_in_one_order_whichever_was_pressed_first', () => {
  expect(pressed({ key: 'p', code: 'KeyP', altKey: true, ctrlKey: true })).toBe('Control+Alt+P')
  expect(pressed({ key: 'F5', code: 'F5', shiftKey: true, metaKey: true })).toBe('Shift+Super+F5')
  expect(pressed({ key: ' ', code: 'Space', ctrlKey: true, altKey: true })).toBe('Control+Alt+Space')
})

test('a_letter_is_what_is_written_on_the_key_and_not_where_it_lies', () => {
  expect(pressed({ key: 'a', code: 'KeyQ', ctrlKey: true, altKey: true })).toBe('Control+Alt+A')
})

test('a_key_that_gives_another_sign_beside_those_held_is_told_by_its_place', () => {
  expect(pressed({ key: 'π', code: 'KeyP', altKey: true, metaKey: true })).toBe('Alt+Super+P')
  expect(pressed({ key: '!', code: 'Digit1', ctrlKey: true, shiftKey: true })).toBe('Control+Shift+1')
})

test('nothing_is_pressed_while_keys_are_only_held', () => {
  for (const key of ['Control', 'Alt', 'Shift', 'Meta'])
    expect(pressed({ key, code: `${key}Left` })).toBeNull()
})

test('keys_are_shown_as_keyboards_have_them', () => {
  expect(chordKeys('Control+Alt+ArrowUp')).toEqual(['Ctrl', 'Alt', '↑'])
})
