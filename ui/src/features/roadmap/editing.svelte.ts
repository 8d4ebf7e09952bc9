/** Changing by hand what the roadmap says: through the host, each with its undo. */
import { createContext } from 'svelte'
import { commands, type Edit, type Item } from '../../bridge'
import { attempt } from '../../shared/problems.svelte'
import { offerUndo } from '../../shared/undo-offer'
import { canAdd } from './edits'

/** What is asked in a dialog before it is done. */
export type Asking = 'rename' | 'add' | 'hours'

export class Editor {
  /** The dialog that is open, and for what. */
  asked = $state.raw<{ what: Asking; item: Item } | null>(null)

  ask(what: Asking, item: Item) {
    this.asked = { what, item }
  }

  move(item: Item, by: number) {
    void attempt(() => commands.edit_roadmap({ edit: { kind: 'move', item: item.id, by } }))
  }

  async remove(item: Item) {
    const done = await this.apply({ kind: 'remove', item: item.id })
    if (done) offerUndo(`Removed “${item.text}”`)
  }

  /** Carries an edit out, and answers whether it was taken. A dialog tells the problem itself. */
  async apply(edit: Edit, failed?: Parameters<typeof attempt>[1]): Promise<boolean> {
    return (await attempt(() => commands.edit_roadmap({ edit }).then(() => true), failed)) ?? false
  }

  /** Does what a key means on a row; false where it means nothing. */
  key({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent, item: Item): boolean {
    if (ctrlKey || metaKey || shiftKey) return false
    if (altKey) {
      const by = { ArrowUp: -1, ArrowDown: 1 }[key]
      if (by !== undefined) this.move(item, by)
      return by !== undefined
    }
    if (key === 'F2') this.ask('rename', item)
    else if (key === 'Insert' && canAdd(item)) this.ask('add', item)
    else if (key === 'Delete') void this.remove(item)
    else return false
    return true
  }
}

export const [useEditor, provideEditor] = createContext<Editor>()
