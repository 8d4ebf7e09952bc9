import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { commands } from '../../bridge'
import { fake } from '../../bridge/fake'
import Inbox from './Inbox.svelte'
import { whenWords } from './words'

test('opening_the_inbox_marks_everything_as_seen_and_still_shows_what_was_new', async () => {
  render(Inbox, { troubles: [], close: () => {}, onways: () => {} })
  await screen.findByText('Deep work begins at 9:00')
  await vi.waitFor(async () => expect((await commands.get_frame()).unread).toBe(0))
  expect(screen.getByText(', new')).toBeInTheDocument()
})

test('an_entry_offers_what_its_notification_offered', async () => {
  const close = vi.fn()
  const answer = vi.spyOn(fake.commands, 'answer_inbox')
  render(Inbox, { troubles: [], close, onways: () => {} })
  await userEvent.click(await screen.findByRole('button', { name: 'Snooze 10 min' }))
  expect(answer).toHaveBeenCalledWith({ id: 4, action: 'snooze' })
  await screen.findByText('Snoozed')
  expect(screen.queryByRole('button', { name: 'Start' })).toBeNull()
  expect(close).not.toHaveBeenCalled()
})

test('starting_from_an_entry_closes_the_inbox', async () => {
  const close = vi.fn()
  render(Inbox, { troubles: [], close, onways: () => {} })
  await userEvent.click(await screen.findByRole('button', { name: 'Start' }))
  await vi.waitFor(() => expect(close).toHaveBeenCalled())
  expect((await commands.get_timer()).state).toBe('running')
})

test('an_entry_of_a_week_leads_to_the_ways_out', async () => {
  fake.show('behind')
  const onways = vi.fn()
  render(Inbox, { troubles: [], close: () => {}, onways })
  await screen.findByText('Week 5 ended 6 h behind')
  await userEvent.click(screen.getByRole('button', { name: 'See the ways out' }))
  await vi.waitFor(() => expect(onways).toHaveBeenCalled())
})

test('an_empty_inbox_says_what_will_be_there', async () => {
  fake.show('empty')
  render(Inbox, { troubles: [], close: () => {}, onways: () => {} })
  await screen.findByText('Reminders and the ends of intervals are kept here.')
})

test('an_entry_of_another_day_says_which', () => {
  const now = Date.parse('2026-11-25T10:00:00Z')
  expect(whenWords('2026-11-25T09:00:00Z', now)).not.toMatch(/Nov/)
  expect(whenWords('2026-11-24T19:00:00Z', now)).toMatch(/Nov/)
})
