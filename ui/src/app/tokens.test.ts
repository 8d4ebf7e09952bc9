import { expect, test } from 'vitest'
import css from './tokens.css?raw'

/** The colours set between the braces that follow these words. */
function colours(words: string): Record<string, string> {
  const from = css.indexOf('{', css.indexOf(words)) + 1
  const block = css.slice(from, css.indexOf('}', from))
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value!]),
  )
}

const THEMES = {
  light: colours(':root, [data-theme="light"] {'),
  dark: colours('\n[data-theme="dark"] {'),
}
const CATEGORIES = ['study', 'handson', 'interview', 'jobs', 'writing', 'network', 'review', 'rest']

function luminance(hex: string): number {
  const channel = (at: number) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }
  return channel(1) * 0.2126 + channel(3) * 0.7152 + channel(5) * 0.0722
}

/** The contrast of WCAG 2.2, from 1 to 21. */
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

test('dark_by_the_system_and_dark_by_hand_are_the_same', () => {
  expect(Object.keys(THEMES.dark)).toContain('cat-rest-line')
  expect(colours(':root:not([data-theme="light"]) {')).toEqual(THEMES.dark)
})

test.each(['light', 'dark'] as const)('words_are_legible_on_every_surface_in_%s', (name) => {
  const theme = THEMES[name]
  const at = (token: string) => theme[token]!
  for (const surface of ['window', 'raised', 'rail', 'sunken', 'hover']) {
    expect(contrast(at('text'), at(surface))).toBeGreaterThan(7)
    expect(contrast(at('text-3'), at(surface))).toBeGreaterThan(4.5)
  }
  for (const surface of ['groove', 'slide']) expect(contrast(at('text'), at(surface))).toBeGreaterThan(7)
  expect(contrast(at('text-2'), at('groove'))).toBeGreaterThan(4.5)
  expect(contrast(at('on-accent'), at('accent'))).toBeGreaterThan(4.5)
  expect(contrast(at('ask-ink'), at('ask-tint'))).toBeGreaterThan(4.5)
  expect(contrast(at('danger-ink'), at('danger-tint'))).toBeGreaterThan(4.5)
  for (const category of CATEGORIES) {
    expect(contrast(at(`cat-${category}-ink`), at(`cat-${category}-tint`))).toBeGreaterThan(7)
    expect(contrast(at(`cat-${category}`), at('window'))).toBeGreaterThan(3)
  }
})
