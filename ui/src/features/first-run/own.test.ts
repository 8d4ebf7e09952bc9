import { expect, test } from 'vitest'
import { EMPTY_DRAFT, ownSource } from './own'

test('a title, weeks and some hours are a roadmap', () => {
  const draft = { title: ' Rust ', weeks: '8', hours: { study: '4', 'hands-on': '6,5', writing: '' } }
  expect(ownSource(draft)).toEqual({
    source: {
      from: 'own',
      title: 'Rust',
      weeks: 8,
      minutes: [
        { category: 'study', minutes: 240 },
        { category: 'hands-on', minutes: 390 },
      ],
    },
  })
})

test('what is missing is said of each field', () => {
  expect(ownSource(EMPTY_DRAFT)).toEqual({
    problems: {
      title: expect.stringMatching(/title/),
      hours: expect.stringMatching(/at least one/),
    },
  })
  expect(ownSource({ title: 'A', weeks: '521', hours: { study: 'some' } })).toEqual({
    problems: { weeks: expect.stringMatching(/1 to 520/), study: expect.stringMatching(/number/) },
  })
  expect(ownSource({ title: 'A', weeks: '1.5', hours: { study: '100', review: '100' } })).toEqual({
    problems: { weeks: expect.any(String), hours: expect.stringMatching(/168/) },
  })
})
