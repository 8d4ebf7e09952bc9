import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { fake } from '../../bridge/fake'
import FirstRun from './FirstRun.svelte'

beforeEach(() => {
  vi.restoreAllMocks()
  fake.show('empty')
})

test('a roadmap from nothing is a title, weeks and hours, and leads to start and pace', async () => {
  const user = userEvent.setup()
  const begin = vi.spyOn(fake.commands, 'begin')
  render(FirstRun, { onbegun: vi.fn() })
  await user.click(await screen.findByRole('button', { name: /Start from nothing/ }))
  await waitFor(() => expect(screen.getByLabelText('Title')).toHaveFocus())
  await user.keyboard('Rust by doing')
  await user.clear(screen.getByLabelText('Weeks'))
  await user.type(screen.getByLabelText('Weeks'), '8')
  await user.type(screen.getByLabelText('Hands-on'), '6')
  await user.click(screen.getByRole('button', { name: 'More kinds of work' }))
  await waitFor(() => expect(screen.getByLabelText('Interview prep')).toHaveFocus())
  await user.type(screen.getByLabelText('Writing'), '1.5{Enter}')
  expect(await screen.findByRole('heading', { name: 'When do you start, and how fast?' })).toBeVisible()
  expect(await screen.findByText(/^60.h at about 8.h a week: 8 weeks/)).toBeVisible()
  expect(screen.getAllByRole('listitem')).toHaveLength(2)

  await user.click(screen.getByRole('button', { name: 'Back' }))
  expect(screen.getByLabelText('Title')).toHaveValue('Rust by doing')
  expect(screen.getByLabelText('Writing')).toHaveValue('1.5')
  await user.click(screen.getByRole('button', { name: /Choose start and pace/ }))
  await user.click(await screen.findByRole('button', { name: /Start the plan/ }))
  await waitFor(() => expect(begin).toHaveBeenCalledOnce())
  expect(begin.mock.calls[0]![0].source).toEqual({
    from: 'own',
    title: 'Rust by doing',
    weeks: 8,
    minutes: [
      { category: 'hands-on', minutes: 360 },
      { category: 'writing', minutes: 90 },
    ],
  })
})

test('what is missing is said beside its field, and one goes on typing there', async () => {
  const user = userEvent.setup()
  render(FirstRun, {})
  await user.click(await screen.findByRole('button', { name: /Start from nothing/ }))
  await user.click(screen.getByRole('button', { name: /Choose start and pace/ }))
  expect(screen.getByText('Give it a title; it can be changed later.')).toBeVisible()
  expect(screen.getByText('Give at least one of these some hours.')).toBeVisible()
  expect(screen.getByLabelText('Title')).toHaveFocus()
  await user.keyboard('Rust{Enter}')
  expect(screen.queryByText('Give it a title; it can be changed later.')).toBeNull()
  expect(screen.getByLabelText('Study')).toHaveFocus()
  await user.click(screen.getByRole('button', { name: 'Back' }))
  expect(await screen.findByRole('heading', { name: 'Which way do you want to go?' })).toBeVisible()
})
