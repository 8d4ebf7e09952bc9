import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { commands, type RemovedLine } from '../../bridge'
import { fake } from '../../bridge/fake'
import { walk } from '../../shared/plan/items'
import Roadmap from './Roadmap.svelte'

// A whole roadmap is on the page, and finding things by their role looks at all of it.
vi.setConfig({ testTimeout: 30_000 })

const user = userEvent.setup()

beforeEach(() => {
  vi.restoreAllMocks()
  fake.show('plan')
})

async function remove(text: string) {
  const item = walk((await commands.get_roadmap()).items).find((item) => item.text === text)!
  await commands.edit_roadmap({ edit: { kind: 'remove', item: item.id } })
}

async function showDocument() {
  render(Roadmap, {})
  await user.click(await screen.findByRole('radio', { name: 'Document' }))
  await screen.findByRole('navigation', { name: 'Parts of the document' })
}

const part = () => screen.findByRole('button', { name: /^Removed lines/ })
const lines = async () =>
  within(await screen.findByRole('list', { name: 'Removed lines' })).getAllByRole('listitem')

test('while nothing is removed nothing is listed', async () => {
  await remove('The blog post is out')
  await showDocument()
  await user.click(await part())
  await commands.undo()
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Removed lines/ })).toBeNull())
  expect(screen.queryByRole('list', { name: 'Removed lines' })).toBeNull()
  await remove('The blog post is out')
  await part()
  expect(screen.queryByRole('list', { name: 'Removed lines' })).toBeNull()
})

test('what was removed is listed with where it stood and what was recorded', async () => {
  await commands.set_done({ item: await idOf('The blog post is out'), done: true })
  await remove('The blog post is out')
  await remove('Computer vision project')
  await showDocument()
  await user.click(await part())
  const [stage, line] = await lines()
  expect(stage).toHaveTextContent(/Weeks 6–7: Computer vision project and \d+ below/)
  expect(stage).toHaveTextContent(/Stage in Month/)
  expect(line).toHaveTextContent(
    /The blog post is out\s*Checkpoint item in .*Weeks 6–7: Computer vision project/,
  )
  expect(line).toHaveTextContent(/removed Nov 25\s*done/)
})

test('a line comes back by the keyboard, the next one takes the focus, and then the last itself', async () => {
  for (const text of ['The blog post is out', 'The portfolio shows the project']) await remove(text)
  await showDocument()
  await user.click(await part())
  const back = (text: string) => screen.findByRole('button', { name: `Bring back ${text}` })
  ;(await back('The portfolio shows the project')).focus()
  await user.keyboard('{Enter}')
  await waitFor(async () => expect(await back('The blog post is out')).toHaveFocus())
  expect(await lines()).toHaveLength(1)
  await user.keyboard('{Enter}')
  await waitFor(() => expect(screen.getByRole('checkbox', { name: 'The blog post is out' })).toHaveFocus())
  expect(screen.queryByRole('button', { name: /^Removed lines/ })).toBeNull()

  await commands.undo()
  expect(await part()).toHaveTextContent('1')
  expect(screen.queryByRole('checkbox', { name: 'The blog post is out' })).toBeNull()
  await commands.redo()
  expect(await screen.findByRole('checkbox', { name: 'The blog post is out' })).toBeVisible()
})

test('a line that is gone by now stays where it is and the trouble is said', async () => {
  await remove('The blog post is out')
  await showDocument()
  await user.click(await part())
  vi.spyOn(fake.commands, 'bring_back').mockRejectedValue({ code: 'stale', message: 'It is there again.' })
  await user.click(await screen.findByRole('button', { name: /^Bring back/ }))
  expect(await lines()).toHaveLength(1)
})

test('of far too many lines two hundred are shown, and more on request', async () => {
  await remove('The blog post is out')
  const [line] = await commands.get_removed()
  const many = Array.from({ length: 1000 }, (_, at): RemovedLine => ({
    ...line!,
    item: { ...line!.item, id: 100_000 + at, text: `Line ${at + 1}` },
  }))
  vi.spyOn(fake.commands, 'get_removed').mockResolvedValue(many)
  await showDocument()
  await user.click(await part())
  expect(await lines()).toHaveLength(200)
  await user.click(screen.getByRole('button', { name: 'Show 200 more lines' }))
  expect(await lines()).toHaveLength(400)
})

async function idOf(text: string): Promise<number> {
  return walk((await commands.get_roadmap()).items).find((item) => item.text === text)!.id
}
