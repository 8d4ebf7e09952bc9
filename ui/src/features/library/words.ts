/** What the list of roadmaps says of each. */
import type { RoadmapEntry, RoadmapOrigin } from '../../bridge'
import { fileName } from '../../shared/files'
import { dayMonthShort, dayRangeShort } from '../../shared/format'

/** "plan.md", "comes with Waymark", "made here". */
export function originWords(origin: RoadmapOrigin): string {
  switch (origin.from) {
    case 'file':
      return fileName(origin.path)
    case 'bundled':
      return 'comes with Waymark'
    case 'own':
      return 'made here'
  }
}

/** "30 Nov – 21 Feb"; "from 30 Nov" where it has no dated end. */
export function datesWords({ start, end }: Pick<RoadmapEntry, 'start' | 'end'>): string {
  if (start === null) return 'no dates yet'
  return end === null ? `from ${dayMonthShort(start)}` : dayRangeShort(start, end)
}

/** "34 of 212 done". */
export function progressWords({ done, total }: Pick<RoadmapEntry, 'done' | 'total'>): string {
  return total === 0 ? 'nothing to tick' : `${done.toLocaleString()} of ${total.toLocaleString()} done`
}

/** The active one first, then as they came. */
export function inOrder(entries: readonly RoadmapEntry[]): RoadmapEntry[] {
  return entries.toSorted((a, b) => Number(b.active) - Number(a.active))
}
