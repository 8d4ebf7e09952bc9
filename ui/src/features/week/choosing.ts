/** Which block the arrows choose: up and down within a day, left and right to the nearest one of another day. */
import type { BlockView, DayView, Now } from '../../bridge'
import { isRest, standingOf } from '../../shared/plan/block'

export type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End'

export function isDirection(key: string): key is Direction {
  return ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key)
}

/** The block of a name; where it has moved to another day, which gives it another name, by its template's. */
export function sameBlock(
  days: readonly DayView[],
  { key, template }: { key: string; template: number | null },
): BlockView | undefined {
  const blocks = days.flatMap((day) => day.blocks)
  const found = blocks.find((block) => block.key === key)
  return found ?? blocks.find((block) => template !== null && block.template_block === template)
}

/** The block to begin with: the one that now is in, or the next, or the first. */
export function firstChoice(days: readonly DayView[], now: Now): BlockView | undefined {
  const blocks = days.flatMap((day) => day.blocks)
  const working = blocks.filter((block) => !isRest(block))
  return working.find((block) => standingOf(block, now) !== 'past') ?? working[0] ?? blocks[0]
}

export function chosenAfter(
  days: readonly DayView[],
  from: BlockView,
  direction: Direction,
): BlockView | undefined {
  const at = days.findIndex((day) => day.date === from.date)
  const own = days[at]?.blocks ?? []
  const place = own.findIndex((block) => block.key === from.key)
  switch (direction) {
    case 'ArrowUp':
      return own[place - 1]
    case 'ArrowDown':
      return own[place + 1]
    case 'Home':
      return own[0]
    case 'End':
      return own.at(-1)
    case 'ArrowLeft':
      return nearest(
        days.slice(0, at).findLast((day) => day.blocks.length > 0),
        from.start,
      )
    case 'ArrowRight':
      return nearest(
        days.slice(at + 1).find((day) => day.blocks.length > 0),
        from.start,
      )
  }
}

function nearest(day: DayView | undefined, start: number): BlockView | undefined {
  return day?.blocks.reduce((best, block) =>
    Math.abs(block.start - start) < Math.abs(best.start - start) ? block : best,
  )
}
