/** From a document to a plan. */
import type { Commands } from '../../commands'
import type { Desk } from '../desk'
import { entries } from '../inbox'
import { estimateOf, LIBRARY } from '../preview'

type Own = Pick<
  Commands,
  | 'library'
  | 'pick_roadmap'
  | 'preview'
  | 'pick_track'
  | 'get_readings'
  | 'correct'
  | 'take_correction_back'
  | 'estimate'
  | 'begin'
  | 'load_sample'
  | 'remove_sample'
>

export function firstRunCommands(desk: Desk): Own {
  return {
    library: async () => LIBRARY,
    pick_roadmap: async () => `/home/robin/plans/${desk.wish.file}.md`,
    preview: async ({ source }) => desk.recognition.preview(source),
    pick_track: async ({ source, label }) => desk.recognition.pickTrack(source, label),
    get_readings: async ({ source, item }) => desk.recognition.readings(source, item),
    correct: async ({ source, item, taken }) => desk.recognition.correct(source, item, taken),
    take_correction_back: async ({ source, item }) => desk.recognition.takeBack(source, item),
    estimate: async ({ source, setup }) => estimateOf(desk.recognition.preview(source), setup),
    begin: async ({ source, setup }) => {
      const before = desk.terms
      desk.rearrange('start the plan', () => {
        desk.terms = { ...before, setup }
        desk.library.add(desk.recognition.preview(source).title, source, { start: setup.start })
        return () => (desk.terms = before)
      })
    },
    load_sample: async () => {
      desk.library.add(desk.planned.title, desk.planned.source, { sample: true, start: desk.situation.start })
      desk.inbox.entries = entries()
      desk.changed('frame', 'roadmap', 'plan', 'inbox')
    },
    remove_sample: async () => {
      desk.library.remove((entry) => entry.sample)
      desk.inbox.entries = []
      desk.changed('frame', 'roadmap', 'plan', 'inbox')
    },
  }
}
