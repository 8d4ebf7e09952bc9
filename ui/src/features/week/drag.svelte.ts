/** A block under the pointer: moved by its body, made longer by its lower edge, in steps of a quarter of an hour. */
import type { BlockView } from '../../bridge'
import { addDays, daysBetween, timeRange, weekday } from '../../shared/format'
import type { DayScale } from '../../shared/plan/day-scale'
import { earliest, latest, STEP } from './moves'

/** The pointer goes this far before it drags and does not click. */
const SLACK = 4
/** The lower edge by which a block is made longer. */
const EDGE = 6

interface By {
  minutes: number
  days: number
  /** What is added to its length; 0 where it is moved. */
  length: number
}

const NOWHERE: By = { minutes: 0, days: 0, length: 0 }

export class Drag {
  private block: BlockView | null = $state.raw(null)
  private by: By = $state.raw(NOWHERE)

  constructor(private readonly drop: (block: BlockView, by: By) => void) {}

  /** The block that is dragged; none before the pointer has gone far enough. */
  get key(): string | null {
    return this.block && this.by !== NOWHERE ? this.block.key : null
  }

  /** Where it would land. */
  get words(): string {
    if (!this.block || this.by === NOWHERE) return ''
    const { start, end, date } = this.shown(this.block)
    return `${weekday(addDays(date, this.by.days))} ${timeRange(start, end)}`
  }

  /** The block as it is drawn: at its own place, or where the pointer has it within its day. */
  shown(block: BlockView): BlockView {
    if (block.key !== this.block?.key) return block
    return {
      ...block,
      start: block.start + this.by.minutes,
      end: block.end + this.by.minutes + this.by.length,
    }
  }

  /** How many days to the right it is held. */
  daysAway(block: BlockView): number {
    return block.key === this.block?.key ? this.by.days : 0
  }

  begin(event: PointerEvent, block: BlockView, scale: DayScale, column: HTMLElement) {
    if (event.button !== 0 || event.pointerType === 'touch') return
    const button = event.currentTarget as HTMLElement
    const box = button.getBoundingClientRect()
    const resizing = box.bottom - event.clientY < EDGE && box.height > 3 * EDGE
    const { height } = column.getBoundingClientRect()
    const { clientX: x, clientY: y } = event
    const columns = [
      ...(column.closest('[role=group][aria-describedby]') ?? column).querySelectorAll('[data-day]'),
    ]

    const move = (at: PointerEvent) => {
      if (this.by === NOWHERE && Math.hypot(at.clientX - x, at.clientY - y) < SLACK) return
      const moved = ((at.clientY - y) / height) * (scale.to - scale.from)
      const steps = Math.round(moved / STEP) * STEP
      this.block = block
      this.by = resizing
        ? {
            minutes: 0,
            days: 0,
            length: clamp(steps, STEP - (block.end - block.start), latest(block) - block.end),
          }
        : {
            minutes: clamp(steps, earliest(block) - block.start, latest(block) - block.end),
            days: daysUnder(at.clientX),
            length: 0,
          }
    }
    const daysUnder = (clientX: number): number => {
      const under = columns.find((one) => {
        const { left, right } = one.getBoundingClientRect()
        return left <= clientX && clientX <= right
      })
      const date = (under as HTMLElement | undefined)?.dataset.day
      return date ? daysBetween(block.date, date) : 0
    }
    const end = (at: Event) => {
      const by = this.by
      listening.abort()
      this.block = null
      this.by = NOWHERE
      if (by === NOWHERE) return
      if (at.type !== 'pointerup') return
      swallowClick()
      if (by.minutes || by.days || by.length) this.drop(block, by)
    }
    const listening = new AbortController()
    const { signal } = listening
    window.addEventListener('pointermove', move, { signal })
    window.addEventListener('pointerup', end, { signal })
    window.addEventListener('pointercancel', end, { signal })
    window.addEventListener('keydown', (key) => key.key === 'Escape' && end(key), { signal })
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}

/** The pointer that ends a drag opens nothing. */
function swallowClick() {
  const swallow = (event: Event) => event.stopPropagation()
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }))
}
