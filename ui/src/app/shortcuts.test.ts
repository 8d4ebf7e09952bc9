import { afterEach, expect, test, vi } from 'vitest'
import { press, type Shortcuts } from './shortcuts'

const shortcuts = {
  timer: vi.fn(),
  finish: vi.fn(),
  more: vi.fn(),
  interruption: vi.fn(),
  note: vi.fn(),
  mini: vi.fn(),
  palette: vi.fn(),
  keys: vi.fn(),
  undo: vi.fn(),
  redo: vi.fn(),
  room: vi.fn(),
  settings: vi.fn(),
} satisfies Shortcuts

function pressed(key: string, where = document.body as Element, more: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
  where.addEventListener('keydown', (heard) => press(heard as KeyboardEvent, shortcuts), { once: true })
  where.dispatchEvent(event)
  return event.defaultPrevented
}

function added(html: string): Element {
  document.body.innerHTML = html
  return document.body.firstElementChild!
}

afterEach(() => {
  document.body.innerHTML = ''
  vi.clearAllMocks()
})

test('space_runs_the_timer_where_nothing_has_the_focus', () => {
  expect(pressed(' ')).toBe(true)
  expect(shortcuts.timer).toHaveBeenCalledOnce()
})

test.each(['<button>', '<input>', '<select>', '<a href="#">', '<div tabindex="0">', '<textarea>'])(
  'space_is_left_to_%s',
  (html) => {
    expect(pressed(' ', added(html))).toBe(false)
    expect(shortcuts.timer).not.toHaveBeenCalled()
  },
)

test('a_held_space_counts_once', () => {
  pressed(' ', document.body, { repeat: true })
  expect(shortcuts.timer).not.toHaveBeenCalled()
})

test('undo_in_a_text_field_is_the_texts_own', () => {
  expect(pressed('z', added('<input type="text">'), { ctrlKey: true })).toBe(false)
  expect(shortcuts.undo).not.toHaveBeenCalled()
  pressed('z', added('<button>'), { metaKey: true })
  expect(shortcuts.undo).toHaveBeenCalledOnce()
  pressed('Z', document.body, { ctrlKey: true, shiftKey: true })
  expect(shortcuts.redo).toHaveBeenCalledOnce()
})

test('a_question_mark_shows_the_keys_unless_it_is_typed', () => {
  pressed('?', added('<textarea>'))
  expect(shortcuts.keys).not.toHaveBeenCalled()
  pressed('?')
  expect(shortcuts.keys).toHaveBeenCalledOnce()
})

test('letters_act_on_the_timer_unless_they_are_typed_or_choose', () => {
  for (const html of ['<input type="text">', '<textarea>', '<select>']) pressed('f', added(html))
  expect(shortcuts.finish).not.toHaveBeenCalled()
  for (const key of ['F', '+', 'i', 'n']) pressed(key, added('<button>'))
  for (const one of ['finish', 'more', 'interruption', 'note'] as const)
    expect(shortcuts[one]).toHaveBeenCalledOnce()
})

test('the_numbers_are_the_rooms', () => {
  pressed('2', document.body, { ctrlKey: true })
  expect(shortcuts.room).toHaveBeenCalledWith(2)
})

test('under_a_dialog_single_keys_do_nothing', () => {
  added('<div role="dialog">')
  pressed(' ')
  pressed('?')
  expect(shortcuts.timer).not.toHaveBeenCalled()
  expect(shortcuts.keys).not.toHaveBeenCalled()
})
