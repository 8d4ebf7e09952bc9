/** What can be done with the roadmaps: through the host, each with its undo. */
import { createContext, tick } from 'svelte'
import { commands, type ExportFormat, type RoadmapEntry } from '../../bridge'
import { fileName, isExported } from '../../shared/files'
import { read } from '../../shared/live.svelte'
import { attempt } from '../../shared/problems.svelte'
import type { Go } from '../../shared/room/place'
import { offer, offerUndo } from '../../shared/undo-offer'

/** To be made where a component is set up. */
export class Shelf {
  readonly reading = read(['roadmap', 'frame'], () => commands.get_roadmaps())
  /** The one whose title is asked for. */
  renaming = $state.raw<RoadmapEntry | null>(null)

  constructor(private readonly go: Go) {}

  /** Makes it the active one; the active one is opened. */
  async choose({ id, title, active }: RoadmapEntry) {
    if (active) this.go({ room: 'roadmap' })
    else await this.change(id, () => commands.activate_roadmap({ id }), `“${title}” is active`)
  }

  archive({ id, title }: RoadmapEntry) {
    return this.change(id, () => commands.archive_roadmap({ id, archived: true }), `Archived “${title}”`)
  }

  takeBack({ id, title }: RoadmapEntry) {
    return this.change(id, () => commands.archive_roadmap({ id, archived: false }), `Took “${title}” back`)
  }

  duplicate({ id, title }: RoadmapEntry) {
    const words = `Duplicated “${title}”; the copy is active`
    return this.change(id, () => commands.duplicate_roadmap({ id }), words)
  }

  async export({ id, title }: RoadmapEntry, format: ExportFormat) {
    const path = await attempt(() => commands.pick_export({ title, format }))
    if (!path) return
    const written = await attempt(() => commands.export_roadmap({ id, format, path }).then(() => true))
    if (written) offer(`Exported to ${fileName(path)}`)
  }

  /** An exported roadmap is taken over as it is; a document is previewed first. */
  async import() {
    const path = await attempt(() => commands.pick_roadmap())
    if (!path) return
    if (isExported(path)) {
      await this.change(null, () => commands.import_roadmap({ path }), `Imported ${fileName(path)}`)
    } else {
      this.go({ room: 'first-run', file: path })
    }
  }

  private async change(id: number | null, run: () => Promise<void>, words: string) {
    if (!(await attempt(() => run().then(() => true)))) return
    offerUndo(words)
    await this.reading.again()
    await tick()
    requestAnimationFrame(() => requestAnimationFrame(() => focusNear(id)))
  }
}

/** The line went to another place, and the focus was lost on the way: it goes there, or to the first line. */
function focusNear(id: number | null) {
  if (document.activeElement && document.activeElement !== document.body) return
  const button = (row: string) => document.querySelector<HTMLElement>(`${row} button`)
  ;(button(`[data-roadmap="${id}"]`) ?? button('[data-roadmap]'))?.focus()
}

export const [useShelf, provideShelf] = createContext<Shelf>()
