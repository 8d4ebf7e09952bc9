/** What was worked, as the fake keeps it: a list that can be corrected, and in which nothing overlaps. */
import type { Category } from '../types/Category'
import type { Problem } from '../types/Problem'
import type { SessionDraft } from '../types/SessionDraft'
import type { SessionLine } from '../types/SessionLine'
import type { SessionPage } from '../types/SessionPage'
import { later } from './week'

/** Fewer than the host's, so that there soon are several. */
const PAGE = 10
/** How many days before today something was worked on. */
const DAYS = 4

export class FakeSessions {
  private lines: SessionLine[] = []
  private next = -1

  /** With what was worked until today; with nothing where there is no day. */
  constructor(today: string | null) {
    if (today !== null) this.lines = history(today, () => this.next--)
  }

  get(from: string, to: string, page: number): SessionPage {
    const found = this.lines
      .filter(({ day }) => from <= day && day <= to)
      .toSorted((one, other) => Date.parse(other.started_at) - Date.parse(one.started_at))
    const sessions = structuredClone(found.slice(page * PAGE, (page + 1) * PAGE))
    return { sessions, more: found.length > (page + 1) * PAGE }
  }

  add(draft: SessionDraft) {
    this.checkFree(draft)
    this.lines = [...this.lines, this.line(draft)]
  }

  change(id: number, draft: SessionDraft) {
    const was = this.one(id)
    this.checkFree(draft, id)
    const { interruptions, outcome, kind, mode, pomodoro, reason } = was
    const now = { ...this.line(draft), id, interruptions, outcome, kind, mode, pomodoro, reason }
    this.lines = this.lines.map((line) => (line === was ? now : line))
  }

  split(id: number, at: string) {
    const was = this.one(id)
    if (!(was.started_at < at && at < was.ended_at)) {
      throw invalid('A session is parted between its beginning and its end, a second or more from both.')
    }
    const { work, note, outcome } = was
    const { interruptions } = was
    const before = this.line({ work, note, started_at: was.started_at, ended_at: at })
    const after = this.line({ work, note: null, started_at: at, ended_at: was.ended_at })
    this.lines = [
      ...this.lines.filter((line) => line !== was),
      { ...before, id, interruptions, outcome: 'split' },
      { ...after, outcome },
    ]
  }

  remove(id: number) {
    const gone = this.one(id)
    this.lines = this.lines.filter((line) => line !== gone)
  }

  /** Keeps the list; the answer brings it back. */
  keep(): () => void {
    const { lines } = this
    return () => (this.lines = lines)
  }

  title(id: number): string {
    return this.one(id).work.title
  }

  private one(id: number): SessionLine {
    const found = this.lines.find((line) => line.id === id)
    if (!found) {
      const problem: Problem = { code: 'stale', message: `Session ${id} is not there any more.` }
      throw problem
    }
    return found
  }

  private checkFree({ started_at, ended_at }: SessionDraft, own?: number) {
    if (ended_at <= started_at) {
      throw invalid(
        'A session ends a second or more after it begins: choose a later end or an earlier beginning.',
      )
    }
    const other = this.lines.find(
      (line) => line.id !== own && line.started_at < ended_at && started_at < line.ended_at,
    )
    if (other) {
      throw invalid(`It overlaps “${other.work.title}”: choose other times, or change that one first.`)
    }
  }

  private line(draft: SessionDraft): SessionLine {
    return lineOf(draft, this.next--)
  }
}

function lineOf({ work, started_at, ended_at, note }: SessionDraft, id: number): SessionLine {
  return {
    id,
    kind: 'focus',
    mode: { kind: 'pomodoro' },
    work,
    outside: work.activity === null && work.block === null,
    day: started_at.slice(0, 10),
    started_at,
    ended_at,
    spent_seconds: Math.round((Date.parse(ended_at) - Date.parse(started_at)) / 1000),
    paused_seconds: 0,
    away_seconds: 0,
    outcome: 'added',
    pomodoro: false,
    note,
    interruptions: 0,
    reason: null,
    held: false,
  }
}

/** What is worked on in turn, with the activity it belongs to. */
const WORKS: [title: string, category: Category, activity: number | null][] = [
  ['Transfer learning from EfficientNet-B0', 'hands-on', 1],
  ['Augment the training images', 'hands-on', 1],
  ['Lectures on convolutional networks', 'study', 2],
  ['Focus', 'study', null],
]

/** Four pomodoros with their breaks each day, from 9:00. */
function history(today: string, id: () => number): SessionLine[] {
  const lines: SessionLine[] = []
  for (let back = DAYS; back >= 0; back--) {
    const day = later(today, -back)
    WORKS.forEach(([title, category, activity], at) => {
      const time = (minute: number) =>
        new Date(Date.parse(`${day}T09:00:00Z`) + minute * 60_000).toISOString()
      const begins = at * 30
      const work = { activity, step: null, block: null, category, title }
      const focus = lineOf({ work, started_at: time(begins), ended_at: time(begins + 25), note: null }, id())
      const stopped = at === 1 && back % 5 === 0
      lines.push({
        ...focus,
        outcome: stopped ? 'stopped' : 'finished',
        pomodoro: !stopped,
        reason: stopped ? 'The door bell' : null,
        note: at === 0 ? 'The scheduler was the culprit, not the data' : null,
        interruptions: at === 2 ? 2 : 0,
      })
      if (at === WORKS.length - 1 || stopped) return
      const rest = lineOf(
        { work, started_at: time(begins + 25), ended_at: time(begins + 30), note: null },
        id(),
      )
      lines.push({ ...rest, kind: 'short-break', outcome: 'finished' })
    })
  }
  return lines
}

function invalid(message: string): Problem {
  return { code: 'invalid', message }
}
