/** What the palette offers, and how it is found. */
import type { Component } from 'svelte'
import { fold, typedWords } from '../../shared/typed'

export interface Entry {
  /** Its words, which are also what is searched. */
  label: string
  group: 'Do' | 'Go' | 'In the roadmap'
  icon: Component
  /** More to find it by, and where it is. */
  about?: string
  keys?: string
  run: () => void
}

/** How many are shown; past that one types another word. */
const MOST = 30

/** The entries that have every typed word, those that begin with the first word before the others. */
export function matching(entries: readonly Entry[], typed: string): Entry[] {
  const words = typedWords(typed)
  if (words.length === 0) return entries.filter((entry) => entry.group !== 'In the roadmap')
  const found = entries.filter((entry) => {
    const text = fold(`${entry.label} ${entry.about ?? ''}`)
    return words.every((word) => text.includes(word))
  })
  const begins = (entry: Entry) => fold(entry.label).startsWith(words[0]!)
  // Groups stay together, so that arrows go down the list as it is seen.
  const groups = (['Do', 'Go', 'In the roadmap'] as const).flatMap((group) => {
    const own = found.filter((entry) => entry.group === group)
    return [...own.filter(begins), ...own.filter((entry) => !begins(entry))]
  })
  return groups.slice(0, MOST)
}
