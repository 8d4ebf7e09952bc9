import { expect, test } from 'vitest'
import { smallView } from '../../bridge/fake/small'
import { isDone, walk } from '../../shared/plan/items'
import { doneChange, withPending } from './pending'

const named = (items: ReturnType<typeof smallView>['items'], text: string) =>
  walk(items).find((item) => item.text === text)!

test('a tick shows before the host has answered, and is counted in its stage', () => {
  const view = smallView()
  const id = named(view.items, 'Write linear regression').id
  const shown = withPending(view, new Map([[id, doneChange(true)]]))
  expect(isDone(named(shown.items, 'Write linear regression'))).toBe(true)
  expect(shown.stages.map((stage) => stage.done)).toEqual([1, 0, 0])
  expect(isDone(named(view.items, 'Write linear regression'))).toBe(false)
})

test('what is recorded already is not counted twice', () => {
  const view = smallView()
  const item = named(view.items, 'Write linear regression')
  const ticked = withPending(view, new Map([[item.id, doneChange(true)]]))
  expect(withPending(ticked, new Map([[item.id, doneChange(true)]])).stages).toEqual(ticked.stages)
})

test('without anything pending the view is the very same', () => {
  const view = smallView()
  expect(withPending(view, new Map())).toBe(view)
})
