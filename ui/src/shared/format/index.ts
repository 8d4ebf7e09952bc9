/** Dates, times and hours in words: the only place where they are written. */
export * from './days'
export * from './habits.svelte'
export * from './hours'
export * from './times'
