import { afterEach, expect, test, vi } from 'vitest'
import type { Estimate, Setup } from '../../bridge'
import { fake } from '../../bridge/fake'
import { Estimating } from './estimating.svelte'

const at = (hours: number): Setup => ({
  start: '2026-11-30',
  pace: { kind: 'hours', per_week_minutes: hours * 60 },
  template: 0,
  week_start: 'mon',
  buffer: 0,
  role: null,
})

const SOURCE = { from: 'bundled', name: 'production-ml-engineer.md' } as const

afterEach(() => vi.restoreAllMocks())

test('while an answer is awaited only the latest question is kept', async () => {
  const asked: number[] = []
  const answers: (() => void)[] = []
  vi.spyOn(fake.commands, 'estimate').mockImplementation(({ setup }) => {
    const minutes = setup.pace.kind === 'hours' ? setup.pace.per_week_minutes : 0
    asked.push(minutes / 60)
    return new Promise((answer) => {
      answers.push(() => answer({ weekly_minutes: minutes } as Estimate))
    })
  })
  const estimating = new Estimating(SOURCE)
  const done = estimating.ask(at(10))
  for (const hours of [11, 12, 13, 14]) void estimating.ask(at(hours))
  answers[0]!()
  await vi.waitFor(() => expect(answers).toHaveLength(2))
  answers[1]!()
  await done
  expect(asked).toEqual([10, 14])
  expect(estimating.estimate?.weekly_minutes).toBe(14 * 60)
})

test('a setup that makes no plan says why, until one does', async () => {
  const estimating = new Estimating(SOURCE)
  const refuse = vi.spyOn(fake.commands, 'estimate')
  refuse.mockRejectedValueOnce({ code: 'invalid', message: 'Start earlier.' })
  await estimating.ask(at(10))
  expect(estimating.problem).toBe('Start earlier.')
  await estimating.ask(at(20))
  expect(estimating.problem).toBeNull()
})
