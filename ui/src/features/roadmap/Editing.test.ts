import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { commands } from '../../bridge'
import { fake } from '../../bridge/fake'
import Roadmap from './Roadmap.svelte'

// A whole roadmap is on the page, and finding things by their role looks at all of it.
vi.setConfig({ testTimeout: 30_000 })

beforeEach(() => {
  vi.restoreAllMocks()
  fake.show('plan')
})

async function show() {
  render(Roadmap, {})
  await screen.findByRole('tabpanel')
}

const openTab = () => screen.getByRole('tab', { selected: true })

test('a stage offers what can be done with it, and gets another length', async () => {
  const user = userEvent.setup()
  await show()
  await user.click(screen.getByRole('button', { name: 'More about Computer vision project' }))
  const items = (await screen.findAllByRole('menuitem')).map((item) => item.textContent?.trim())
  expect(items.map((words) => words?.replace(/ .?(F2|Insert|Delete|Alt .)$/, ''))).toEqual([
    expect.stringMatching(/^Source, line/),
    'Rename…',
    'Length…',
    'Add a step…',
    'Add an activity…',
    'Add a stage behind…',
    'Move earlier',
    'Move later',
    'Remove',
  ])
  await user.click(screen.getByRole('menuitem', { name: 'Length…' }))
  const weeks = await screen.findByLabelText('Weeks')
  expect(weeks).toHaveValue('2')
  await user.clear(weeks)
  await user.type(weeks, 'two{Enter}')
  expect(await screen.findByText('Write a whole number from 1 to 52.')).toBeVisible()
  await user.clear(weeks)
  await user.type(weeks, '3{Enter}')
  expect(await screen.findByRole('heading', { name: 'Weeks 6–8: Computer vision project' })).toBeVisible()
})

test('a stage is added behind another, and is where one goes on', async () => {
  const user = userEvent.setup()
  await show()
  await user.click(screen.getByRole('button', { name: 'More about Computer vision project' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Add a stage behind…' }))
  await user.type(await screen.findByLabelText('Title'), 'A week to breathe')
  await user.click(screen.getByRole('button', { name: 'Add' }))
  expect(await screen.findByRole('heading', { name: 'Week 8: A week to breathe' })).toBeVisible()
  await waitFor(() => expect(openTab()).toHaveFocus())
  expect(openTab()).toHaveAccessibleName(/^Week 8: A week to breathe/)

  await user.keyboard('{Delete}')
  await waitFor(() => expect(screen.queryByRole('heading', { name: /A week to breathe/ })).toBeNull())
  expect(screen.getByRole('heading', { name: 'Week 8: Real-time systems' })).toBeVisible()
  await waitFor(() => expect(openTab()).toHaveFocus())
  await commands.undo()
  expect(await screen.findByRole('heading', { name: 'Week 8: A week to breathe' })).toBeVisible()
})

test('stages move by keys on the timeline, and keep the focus', async () => {
  const user = userEvent.setup()
  await show()
  openTab().focus()
  await user.keyboard('{Alt>}{ArrowLeft}{/Alt}')
  expect(await screen.findByRole('heading', { name: 'Weeks 5–6: Computer vision project' })).toBeVisible()
  await waitFor(() => expect(openTab()).toHaveFocus())
  await user.keyboard('{F2}')
  await user.clear(await screen.findByLabelText('Title'))
  await user.keyboard('Seeing{Enter}')
  expect(await screen.findByRole('heading', { name: 'Weeks 5–6: Seeing' })).toBeVisible()
})

test('an activity is added to a stage, and gets another kind of work', async () => {
  const user = userEvent.setup()
  await show()
  await user.click(screen.getByRole('button', { name: 'More about Computer vision project' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Add an activity…' }))
  await user.type(await screen.findByLabelText('Title'), 'A page about it')
  await user.selectOptions(screen.getByLabelText('Category'), 'Writing')
  await user.type(screen.getByLabelText('Hours for the whole stage'), '6')
  await user.click(screen.getByRole('button', { name: 'Add' }))
  const card = await screen.findByRole('region', { name: 'A page about it' })
  expect(within(card).getByText('Writing')).toBeVisible()
  const menu = within(card).getByRole('button', { name: 'More about A page about it' })
  await waitFor(() => expect(menu).toHaveFocus())
  await user.keyboard('{Enter}')
  await user.click(await screen.findByRole('menuitem', { name: 'Category…' }))
  await user.selectOptions(await screen.findByLabelText('Category'), 'Review')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await within(card).findByText('Review')).toBeVisible()
})

test('an open end has no length, and a phase takes a stage and another phase', async () => {
  const user = userEvent.setup()
  await show()
  openTab().focus()
  await user.keyboard('{End}')
  const sheet = screen.getByRole('tabpanel')
  const [ofPhase, ofStage] = within(sheet).getAllByRole('button', { name: /^More about/ })
  await user.click(ofStage!)
  await screen.findByRole('menuitem', { name: 'Add a stage behind…' })
  expect(screen.queryByRole('menuitem', { name: 'Length…' })).toBeNull()
  await user.keyboard('{Escape}')
  await user.click(ofPhase!)
  await user.click(await screen.findByRole('menuitem', { name: 'Add a phase behind…' }))
  await user.type(await screen.findByLabelText('Title'), 'Afterwards{Enter}')
  const heading = await screen.findByRole('heading', { name: 'Afterwards' })
  const menu = screen.getByRole('button', { name: 'More about Afterwards' })
  expect(heading).toBeVisible()
  await waitFor(() => expect(menu).toHaveFocus())
  await user.keyboard('{Insert}')
  await user.type(await screen.findByLabelText('Title'), 'Rest a while')
  await user.click(screen.getByRole('button', { name: 'Add' }))
  await waitFor(() => expect(screen.getByRole('button', { name: 'More about Rest a while' })).toHaveFocus())
})
