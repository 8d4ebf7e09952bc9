/** The person's other calendars, as the fake keeps them. */
import type { BlockView } from '../types/BlockView'
import type { BusyView } from '../types/BusyView'
import type { CalendarLine } from '../types/CalendarLine'
import type { DayView } from '../types/DayView'

/** What the fake's one calendar brings, by its days. */
const BUSY: Record<string, BusyView[]> = {
  '2026-11-25': [{ start: 900, end: 960, title: 'Call', all_day: false }],
  '2026-11-26': [{ start: 600, end: 660, title: 'Dentist', all_day: false }],
  '2026-11-27': [{ start: 0, end: 2880, title: 'Company day', all_day: true }],
}

export class FakeCalendars {
  private lines: CalendarLine[] = []
  private next = 1

  get(): CalendarLine[] {
    return structuredClone(this.lines)
  }

  /** Everything as it is now; what it gives puts it back. */
  keep(): () => void {
    const before = this.lines
    return () => (this.lines = before)
  }

  add(path: string) {
    const name = path.split('/').at(-1)!
    const folder = !name.endsWith('.ics')
    const line: CalendarLine = {
      id: this.next++,
      name,
      path,
      files: folder ? 2 : null,
      busy: 2,
      read_at: '2026-11-25T09:42:00Z',
      problems: folder ? [`old.ics, line 12: the event has no start: it was left out`] : [],
      more_problems: folder ? 12 : 0,
      trouble: null,
    }
    this.lines = [...this.lines, line]
  }

  remove(id: number) {
    this.lines = this.lines.filter((line) => line.id !== id)
  }

  /** A day that keeps clear of what the calendars bring. */
  cleared(day: DayView): DayView {
    const busy = this.lines.length > 0 ? (BUSY[day.date] ?? []) : []
    const blocks = day.blocks.map((block) => clearedBlock(block, busy))
    const taken = blocks
      .filter((block) => block.category !== 'rest')
      .reduce((total, block) => total + block.busy_minutes, 0)
    return { ...day, busy, blocks, scheduled_minutes: day.scheduled_minutes - taken }
  }
}

/** The busy times of a day in this fake never overlap each other. */
function clearedBlock(block: BlockView, all: readonly BusyView[]): BlockView {
  const works = block.category !== 'rest'
  const busy = all.filter((one) => works && one.start < block.end && block.start < one.end)
  const busy_minutes = busy.reduce(
    (total, one) => total + Math.min(one.end, block.end) - Math.max(one.start, block.start),
    0,
  )
  const wholly = busy_minutes > 0 && busy_minutes === block.end - block.start
  return { ...block, busy, busy_minutes, work: wholly ? [] : block.work, pips: wholly ? 0 : block.pips }
}
