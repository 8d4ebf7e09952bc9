/** What was worked, as the fake keeps it: a list that can be corrected. */
import type { Problem } from '../types/Problem'
import type { SessionDraft } from '../types/SessionDraft'
import type { SessionLine } from '../types/SessionLine'
import type { SessionPage } from '../types/SessionPage'

const PAGE = 100

export class FakeSessions {
  private lines: SessionLine[] = []
  private next = -1

  get(from: string, to: string, page: number): SessionPage {
    const found = this.lines
      .filter(({ day }) => from <= day && day <= to)
      .toSorted((one, other) => Date.parse(other.started_at) - Date.parse(one.started_at))
    const sessions = structuredClone(found.slice(page * PAGE, (page + 1) * PAGE))
    return { sessions, more: found.length > (page + 1) * PAGE }
  }

  add(draft: SessionDraft) {
    this.lines.push(this.line(draft))
  }

  change(id: number, draft: SessionDraft) {
    const was = this.one(id)
    this.lines = this.lines.map((line) =>
      line === was ? { ...this.line(draft), id, outcome: was.outcome, kind: was.kind } : line,
    )
  }

  split(id: number, at: string) {
    const was = this.one(id)
    const { work, note } = was
    this.remove(id)
    this.lines.push(
      { ...this.line({ work, note, started_at: was.started_at, ended_at: at }), id, outcome: 'split' },
      {
        ...this.line({ work, note: null, started_at: at, ended_at: was.ended_at }),
        outcome: was.outcome,
      },
    )
  }

  remove(id: number) {
    const gone = this.one(id)
    this.lines = this.lines.filter((line) => line !== gone)
  }

  private one(id: number): SessionLine {
    const found = this.lines.find((line) => line.id === id)
    if (!found) {
      const problem: Problem = { code: 'stale', message: `Session ${id} is not there any more.` }
      throw problem
    }
    return found
  }

  private line({ work, started_at, ended_at, note }: SessionDraft): SessionLine {
    return {
      id: this.next--,
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
}
