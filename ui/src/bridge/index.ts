/**
 * The one door to the host. Screens import from here: `commands`, `on` and the types. In a plain
 * browser, where no host is there, the fake stands in.
 */
import type { Bridge } from './commands'

const bridge: Bridge =
  '__TAURI_INTERNALS__' in window
    ? (await import('./host')).host
    : (await import('./fake')).createFake()

export const { commands, on } = bridge
export type { Bridge, Commands, Events, Topic } from './commands'
export type * from './types'
