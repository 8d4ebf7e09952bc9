/** What Today says of its day. */
import type { BlockView, CheckLine, EndedWeekView, Now, TodayView } from '../../bridge'
import { hours, timeOfDay } from '../../shared/format'
import { isRest, purposeOf, standingOf } from '../../shared/plan/block'
import { isTaken } from '../../shared/plan/busy'
import { placeInStage } from '../../shared/plan/stage-place'
import { restDayWords } from '../../shared/plan/words'

/** "Week 6 of 12: Computer vision project, first of two weeks". */
export function daySub({ week, weeks, stages }: TodayView): string | null {
  if (stages.length === 0) return null
  const titles = stages.map((stage) => [stage.title, placeInStage(stage)].filter((part) => part).join(', '))
  const number = week === 0 || week > weeks ? null : `Week ${week} of ${weeks}`
  return [number, titles.join('; ')].filter((part) => part).join(': ')
}

/** "Week 3 ended 6 h behind". */
export function endedWords({ number, standing, minutes }: EndedWeekView): string {
  return `Week ${number} ended ${hours(minutes)} ${standing === 'ahead' ? 'ahead' : 'behind'}`
}

/** "3 to do", "all done". */
export function linesLeft(lines: readonly CheckLine[]): string {
  const left = lines.filter((line) => !line.done).length
  return left === 0 ? 'all done' : `${left} to do`
}

/** True for a day that the plan leaves free, and not for one before its start or after its end. */
export function isRestDay({ rest, stages }: TodayView): boolean {
  return rest && stages.length > 0
}

/** One line for a day of rest, with what it holds all the same. */
export function restWords(today: TodayView): string {
  const block = today.blocks.find((one) => isToCome(one, today.now))
  const day = restDayWords(today) ?? 'Rest day'
  if (block) return `${day}, but for “${purposeOf(block)}” at ${timeOfDay(block.start)}.`
  return `${day}. It keeps your days in a row.`
}

/** True for a block with time for work that has not begun. */
export function isToCome(block: BlockView, now: Now): boolean {
  return !isRest(block) && !isTaken(block) && standingOf(block, now) === 'later'
}
