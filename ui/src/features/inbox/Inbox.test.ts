import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { commands } from '../../bridge'
import { fake } from '../../bridge/fake'
import Inbox from './Inbox.svelte'
import { heldTogether, whenWords } from './words'

test('opening_the_inbox_marks_everything_as_seen_and_still_shows_what_was_new', async () => {
  render(Inbox, { troubles: [], heldUntil: null, close: () => {}, onways: () => {} })
  await screen.findByText('Deep work begins at 9:00')
  await vi.waitFor(async () => expect((await commands.get_frame()).unread).toBe(0))
  expect(screen.getByText(', new')).toBeInTheDocument()
})

test('an_entry_is_put_off_for_as_long_as_is_chosen_and_says_until_when', async () => {
  const close = vi.fn()
  const snooze = vi.spyOn(fake.commands, 'snooze_inbox')
  render(Inbox, { troubles: [], heldUntil: null, close, onways: () => {} })
  await userEvent.click(await screen.findByRole('button', { name: 'Snooze' }))
  expect((await screen.findAllByRole('menuitem')).map((item) => item.textContent?.trim())).toEqual([
    '5 minutes',
    '10 minutes',
    '30 minutes',
    '1 hour',
    'Until tomorrow',
  ])
  await userEvent.click(screen.getByRole('menuitem', { name: '30 minutes' }))
  await vi.waitFor(() => expect(snooze).toHaveBeenCalledWith({ id: 4, length: 'half-hour' }))
  await screen.findByText(/^Snoozed until /)
  expect(screen.queryByRole('button', { name: 'Start' })).toBeNull()
  expect(close).not.toHaveBeenCalled()
})

test('what_was_held_back_says_why_also_once_it_was_looked_at', async () => {
  const [first, ...rest] = await commands.get_inbox()
  const held = (id: number) => ({ ...first!, id, title: `Held ${id}`, held: 'focus' as const })
  const entries = [held(8), held(9), ...rest]
  const inbox = vi.spyOn(fake.commands, 'get_inbox').mockResolvedValue(entries)
  render(Inbox, { troubles: [], heldUntil: null, close: () => {}, onways: () => {} })
  await screen.findByText('2 reminders were held back during your focus.')
  inbox.mockResolvedValue(entries.map((entry) => ({ ...entry, held: null, seen: true })))
  fake.say('changed', ['inbox'])
  await vi.waitFor(() => expect(inbox.mock.calls.length).toBeGreaterThan(1))
  expect(screen.getAllByText('Held back during your focus')).toHaveLength(2)
})

test('reminders_are_held_back_and_let_come_again_from_the_inbox', async () => {
  const hold = vi.spyOn(fake.commands, 'hold_reminders')
  const props = { troubles: [], close: () => {}, onways: () => {} }
  const { rerender } = render(Inbox, { ...props, heldUntil: null })
  await userEvent.click(screen.getByRole('button', { name: 'Hold all reminders back' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: /^Until tomorrow/ }))
  expect(hold).toHaveBeenCalledWith({ until: expect.any(String) })
  await rerender({ ...props, heldUntil: new Date(Date.now() + 3_600_000).toISOString() })
  expect(screen.getByText(/^Reminders wait here until /)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Let them come' }))
  expect(hold).toHaveBeenLastCalledWith({ until: null })
})

test('starting_from_an_entry_closes_the_inbox', async () => {
  const close = vi.fn()
  render(Inbox, { troubles: [], heldUntil: null, close, onways: () => {} })
  await userEvent.click(await screen.findByRole('button', { name: 'Start' }))
  await vi.waitFor(() => expect(close).toHaveBeenCalled())
  expect((await commands.get_timer()).state).toBe('running')
})

test('an_entry_of_a_week_leads_to_the_ways_out', async () => {
  fake.show('behind')
  const onways = vi.fn()
  render(Inbox, { troubles: [], heldUntil: null, close: () => {}, onways })
  await screen.findByText('Week 5 ended 6 h behind')
  await userEvent.click(screen.getByRole('button', { name: 'See the ways out' }))
  await vi.waitFor(() => expect(onways).toHaveBeenCalled())
})

test('an_empty_inbox_says_what_will_be_there', async () => {
  fake.show('empty')
  render(Inbox, { troubles: [], heldUntil: null, close: () => {}, onways: () => {} })
  await screen.findByText('Reminders and the ends of intervals are kept here.')
})

test('an_entry_of_another_day_says_which', () => {
  const now = Date.parse('2026-11-25T10:00:00Z')
  expect(whenWords('2026-11-25T09:00:00Z', now)).not.toMatch(/Nov/)
  expect(whenWords('2026-11-24T19:00:00Z', now)).toMatch(/Nov/)
})

test('one_that_was_held_back_needs_no_summary_and_different_reasons_are_not_named_in_it', () => {
  expect(heldTogether(['focus'])).toBeNull()
  expect(heldTogether(['focus', 'quiet-hours'])).toBe('2 reminders were held back.')
})
