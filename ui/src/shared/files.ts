/** Files as the screens speak of them. The host reads and writes them; here they are only names. */

/** The last part of a path, on any system. */
export function fileName(path: string): string {
  return path.split(/[/\\]/).at(-1)!
}

/** True for a roadmap that was exported whole, to be imported rather than previewed. */
export function isExported(path: string): boolean {
  return /\.json$/i.test(path)
}
