/** When a block of a template or routine is, in words. */
import type { BlockRule } from '../../bridge'
import { hours, timeRange, weekdayName, WEEKDAYS } from '../../shared/format'

/** "Mon–Fri, 9:00 to 12:00", "Sat, 5 h", "morning, 2 h". */
export function whenWord(block: Omit<BlockRule, 'category'>): string {
  const time =
    block.start === null
      ? [block.part, lengthWord(block)].filter(Boolean).join(', ')
      : timeRange(block.start, block.start + block.minutes)
  return [daysWord(block.days), time].filter(Boolean).join(', ')
}

function lengthWord(block: Omit<BlockRule, 'category'>): string {
  if (block.most <= block.minutes) return hours(block.minutes)
  return block.minutes === 0
    ? `up to ${hours(block.most)}`
    : `${hours(block.minutes)} to ${hours(block.most)}`
}

/** Days as names, three or more in a row as a range; nothing for every day. */
export function daysWord(days: readonly string[]): string {
  const at = days
    .map((day) => WEEKDAYS.findIndex((name) => name.toLowerCase() === day.toLowerCase()))
    .filter((index) => index >= 0)
    .sort((one, other) => one - other)
  if (at.length === 0 || at.length === 7) return ''
  const name = (index: number) => weekdayName(WEEKDAYS[index]!, 'short')
  const inARow = at.at(-1)! - at[0]! === at.length - 1
  if (at.length > 2 && inARow) return `${name(at[0]!)}–${name(at.at(-1)!)}`
  return at.map(name).join(', ')
}
