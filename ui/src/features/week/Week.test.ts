import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { commands } from '../../bridge'
import { fake } from '../../bridge/fake'
import { habits } from '../../shared/format'
import { Toaster } from 'svelte-sonner'
import Week from './Week.svelte'

const go = vi.fn()
const plain = (text: string | null | undefined) => (text ?? '').replaceAll('\u00a0', ' ')

afterEach(() => vi.restoreAllMocks())

beforeEach(() => {
  habits.locale = 'en-GB'
  go.mockClear()
})

async function shown(day = '2026-11-25') {
  const { container } = render(Week, { day, go })
  await screen.findByRole('group', { name: 'Blocks of the week' })
  return container
}

const block = (name: RegExp) => screen.findByRole('button', { name })

async function focus(name: RegExp) {
  const found = await block(name)
  found.focus()
  return found
}

test('the_week_says_its_stage_and_what_has_a_block', async () => {
  const container = await shown()
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(/23\D+29 November/)
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('Week 6: Computer vision project')
  expect(screen.getByText('Weeks 6–7, first of two weeks')).toBeVisible()
  expect(plain(container.textContent)).toContain('all 30 h have a block')
})

test('the_ledger_names_each_category_with_planned_scheduled_and_worked_hours', async () => {
  await shown()
  const ledger = within(screen.getByRole('list', { name: 'Hours this week' }))
  const words = ledger.getAllByRole('listitem').map((row) => plain(row.textContent))
  expect(words[0]).toContain('Hands-on: 11 h 30 worked, 9 h 35 of it focused, 25 h planned, 25 h scheduled')
  expect(words.join()).toContain('Networking')
})

test('a_block_is_read_aloud_whole', async () => {
  await shown()
  await block(
    /^Monday 9:00 to 12:00, hands-on, Collect a dataset: 1000\+ images, Deep work, 6 of 6 pomodoros$/,
  )
  await block(/^Wednesday 9:00 to 12:00, .*, now$/)
  await block(/^Saturday 16:00 to 18:00, interview prep, Mock interview, 4 pomodoros, pinned$/)
})

test('the_grid_is_one_tab_stop_and_begins_at_the_block_that_now_is_in', async () => {
  await shown()
  const stops = document.querySelectorAll('[data-block][tabindex="0"]')
  expect([...stops].map((one) => one.getAttribute('aria-label'))).toEqual([
    expect.stringMatching(/^Wednesday 9:00 to 12:00/),
  ])
})

test('arrows_choose_within_a_day_and_across_days', async () => {
  await shown()
  await focus(/^Wednesday 9:00 to 12:00/)
  await userEvent.keyboard('{ArrowDown}{ArrowDown}')
  await waitFor(() => expect(document.activeElement).toHaveAccessibleName(/^Wednesday 13:00/))
  await userEvent.keyboard('{ArrowRight}')
  await waitFor(() => expect(document.activeElement).toHaveAccessibleName(/^Thursday 13:00/))
})

test('alt_and_arrows_move_a_block_of_the_template_and_keep_the_focus', async () => {
  await shown()
  await focus(/^Thursday 9:00 to 12:00/)
  await userEvent.keyboard('{Alt>}{ArrowDown}{ArrowDown}{/Alt}')
  await block(/^Thursday 9:30 to 12:30/)
  expect(await screen.findByText('every Thursday, 9:30 to 12:30')).toBeInTheDocument()
  await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}')
  const moved = await block(/^Friday 9:30 to 12:30/)
  await waitFor(() => expect(moved).toHaveFocus())
})

test('each_of_two_quick_presses_counts', async () => {
  await shown()
  const pressed = await focus(/^Thursday 9:00 to 12:00/)
  const press = () => void fireEvent.keyDown(pressed, { key: 'ArrowDown', altKey: true })
  press()
  press()
  await block(/^Thursday 9:30 to 12:30/)
})

test('a_block_that_is_moved_onto_another_says_so', async () => {
  render(Toaster)
  await shown()
  await focus(/^Thursday 9:00 to 12:00/)
  await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}')
  expect(await screen.findByText(/^It lies over “Deep work”: they will stand side by side/)).toBeVisible()
})

test('what_a_move_did_is_no_longer_said_once_the_next_undid_it', async () => {
  render(Toaster)
  await shown()
  await focus(/^Thursday 9:00 to 12:00/)
  await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}')
  await screen.findByText(/^It lies over “Deep work”/)
  await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}')
  await waitFor(() => expect(screen.queryByText(/^It lies over “Deep work”/)).toBeNull())
})

test('shift_alt_and_arrows_change_the_length', async () => {
  await shown()
  await focus(/^Thursday 15:00 to 16:00/)
  await userEvent.keyboard('{Shift>}{Alt>}{ArrowDown}{/Alt}{/Shift}')
  await block(/^Thursday 15:00 to 16:15/)
})

test('a_block_never_leaves_its_week', async () => {
  await shown()
  const save = vi.spyOn(fake.commands, 'save_block')
  await focus(/^Monday 9:00 to 12:00/)
  await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}')
  expect(await screen.findByText('It can’t go there.')).toBeInTheDocument()
  expect(save).not.toHaveBeenCalled()
})

test('p_pins_a_block_and_sets_it_free_again', async () => {
  await shown()
  await focus(/^Thursday 9:00 to 12:00/)
  await userEvent.keyboard('p')
  await block(/^Thursday 9:00 .*pinned$/)
  await userEvent.keyboard('p')
  await block(/^Thursday 9:00 .*pomodoros$/)
})

test('delete_removes_a_block_and_undo_brings_it_back', async () => {
  await shown()
  await focus(/^Thursday 15:00 to 16:00/)
  await userEvent.keyboard('{Delete}')
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Thursday 15:00/ })).toBeNull())
  await commands.undo()
  await block(/^Thursday 15:00 to 16:00/)
})

test('enter_opens_what_a_block_is_for_and_a_change_is_for_every_week', async () => {
  await shown()
  await focus(/^Thursday 9:00 to 12:00/)
  await userEvent.keyboard('{Enter}')
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByRole('heading', { level: 2 })).toHaveTextContent('Mixed-precision training')
  expect(dialog.getByText('“Deep work”, every Thursday.')).toBeVisible()
  expect(dialog.getByText(/An image classifier of your own.*hands-on/s)).toBeVisible()
  await userEvent.click(dialog.getByRole('button', { name: 'Change' }))
  expect(dialog.getByText(/this changes it every Thursday/)).toBeVisible()
  const start = dialog.getByLabelText('Start')
  await userEvent.clear(start)
  await userEvent.type(start, '8:30')
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }))
  await block(/^Thursday 8:30 to 12:00/)
})

test('an_end_before_the_start_is_refused_in_words', async () => {
  await shown()
  const save = vi.spyOn(fake.commands, 'save_block')
  await userEvent.click(screen.getByRole('button', { name: 'Block' }))
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.type(dialog.getByLabelText('Title'), 'Reading')
  const end = dialog.getByLabelText('End')
  await userEvent.clear(end)
  await userEvent.type(end, '8:00')
  await userEvent.click(dialog.getByRole('button', { name: 'Add block' }))
  expect(dialog.getByText('The end comes after the start.')).toBeVisible()
  expect(save).not.toHaveBeenCalled()
})

test('what_the_form_saved_is_said_and_one_press_takes_it_back', async () => {
  render(Toaster)
  await shown()
  await userEvent.click(screen.getByRole('button', { name: 'Block' }))
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.type(dialog.getByLabelText('Title'), 'Swim')
  await userEvent.click(dialog.getByRole('button', { name: 'Add block' }))
  expect(await screen.findByText('Added “Swim”: every Wednesday, 9:00 to 10:00')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: /Swim$/ })).toBeNull())
})

test('a_new_block_can_be_on_several_days', async () => {
  await shown()
  await userEvent.click(screen.getByRole('button', { name: 'Block' }))
  const dialog = within(await screen.findByRole('dialog'))
  await waitFor(() => expect(dialog.getByLabelText('Title')).toHaveFocus())
  await userEvent.keyboard('Swim')
  await userEvent.selectOptions(dialog.getByLabelText('Category'), 'Rest')
  await userEvent.click(dialog.getByRole('checkbox', { name: 'Sunday' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Add block' }))
  await block(/^Wednesday 9:00 to 10:00, rest, Swim$/)
  await block(/^Sunday 9:00 to 10:00, rest, Swim$/)
})

test('what_found_no_place_is_a_number_that_opens_its_list', async () => {
  fake.show('overfull')
  await shown()
  await userEvent.click(
    screen.getByRole('button', { name: /^44.h of 50.h have a block: 6.h found no place$/ }),
  )
  expect(await screen.findByText(/no week is late before it ends/)).toBeVisible()
  expect(screen.getByText(/An image classifier of your own, in service/)).toBeVisible()
})

test('five_blocks_at_once_show_three_and_a_number_that_brings_the_others', async () => {
  fake.show('overfull')
  await shown()
  await userEvent.click(screen.getByRole('button', { name: '2 more blocks at the same time: show the next' }))
  await waitFor(() => expect(document.activeElement).toHaveAccessibleName(/networking, Call/))
})

test('before_the_start_the_week_leads_to_the_first', async () => {
  fake.show('before-start')
  render(Week, { day: '2026-11-25', go })
  expect(await screen.findByText(/The plan starts on Monday,? 30 November/)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Show the first week' }))
  expect(await screen.findByRole('heading', { level: 2 })).toHaveTextContent('Week 1')
})

test('previous_and_next_turn_the_weeks_and_this_week_comes_back', async () => {
  await shown()
  await userEvent.click(screen.getByRole('button', { name: 'Week after' }))
  await screen.findByText('Weeks 6–7, second of two weeks')
  await userEvent.click(screen.getByRole('button', { name: 'This week' }))
  await screen.findByText('Weeks 6–7, first of two weeks')
})

test('the_week_has_nothing_that_assistive_tools_stumble_over', async () => {
  const container = await shown()
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })
  expect(violations.map((one) => one.help)).toEqual([])
})

const onlyThisWeek = () => userEvent.click(screen.getByRole('radio', { name: 'This week only' }))

test('for_this_week_only_a_block_moves_on_its_day_and_can_be_put_back', async () => {
  await shown()
  await onlyThisWeek()
  await focus(/^Thursday 9:00 to 12:00/)
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
  const moved = await block(/^Thursday 9:15 to 12:15, .*pinned$/)
  expect(await screen.findByText('Thursday 26 November, 9:15 to 12:15')).toBeInTheDocument()
  await waitFor(() => expect(moved).toHaveFocus())
  await userEvent.keyboard('{Enter}')
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText('It is elsewhere than usually on this day.')).toBeVisible()
  await userEvent.click(dialog.getByRole('button', { name: 'As usual' }))
  await block(/^Thursday 9:00 to 12:00/)
})

test('for_this_week_only_a_block_is_left_out_and_brought_back', async () => {
  await shown()
  await onlyThisWeek()
  await focus(/^Thursday 15:00 to 16:00/)
  await userEvent.keyboard('{Delete}')
  const left = within(await screen.findByRole('group', { name: 'Left out this week' }))
  expect(screen.queryByRole('button', { name: /^Thursday 15:00/ })).toBeNull()
  await userEvent.click(left.getByRole('button', { name: /^Bring “Coding problems” back/ }))
  await block(/^Thursday 15:00 to 16:00/)
  expect(screen.queryByRole('group', { name: 'Left out this week' })).toBeNull()
})

test('a_block_of_one_day_may_end_after_midnight', async () => {
  await shown()
  await onlyThisWeek()
  await userEvent.click(screen.getByRole('button', { name: 'Block' }))
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.type(dialog.getByLabelText('Title'), 'Meetup')
  const [start, end] = [dialog.getByLabelText('Start'), dialog.getByLabelText('End')]
  await userEvent.clear(start)
  await userEvent.type(start, '22:00')
  await userEvent.clear(end)
  await userEvent.type(end, '1:00')
  await userEvent.click(dialog.getByRole('button', { name: 'Add block' }))
  await block(/^Wednesday 22:00 to 1:00, .*Meetup/)
})

test('a_start_before_four_is_of_the_night_after_the_day', async () => {
  await shown()
  const save = vi.spyOn(fake.commands, 'save_block')
  await userEvent.click(screen.getByRole('button', { name: 'Block' }))
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.type(dialog.getByLabelText('Title'), 'Night reading')
  const [start, end] = [dialog.getByLabelText('Start'), dialog.getByLabelText('End')]
  await userEvent.clear(start)
  await userEvent.type(start, '1:00')
  await userEvent.clear(end)
  await userEvent.type(end, '3:00')
  expect(dialog.getByText(/the night that follows its day/)).toBeVisible()
  await userEvent.click(dialog.getByRole('button', { name: 'Add block' }))
  const draft = { days: ['wed'], start: 1500, end: 1620 }
  expect(save).toHaveBeenCalledWith({ draft: expect.objectContaining(draft) as object })
})

test('what_a_block_is_for_is_chosen_by_hand', async () => {
  await shown()
  const give = vi.spyOn(fake.commands, 'give_block')
  await focus(/^Thursday 9:00 to 12:00/)
  await userEvent.keyboard('{Enter}')
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.selectOptions(
    dialog.getByLabelText('It is for'),
    'An image classifier of your own, in service',
  )
  expect(give).toHaveBeenCalledWith({ key: expect.stringMatching(/^2026-11-26/) as string, activity: 9001 })
})

test('what_a_block_can_be_for_keeps_its_order_and_shows_what_is_stored', async () => {
  await shown()
  await focus(/^Thursday 9:00 to 12:00/)
  await userEvent.keyboard('{Enter}')
  const dialog = within(await screen.findByRole('dialog'))
  const select = dialog.getByLabelText<HTMLSelectElement>('It is for')
  const labels = () => [...select.options].map((option) => option.text)
  const order = ['Whatever the plan lays into it', 'An image classifier of your own, in service', 'Study']
  expect(labels()).toEqual(order)
  for (const label of [...order].reverse()) {
    await userEvent.selectOptions(select, label)
    await waitFor(() => expect(select).toHaveDisplayValue(label))
    expect(labels()).toEqual(order)
  }
  vi.spyOn(fake.commands, 'give_block').mockRejectedValueOnce({ code: 'invalid', message: 'Not now.' })
  await userEvent.selectOptions(select, 'Study')
  await waitFor(() => expect(select).toHaveDisplayValue('Whatever the plan lays into it'))
})

test('work_of_several_stages_stands_below_its_stage', async () => {
  const usual = fake.commands.get_week
  vi.spyOn(fake.commands, 'get_week').mockImplementation(async (asked) => {
    const week = await usual(asked)
    return { ...week, asks: [{ activity: 8001, title: 'Study', stage: 'Statistics' }, ...week.asks] }
  })
  await shown()
  await focus(/^Thursday 9:00 to 12:00/)
  await userEvent.keyboard('{Enter}')
  const select = within(await screen.findByRole('dialog')).getByLabelText('It is for')
  const groups = within(select).getAllByRole('group')
  expect(groups.map((group) => [group.getAttribute('label'), plain(group.textContent).trim()])).toEqual([
    ['Statistics', 'Study'],
    ['Computer vision project', expect.stringMatching(/^An image classifier.*Study$/)],
  ])
})

test('a_week_that_goes_on_after_what_was_read_of_other_calendars_says_so', async () => {
  const usual = fake.commands.get_week
  vi.spyOn(fake.commands, 'get_week').mockImplementation(async (asked) => ({
    ...(await usual(asked)),
    calendars_until: '2026-11-26',
  }))
  await shown()
  expect(await screen.findByText(/^Other calendars are read until 26 November 2026:/)).toBeVisible()
})

test('beside_a_routine_of_the_stages_own_a_new_block_says_when_it_is_first_seen', async () => {
  const usual = fake.commands.get_week
  vi.spyOn(fake.commands, 'get_week').mockImplementation(async (asked) => ({
    ...(await usual(asked)),
    own_routine: { template_again: '2026-12-07' },
  }))
  await shown()
  await userEvent.click(screen.getByRole('button', { name: 'Block' }))
  const dialog = await screen.findByRole('dialog')
  expect(dialog).toHaveTextContent(/daily routine of its own/)
  expect(dialog).toHaveTextContent(/whose days are back on Monday,? 7 December. Choose “This week only”/)
})

test('a_day_is_taken_off_at_its_head', async () => {
  await shown()
  await userEvent.click(screen.getByRole('button', { name: 'Days off, Thursday 26 November' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Take the day off' }))
  expect(await screen.findByText('Day off')).toBeVisible()
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Thursday 9:00/ })).toBeNull())
})

test('a_vacation_is_written_listed_and_removed', async () => {
  await shown()
  await userEvent.click(screen.getByRole('button', { name: 'Days off, Thursday 26 November' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Vacation from here…' }))
  const writing = within(await screen.findByRole('dialog'))
  expect(writing.getByLabelText('What for')).toHaveValue('Vacation')
  await userEvent.click(writing.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Vacation')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Days off, Friday 27 November' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'All days off…' }))
  const list = within(await screen.findByRole('dialog'))
  await userEvent.click(await list.findByRole('button', { name: 'Remove Vacation' }))
  expect(await list.findByText(/None yet/)).toBeVisible()
})

test('a_vacation_is_written_with_the_keyboard_alone', async () => {
  await shown()
  const save = vi.spyOn(fake.commands, 'save_days_off')
  screen.getByRole('button', { name: 'Days off, Thursday 26 November' }).focus()
  await userEvent.keyboard('{Enter}')
  const vacation = await screen.findByRole('menuitem', { name: 'Vacation from here…' })
  for (let pressed = 0; pressed < 5 && document.activeElement !== vacation; pressed++) {
    await userEvent.keyboard('{ArrowDown}')
  }
  await userEvent.keyboard('{Enter}')
  const writing = within(await screen.findByRole('dialog'))
  await waitFor(() => expect(writing.getByLabelText('What for')).toHaveFocus())
  await userEvent.keyboard('{Control>}a{/Control}Sea{Tab}')
  expect(document.activeElement).toHaveAccessibleName(/^First day: /)
  await userEvent.keyboard('{Tab}{Enter}')
  await waitFor(() => expect(document.activeElement).toHaveAccessibleName('Thursday 26 November 2026'))
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await waitFor(() => expect(document.activeElement).toHaveAccessibleName(/^Last day: .+ 3 December 2026/))
  writing.getByRole('button', { name: 'Save' }).focus()
  await userEvent.keyboard('{Enter}')
  const line = { id: null, from: '2026-11-26', to: '2026-12-03', relief: 'off', title: 'Sea' }
  await waitFor(() => expect(save).toHaveBeenCalledWith({ line }))
})

test('another_template_is_followed_from_a_day_on', async () => {
  await shown()
  const use = vi.spyOn(fake.commands, 'use_template')
  await userEvent.click(screen.getByRole('button', { name: /^Week template: / }))
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.click(await dialog.findByRole('button', { name: 'Use' }))
  expect(use).toHaveBeenCalledWith({ day: '2026-11-25', template: 2 })
  expect(await dialog.findByRole('button', { name: /^Take back Part-time/ })).toBeVisible()
  expect(dialog.getByRole('button', { name: 'Remove Part-time' })).toBeDisabled()
  const { violations } = await axe.run(screen.getByRole('dialog'))
  expect(violations.map((violation) => violation.id)).toEqual([])
})

test('busy_times_stand_on_the_grid_and_blocks_give_way_to_them', async () => {
  await commands.add_calendar({ path: '/home/robin/private.ics' })
  const container = await shown()
  const thursday = within(screen.getByRole('group', { name: /^Thursday/ }))
  expect(thursday.getByText('Busy 10:00 to 11:00, Dentist')).toBeInTheDocument()
  const cut = await block(/^Thursday 9:00 to 12:00/)
  expect(plain(cut.getAttribute('aria-label'))).toContain('1 h of 3 h: busy (Dentist)')
  expect(screen.getByText('Busy all day, Company day')).toBeInTheDocument()
  expect((await block(/^Friday 9:00 to 12:00/)).getAttribute('aria-label')).toContain('busy (Company day)')
  expect((await axe.run(container)).violations).toEqual([])
  await commands.undo()
})

test('on_a_day_that_is_over_a_change_is_for_that_day_alone_and_says_so', async () => {
  render(Toaster)
  await shown()
  const save = vi.spyOn(fake.commands, 'save_block')
  await focus(/^Monday 9:00 to 12:00/)
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
  await block(/^Monday 9:15 to 12:15, .*pinned$/)
  const alone = 'that day is over, and a change for every week begins today\\.'
  const changed = new RegExp(`^Changed “Deep work” only on Monday,? 23 November: ${alone}`)
  expect(await screen.findByText(changed)).toBeVisible()
  await focus(/^Tuesday 15:00 to 16:00/)
  await userEvent.keyboard('p')
  expect(await screen.findByText(/^A pin is for every week from today on/)).toBeInTheDocument()
  await userEvent.keyboard('{Delete}')
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Tuesday 15:00/ })).toBeNull())
  const removed = new RegExp(`^Removed “.*” only on Tuesday,? 24 November: ${alone}$`)
  expect(await screen.findByText(removed)).toBeVisible()
  await block(/^Thursday 15:00 to 16:00/)
  expect(save).not.toHaveBeenCalled()
  await focus(/^Tuesday 9:00 to 12:00/)
  await userEvent.keyboard('{Enter}')
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText('“Deep work”, on Tuesday 24 November.')).toBeVisible()
  await userEvent.click(dialog.getByRole('button', { name: 'Change' }))
  expect(dialog.getByText('This changes it on Tuesday 24 November alone.')).toBeVisible()
})

test('a_second_copy_of_a_template_is_proposed_under_a_name_that_is_free', async () => {
  await shown()
  vi.spyOn(fake.commands, 'get_templates').mockResolvedValue({
    all: [
      { id: 1, name: 'Full-time', work_minutes: 3780 },
      { id: 2, name: 'Full-time, copy', work_minutes: 3780 },
    ],
    seasons: [{ from: '2026-10-19', template: 1, first: true }],
  })
  await userEvent.click(screen.getByRole('button', { name: /^Week template: / }))
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.click(await dialog.findByRole('button', { name: 'Copy Full-time' }))
  expect(dialog.getByLabelText('Name')).toHaveValue('Full-time, copy 2')
})
