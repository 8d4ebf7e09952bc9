import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { commands, type SessionLine } from '../../bridge'
import { fake } from '../../bridge/fake'
import Sessions from './Sessions.svelte'

const TODAY = '2026-11-25'
const EVER = { from: '2000-01-01', to: '9999-12-31', page: 0 }

afterEach(() => {
  vi.useRealTimers()
})

async function shown(scene: 'plan' | 'before-start' = 'plan') {
  fake.show(scene)
  render(Sessions, { today: TODAY, weekStart: null })
  await screen.findByRole('button', { name: 'Add' })
}

/** Today's lines. */
async function lines(): Promise<SessionLine[]> {
  return (await commands.get_sessions({ ...EVER, from: TODAY, to: TODAY })).sessions
}

const day = () => screen.findByRole('region', { name: /^Today/ })
const button = async (name: string | RegExp) => within(await day()).getByRole('button', { name })

async function choose(title: string, item: string) {
  await userEvent.click(await button(`More for “${title}”`))
  await userEvent.click(await screen.findByRole('menuitem', { name: item }))
}

async function write(label: string, text: string) {
  const field = await screen.findByLabelText(label)
  await userEvent.clear(field)
  await userEvent.type(field, text)
}

test('the_latest_stand_first_by_day_with_what_was_noted_and_how_they_ended', async () => {
  await shown()
  const rows = within(await day()).getAllByRole('listitem')
  expect(rows[0]).toHaveTextContent(/Focus\s*Outside the roadmap/)
  expect(rows.at(-1)).toHaveTextContent(/Transfer learning.*The scheduler was the culprit.*Finished/)
  expect(within(await day()).getByText('2 interruptions')).toBeInTheDocument()
})

test('earlier_ones_come_on_demand', async () => {
  await shown()
  const count = () => screen.getAllByRole('listitem').length
  await day()
  expect(count()).toBe(10)
  await userEvent.click(screen.getByRole('button', { name: 'Show earlier ones' }))
  await vi.waitFor(() => expect(count()).toBe(20))
})

test('a_session_is_changed_and_taken_back', async () => {
  await shown()
  await userEvent.click(await button('Lectures on convolutional networks'))
  await write('Note', 'Watched at double speed')
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Watched at double speed')).toBeInTheDocument()
  await commands.undo()
  expect((await lines()).map(({ note }) => note)).not.toContain('Watched at double speed')
})

test('times_that_are_taken_are_refused_at_their_fields', async () => {
  vi.useFakeTimers({ now: new Date(`${TODAY}T15:00`), toFake: ['Date'] })
  await shown()
  await userEvent.click(screen.getByRole('button', { name: 'Add' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Work' }))
  await userEvent.type(await screen.findByPlaceholderText(/^Find a step/), 'tax return')
  await userEvent.click(await screen.findByRole('option', { name: 'tax return' }))
  const { work } = (await lines())[0]!
  await commands.add_session({
    draft: { work, started_at: iso('06:00'), ended_at: iso('06:30'), note: null },
  })
  await write('From', '6:10')
  await write('Until', '6:20')
  await userEvent.click(screen.getAllByRole('button', { name: 'Add' }).at(-1)!)
  expect(await screen.findByRole('alert')).toHaveTextContent('It overlaps “Focus”: choose other times')
  expect(screen.getByLabelText('From')).toHaveAttribute('aria-invalid', 'true')
})

/** A time of today, by the clock on the wall. */
function iso(time: string): string {
  return new Date(`${TODAY}T${time}`).toISOString()
}

test('nothing_is_saved_without_work_and_it_says_so', async () => {
  await shown()
  await userEvent.click(screen.getByRole('button', { name: 'Add' }))
  await userEvent.click(screen.getAllByRole('button', { name: 'Add' }).at(-1)!)
  expect(await screen.findByRole('alert')).toHaveTextContent('Say what it was for.')
})

test('a_session_is_split_at_a_time_within_it', async () => {
  await shown()
  const before = (await lines()).length
  await choose('Lectures on convolutional networks', 'Split…')
  await write('At', '3:00')
  await userEvent.click(screen.getByRole('button', { name: 'Split' }))
  expect(await screen.findByRole('alert')).toHaveTextContent(/^Write a time between/)
  const { started_at } = (await lines()).find(
    ({ kind, work }) => kind === 'focus' && work.title.startsWith('Lectures'),
  )!
  const at = new Date(Date.parse(started_at) + 10 * 60_000).toTimeString().slice(0, 5)
  await write('At', at)
  await userEvent.click(screen.getByRole('button', { name: 'Split' }))
  await screen.findByText('Went on as another')
  expect((await lines()).length).toBe(before + 1)
})

test('what_was_outside_the_roadmap_is_given_work_of_it', async () => {
  await shown()
  await choose('Focus', 'Give it work of the roadmap…')
  const option = (await screen.findAllByRole('option'))[0]!
  await userEvent.click(option)
  await vi.waitFor(async () => expect((await lines())[0]!.outside).toBe(false))
})

test('delete_removes_a_session_from_the_keyboard_and_undo_brings_it_back', async () => {
  await shown()
  const before = (await lines()).length
  ;(await button('Focus')).focus()
  await userEvent.keyboard('{Delete}')
  await vi.waitFor(async () => expect((await lines()).length).toBe(before - 1))
  expect(document.activeElement?.closest('[data-row]')).toHaveTextContent(/^\s*10:25 – 10:30/)
  await commands.undo()
  expect((await lines()).length).toBe(before)
})

test('without_sessions_it_says_what_will_be_here', async () => {
  await shown('before-start')
  expect(await screen.findByText(/will be listed here once it is over/)).toBeVisible()
})
