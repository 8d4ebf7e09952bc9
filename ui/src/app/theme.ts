/** Light or dark: as the system says, unless the settings say otherwise. */
import type { Theme } from '../bridge'

/** Shows a theme, and remembers it for the next start's first paint. */
export function show(theme: Theme): void {
  const root = document.documentElement
  if (theme === 'system') {
    delete root.dataset.theme
    localStorage.removeItem('theme')
  } else {
    root.dataset.theme = theme
    localStorage.setItem('theme', theme)
  }
}
