import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { beforeEach, expect, test, vi } from 'vitest'
import { commands, type ReminderRule } from '../../bridge'
import { fake } from '../../bridge/fake'
import { habits } from '../../shared/format'
import Reminders from './Reminders.svelte'

beforeEach(() => {
  habits.locale = 'en-GB'
  habits.hours24 = true
  fake.show('plan')
})

async function shown(heldUntil: string | null = null) {
  const { settings } = await commands.get_frame()
  const save = vi.fn()
  const { container } = render(Reminders, { settings, troubles: [], heldUntil, save })
  await screen.findByText('A block begins')
  return { container, save }
}

const rule = async (id: string) => (await commands.get_reminders()).find((one) => one.id === id)
const opener = (name: string | RegExp) => screen.getByRole('button', { name })
const editor = (title: string) => within(screen.getByRole('group', { name: `Change “${title}”` }))
const field = () => screen.getByLabelText<HTMLInputElement>('A new reminder in your words')

async function write(input: HTMLElement, text: string) {
  await userEvent.clear(input)
  await userEvent.type(input, text)
  await userEvent.tab()
}

test('each_rule_stands_in_its_group_with_when_it_comes_and_a_switch', async () => {
  const { container } = await shown()
  const day = within(screen.getByRole('list', { name: 'The day' }))
  expect(day.getAllByRole('switch').map((one) => one.getAttribute('aria-label'))).toEqual([
    'A block begins',
    'A block ends',
    'The day begins, with its plan',
    'The day ends',
    'Nothing was focused on by noon',
  ])
  expect(opener('Time to look back on the week: Sundays at 18:00')).toBeVisible()
  await userEvent.click(day.getByRole('switch', { name: 'A block ends' }))
  await vi.waitFor(async () => expect((await rule('block-end'))?.on).toBe(true))
  expect((await axe.run(container)).violations).toEqual([])
})

test('a_lead_is_changed_in_place_and_nonsense_goes_back_and_is_told', async () => {
  await shown()
  await userEvent.click(opener('A block begins: When it begins'))
  const minutes = editor('A block begins').getByLabelText<HTMLInputElement>('How long before')
  await write(minutes, '15')
  await vi.waitFor(async () =>
    expect((await rule('block-start'))?.timing).toEqual({ when: 'before', minutes: 15 }),
  )
  expect(await screen.findByRole('button', { name: 'A block begins: 15 minutes before' })).toBeVisible()
  await write(minutes, '2000')
  expect(screen.getByText('It takes a number from 0 to 1440 min, and stays at 15.')).toBeVisible()
  expect((await rule('block-start'))?.timing).toEqual({ when: 'before', minutes: 15 })
})

test('a_day_of_the_week_and_a_time_of_day_are_changed_in_place', async () => {
  await shown()
  await userEvent.click(opener(/^Time to look back on the week/))
  const form = editor('Time to look back on the week')
  await userEvent.selectOptions(form.getByLabelText('Day of the week'), 'Friday')
  await screen.findByRole('button', { name: /: Fridays at 18:00$/ })
  await write(form.getByLabelText('Time of day'), '16.30')
  await screen.findByRole('button', { name: /: Fridays at 16:30$/ })
  await write(form.getByLabelText('Time of day'), 'soon')
  expect(screen.getByText('It takes a time of day such as 9:30, and stays at 16:30.')).toBeVisible()
  expect((await rule('weekly-reflection'))?.timing).toEqual({ when: 'weekly', weekday: 'fri', minute: 990 })
})

test('a_rule_gets_its_own_quiet_hours_or_none', async () => {
  await shown()
  await userEvent.click(opener(/^A phase’s gate comes up/))
  const form = editor('A phase’s gate comes up')
  await userEvent.selectOptions(form.getByLabelText('Quiet hours'), 'Its own')
  await write(await form.findByLabelText('Quiet until'), '8')
  await vi.waitFor(async () =>
    expect((await rule('gate'))?.quiet).toEqual({ quiet: 'own', hours: { from: 1320, to: 480 } }),
  )
  expect(await screen.findByText('quiet 22:00 to 8:00')).toBeVisible()
  await userEvent.selectOptions(form.getByLabelText('Quiet hours'), 'None, it always comes')
  await vi.waitFor(async () => expect((await rule('gate'))?.quiet).toEqual({ quiet: 'never' }))
})

test('escape_closes_what_is_changed_and_gives_the_focus_back', async () => {
  await shown()
  await userEvent.click(opener(/^A block begins/))
  editor('A block begins').getByLabelText('How long before').focus()
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('group', { name: /^Change/ })).toBeNull()
  expect(opener(/^A block begins/)).toHaveFocus()
})

test('why_the_host_refuses_a_change_is_said_in_its_place', async () => {
  await shown()
  vi.spyOn(fake.commands, 'save_reminder').mockRejectedValue({ code: 'invalid', message: 'That can’t be.' })
  await userEvent.click(opener(/^A block begins/))
  await write(editor('A block begins').getByLabelText('How long before'), '15')
  expect(await editor('A block begins').findByRole('alert')).toHaveTextContent('That can’t be.')
})

test('what_is_typed_is_read_as_it_is_typed_and_added', async () => {
  await shown()
  expect(screen.getByRole('button', { name: 'Add' })).toBeDisabled()
  await userEvent.type(field(), 'every friday 17:00 look for a referral')
  expect(await screen.findByText('Fridays at 17:00')).toBeVisible()
  await userEvent.keyboard('{Enter}')
  const own = within(await screen.findByRole('list', { name: 'Your own' }))
  expect(own.getByText('look for a referral')).toBeVisible()
  expect(field()).toHaveFocus()
  expect(field().value).toBe('')
  await commands.undo()
  await vi.waitFor(() => expect(screen.queryByRole('list', { name: 'Your own' })).toBeNull())
})

test('what_cannot_be_read_says_so_and_is_a_problem_once_it_is_to_be_added', async () => {
  await shown()
  await userEvent.type(field(), 'call Ada')
  expect(await screen.findByText(/^Nothing in “call Ada” says when\./)).toBeVisible()
  expect(field()).toHaveAttribute('aria-invalid', 'false')
  await userEvent.keyboard('{Enter}')
  await vi.waitFor(() => expect(field()).toHaveAttribute('aria-invalid', 'true'))
  expect(field().value).toBe('call Ada')
})

test('examples_are_offered_while_there_is_nothing_and_can_be_tried_out', async () => {
  await shown()
  await userEvent.click(screen.getByRole('button', { name: 'every friday 17:00 look for a referral' }))
  expect(field().value).toBe('every friday 17:00 look for a referral')
  expect(field()).toHaveFocus()
  expect(screen.queryByText('Say it as you would to a friend:')).toBeNull()
})

test('an_own_reminder_is_reworded_comes_as_often_as_wanted_and_is_removed', async () => {
  await shown()
  await commands.add_reminder({ words: '9:00 write' })
  await userEvent.click(await screen.findByRole('button', { name: 'write: Every day at 9:00' }))
  const form = editor('write')
  await write(form.getByLabelText('What'), 'write a page')
  await screen.findByRole('button', { name: 'write a page: Every day at 9:00' })
  await userEvent.selectOptions(editor('write a page').getByLabelText('How often'), 'Monday to Friday')
  await screen.findByRole('button', { name: 'write a page: Monday to Friday at 9:00' })
  await userEvent.click(screen.getByRole('button', { name: 'Remove “write a page”' }))
  await vi.waitFor(() => expect(screen.queryByText('write a page')).toBeNull())
  await commands.undo()
  expect(await screen.findByText('write a page')).toBeVisible()
})

test('many_own_reminders_are_one_tab_stop_and_can_be_searched', async () => {
  const [usual] = await commands.get_reminders()
  const many = Array.from({ length: 40 }, (_, at): ReminderRule => {
    const text = `reminder number ${at}`
    return { ...usual!, id: `own-${at}`, kind: 'own', own: true, text, title: text }
  })
  vi.spyOn(fake.commands, 'get_reminders').mockResolvedValue([usual!, ...many])
  await shown()
  const list = screen.getByRole('list', { name: 'Your own' })
  expect(within(list).getAllByRole('listitem')).toHaveLength(40)
  expect(list.querySelectorAll('[tabindex="0"]')).toHaveLength(1)
  await userEvent.type(screen.getByRole('searchbox', { name: 'Find a reminder' }), 'number 38')
  expect(within(list).getAllByRole('listitem')).toHaveLength(1)
  expect(screen.getByText('1 of 40')).toBeVisible()
})

test('a_thousand_own_reminders_come_fifty_at_a_time', async () => {
  const [usual] = await commands.get_reminders()
  const many = Array.from({ length: 120 }, (_, at): ReminderRule => {
    const text = `reminder number ${at}`
    return { ...usual!, id: `own-${at}`, kind: 'own', own: true, text, title: text }
  })
  vi.spyOn(fake.commands, 'get_reminders').mockResolvedValue([usual!, ...many])
  await shown()
  const list = () => within(screen.getByRole('list', { name: 'Your own' }))
  expect(list().getAllByRole('listitem')).toHaveLength(50)
  expect(screen.getByText('1 to 50 of 120')).toBeVisible()
  for (const _ of [1, 2]) await userEvent.click(screen.getByRole('button', { name: 'Further down the list' }))
  expect(screen.getByText('101 to 120 of 120')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Further down the list' })).toBeDisabled()
  expect(list().getByRole('button', { name: /^reminder number 19:/ })).toHaveFocus()
  await userEvent.type(screen.getByRole('searchbox', { name: 'Find a reminder' }), 'number 117')
  expect(list().getAllByRole('listitem')).toHaveLength(1)
})

test('quiet_hours_and_waiting_for_a_focus_are_set_for_all', async () => {
  const { save } = await shown()
  await userEvent.click(screen.getByLabelText('Quiet hours'))
  expect(save).toHaveBeenLastCalledWith({ quiet_hours: { from: 1320, to: 420 } })
  await userEvent.click(screen.getByLabelText('Wait until a focus is over'))
  expect(save).toHaveBeenLastCalledWith({ hold_in_focus: false })
})

test('waiting_while_the_system_asks_for_quiet_is_set_where_it_tells', async () => {
  const { save } = await shown()
  const wait = screen.getByRole('switch', { name: 'Wait while the system asks for quiet' })
  expect(wait).toBeChecked()
  await userEvent.click(wait)
  expect(save).toHaveBeenLastCalledWith({ hold_in_silence: false })
})

test('where_the_system_does_not_tell_of_quiet_it_says_so', async () => {
  const no_silence = 'This desktop does not tell.'
  const told = vi.spyOn(fake.commands, 'get_surroundings').mockResolvedValue({ no_idle: null, no_silence })
  await shown()
  expect(await screen.findByText(no_silence)).toBeVisible()
  const wait = screen.getByRole('switch', { name: 'Wait while the system asks for quiet' })
  expect(wait).toBeDisabled()
  expect(wait).not.toBeChecked()
  told.mockRestore()
})

test('all_reminders_are_held_back_for_a_while', async () => {
  const held = vi.spyOn(fake.commands, 'hold_reminders')
  await shown()
  await userEvent.click(screen.getByRole('button', { name: 'Hold all reminders back' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: /^For an hour/ }))
  await vi.waitFor(() => expect(held).toHaveBeenCalledWith({ until: expect.any(String) }))
  expect((await commands.get_frame()).held_until).not.toBeNull()
})

test('while_they_are_held_back_it_says_until_when_and_lets_them_come_again', async () => {
  const held = vi.spyOn(fake.commands, 'hold_reminders')
  await shown(new Date(Date.now() + 2 * 86_400_000).toISOString())
  expect(screen.getByText(/^Held back until /)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Let them come' }))
  expect(held).toHaveBeenCalledWith({ until: null })
})
