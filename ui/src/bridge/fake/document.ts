/** The document behind the active roadmap, as the fake keeps it. */
import type { Comparison } from '../types/Comparison'
import type { DocumentState } from '../types/DocumentState'
import type { DocumentView } from '../types/DocumentView'
import type { Problem } from '../types/Problem'
import type { RoadmapOrigin } from '../types/RoadmapOrigin'
import { differences, hundreds } from './differences'

/** What `?document=` can ask for. */
export const DOCUMENTS: Record<string, DocumentState> = {
  'as-read': { is: 'as-read' },
  changed: { is: 'changed' },
  unreadable: { is: 'unreadable', reason: 'it is not at /home/robin/plans any more' },
}

export class FakeDocument {
  private readonly kept: Pick<DocumentView, 'write_back' | 'progress_file' | 'progress_fresh'> = {
    write_back: false,
    progress_file: null,
    progress_fresh: false,
  }
  /** Where the file is, once that was said anew. */
  private moved: string | null = null

  constructor(
    private state: DocumentState,
    private readonly origin: () => RoadmapOrigin,
    private readonly overfull: boolean,
  ) {}

  get(): DocumentView {
    const origin = this.origin()
    if (origin.from === 'file') {
      const path = this.moved ?? origin.path
      return {
        ...this.kept,
        origin: { from: 'file', path },
        file_name: nameOf(path),
        state: structuredClone(this.state),
      }
    }
    if (origin.from === 'bundled') {
      return { ...this.kept, origin, file_name: origin.name, state: { is: 'as-read' } }
    }
    return { ...this.kept, origin, file_name: 'roadmap.md', state: { is: 'none' } }
  }

  setWriteBack(on: boolean) {
    this.kept.write_back = on
  }

  compare(path: string | null): Comparison {
    const { file_name, state } = this.get()
    if (path === null && state.is === 'unreadable') {
      throw problem(`${file_name} can’t be read: ${state.reason}. Choose where it is now.`)
    }
    const found = this.overfull ? hundreds() : differences()
    return {
      key: `${path ?? file_name}-1`,
      file_name: path === null ? file_name : nameOf(path),
      title: null,
      differences: state.is === 'as-read' ? [] : found,
    }
  }

  /** Takes over what was compared; what it gives takes that back. */
  readAgain(path: string | null): () => void {
    const { state, moved } = this
    this.state = { is: 'as-read' }
    this.moved = path ?? moved
    return () => {
      this.state = state
      this.moved = moved
    }
  }

  setProgress(path: string | null, fresh: boolean) {
    if (path?.includes('unpaired')) {
      throw problem(
        `${nameOf(path)} begins a progress section and does not end it: put the second comment in.`,
      )
    }
    this.kept.progress_file = path
    this.kept.progress_fresh = path !== null && fresh
  }
}

function nameOf(path: string): string {
  return path.split(/[/\\]/).at(-1)!
}

function problem(message: string): Problem {
  return { code: 'file', message }
}
