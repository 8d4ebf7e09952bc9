import { toast } from 'svelte-sonner'
import { afterEach, expect, test, vi } from 'vitest'
import type { Problem } from '../bridge'
import { attempt, store } from './problems.svelte'

const failing = (problem: Problem) => () => Promise.reject(problem)

afterEach(() => {
  store.problem = null
  vi.restoreAllMocks()
})

test('what_can_be_mended_is_said_beside_its_control', async () => {
  const beside = vi.fn()
  const told = vi.spyOn(toast, 'error')
  await attempt(failing({ code: 'invalid', message: 'A focus lasts at least a minute.' }), beside)
  expect(beside).toHaveBeenCalledWith({ code: 'invalid', message: 'A focus lasts at least a minute.' })
  expect(told).not.toHaveBeenCalled()
})

test('what_has_no_control_is_said_in_a_toast', async () => {
  const told = vi.spyOn(toast, 'error')
  await attempt(failing({ code: 'file', message: 'plan.md is a folder. Choose a file.' }))
  expect(told).toHaveBeenCalledWith('plan.md is a folder. Choose a file.')
})

test('trouble_of_the_store_stays_until_it_is_put_away', async () => {
  await attempt(failing({ code: 'store', message: 'The disk is full.' }), vi.fn())
  expect(store.problem?.message).toBe('The disk is full.')
})

test('success_takes_back_what_was_said', async () => {
  const beside = vi.fn()
  expect(await attempt(async () => 'done', beside)).toBe('done')
  expect(beside).toHaveBeenCalledWith(null)
})
