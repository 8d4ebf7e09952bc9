/** Documents as the fake reads them, with what a person said about each before it is a plan. */
import type { Preview } from '../types/Preview'
import type { Readings } from '../types/Readings'
import type { RoadmapSource } from '../types/RoadmapSource'
import type { Taken } from '../types/Taken'
import { bundled } from './bundled'
import { own } from './own'
import { previewOf, type Read } from './preview'
import { small } from './small'
import { readingsOf, take } from './taken'
import { twoTracks } from './tracks'

interface Remembered {
  track: string | null
  /** In the order in which they were said; hours beside what a line is. */
  corrections: { item: number; taken: Taken }[]
}

export class FakeRecognition {
  private readonly remembered = new Map<string, Remembered>()

  preview(source: RoadmapSource): Preview {
    const { track, corrections } = this.about(source)
    const corrected = new Set(corrections.map((correction) => correction.item))
    return previewOf(source, this.read(source), { track, corrected })
  }

  pickTrack(source: RoadmapSource, label: string | null): Preview {
    this.about(source).track = label
    return this.preview(source)
  }

  readings(source: RoadmapSource, item: number): Readings {
    return readingsOf(this.read(source).items, item)
  }

  correct(source: RoadmapSource, item: number, taken: Taken): Preview {
    const about = this.about(source)
    const isHours = taken.as === 'hours'
    about.corrections = about.corrections.filter(
      (other) => other.item !== item || (other.taken.as === 'hours') !== isHours,
    )
    about.corrections.push({ item, taken })
    return this.preview(source)
  }

  takeBack(source: RoadmapSource, item: number): Preview {
    const about = this.about(source)
    about.corrections = about.corrections.filter((other) => other.item !== item)
    return this.preview(source)
  }

  /** The document with what was set right in it. */
  private read(source: RoadmapSource): Read {
    const document = documentOf(source)
    const items = structuredClone(document.items)
    for (const { item, taken } of this.about(source).corrections) take(items, item, taken)
    return { ...document, items }
  }

  private about(source: RoadmapSource): Remembered {
    const name = JSON.stringify(source)
    const about = this.remembered.get(name) ?? { track: null, corrections: [] }
    this.remembered.set(name, about)
    return about
  }
}

/** A path with "tracks" in it has two ways to go. */
function documentOf(source: RoadmapSource): Read {
  if (source.from === 'bundled') return bundled
  if (source.from === 'own') return own(source)
  return source.path.includes('tracks') ? twoTracks : small
}
