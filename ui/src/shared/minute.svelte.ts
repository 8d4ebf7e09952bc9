/** What a screen does as the minutes pass: the now-line moves, a block begins. */

const MINUTE = 60_000

/**
 * Runs at the beginning of each minute while the window is seen, and when it comes back into sight. To be
 * called where a component is set up; it ends with the component.
 */
export function eachMinute(run: () => void): void {
  $effect(() => {
    let alarm: ReturnType<typeof setTimeout> | undefined
    const seen = () => document.visibilityState === 'visible'
    const wait = () => {
      clearTimeout(alarm)
      if (seen()) alarm = setTimeout(ring, MINUTE - (Date.now() % MINUTE))
    }
    const ring = () => {
      run()
      wait()
    }
    const turned = () => (seen() ? ring() : clearTimeout(alarm))
    wait()
    document.addEventListener('visibilitychange', turned)
    return () => {
      clearTimeout(alarm)
      document.removeEventListener('visibilitychange', turned)
    }
  })
}
