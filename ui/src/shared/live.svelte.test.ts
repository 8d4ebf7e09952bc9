import { flushSync } from 'svelte'
import { afterEach, expect, test, vi } from 'vitest'
import type { Topic } from '../bridge'
import { fake } from '../bridge/fake'
import { read, type Reading } from './live.svelte'

let end: (() => void) | undefined

function reading<T>(command: () => Promise<T>, topics: Topic[] = ['plan']): Reading<T> {
  let made!: Reading<T>
  end = $effect.root(() => {
    made = read(topics, command)
  })
  flushSync()
  return made
}

const settled = () => new Promise<void>((done) => queueMicrotask(() => queueMicrotask(done)))

afterEach(() => {
  end?.()
  vi.useRealTimers()
})

test('a_view_is_read_again_when_its_topic_changes_and_only_then', async () => {
  let count = 0
  const view = reading(async () => ++count)
  await vi.waitFor(() => expect(view.content).toBe(1))
  fake.say('changed', ['inbox'])
  await settled()
  expect(count).toBe(1)
  fake.say('changed', ['timer', 'plan'])
  await vi.waitFor(() => expect(view.content).toBe(2))
})

test('the_last_content_stays_while_a_reading_fails', async () => {
  let fails = false
  const view = reading(async () => {
    if (fails) throw { code: 'store', message: 'The disk is full.' }
    return 'content'
  })
  await vi.waitFor(() => expect(view.content).toBe('content'))
  fails = true
  await view.again()
  expect(view.content).toBe('content')
  expect(view.problem?.message).toBe('The disk is full.')
  fails = false
  await view.again()
  expect(view.problem).toBeNull()
})

test('an_answer_that_comes_late_does_not_replace_a_newer_one', async () => {
  const answers: ((value: string) => void)[] = []
  const view = reading(() => new Promise<string>((done) => answers.push(done)))
  const again = view.again()
  answers[1]!('new')
  await again
  answers[0]!('old')
  await settled()
  expect(view.content).toBe('new')
})

test('only_a_long_wait_is_shown', async () => {
  vi.useFakeTimers()
  let done!: (value: string) => void
  const view = reading(() => new Promise<string>((answer) => (done = answer)))
  vi.advanceTimersByTime(399)
  expect(view.slow).toBe(false)
  vi.advanceTimersByTime(1)
  expect(view.slow).toBe(true)
  done('content')
  await vi.waitFor(() => expect(view.slow).toBe(false))
})

test('a_view_is_read_again_when_what_it_asks_for_changes', async () => {
  let day = $state('2026-11-25')
  const view = reading(async () => day)
  await vi.waitFor(() => expect(view.content).toBe('2026-11-25'))
  day = '2026-12-02'
  flushSync()
  await vi.waitFor(() => expect(view.content).toBe('2026-12-02'))
})
