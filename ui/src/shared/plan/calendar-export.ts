/** The plan as a calendar file, from wherever it is asked for. */
import { commands, type CalendarExport } from '../../bridge'
import { fileName } from '../files'
import { fullDay } from '../format'
import { attempt } from '../problems.svelte'
import { offer } from '../undo-offer'
import { count } from './words'

/** Asks for the file and writes it. `title` is the roadmap's: the file is called so. */
export async function exportCalendar(title: string): Promise<void> {
  const path = await attempt(() => commands.pick_calendar_export({ title }))
  if (!path) return
  const written = await attempt(() => commands.export_calendar({ path }))
  if (written) offer(exportWords(written, fileName(path)))
}

/** "Exported 120 blocks and 3 gates until 10 January 2027 to plan.ics". */
export function exportWords({ blocks, gates, until }: CalendarExport, file: string): string {
  if (until === null) return `Exported to ${file}: no blocks and no gates since four weeks ago`
  return `Exported ${count(blocks, 'block')} and ${count(gates, 'gate')} until ${fullDay(until)} to ${file}`
}
