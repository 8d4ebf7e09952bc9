/** What becomes of a command that fails: each code has its own place on the screen. */
import { toast } from 'svelte-sonner'
import type { Problem } from '../bridge'
import { readAgain } from './live.svelte'

/** The store's trouble, shown in a banner until it is put away. */
export const store: { problem: Problem | null } = $state({ problem: null })

/** What was thrown, as a problem. Anything else than a problem is a fault of the app itself and says so. */
export function problemOf(thrown: unknown): Problem {
  if (thrown && typeof thrown === 'object' && 'code' in thrown && 'message' in thrown)
    return thrown as Problem
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return { code: 'stale', message: `Waymark could not do that: ${message}. Try it again.` }
}

/**
 * Runs a command and shows why it failed, if it fails: trouble of the store in the banner, what is gone by
 * reading everything again, and the rest beside its control with `beside`, or else in a toast.
 */
export async function attempt<T>(
  run: () => Promise<T>,
  beside?: (problem: Problem | null) => void,
): Promise<T | undefined> {
  try {
    const answer = await run()
    beside?.(null)
    return answer
  } catch (thrown) {
    show(problemOf(thrown), beside)
    return undefined
  }
}

function show(problem: Problem, beside?: (problem: Problem) => void): void {
  if (problem.code === 'store') {
    store.problem = problem
    return
  }
  if (problem.code === 'stale')
    readAgain(['frame', 'roadmap', 'plan', 'timer', 'inbox', 'reminders', 'calendars'])
  if (beside && problem.code !== 'stale') beside(problem)
  else toast.error(problem.message)
}
