/** The roadmap itself, and its plan check. */
import type { Commands } from '../../commands'
import type { ItemId } from '../../types/ItemId'
import { bundled } from '../bundled'
import type { Desk } from '../desk'

type Own = Pick<
  Commands,
  | 'get_roadmap'
  | 'get_source'
  | 'set_done'
  | 'edit_roadmap'
  | 'get_removed'
  | 'bring_back'
  | 'choose'
  | 'set_evidence'
  | 'set_reading'
  | 'end_stage'
  | 'pick_resource_base'
  | 'set_resource_base'
  | 'open_resource'
  | 'get_plan_check'
  | 'resolve_finding'
  | 'accept_finding'
>

export function roadmapCommands(desk: Desk): Own {
  function setDone(item: ItemId, done: boolean) {
    if (!desk.today.setDone(item, done)) desk.roadmap.setDone(item, done)
  }

  return {
    get_roadmap: async () => ({ ...desk.roadmap.get(), title: desk.library.active?.title ?? bundled.title }),
    get_source: async ({ item }) => desk.roadmap.source(item),
    set_done: async ({ item, done }) =>
      desk.change(
        done ? 'tick an item' : 'untick an item',
        ['roadmap', 'plan'],
        () => setDone(item, done),
        () => setDone(item, !done),
      ),
    edit_roadmap: async ({ edit }) =>
      desk.change(
        'change the roadmap',
        ['roadmap', 'plan'],
        () => desk.roadmap.edit(edit),
        desk.roadmap.keep(),
      ),
    get_removed: async () => desk.roadmap.archive.lines(),
    bring_back: async ({ item }) =>
      desk.change(
        'bring an item back',
        ['roadmap', 'plan'],
        () => desk.roadmap.bringBack(item),
        desk.roadmap.keep(),
      ),
    choose: async ({ choice, option }) => {
      desk.roadmap.choose(choice, option)
      desk.changed('roadmap')
    },
    set_evidence: async ({ item, evidence }) => {
      desk.roadmap.setEvidence(item, evidence)
      desk.changed('roadmap')
    },
    set_reading: async ({ item, reading }) => {
      desk.roadmap.setReading(item, reading)
      desk.changed('roadmap')
    },
    end_stage: async ({ stage, on }) => {
      desk.roadmap.end(stage, on)
      desk.changed('roadmap', 'plan')
    },
    pick_resource_base: async () => '/home/robin/books',
    set_resource_base: async ({ base }) => {
      desk.roadmap.setBase(base)
      desk.changed('roadmap')
    },
    open_resource: async ({ item }) => desk.roadmap.open(item),
    get_plan_check: async () => desk.check.get(),
    resolve_finding: async ({ key }) => {
      let back = () => {}
      desk.change(
        'settle a finding',
        ['roadmap'],
        () => (back = desk.check.resolve(key)),
        () => back(),
      )
    },
    accept_finding: async ({ key, accepted }) =>
      desk.change(
        'leave a finding',
        ['roadmap'],
        () => desk.check.accept(key, accepted),
        () => desk.check.accept(key, !accepted),
      ),
  }
}
