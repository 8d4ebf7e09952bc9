/** The names that copies of week templates are proposed under. */

/** The longest name, in letters. */
export const LONGEST_NAME = 120

/** "Full-time, copy", or with the next number where a template has that name; cut where it would be too long. */
export function copyName(name: string, taken: readonly string[]): string {
  const known = new Set(taken.map((other) => other.toLowerCase()))
  const base = name.replace(/, copy(?: \d+)?$/, '')
  for (let number = 1; ; number++) {
    const end = number === 1 ? ', copy' : `, copy ${number}`
    const proposed =
      [...base]
        .slice(0, LONGEST_NAME - end.length)
        .join('')
        .trimEnd() + end
    if (!known.has(proposed.toLowerCase())) return proposed
  }
}
