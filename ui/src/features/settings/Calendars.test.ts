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

const plan = { title: 'Choir' }
const list = () => screen.findByRole('list', { name: 'Calendars' })

test('a_file_is_added_and_says_what_it_brings', async () => {
  render(Calendars, { plan })
  await userEvent.click(screen.getByRole('button', { name: 'Add a file…' }))
  const line = within(await list())
  expect(line.getByText('private.ics')).toBeVisible()
  expect(line.getByText(/^2 busy times in the next four weeks, read on 25 November/)).toBeVisible()
})

test('a_folder_says_how_many_files_it_has_and_what_could_not_be_read', async () => {
  const { container } = render(Calendars, { plan })
  await userEvent.click(screen.getByRole('button', { name: 'Add a folder…' }))
  const line = within(await list())
  expect(line.getByText(/^2 files, 2 busy times/)).toBeVisible()
  await userEvent.click(line.getByText('Some of it could not be read'))
  expect(line.getByText(/^old\.ics, line 12/)).toBeVisible()
  expect(line.getByText('and 12 more')).toBeVisible()
  expect((await axe.run(container)).violations).toEqual([])
})

test('a_calendar_is_removed_and_undo_brings_it_back', async () => {
  render(Calendars, { plan })
  await commands.add_calendar({ path: '/home/robin/private.ics' })
  await userEvent.click(await screen.findByRole('button', { name: 'Remove private.ics' }))
  await vi.waitFor(() => expect(screen.queryByText('private.ics')).toBeNull())
  await commands.undo()
  expect(await screen.findByText('private.ics')).toBeVisible()
})

test('the_focus_stays_near_a_calendar_that_is_removed', async () => {
  render(Calendars, { plan })
  for (const name of ['choir.ics', 'private.ics'])
    await commands.add_calendar({ path: `/home/robin/${name}` })
  await userEvent.click(await screen.findByRole('button', { name: 'Remove choir.ics' }))
  await vi.waitFor(() => expect(screen.getByRole('button', { name: 'Remove private.ics' })).toHaveFocus())
  await userEvent.click(screen.getByRole('button', { name: 'Remove private.ics' }))
  await vi.waitFor(() => {
    expect(screen.queryByText('private.ics')).toBeNull()
    expect(screen.getByRole('region', { name: 'Calendar' })).toContainElement(
      document.activeElement as HTMLElement,
    )
  })
})

test('two_calendars_of_one_name_are_told_apart_by_where_they_are', async () => {
  render(Calendars, { plan })
  for (const folder of ['choir', 'home']) await commands.add_calendar({ path: `/${folder}/basic.ics` })
  expect(await screen.findByText('/choir/basic.ics')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Remove /home/basic.ics' })).toBeVisible()
})

test('why_a_calendar_could_not_be_read_stands_with_it_and_what_holds_only_where_it_was_read', async () => {
  const line = { id: 1, name: 'gone.ics', path: '/gone.ics', files: null, busy: 3, problems: [] }
  const of = (id: number, name: string, read_at: string | null) => {
    return { ...line, id, name, read_at, more_problems: 0, trouble: `${name} is not there.` }
  }
  vi.spyOn(fake.commands, 'get_calendars').mockResolvedValue([
    of(1, 'gone.ics', '2026-11-25T09:42:00Z'),
    of(2, 'new.ics', null),
  ])
  render(Calendars, { plan })
  expect(await screen.findByText('gone.ics is not there. What was last read holds until then.')).toBeVisible()
  expect(screen.getByText('new.ics is not there.')).toBeVisible()
})

test('without_a_plan_there_is_nothing_to_export_and_it_says_so', () => {
  render(Calendars, { plan: null })
  const button = screen.getByRole('button', { name: 'Export…' })
  expect(button).toBeDisabled()
  expect(button).toHaveAttribute('title', 'There is no plan to export yet.')
})

test('the_plan_is_exported_under_its_roadmaps_name', async () => {
  const written = vi.spyOn(fake.commands, 'export_calendar')
  render(Calendars, { plan })
  await userEvent.click(screen.getByRole('button', { name: 'Export…' }))
  await vi.waitFor(() => expect(written).toHaveBeenCalledWith({ path: '/home/robin/Choir.ics' }))
})

test('an_export_says_how_much_it_wrote_and_until_when', () => {
  expect(exportWords({ blocks: 120, gates: 1, until: '2027-01-10' }, 'plan.ics')).toBe(
    'Exported 120 blocks and 1 gate until 10 January 2027 to plan.ics',
  )
  expect(exportWords({ blocks: 0, gates: 0, until: null }, 'plan.ics')).toBe(
    'Exported to plan.ics: no blocks and no gates since four weeks ago',
  )
})
