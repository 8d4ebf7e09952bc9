/** The note of a session while it is written: it is kept a moment after the last letter, and with the session it was begun of. */
import { untrack } from 'svelte'
import type { Timer } from './timer.svelte'

/** How long after the last letter it is kept, in milliseconds. */
const PAUSE = 800

export class NoteDraft {
  text = $state('')
  private of: number | null = null
  private waiting: ReturnType<typeof setTimeout> | undefined
  private writing = false

  /** To be made where a component is set up; it ends with the component. */
  constructor(private readonly timer: Timer) {
    $effect(() => {
      const { session = null, note = null } = this.timer.view ?? {}
      untrack(() => this.follow(session, note))
    })
    $effect(() => () => void this.keep())
  }

  /** A letter was typed. */
  typed(text: string) {
    this.text = text
    clearTimeout(this.waiting)
    this.waiting = setTimeout(() => void this.keep(), PAUSE)
  }

  /** The field has the focus: what the host says of the note would move the letters under the hand. */
  entered() {
    this.writing = true
  }

  async left() {
    this.writing = false
    await this.keep()
    if (!this.writing) this.text = this.timer.view?.note ?? ''
  }

  /** Keeps what is not kept yet. */
  private async keep() {
    if (this.waiting === undefined) return
    clearTimeout(this.waiting)
    this.waiting = undefined
    if (this.of !== null) await this.timer.note(this.text, this.of)
  }

  /** Shows another session's note, or what else became of this one's. */
  private follow(session: number | null, note: string | null) {
    if (session !== this.of) {
      void this.keep()
      this.of = session
      this.text = note ?? ''
    } else if (!this.writing && this.waiting === undefined) {
      this.text = note ?? ''
    }
  }
}
