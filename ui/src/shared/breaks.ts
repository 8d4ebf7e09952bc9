/** Where long names may be broken. */

/** The text in the parts after which a line may end: in long words after `_`, `.` and `/`, as after a hyphen anyway. */
export function parts(text: string): string[] {
  return text.replace(/\S{12,}/g, (word) => word.replace(/([_./])(?=[\p{L}\p{N}])/gu, '$1\0')).split('\0')
}
