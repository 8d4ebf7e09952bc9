/**
 * The one door to the host. Screens import from here: `commands`, `on` and the types. In a plain
 * browser and in tests, where no host is there, the fake stands in.
 */
import type { Bridge, Commands } from './commands'
import { host } from './host'

let bridge: Bridge = host

/** Finds out who answers; to be awaited before anything is shown. */
export async function connect(): Promise<void> {
  // The app itself is built without the fake.
  if (import.meta.env.MODE !== 'production' && !('__TAURI_INTERNALS__' in window)) {
    bridge = (await import('./fake')).fake
  }
}

export const commands = new Proxy({} as Commands, {
  get: (_, name: keyof Commands) => bridge.commands[name],
})

export const on: Bridge['on'] = (name, heard) => bridge.on(name, heard)

export type { Bridge, Commands, Events, Topic } from './commands'
export type * from './types'
