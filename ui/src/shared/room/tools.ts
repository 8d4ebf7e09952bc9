/** What the frame puts at the end of every room's bar. A room shown without a frame has none. */
import { getContext, setContext, type Snippet } from 'svelte'

const TOOLS = Symbol('tools')

export function setTools(tools: Snippet): void {
  setContext(TOOLS, tools)
}

export function getTools(): Snippet | undefined {
  return getContext<Snippet | undefined>(TOOLS)
}
