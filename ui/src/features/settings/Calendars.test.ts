import { render, screen, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { beforeEach, expect, test, vi } from 'vitest'
import { commands } from '../../bridge'
import { fake } from '../../bridge/fake'
import { habits } from '../../shared/format'
import { exportWords } from '../../shared/plan/calendar-export'
import Calendars from './Calendars.svelte'

beforeEach(() => {
  habits.locale = 'en-GB'
  fake.show('plan')
})

const list = () => screen.findByRole('list', { name: 'Calendars' })

test('a_file_is_added_and_says_what_it_brings', async () => {
  render(Calendars, { title: 'Choir' })
  await userEvent.click(screen.getByRole('button', { name: 'Add a file…' }))
  const line = within(await list())
  expect(line.getByText('private.ics')).toBeVisible()
  expect(line.getByText(/^2 busy times in the next four weeks, read on 25 November/)).toBeVisible()
})

test('a_folder_says_how_many_files_it_has_and_what_could_not_be_read', async () => {
  const { container } = render(Calendars, { title: 'Choir' })
  await userEvent.click(screen.getByRole('button', { name: 'Add a folder…' }))
  const line = within(await list())
  expect(line.getByText(/^2 files, 2 busy times/)).toBeVisible()
  await userEvent.click(line.getByText('Some of it could not be read'))
  expect(line.getByText(/^old\.ics, line 12/)).toBeVisible()
  expect(line.getByText('and 12 more')).toBeVisible()
  expect((await axe.run(container)).violations).toEqual([])
})

test('a_calendar_is_removed_and_undo_brings_it_back', async () => {
  render(Calendars, { title: 'Choir' })
  await commands.add_calendar({ path: '/home/robin/private.ics' })
  await userEvent.click(await screen.findByRole('button', { name: 'Remove private.ics' }))
  await vi.waitFor(() => expect(screen.queryByText('private.ics')).toBeNull())
  await commands.undo()
  expect(await screen.findByText('private.ics')).toBeVisible()
})

test('why_a_calendar_could_not_be_read_again_stands_with_it', async () => {
  const line = { id: 1, name: 'gone.ics', path: '/gone.ics', files: null, busy: 3, read_at: null }
  vi.spyOn(fake.commands, 'get_calendars').mockResolvedValue([
    { ...line, problems: [], more_problems: 0, trouble: 'gone.ics is not there.' },
  ])
  render(Calendars, { title: 'Choir' })
  expect(await screen.findByText(/^gone.ics is not there. What was last read holds/)).toBeVisible()
})

test('the_plan_is_exported_under_its_roadmaps_name', async () => {
  const written = vi.spyOn(fake.commands, 'export_calendar')
  render(Calendars, { title: 'Choir' })
  await userEvent.click(screen.getByRole('button', { name: 'Export…' }))
  await vi.waitFor(() => expect(written).toHaveBeenCalledWith({ path: '/home/robin/Choir.ics' }))
})

test('an_export_says_how_much_it_wrote_and_until_when', () => {
  expect(exportWords({ blocks: 120, gates: 1, until: '2027-01-10' }, 'plan.ics')).toBe(
    'Exported 120 blocks and 1 gate until 10 January to plan.ics',
  )
})
