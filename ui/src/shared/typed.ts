/** Finding things by what a person types. */

/** Without case and accents: a résumé is found by "resume". */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** The words typed, folded; none for blanks. */
export function typedWords(typed: string): string[] {
  return fold(typed).split(/\s+/).filter(Boolean)
}
