/** The rooms that load when they are opened, or in a quiet moment before that. */
const once = <T>(load: () => Promise<T>) => {
  let loading: Promise<T> | undefined
  return () => (loading ??= load())
}

export const rooms = {
  week: once(() => import('../features/week/Week.svelte')),
  roadmap: once(() => import('../features/roadmap/Roadmap.svelte')),
  sessions: once(() => import('../features/sessions/Sessions.svelte')),
  replan: once(() => import('../features/replan/Replan.svelte')),
  settings: once(() => import('../features/settings/Settings.svelte')),
  library: once(() => import('../features/library/Library.svelte')),
  firstRun: once(() => import('../features/first-run/FirstRun.svelte')),
  palette: once(() => import('./palette/Palette.svelte')),
  keys: once(() => import('./KeysDialog.svelte')),
}

/** Fetches what is likely to be opened next, once the first screen stands. */
export function prepareRooms(): void {
  setTimeout(() => {
    void rooms.week()
    void rooms.roadmap()
    void rooms.settings()
    void rooms.library()
    void rooms.palette()
  }, 1500)
}
