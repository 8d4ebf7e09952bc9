import { expect, test } from 'vitest'
import { fittingTemplate } from './setup'

test('up to thirty hours a week the part-time template fits, where there is one', () => {
  const full = { index: 0, name: 'Full', tempo: 'full-time' as const, minutes: 3780 }
  const part = { index: 1, name: 'Part', tempo: 'part-time' as const, minutes: 1200 }
  expect(fittingTemplate([full, part], 20 * 60)).toBe(1)
  expect(fittingTemplate([full, part], 31 * 60)).toBe(0)
  expect(fittingTemplate([full, part], null)).toBe(0)
  expect(fittingTemplate([full], 20 * 60)).toBeNull()
})
