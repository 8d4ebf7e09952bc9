/** Blocks that overlap stand side by side: up to three, and the others are a number. */
import type { Stretch } from './day-scale'

const MOST = 3

/** A block and the lane it stands in. */
export interface Laned<Block extends Stretch> {
  block: Block
  /** Its lane, from 0; `MOST` and more are not drawn unless chosen. */
  lane: number
  /** How many lanes are drawn where it stands. */
  lanes: number
}

/** Blocks that had no lane left, where a number says so. */
export interface Crowd<Block extends Stretch> extends Stretch {
  blocks: Block[]
}

export interface Lanes<Block extends Stretch> {
  laned: Laned<Block>[]
  crowds: Crowd<Block>[]
}

/**
 * Gives each block the first lane that is free at its start. Blocks that overlap directly or through
 * others share the width, so that no two cover each other. A block past the third lane is crowded out
 * unless it is the chosen one, which then takes the last lane.
 */
export function laneOut<Block extends Stretch>(
  blocks: readonly Block[],
  isChosen: (block: Block) => boolean = () => false,
): Lanes<Block> {
  const sorted = [...blocks].sort((one, other) => one.start - other.start || other.end - one.end)
  const found: Lanes<Block> = { laned: [], crowds: [] }
  let group: Block[] = []
  let until = -1
  const close = () => {
    if (group.length > 0) closeGroup(group, isChosen, found)
    group = []
  }
  for (const block of sorted) {
    if (block.start >= until) close()
    group.push(block)
    until = Math.max(group.length === 1 ? block.end : until, block.end)
  }
  close()
  return found
}

function closeGroup<Block extends Stretch>(
  group: Block[],
  isChosen: (block: Block) => boolean,
  into: Lanes<Block>,
) {
  const ends: number[] = []
  const laned = group.map((block) => {
    const free = ends.findIndex((end) => end <= block.start)
    const lane = free < 0 ? ends.length : free
    ends[lane] = block.end
    return { block, lane }
  })
  const lanes = Math.min(MOST, ends.length)
  const chosen = laned.find(({ block, lane }) => lane >= MOST && isChosen(block))
  const crowd: Block[] = []
  for (const { block, lane } of laned) {
    if (lane < MOST && !(chosen && lane === MOST - 1 && overlap(block, chosen.block))) {
      into.laned.push({ block, lane, lanes })
    } else if (block === chosen?.block) {
      into.laned.push({ block, lane: MOST - 1, lanes })
    } else {
      crowd.push(block)
    }
  }
  if (crowd.length > 0) {
    into.crowds.push({
      blocks: crowd,
      start: Math.min(...crowd.map((block) => block.start)),
      end: Math.max(...crowd.map((block) => block.end)),
    })
  }
}

function overlap(one: Stretch, other: Stretch): boolean {
  return one.start < other.end && other.start < one.end
}
