/**
 * What a screen shows, kept up to date: read once, and again whenever the host says that its topic changed.
 * Between two readings the last known content stays.
 */
import { on, type Problem, type Topic } from '../bridge'
import { problemOf } from './problems.svelte'

/** A bar shows only where reading takes longer than this. */
const SLOW = 400

export interface Reading<T> {
  /** The last known content; none before the first answer. */
  readonly content: T | undefined
  /** Why the latest reading failed; none once one succeeds. */
  readonly problem: Problem | null
  /** True where an answer is long in coming. */
  readonly slow: boolean
  /** Reads again by hand. */
  again(): Promise<void>
}

type Heard = (topics: Topic[]) => void

let readers: readonly Heard[] = []
let listening: Promise<unknown> | null = null

/** One ear for all readers, so that opening a screen costs no call of its own. */
function listen(): Promise<unknown> {
  listening ??= on('changed', (topics) => readers.forEach((heard) => heard(topics)))
  return listening
}

/** Makes every reader of these topics read again, as if the host had said that they changed. */
export function readAgain(topics: Topic[]): void {
  readers.forEach((heard) => heard(topics))
}

/**
 * Reads with `command`, again when one of the topics changes, and again when something reactive that
 * `command` touches changes. To be called where a component is set up; it ends with the component.
 */
export function read<T>(topics: Topic | Topic[], command: () => Promise<T>): Reading<T> {
  const wanted = [topics].flat()
  let content = $state.raw<T>()
  let problem = $state.raw<Problem | null>(null)
  let slow = $state(false)
  let latest = 0

  async function take(answer: Promise<T>): Promise<void> {
    const turn = ++latest
    const waiting = setTimeout(() => (slow = true), SLOW)
    try {
      const found = await answer
      if (turn !== latest) return
      content = found
      problem = null
    } catch (error) {
      if (turn === latest) problem = problemOf(error)
    } finally {
      clearTimeout(waiting)
      if (turn === latest) slow = false
    }
  }

  const again = () => take(command())

  $effect(() => {
    const heard: Heard = (changed) => {
      if (changed.some((topic) => wanted.includes(topic))) void again()
    }
    readers = [...readers, heard]
    return () => {
      readers = readers.filter((other) => other !== heard)
      latest++
    }
  })

  $effect(() => {
    const answer = command()
    void listen()
    void take(answer)
  })

  return {
    get content() {
      return content
    },
    get problem() {
      return problem
    },
    get slow() {
      return slow
    },
    again,
  }
}
