import Sun from '@lucide/svelte/icons/sun'
import { expect, test } from 'vitest'
import { matching, type Entry } from './entries'

const entry = (label: string, group: Entry['group'], about?: string): Entry => ({
  label,
  group,
  about,
  icon: Sun,
  run: () => {},
})
const ENTRIES = [
  entry('Today', 'Go'),
  entry('Start a focus', 'Do', 'timer'),
  entry('Write your résumé', 'In the roadmap', 'Step'),
  entry('Résumé tailored', 'In the roadmap', 'Checkpoint item'),
]
const labels = (typed: string) => matching(ENTRIES, typed).map(({ label }) => label)

test('without_a_word_it_offers_what_can_be_done_and_not_the_whole_roadmap', () => {
  expect(labels('')).toEqual(['Today', 'Start a focus'])
})

test('every_word_counts_and_accents_do_not', () => {
  expect(labels('resume')).toEqual(['Résumé tailored', 'Write your résumé'])
  expect(labels('step resume')).toEqual(['Write your résumé'])
  expect(labels('timer')).toEqual(['Start a focus'])
  expect(labels('nothing like it')).toEqual([])
})
