/** The document behind the roadmap: how its file stands, and what is asked about it. */
import { createContext } from 'svelte'
import { commands } from '../../../bridge'
import { read } from '../../../shared/live.svelte'
import { attempt } from '../../../shared/problems.svelte'
import { hasConsent } from './consent'

export type Asking =
  /** What is different in the file; with a path, where the file is now. */
  { what: 'read-again'; path: string | null } | { what: 'write-back' } | { what: 'progress' }

/** To be made where a component is set up. */
export class DocumentFile {
  readonly reading = read(['roadmap', 'frame'], () => commands.get_document())
  /** The dialog that is open. */
  asked = $state.raw<Asking | null>(null)

  constructor() {
    // Whoever comes back to the window may have changed the file meanwhile.
    $effect(() => {
      const again = () => void this.reading.again()
      window.addEventListener('focus', again)
      return () => window.removeEventListener('focus', again)
    })
  }

  readAgain(path: string | null = null) {
    this.asked = { what: 'read-again', path }
  }

  /** Says where the file is now, and shows what is different in it. */
  async locate() {
    const path = await attempt(() => commands.pick_roadmap())
    if (path) this.readAgain(path)
  }

  /** Turns writing on or off; before the first time for a file it is said what that means. */
  async setWriteBack(on: boolean) {
    const origin = this.reading.content?.origin
    if (on && origin?.from === 'file' && !hasConsent(origin.path)) this.asked = { what: 'write-back' }
    else await attempt(() => commands.set_write_back({ consent: on }))
  }
}

export const [useDocumentFile, provideDocumentFile] = createContext<DocumentFile>()
