/** From a document to a dated plan, as the fake answers it: previews, estimates, and what can't be read. */
import type { Category } from '../types/Category'
import type { Estimate } from '../types/Estimate'
import type { Item } from '../types/Item'
import type { LibraryEntry } from '../types/LibraryEntry'
import type { Preview } from '../types/Preview'
import type { Problem } from '../types/Problem'
import type { RoadmapSource } from '../types/RoadmapSource'
import type { Setup } from '../types/Setup'
import { reasonsOf } from './reasons'
import { small } from './small'

/** What a preview is made of. */
export interface Read {
  title: string
  items: Item[]
  lines: string[]
}

/** What a person said about a document before it is a plan. */
export interface Said {
  /** The way to go, where there are several. */
  track: string | null
  /** What was set right by hand. */
  corrected: ReadonlySet<number>
}

const NOTHING_SAID: Said = { track: null, corrected: new Set() }

const DAY = 86_400_000
/** How long an open end may take. */
const OPEN_DAYS = 91
const PROPOSED_START = '2026-11-30'

export const LIBRARY: LibraryEntry[] = [
  {
    name: 'production-ml-engineer.md',
    title: 'Production ML Engineer, 3-6 months',
    weeks: 12,
    minutes: 27_600,
  },
]

/** Reads a document; a path with "broken" in it can't be read. */
export function previewOf(source: RoadmapSource, document: Read = small, said: Said = NOTHING_SAID): Preview {
  const fileName = nameOf(source)
  if (fileName.includes('broken')) {
    const problem: Problem = {
      code: 'file',
      message: `${fileName} is not UTF-8 text (byte 12). Save it as UTF-8 and open it again.`,
    }
    throw problem
  }
  const all = walk(document.items)
  const tracks = all.filter((item) => item.kind === 'track')
  const track = tracks.find((item) => item.label === said.track) ?? tracks[0]
  const followed = track ? walk([track]) : all
  const phases = followed.filter((item) => item.kind === 'phase')
  const count = (...kinds: Item['kind'][]) => all.filter((item) => kinds.includes(item.kind)).length
  const stages = followed.filter((item) => item.kind === 'stage')
  return {
    source,
    file_name: fileName,
    title: document.title,
    already: null,
    phases: phases.map((phase) => {
      const within = (phase.children ?? []).filter((item) => item.kind === 'stage')
      return {
        title: phase.text,
        months: phase.months ? [phase.months.from, phase.months.to] : null,
        open_ended: phase.open_ended,
        weeks: within.reduce((sum, stage) => sum + weeksOf(stage), 0),
        minutes: within.reduce((sum, stage) => sum + minutesOf(stage), 0),
        line: phase.span.line,
        stages: within.map((stage) => ({
          weeks: stage.weeks ? [stage.weeks.from, stage.weeks.to] : null,
          days: stage.days ?? null,
          title: stage.text,
          minutes: minutesOf(stage),
          by_category: byCategory(stage),
          line: stage.span.line,
        })),
      }
    }),
    counts: {
      phases: phases.length,
      stages: stages.length,
      weeks: stages.reduce((sum, stage) => sum + weeksOf(stage), 0),
      minutes: stages.reduce((sum, stage) => sum + minutesOf(stage), 0),
      steps: count('step'),
      task_boxes: all.filter((item) => item.task).length,
      checkpoint_items: count('checkpoint-item'),
      resources: count('resource'),
      deliverables: count('deliverable'),
      targets: count('target'),
      choices: count('choice'),
      metrics: count('metric'),
    },
    items: structuredClone(document.items),
    lines: document.lines,
    notes: all
      .filter((item) => item.kind === 'note')
      .map((item) => ({ line: item.span.line, text: document.lines[item.span.line - 1] ?? item.text })),
    findings: source.from === 'bundled' ? 2 : 0,
    roles: all
      .filter((item) => item.kind === 'section' && item.about === 'roles')
      .flatMap((section) => (section.children ?? []).map((child) => child.text)),
    templates: [
      { index: 0, name: 'Full-time', tempo: 'full-time', minutes: 63 * 60 },
      { index: 1, name: 'Part-time', tempo: 'part-time', minutes: 20 * 60 },
    ],
    stated_part_time: '6-9 months',
    relative_links: all.filter((item) => item.kind === 'resource' && item.href && !/^\w+:/.test(item.href))
      .length,
    tracks: tracks.map((item) => ({
      label: item.label,
      title: item.text,
      weeks: walk([item]).reduce((sum, stage) => sum + weeksOf(stage), 0),
      line: item.span.line,
    })),
    track: said.track,
    reasons: reasonsOf(document.items, said.corrected),
    proposal: {
      start: PROPOSED_START,
      pace: { kind: 'as-written' },
      template: 0,
      week_start: 'mon',
      buffer: 0,
      role: null,
    },
  }
}

function nameOf(source: RoadmapSource): string {
  if (source.from === 'bundled') return source.name
  return source.from === 'own' ? source.title : source.path.split(/[/\\]/).at(-1)!
}

/** What a setup comes to: the document's weeks, or as many as its hours fill. */
export function estimateOf(preview: Preview, setup: Setup): Estimate {
  const { minutes } = preview.counts
  const weeks =
    setup.pace.kind === 'as-written'
      ? preview.counts.weeks
      : Math.ceil((minutes * 100) / (setup.pace.per_week_minutes * (100 - setup.buffer)))
  const end = later(setup.start, weeks * 7 - 1)
  const byHours = setup.pace.kind === 'hours'
  return {
    weeks,
    goes_by_pace: true,
    end: weeks > 0 ? end : null,
    latest: preview.phases.some((phase) => phase.open_ended) ? later(end, OPEN_DAYS) : null,
    minutes,
    weekly_minutes:
      setup.pace.kind === 'hours' ? setup.pace.per_week_minutes : Math.round(minutes / Math.max(1, weeks)),
    without_room_minutes: 0,
    stated: byHours ? preview.stated_part_time : null,
  }
}

function later(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

function walk(items: readonly Item[]): Item[] {
  return items.flatMap((item) => [item, ...walk(item.children ?? [])])
}

function weeksOf(stage: Item): number {
  if (stage.kind !== 'stage') return 0
  return stage.weeks ? stage.weeks.to - stage.weeks.from + 1 : Math.ceil((stage.days ?? 0) / 7)
}

function byCategory(stage: Item): { category: Category; minutes: number }[] {
  const found = new Map<Category, number>()
  for (const item of walk([stage])) {
    if (item.kind !== 'activity' || !item.budget) continue
    const times = { stage: 1, week: weeksOf(stage), day: weeksOf(stage) * 7 }[item.budget.per]
    if (times === 0) continue
    found.set(item.category, (found.get(item.category) ?? 0) + item.budget.most * times)
  }
  return [...found].map(([category, minutes]) => ({ category, minutes }))
}

function minutesOf(stage: Item): number {
  return byCategory(stage).reduce((sum, share) => sum + share.minutes, 0)
}
