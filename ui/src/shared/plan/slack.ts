/** What is too little to speak of, in minutes: half an hour, as the host has it. */
const SLACK = 30

/** True for minutes that are worth a word: more than half an hour behind, ahead or without time. */
export function isWorthAWord(minutes: number): boolean {
  return minutes > SLACK
}
