/** Which files a person has let Waymark write ticks into, so that what it means is explained once for each. */

const KEPT = 'written-into'

export function hasConsent(path: string): boolean {
  return paths().includes(path)
}

export function keepConsent(path: string): void {
  localStorage.setItem(KEPT, JSON.stringify([...new Set([...paths(), path])]))
}

function paths(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '[]')
    return Array.isArray(kept) ? kept : []
  } catch {
    return []
  }
}
