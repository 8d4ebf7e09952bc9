import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { fake } from '../../bridge/fake'
import FirstRun from './FirstRun.svelte'

// Menus are drawn anew for each choice, and finding things by their role looks at the whole document.
vi.setConfig({ testTimeout: 20_000 })

beforeEach(() => {
  vi.restoreAllMocks()
  fake.show('empty')
})

async function open(path = '/home/robin/small.md') {
  render(FirstRun, { offered: path })
  return screen.findByRole('heading', { name: 'Here is what your roadmap says' })
}

test('each opened line says why it was taken for what it is, stages and phases too', async () => {
  const user = userEvent.setup()
  await open()
  await user.click(screen.getByRole('button', { name: /^Month 1: Foundations/ }))
  expect(screen.getByText('Phase: its heading names month 1.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: /From scratch/ }))
  expect(screen.getByText('Stage: its heading names week 1.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: /^Ongoing activities/ }))
  expect(screen.getByText(/^Stage, a guess: it stands where/)).toBeVisible()
})

test('a line is taken for something else by keys alone, and one stays there', async () => {
  const user = userEvent.setup()
  await open()
  const stage = screen.getByRole('button', { name: /^Week 1 From scratch/ })
  stage.focus()
  await user.keyboard('{ArrowRight}')
  const line = screen.getByRole('button', { name: /^Checkpoint Checkpoint/ })
  line.focus()
  await user.keyboard('{Enter}')
  const trigger = await screen.findByRole('button', { name: 'Take “Checkpoint” for…' })
  trigger.focus()
  await user.keyboard('{Enter}')
  expect(await screen.findByRole('menuitemradio', { name: 'Checkpoint' })).toBeChecked()
  screen.getByRole('menuitemradio', { name: 'Stage' }).focus()
  await user.keyboard('{Enter}')
  expect(await screen.findByText('Now a stage: Checkpoint')).toBeInTheDocument()
  const now = await screen.findByRole('button', { name: /^7 days Checkpoint/ })
  expect(now).toHaveAttribute('aria-expanded', 'true')
  expect(now).toHaveTextContent('set by you')
  expect(stage).toBeVisible()
  expect(stage).toHaveAttribute('aria-expanded', 'true')
  await waitFor(() => expect(screen.getByRole('button', { name: 'Take “Checkpoint” for…' })).toHaveFocus())
  expect(screen.getByText('Stage: you said so.')).toBeVisible()

  await user.click(screen.getByRole('button', { name: 'As recognised' }))
  expect(await screen.findByText('As recognised a checkpoint: Checkpoint')).toBeInTheDocument()
  expect(await screen.findByText('Checkpoint: its heading says “Checkpoint”.')).toBeVisible()
})

test('work gets another kind and other hours', async () => {
  const user = userEvent.setup()
  const correct = vi.spyOn(fake.commands, 'correct')
  await open()
  await user.click(screen.getByRole('button', { name: /From scratch/ }))
  await user.click(screen.getByRole('button', { name: /^Activity Study/ }))
  await user.click(await screen.findByRole('button', { name: 'Take “Study” for…' }))
  await user.click(await screen.findByRole('menuitemradio', { name: 'Writing' }))
  expect(await screen.findByText('Now an activity, writing: Study')).toBeInTheDocument()
  const hours = await screen.findByRole('textbox', { name: 'Hours' })
  expect(hours).toHaveValue('15')
  await user.clear(hours)
  await user.type(hours, 'a few{Enter}')
  expect(screen.getByRole('alert')).toHaveTextContent('Write hours as a number')
  await user.clear(hours)
  await user.type(hours, '7,5{Enter}')
  await waitFor(() =>
    expect(screen.getByRole('button', { name: /^Activity Study/ })).toHaveTextContent('7 h 30'),
  )
  expect(correct.mock.lastCall![0].taken).toEqual({
    as: 'hours',
    budget: { per: 'stage', least: 450, most: 450 },
  })
  expect(screen.getByRole('heading', { name: 'Here is what your roadmap says' })).toBeVisible()
  expect(hours).toHaveFocus()
})

test('the aside counts the guesses, and steps through them by button and by key', async () => {
  const user = userEvent.setup()
  await open('/home/robin/plans/tracks.md')
  expect(screen.getByText('4 guesses.', { exact: false })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Next guess' }))
  const first = screen.getByRole('button', { name: /^Numbers and code/ })
  await waitFor(() => expect(first).toHaveFocus())
  expect(first).toHaveAttribute('aria-expanded', 'true')
  await user.keyboard('g')
  await waitFor(() =>
    expect(screen.getByRole('button', { name: /^Activity Exercises by hand/ })).toHaveFocus(),
  )
  expect(first).toHaveAttribute('aria-expanded', 'false')
  await user.keyboard('{Shift>}g{/Shift}')
  await waitFor(() => expect(first).toHaveFocus())
})

test('of several ways one is picked, and without a pick it says that it is the first', async () => {
  const user = userEvent.setup()
  await open('/home/robin/plans/tracks.md')
  expect(screen.getByText('Until you pick one it goes by the first, A.')).toBeVisible()
  expect(screen.getByRole('button', { name: /Linear algebra/ })).toBeVisible()
  await user.keyboard('{Enter}')
  expect(await screen.findByText(/^It goes by the first of 2 ways: From the web/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Back' }))
  await user.click(screen.getByRole('radio', { name: /From statistics/ }))
  expect(await screen.findByRole('button', { name: /^10 days A sprint on services/ })).toBeVisible()
  expect(screen.queryByRole('button', { name: /Linear algebra/ })).toBeNull()
  expect(screen.getByRole('radio', { name: /From statistics/ })).toBeChecked()
  await user.click(screen.getByRole('button', { name: /Choose start and pace/ }))
  expect(screen.queryByText(/^It goes by the first/)).toBeNull()
})

test('what undo takes back is seen in the document that is looked at', async () => {
  await open()
  const now = await fake.commands.preview({ source: { from: 'file', path: '/home/robin/small.md' } })
  vi.spyOn(fake.commands, 'preview').mockResolvedValue({ ...now, title: 'As it was before' })
  fake.say('changed', ['frame', 'reading'])
  expect(await screen.findByText(/^As it was before, read from/)).toBeVisible()
})
