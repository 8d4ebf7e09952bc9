import { expect, test } from 'vitest'
import { commands } from '../../bridge'
import { phaseFacts } from './phase'

const plain = (text: string | null) => text?.replaceAll(/[\u00a0\u2009]/g, ' ')

test('a phase has the dates, hours and ticks of its stages', async () => {
  const view = await commands.get_roadmap()
  const phases = [...new Set(view.stages.map((stage) => stage.phase!))]
  const facts = plain(phaseFacts(view, phases[0]!))!
  expect(facts).toMatch(/ of 160 h, \d+ of \d+ ticked$/)
  const open = view.stages.find((stage) => stage.to === null)!
  expect(phaseFacts(view, open.phase!)).toMatch(/^from /)
  expect(phaseFacts(view, -1)).toBeNull()
})
