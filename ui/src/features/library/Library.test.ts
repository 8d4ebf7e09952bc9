import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { commands } from '../../bridge'
import { fake } from '../../bridge/fake'
import Library from './Library.svelte'
import { datesWords, progressWords } from './words'

const user = userEvent.setup()

beforeEach(() => vi.restoreAllMocks())

async function show() {
  const go = vi.fn()
  render(Library, { go })
  await screen.findByRole('main', { name: 'Roadmaps' })
  return go
}

const list = () => screen.findByRole('list', { name: 'Roadmaps' })
const lines = async () => within(await list()).getAllByRole('listitem')
const active = async () => (await commands.get_roadmaps()).find((entry) => entry.active)?.title

async function choose(title: string, what: string) {
  await user.click(await screen.findByRole('button', { name: `More about ${title}` }))
  await user.click(await screen.findByRole('menuitem', { name: new RegExp(`^${what}`) }))
}

test('the_active_roadmap_stands_first_and_each_says_where_it_came_from_and_how_far_it_is', async () => {
  await show()
  const [first, second, third] = await lines()
  expect(first).toHaveTextContent(/Production ML Engineer.*comes with Waymark.*Active.*34 of 212 done/)
  expect(second).toHaveTextContent(/Half marathon in spring.*made here.*no dates yet/)
  expect(third).toHaveTextContent(/A first service.*small.md.*Nov.*Feb.*2 of 18 done/)
})

test('a_press_makes_a_roadmap_active_and_undo_takes_that_back', async () => {
  await show()
  const line = within((await lines())[2]!).getByRole('button', { name: /^A first service/ })
  const undo = vi.spyOn(fake.commands, 'undo')
  line.focus()
  await user.keyboard('{Enter}')
  await waitFor(async () => expect(await active()).toBe('A first service'))
  await waitFor(async () => expect((await lines())[0]).toHaveTextContent('A first service'))
  await waitFor(() => expect(screen.getByRole('button', { name: /^A first service/ })).toHaveFocus())
  await commands.undo()
  await waitFor(async () => expect((await lines())[0]).toHaveTextContent('Production ML Engineer'))
  expect(undo).toHaveBeenCalledOnce()
})

test('the_active_one_opens_its_room', async () => {
  const go = await show()
  await user.click(await screen.findByRole('button', { name: /^Production ML Engineer/ }))
  expect(go).toHaveBeenCalledWith({ room: 'roadmap' })
})

test('a_title_is_changed_and_one_that_is_refused_says_why', async () => {
  await show()
  await choose('A first service', 'Rename')
  const title = await screen.findByLabelText('Title')
  expect(title).toHaveValue('A first service')
  await user.clear(title)
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('A roadmap needs a title.')).toBeVisible()
  await user.type(title, 'Two services{Enter}')
  expect(await screen.findByRole('button', { name: /^Two services/ })).toBeVisible()
})

test('f2_asks_for_a_new_title', async () => {
  await show()
  ;(await screen.findByRole('button', { name: /^A first service/ })).focus()
  await user.keyboard('{F2}')
  expect(await screen.findByLabelText('Title')).toHaveFocus()
})

test('a_copy_is_active_afterwards', async () => {
  await show()
  await choose('A first service', 'Duplicate')
  await waitFor(async () => expect((await lines())[0]).toHaveTextContent('A first service (copy)'))
})

test('a_roadmap_is_exported_to_the_file_that_was_chosen_and_not_without_one', async () => {
  await show()
  const exported = vi.spyOn(fake.commands, 'export_roadmap')
  vi.spyOn(fake.commands, 'pick_export').mockResolvedValueOnce(null)
  await choose('A first service', 'Export as Markdown')
  await choose('A first service', 'Export as JSON')
  await waitFor(() => expect(exported).toHaveBeenCalledOnce())
  expect(exported).toHaveBeenCalledWith({
    id: 2,
    format: 'json',
    path: '/home/robin/A first service.json',
  })
})

test('what_is_archived_is_folded_away_below_and_taken_back_from_there', async () => {
  await show()
  await choose('A first service', 'Archive')
  await waitFor(async () => expect(await lines()).toHaveLength(2))
  const fold = screen.getByRole('button', { name: /^Archived 2/ })
  expect(fold).toHaveAttribute('aria-expanded', 'false')
  await user.click(fold)
  const archived = screen.getByRole('list', { name: 'Archived roadmaps' })
  const line = within(archived).getByText('A first service').closest('li')!
  await user.click(within(line).getByRole('button', { name: 'Take back' }))
  await waitFor(async () => expect(await lines()).toHaveLength(3))
  expect(await active()).toBe('Production ML Engineer, 3-6 months')
})

test('where_every_roadmap_is_archived_they_are_in_sight', async () => {
  fake.show('archived')
  await show()
  expect(await screen.findByText(/^Every roadmap is in the archive/)).toBeVisible()
  const archived = screen.getByRole('list', { name: 'Archived roadmaps' })
  expect(within(archived).getAllByRole('listitem')).toHaveLength(4)
})

test('an_exported_file_is_imported_and_a_document_is_previewed', async () => {
  const go = await show()
  const pick = vi.spyOn(fake.commands, 'pick_roadmap').mockResolvedValueOnce('/home/robin/year.JSON')
  await user.click(screen.getByRole('button', { name: 'Import…' }))
  await waitFor(async () => expect(await active()).toBe('A year abroad'))
  expect(go).not.toHaveBeenCalled()
  pick.mockResolvedValueOnce('/home/robin/plan.md')
  await user.click(screen.getByRole('button', { name: 'Import…' }))
  await waitFor(() => expect(go).toHaveBeenCalledWith({ room: 'first-run', file: '/home/robin/plan.md' }))
})

test('a_hundred_roadmaps_and_a_very_long_title_are_all_there', async () => {
  fake.show('overfull')
  await show()
  await waitFor(async () => expect((await lines()).length).toBeGreaterThan(60))
  expect(screen.getByRole('button', { name: /^(A very long way to go ){10}/ })).toBeVisible()
})

test('dates_and_progress_say_when_there_are_none', () => {
  expect(datesWords({ start: null, end: null })).toBe('no dates yet')
  expect(datesWords({ start: '2026-11-30', end: null })).toMatch(/^from .*Nov/)
  expect(progressWords({ done: 0, total: 0 })).toBe('nothing to tick')
})
