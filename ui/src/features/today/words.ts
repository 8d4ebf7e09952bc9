/** What Today says of its day. */
import type { CheckLine, TodayView } from '../../bridge'
import { placeInStage } from '../../shared/plan/stage-place'

/** "Week 6 of 12: Computer vision project, first of two weeks". */
export function daySub({ week, weeks, stages }: TodayView): string | null {
  if (stages.length === 0) return null
  const titles = stages.map((stage) => [stage.title, placeInStage(stage)].filter((part) => part).join(', '))
  const number = week === 0 || week > weeks ? null : `Week ${week} of ${weeks}`
  return [number, titles.join('; ')].filter((part) => part).join(': ')
}

/** "3 to do", "all done". */
export function linesLeft(lines: readonly CheckLine[]): string {
  const left = lines.filter((line) => !line.done).length
  return left === 0 ? 'all done' : `${left} to do`
}
