import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { commands } from '../../bridge'
import { fake } from '../../bridge/fake'
import FirstRun from './FirstRun.svelte'

beforeEach(() => {
  vi.restoreAllMocks()
  fake.show('empty')
})

const PREVIEW = 'Here is what your roadmap says'
const PACE = 'When do you start, and how fast?'

test('three times Enter lead from the first screen to a dated plan', async () => {
  const user = userEvent.setup()
  const onbegun = vi.fn()
  const begin = vi.spyOn(fake.commands, 'begin')
  render(FirstRun, { onbegun })
  const first = await screen.findByRole('button', { name: /Production ML Engineer/ })
  await waitFor(() => expect(first).toHaveFocus())
  await user.keyboard('{Enter}')
  await screen.findByRole('heading', { name: PREVIEW })
  await user.keyboard('{Enter}')
  await screen.findByRole('heading', { name: PACE })
  await user.keyboard('{Enter}')
  await waitFor(() => expect(onbegun).toHaveBeenCalledOnce())
  expect(begin.mock.calls[0]![0].setup).toMatchObject({ start: '2026-11-30', pace: { kind: 'as-written' } })
  expect((await commands.get_frame()).plan).not.toBeNull()
})

test('the sample is offered, marked as one, and leads straight on', async () => {
  const user = userEvent.setup()
  const onbegun = vi.fn()
  render(FirstRun, { onbegun })
  const offer = await screen.findByRole('button', { name: /Try it six weeks in/ })
  expect(offer).toHaveTextContent('Sample')
  await user.click(offer)
  await waitFor(() => expect(onbegun).toHaveBeenCalledOnce())
  expect((await commands.get_frame()).plan?.sample).toBe(true)
})

test('a file chosen in the dialog is previewed, and one not chosen changes nothing', async () => {
  const user = userEvent.setup()
  vi.spyOn(fake.commands, 'pick_roadmap').mockResolvedValueOnce(null)
  render(FirstRun, {})
  await user.click(await screen.findByRole('button', { name: /Open a Markdown file/ }))
  expect(screen.getByRole('heading', { name: 'Which way do you want to go?' })).toBeVisible()
  await user.click(screen.getByRole('button', { name: /Open a Markdown file/ }))
  expect(await screen.findByRole('heading', { name: PREVIEW })).toBeVisible()
  expect(screen.getByText(/read from small.md/)).toBeVisible()
})

test('a file that was dropped or given as an argument is previewed at once', async () => {
  render(FirstRun, { offered: '/home/robin/plans/small.md' })
  expect(await screen.findByRole('heading', { name: PREVIEW })).toBeVisible()
})

test('a file that can’t be read is named, with the fix, and the choice stays open', async () => {
  render(FirstRun, { offered: '/home/robin/broken.md' })
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'broken.md is not UTF-8 text (byte 12). Save it as UTF-8',
  )
  expect(await screen.findByRole('button', { name: /Production ML Engineer/ })).toBeEnabled()
})

test('behind a recognised line stands what it was taken for and the document’s own words', async () => {
  const user = userEvent.setup()
  render(FirstRun, { offered: '/home/robin/small.md' })
  const stage = await screen.findByRole('button', { name: /From scratch/ })
  stage.focus()
  await user.keyboard('{ArrowRight}')
  expect(stage).toHaveAttribute('aria-expanded', 'true')
  const line = screen.getByRole('button', { name: /^Checkpoint item You can explain gradients/ })
  expect(line).toHaveTextContent(/line \d+/)
  line.focus()
  await user.keyboard('{Enter}')
  expect(screen.getByText('- [ ] You can explain gradients')).toBeVisible()
  expect(screen.getByRole('heading', { name: PREVIEW })).toBeVisible()
})

test('what was not recognised is listed with its line', async () => {
  const user = userEvent.setup()
  render(FirstRun, { offered: '/home/robin/small.md' })
  await user.click(await screen.findByRole('button', { name: 'Show' }))
  expect(screen.getByRole('list', { name: 'Lines kept as notes' })).toHaveTextContent(
    'May your queues stay short',
  )
})

test('dragging the pace moves the finish', async () => {
  const user = userEvent.setup()
  render(FirstRun, { offered: null })
  await user.click(await screen.findByRole('button', { name: /Production ML Engineer/ }))
  await user.click(await screen.findByRole('button', { name: /Choose start and pace/ }))
  expect(await screen.findByText(/^460.h at about 38.h a week: 12 weeks/)).toBeVisible()
  await fireEvent.input(screen.getByRole('slider'), { target: { value: '20' } })
  expect(await screen.findByText(/^460.h at 20.h a week: 23 weeks, until (9 May|May 9,) 2027$/)).toBeVisible()
  expect(screen.getByText('The document itself says: “6-9 months”')).toBeVisible()
  expect(screen.getByRole('combobox', { name: 'Week template' })).toHaveDisplayValue(/^Part-time/)
})

test('terms that make no plan are refused with the reason, and nothing begins', async () => {
  const user = userEvent.setup()
  const begin = vi.spyOn(fake.commands, 'begin')
  vi.spyOn(fake.commands, 'estimate').mockRejectedValue({ code: 'invalid', message: 'Start earlier.' })
  render(FirstRun, { offered: '/home/robin/small.md' })
  await user.click(await screen.findByRole('button', { name: /Choose start and pace/ }))
  expect(await screen.findByText('Start earlier.')).toBeVisible()
  expect(screen.getByRole('button', { name: /Start the plan/ })).toBeDisabled()
  expect(begin).not.toHaveBeenCalled()
})

test('what was chosen is what the plan begins with', async () => {
  const user = userEvent.setup()
  const begin = vi.spyOn(fake.commands, 'begin')
  render(FirstRun, { offered: '/home/robin/small.md' })
  await user.click(await screen.findByRole('button', { name: /Choose start and pace/ }))
  await user.click(screen.getByRole('button', { name: /^First day/ }))
  await user.click(await screen.findByRole('button', { name: /\b1\b.*December|December 1\b/ }))
  await user.selectOptions(screen.getByLabelText('Weeks begin on'), 'Saturday')
  await user.selectOptions(screen.getByLabelText('Target role'), 'Backend engineer')
  await fireEvent.input(screen.getByRole('slider'), { target: { value: '10' } })
  await user.click(screen.getByRole('button', { name: /Start the plan/ }))
  await waitFor(() => expect(begin).toHaveBeenCalledOnce())
  expect(begin.mock.calls[0]![0]).toEqual({
    source: { from: 'file', path: '/home/robin/small.md' },
    setup: {
      start: '2026-12-01',
      pace: { kind: 'hours', per_week_minutes: 600 },
      template: 1,
      week_start: 'sat',
      buffer: 0,
      role: 'Backend engineer',
    },
  })
})

test('the week begins as the host proposes, whatever the web view speaks', async () => {
  const user = userEvent.setup()
  const answer = await commands.preview({ source: { from: 'file', path: '/home/robin/small.md' } })
  const proposal = { ...answer.proposal, week_start: 'sat' }
  vi.spyOn(fake.commands, 'preview').mockResolvedValue({ ...answer, proposal })
  render(FirstRun, { offered: '/home/robin/small.md' })
  await user.click(await screen.findByRole('button', { name: /Choose start and pace/ }))
  expect(screen.getByLabelText('Weeks begin on')).toHaveDisplayValue('Saturday')
})

test('Back keeps what was read and leads to the choice', async () => {
  const user = userEvent.setup()
  render(FirstRun, { offered: '/home/robin/small.md' })
  await user.click(await screen.findByRole('button', { name: /Choose start and pace/ }))
  await user.click(screen.getByRole('button', { name: 'Back' }))
  expect(screen.getByRole('heading', { name: PREVIEW })).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Back' }))
  expect(await screen.findByRole('button', { name: /Production ML Engineer/ })).toBeVisible()
})

test('with a plan already there one can keep it', async () => {
  const user = userEvent.setup()
  const cancel = vi.fn()
  render(FirstRun, { cancel })
  await user.click(await screen.findByRole('button', { name: 'Keep the current plan' }))
  expect(cancel).toHaveBeenCalledOnce()
})

test('an exported roadmap is imported, with nothing to preview', async () => {
  const onbegun = vi.fn()
  const imported = vi.spyOn(fake.commands, 'import_roadmap')
  render(FirstRun, { offered: '/home/robin/year.json', onbegun })
  await waitFor(() => expect(onbegun).toHaveBeenCalledOnce())
  expect(imported).toHaveBeenCalledWith({ path: '/home/robin/year.json' })
})

test('the roadmaps there are already can be gone to, once there are any', async () => {
  const user = userEvent.setup()
  const onlibrary = vi.fn()
  render(FirstRun, { onlibrary })
  await screen.findByRole('button', { name: /Production ML Engineer/ })
  expect(screen.queryByRole('button', { name: 'Your roadmaps' })).toBeNull()
  fake.show('archived')
  await user.click(await screen.findByRole('button', { name: 'Your roadmaps' }))
  expect(onlibrary).toHaveBeenCalledOnce()
})

test('a file that is a roadmap already offers to go on with that', async () => {
  fake.show('empty')
  const now = await fake.commands.preview({ source: { from: 'file', path: '/home/robin/small.md' } })
  vi.spyOn(fake.commands, 'preview').mockResolvedValue({ ...now, already: 7 })
  const activated = vi.spyOn(fake.commands, 'activate_roadmap').mockResolvedValue()
  const onbegun = vi.fn()
  render(FirstRun, { offered: '/home/robin/small.md', onbegun })
  await userEvent.click(await screen.findByRole('button', { name: 'Go on with the first' }))
  expect(activated).toHaveBeenCalledWith({ id: 7 })
  await waitFor(() => expect(onbegun).toHaveBeenCalled())
})
