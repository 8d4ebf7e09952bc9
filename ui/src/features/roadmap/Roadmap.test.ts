import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { commands } from '../../bridge'
import { fake } from '../../bridge/fake'
import { walk } from '../../shared/plan/items'
import Roadmap from './Roadmap.svelte'

async function show(item?: number) {
  render(Roadmap, { item })
  await screen.findByRole('tabpanel')
}

async function idOf(text: string): Promise<number> {
  return walk((await commands.get_roadmap()).items).find((item) => item.text === text)!.id
}

const box = (name: RegExp | string) => screen.getByRole('checkbox', { name })

// A whole roadmap is on the page, and finding things by their role looks at all of it.
vi.setConfig({ testTimeout: 20_000 })

beforeEach(() => vi.restoreAllMocks())

test('the current stage is open', async () => {
  await show()
  expect(screen.getByRole('tab', { selected: true })).toHaveAccessibleName(
    /^Weeks 6–7: Computer vision project/,
  )
  expect(screen.getByRole('heading', { name: 'Weeks 6–7: Computer vision project' })).toBeVisible()
})

test('a range of the forecast on the strip of time says what it is', async () => {
  await show()
  expect(
    await screen.findByRole('img', {
      name: /^Forecast\. The end: around .+ than planned; four times in five/,
    }),
  ).toBeVisible()
})

test('arrow keys open the stages before and after', async () => {
  const user = userEvent.setup()
  await show()
  screen.getByRole('tab', { selected: true }).focus()
  await user.keyboard('{ArrowRight}')
  expect(screen.getByRole('heading', { name: 'Week 8: Real-time systems' })).toBeVisible()
  expect(screen.getByRole('tab', { selected: true })).toHaveFocus()
  await user.keyboard('{Home}')
  expect(screen.getByRole('heading', { name: /^Week 1:/ })).toBeVisible()
})

test('a box is ticked by mouse, and by Space and Enter', async () => {
  const user = userEvent.setup()
  await show()
  await user.click(box('The blog post is out'))
  expect(box('The blog post is out')).toBeChecked()
  box('The portfolio shows the project').focus()
  await user.keyboard(' ')
  await waitFor(() => expect(box('The portfolio shows the project')).toBeChecked())
  await user.keyboard('{Enter}')
  await waitFor(() => expect(box('The portfolio shows the project')).not.toBeChecked())
})

test('a tick that the host refuses is taken back', async () => {
  const user = userEvent.setup()
  await show()
  vi.spyOn(fake.commands, 'set_done').mockRejectedValue({ code: 'invalid', message: 'No.' })
  await user.click(box('The blog post is out'))
  await waitFor(() => expect(box('The blog post is out')).not.toBeChecked())
})

test('a tick made elsewhere shows', async () => {
  await show()
  await commands.set_done({ item: await idOf('The blog post is out'), done: true })
  await waitFor(() => expect(box('The blog post is out')).toBeChecked())
})

test('the suggested option says for whom, and picking it can be taken back', async () => {
  const user = userEvent.setup()
  await show()
  await user.click(screen.getAllByRole('tab').at(-1)!)
  const option = () => screen.getByRole('button', { name: 'MLOps pipeline' })
  expect(screen.getByText('suggested for MLOps Engineer')).toBeVisible()
  expect(screen.getByText('suits research roles')).toBeVisible()
  await user.click(option())
  await waitFor(() => expect(option()).toHaveAttribute('aria-pressed', 'true'))
  await user.click(option())
  await waitFor(() => expect(option()).toHaveAttribute('aria-pressed', 'false'))
})

test('a reading that reaches its target says so', async () => {
  const user = userEvent.setup()
  await show()
  await user.click(screen.getByRole('button', { name: 'Reading of Model size <50 MB: no reading' }))
  await user.keyboard('41,5{Enter}')
  expect(
    await screen.findByRole('button', { name: 'Reading of Model size <50 MB: 41.5 MB, met' }),
  ).toHaveFocus()
})

test('a reading that is no number is refused beside its field', async () => {
  const user = userEvent.setup()
  await show()
  await user.click(screen.getByRole('button', { name: /^Reading of Model size/ }))
  await user.keyboard('small{Enter}')
  expect(screen.getByRole('alert')).toHaveTextContent('Type a number')
  await user.keyboard('{Escape}')
  expect(screen.getByRole('button', { name: /^Reading of Model size/ })).toHaveTextContent('no reading')
})

test('a deliverable takes a link as evidence, which then can be opened', async () => {
  const user = userEvent.setup()
  const opened = vi.spyOn(fake.commands, 'open_resource')
  await show()
  await user.click(screen.getByRole('button', { name: /^Evidence of Blog post/ }))
  await user.keyboard('https://example.org/post{Enter}')
  await user.click(await screen.findByRole('button', { name: /^Open Blog post/ }))
  expect(opened).toHaveBeenCalledOnce()
})

test('evidence in words is kept as words, with nothing to open', async () => {
  const user = userEvent.setup()
  await show()
  for (const words of ['file:///home/robin/post.md', 'the blue folder']) {
    await user.click(screen.getByRole('button', { name: /^Evidence of Blog post/ }))
    await user.clear(screen.getByPlaceholderText('A link or a few words'))
    await user.keyboard(`${words}{Enter}`)
    expect(await screen.findByText(words)).toBeVisible()
    expect(screen.queryByRole('button', { name: /^Open Blog post/ })).toBeNull()
  }
})

test('behind an item its lines in the document can be seen', async () => {
  const user = userEvent.setup()
  await show()
  await user.click(screen.getByRole('button', { name: 'More about The blog post is out' }))
  await user.click(await screen.findByRole('menuitem', { name: /^Source, line/ }))
  const dialog = await screen.findByRole('dialog')
  expect(await within(dialog).findByText('- [ ] The blog post is out')).toBeVisible()
  expect(dialog).toHaveTextContent(/line \d+. Recognised as: Checkpoint item/)
})

test('the other parts of the document open beside their list', async () => {
  const user = userEvent.setup()
  await show()
  await user.click(screen.getByRole('radio', { name: 'Document' }))
  await user.click(screen.getByRole('button', { name: /^Accounts/ }))
  expect(screen.getByRole('checkbox', { name: /ChatGPT Plus/ })).toBeVisible()
  expect(screen.getByText('$20/month')).toBeVisible()
  await user.click(screen.getByRole('button', { name: /^Common pitfalls/ }))
  expect(screen.getByText('Endless tutorials')).toBeVisible()
})

test('a gate counts what history shows, and takes the person’s word for the rest', async () => {
  const user = userEvent.setup()
  render(Roadmap, { item: await idOf('3 production ML projects deployed') })
  const counted = 'Reading of 3 production ML projects deployed: 1 of 3, counted'
  expect(await screen.findByRole('button', { name: counted })).toHaveTextContent('1 of 3')
  const row = box('At ease with PyTorch and TensorFlow').closest<HTMLElement>('[data-row]')!
  expect(within(row).queryByText('you say: yes')).toBeNull()
  await user.click(box('At ease with PyTorch and TensorFlow'))
  expect(await within(row).findByText('you say: yes')).toBeVisible()
  expect(await screen.findByRole('button', { name: 'Month 2 1 of 4' })).toBeVisible()
})

test('it opens at an item of a stage', async () => {
  await show(await idOf('All 4 algorithms run from your own code'))
  expect(await screen.findByRole('heading', { name: /^Week 1:/ })).toBeVisible()
  await waitFor(() => expect(box('All 4 algorithms run from your own code')).toHaveFocus())
})

test('it opens at an item outside of the stages', async () => {
  render(Roadmap, { item: await idOf('Docker') })
  expect(await screen.findByRole('heading', { name: 'Development environment' })).toBeVisible()
  await waitFor(() => expect(box('Docker')).toHaveFocus())
})

test('a list of boxes is one tab stop', async () => {
  await show()
  const list = screen.getByRole('list', { name: 'Checkpoint' })
  await waitFor(() => expect(list.querySelectorAll('[tabindex="0"]')).toHaveLength(1))
})

test('sixty stages and hundreds of boxes are all there', async () => {
  fake.show('overfull')
  await show()
  expect(document.querySelectorAll('[role="tab"]')).toHaveLength(60)
  expect(document.querySelectorAll('input[type="checkbox"]').length).toBeGreaterThan(400)
})

test('an open-ended stage is ended on a day, and goes on again', async () => {
  const user = userEvent.setup()
  const view = await commands.get_roadmap()
  const last = view.stages.at(-1)!
  const real = fake.commands.get_roadmap
  vi.spyOn(fake.commands, 'get_roadmap').mockImplementation(async () => ({
    ...(await real()),
    today: last.from,
  }))
  await show(last.stage)
  const end = vi.spyOn(fake.commands, 'end_stage')
  await user.click(screen.getByRole('button', { name: 'It has ended…' }))
  await user.click(await screen.findByRole('button', { name: 'End it' }))
  expect(end).toHaveBeenCalledWith({ stage: last.stage, on: last.from })
  await user.click(await screen.findByRole('button', { name: 'Take the end back' }))
  expect(end).toHaveBeenLastCalledWith({ stage: last.stage, on: null })
  await screen.findByRole('button', { name: 'It has ended…' })
})

test('the check lists its findings with ways out, and what is left as it is stays findable', async () => {
  const user = userEvent.setup()
  await show()
  await user.click(screen.getByRole('radio', { name: 'Check (2)' }))
  const hours = screen.getByRole('region', { name: /^The full-time week is headed 40 h/ })
  await user.click(within(hours).getByRole('button', { name: 'Make it 63 h' }))
  await screen.findByRole('radio', { name: 'Check (1)' })
  const site = screen.getByRole('region', { name: /portfolio website/ })
  await user.click(within(site).getByRole('button', { name: 'Leave it as it is' }))
  await screen.findByText(/^Nothing in the document disagrees with itself, but/)
  await user.click(screen.getByRole('button', { name: 'Show what you left as it is (1)' }))
  await user.click(screen.getByRole('button', { name: 'Look at it again' }))
  await screen.findByRole('radio', { name: 'Check (1)' })
})

test('a claim of the check shows its lines in the document', async () => {
  const user = userEvent.setup()
  await show()
  await user.click(screen.getByRole('radio', { name: /^Check/ }))
  await user.click(screen.getAllByRole('button', { name: /^Line \d+$/ })[0]!)
  expect(await screen.findByRole('dialog', { name: 'Source' })).toBeVisible()
})

test('a line is renamed from its menu, and the dialog says what is wrong', async () => {
  const user = userEvent.setup()
  await show()
  await user.click(screen.getByRole('button', { name: 'More about The blog post is out' }))
  await user.click(await screen.findByRole('menuitem', { name: /^Rename/ }))
  const words = await screen.findByLabelText('Words')
  expect(words).toHaveValue('The blog post is out')
  vi.spyOn(fake.commands, 'edit_roadmap').mockRejectedValueOnce({
    code: 'invalid',
    message: 'An item needs a few words.',
  })
  await user.clear(words)
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('An item needs a few words.')).toBeVisible()
  await user.type(words, 'The post is out{Enter}')
  await waitFor(() => expect(box('The post is out')).toBeVisible())
})

test('a line is added, moved and removed by keys', async () => {
  const user = userEvent.setup()
  await show()
  const comesAfter = () =>
    box('The blog post is out').compareDocumentPosition(box('Told a friend')) ===
    Node.DOCUMENT_POSITION_FOLLOWING
  box('The blog post is out').focus()
  await user.keyboard('{Insert}')
  await user.type(await screen.findByLabelText('Words'), 'Told a friend{Enter}')
  await waitFor(() => expect(box('Told a friend')).toHaveFocus())
  expect(comesAfter()).toBe(true)
  box('The blog post is out').focus()
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
  await waitFor(() => expect(comesAfter()).toBe(false))
  box('Told a friend').focus()
  await user.keyboard('{Delete}')
  await waitFor(() => expect(screen.queryByRole('checkbox', { name: 'Told a friend' })).toBeNull())
})

test('the hours of an activity are changed in hours', async () => {
  const user = userEvent.setup()
  await show()
  await user.click(screen.getAllByRole('button', { name: /^More about Study/ })[0]!)
  await user.click(await screen.findByRole('menuitem', { name: 'Hours…' }))
  const edit = vi.spyOn(fake.commands, 'edit_roadmap')
  const hours = await screen.findByLabelText('Hours for the whole stage')
  await user.clear(hours)
  await user.type(hours, 'many{Enter}')
  expect(await screen.findByText(/^Write hours as a number/)).toBeVisible()
  await user.clear(hours)
  await user.type(hours, '2,5{Enter}')
  await waitFor(() =>
    expect(edit).toHaveBeenCalledWith({
      edit: expect.objectContaining({ budget: { per: 'stage', least: 150, most: 150 } }),
    }),
  )
})
