/** Changing by hand what the roadmap says: through the host, each with its undo. */
import { createContext } from 'svelte'
import type { Attachment } from 'svelte/attachments'
import { commands, type Addable, type Edit, type Item, type ItemId, type RoadmapView } from '../../bridge'
import { keepingFocus } from '../../shared/focus'
import { walk } from '../../shared/plan/items'
import { attempt } from '../../shared/problems.svelte'
import { offerUndo } from '../../shared/undo-offer'
import { doneWords, isInTime, weeksOf } from './edits'
import type { Question } from './edit-form'

/** What the editor asks of the screen. */
export interface Surroundings {
  view(): RoadmapView | undefined
  /** Reads the roadmap again. */
  again(): Promise<void>
  /** Goes to an item. */
  show(item: ItemId): void
  /** Told when a part is gone that may have been open. */
  gone(item: Item): void
}

export class Editor {
  /** The dialog that is open, and for what. */
  asked = $state.raw<Question | null>(null)
  /** What the latest change added or brought back, until it was gone to. */
  private added: ItemId | null = null

  constructor(private readonly around: Surroundings) {}

  ask(question: Question) {
    this.asked = question
  }

  /** What can be added at an item; the first is what its key adds. */
  addable(item: Item): Addable[] {
    return this.around.view()?.addable[item.kind] ?? []
  }

  /** How many weeks a stage takes, where that can be changed. */
  weeks(item: Item): number | null {
    const view = this.around.view()
    return view ? weeksOf(view, item) : null
  }

  async move(item: Item, by: number) {
    await keepingFocus(() => this.apply({ kind: 'move', item: item.id, by }, item))
  }

  async remove(item: Item) {
    const done = await keepingFocus(() => this.apply({ kind: 'remove', item: item.id }, item))
    if (done) this.around.gone(item)
  }

  /** Brings back what was taken out, and answers whether it is back. */
  async bringBack(item: Item): Promise<boolean> {
    const done = await attempt(() => commands.bring_back({ item: item.id }).then(() => true))
    if (!done) return false
    offerUndo(`Brought “${item.text}” back`)
    await this.around.again()
    this.added = item.id
    return true
  }

  /** Carries an edit out, and answers whether it was taken. A dialog tells the problem itself. */
  async apply(edit: Edit, item: Item | null, failed?: Parameters<typeof attempt>[1]): Promise<boolean> {
    const before = this.ids()
    const done = await attempt(() => commands.edit_roadmap({ edit }).then(() => true), failed)
    if (!done) return false
    const words = doneWords(edit, item)
    if (words) offerUndo(words)
    await this.around.again()
    this.added = edit.kind.startsWith('add') ? (this.ids().find((id) => !before.includes(id)) ?? null) : null
    return true
  }

  /** Goes to what was just added or brought back, once what was open is away and has given the focus back. */
  arrive() {
    const { added } = this
    this.added = null
    if (added === null) return
    requestAnimationFrame(() => requestAnimationFrame(() => this.around.show(added)))
  }

  /** Does what a key means on a row; false where it means nothing. */
  key({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent, item: Item): boolean {
    if (ctrlKey || metaKey || shiftKey) return false
    if (altKey) {
      const by = { ArrowUp: -1, ArrowDown: 1, ...(isInTime(item) ? { ArrowLeft: -1, ArrowRight: 1 } : {}) }[
        key
      ]
      if (by !== undefined) void this.move(item, by)
      return by !== undefined
    }
    const [addable] = this.addable(item)
    if (key === 'F2') this.ask({ what: 'rename', item })
    else if (key === 'Insert' && addable) this.ask({ what: 'add', item, addable })
    else if (key === 'Delete') void this.remove(item)
    else return false
    return true
  }

  private ids(): ItemId[] {
    return walk(this.around.view()?.items ?? []).map((item) => item.id)
  }
}

/** Makes the editor's keys work on what shows an item by itself, where no text is being typed. */
export function editingKeys(editor: Editor, item: () => Item | null): Attachment<HTMLElement> {
  return (element) => {
    const onkeydown = (event: KeyboardEvent) => {
      const about = item()
      const isText = (event.target as HTMLElement).matches('input:not([type="checkbox"]), textarea')
      if (!about || isText || event.defaultPrevented || !editor.key(event, about)) return
      event.preventDefault()
      event.stopPropagation()
    }
    element.addEventListener('keydown', onkeydown)
    return () => element.removeEventListener('keydown', onkeydown)
  }
}

export const [useEditor, provideEditor] = createContext<Editor>()
