/** The real host: each command is an invoke of the same name. */
import { invoke } from '@tauri-apps/api/core'
import { listen } from '@tauri-apps/api/event'
import type { Bridge, Commands } from './commands'

const commands = new Proxy({} as Commands, {
  get: (_, name: string) => (args?: Record<string, unknown>) => invoke(name, args),
})

export const host: Bridge = {
  commands,
  on: (name, heard) => listen(name, (event) => heard(event.payload as never)),
}
