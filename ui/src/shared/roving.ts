/**
 * Makes a list one tab stop: arrows up and down go from row to row, left and right among a row's controls,
 * Home and End to the ends, Enter ticks a box as Space does. A row is marked `data-row`; its controls are its
 * boxes, buttons and links.
 */
import type { Attachment } from 'svelte/attachments'

const BOX = 'input[type="checkbox"], input[type="radio"]'
const CONTROLS = `button, a[href], ${BOX}`
const TEXT = 'input, textarea, select'

export const roving: Attachment<HTMLElement> = (list) => {
  let current: HTMLElement | null = null

  const rows = () =>
    [...list.querySelectorAll<HTMLElement>('[data-row]')].filter((row) => controls(row).length > 0)
  const controls = (row: HTMLElement) =>
    [...row.querySelectorAll<HTMLElement>(CONTROLS)].filter(
      (control) => control.closest('[data-row]') === row && !control.matches(':disabled'),
    )

  function settle() {
    const all = rows().flatMap(controls)
    if (!current || !all.includes(current)) current = all[0] ?? null
    for (const control of all) {
      const index = control === current ? '0' : '-1'
      if (control.getAttribute('tabindex') !== index) control.setAttribute('tabindex', index)
    }
  }

  function onfocusin(event: FocusEvent) {
    const control = (event.target as HTMLElement).closest<HTMLElement>(CONTROLS)
    // What stands outside of the rows, such as a form below one, leaves the tab stop where it is.
    if (!control?.closest('[data-row]')) return
    current = control
    settle()
  }

  function onkeydown(event: KeyboardEvent) {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const target = event.target as HTMLElement
    if (target.matches(TEXT) && !target.matches(BOX)) return
    const row = target.closest<HTMLElement>('[data-row]')
    if (!row) return
    if (event.key === 'Enter' && target.matches('[type="checkbox"]')) {
      event.preventDefault()
      target.click()
      return
    }
    const next = step(event.key, row, target)
    if (!next) return
    event.preventDefault()
    next.focus()
  }

  function step(key: string, row: HTMLElement, target: HTMLElement): HTMLElement | undefined {
    const all = rows()
    const at = all.indexOf(row)
    const within = controls(row)
    const column = within.indexOf(target)
    switch (key) {
      case 'ArrowDown':
        return first(all[at + 1])
      case 'ArrowUp':
        return first(all[at - 1])
      case 'ArrowRight':
        return within[column + 1]
      case 'ArrowLeft':
        return within[column - 1]
      case 'Home':
        return first(all[0])
      case 'End':
        return first(all.at(-1))
    }
    return undefined
  }

  const first = (row: HTMLElement | undefined) => row && controls(row)[0]

  settle()
  const watch = new MutationObserver(settle)
  watch.observe(list, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] })
  list.addEventListener('focusin', onfocusin)
  list.addEventListener('keydown', onkeydown)
  return () => {
    watch.disconnect()
    list.removeEventListener('focusin', onfocusin)
    list.removeEventListener('keydown', onkeydown)
  }
}
