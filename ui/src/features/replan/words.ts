/** The ways out in words. */
import type { ProposalView, ReplanView, Way } from '../../bridge'
import { daysBetween, fullDay, hours, spanOfDays } from '../../shared/format'
import { isWorthAWord } from '../../shared/plan/slack'

const TITLES: Record<Way, string> = {
  'push-dates': 'Push the dates',
  'use-slack': 'Use the room there is',
  compress: 'Keep the dates',
  'drop-optional': 'Drop what is optional',
  'raise-hours': 'Raise the hours',
  'fit-blocks': 'Go by the blocks',
  'pull-forward': 'Pull the dates forward',
  'at-pace': 'Change the pace',
}

const ABOUTS: Record<Way, string> = {
  'push-dates': 'What is ahead begins later, by as much as is missing or taken by days off.',
  'use-slack': 'What is missing or taken by days off goes into blocks that have room, the earliest first.',
  compress: 'Each week that is left takes its part of what is missing or taken by days off.',
  'drop-optional': 'Optional steps go, with their part of the hours. They can be brought back.',
  'raise-hours': 'More hours a week from now on, so that the end stays.',
  'fit-blocks': 'As many hours a week as the blocks hold; what is ahead is dated by them.',
  'pull-forward':
    'What is ahead begins earlier, by what you worked beforehand and by days that are no longer off.',
  'at-pace': 'What is left is dated anew.',
}

export function wayTitle(way: Way): string {
  return TITLES[way]
}

/** What a way does where nothing is missing: it undoes what an earlier one took over. */
const ABOUTS_BACK: Partial<Record<Way, string>> = {
  'push-dates':
    'Work that the open end took over goes back before it; the dates move on by as long as it takes.',
  compress: 'Weeks get back the work they gave away for days off that are free again.',
}

/** What a way does, as the plan stands. */
export function wayAbout(way: Way, { behind_minutes, short_of_days }: ReplanView): string {
  const isMissing = isWorthAWord(behind_minutes) || short_of_days
  return (isMissing ? undefined : ABOUTS_BACK[way]) ?? ABOUTS[way]
}

/** What is the matter with the plan, in a sentence or two. */
export function matter(replan: ReplanView): string {
  const { behind_minutes, ahead_minutes, without_room_minutes, short_of_days, proposals } = replan
  if (isWorthAWord(behind_minutes))
    return `Finished weeks left ${hours(behind_minutes)} open.${short_of_days ? ' Days off take time too.' : ''}`
  if (without_room_minutes > 0 && !short_of_days)
    return `The weeks ahead ask for ${hours(without_room_minutes)} more than their blocks hold.`
  if (isWorthAWord(ahead_minutes) && proposals.some(({ way }) => way === 'pull-forward'))
    return `You are ${hours(ahead_minutes)} ahead of what the plan asks.`
  if (short_of_days) return 'Days off take time that the plan counts on.'
  if (proposals.length > 0) return 'Days that were off are free again.'
  return 'The plan holds.'
}

/** Where there is no way out: why, and what helps instead. */
export function noWay({
  behind_minutes,
  has_ended,
  without_room_minutes,
  short_of_days,
}: ReplanView): string {
  if (short_of_days || without_room_minutes > 0)
    return 'No date helps: the weeks ahead have no blocks for it. Add blocks to the week, or shorten days off.'
  if (isWorthAWord(behind_minutes) && !has_ended)
    return 'No date helps: no week is left after this one. What you work still counts.'
  if (isWorthAWord(behind_minutes))
    return 'No date helps: the plan has ended. What you work still counts, and another first day in Settings dates all of it anew.'
  return 'Nothing has to move. When a week ends behind, or days off take its time, ways out stand here side by side.'
}

/** "Ends 28 February 2027, a week later", "Ends 21 February 2027, as now". */
export function endWords({ ends, would_end }: ProposalView): string {
  if (would_end === null) return 'No end is dated'
  const day = `Ends ${fullDay(would_end)}`
  if (ends === null || ends === would_end) return `${day}, as now`
  const days = daysBetween(ends, would_end)
  return `${day}, ${spanOfDays(Math.abs(days))} ${days > 0 ? 'later' : 'earlier'}`
}

/** The weeks in which more is asked than their blocks hold. */
export function overfull({ weeks }: ProposalView): number {
  return weeks.filter((week) => week.after > week.room && week.after > week.before).length
}

/** What else comes of it, a line each. */
export function consequences(proposal: ProposalView): string[] {
  const lines: string[] = []
  if (proposal.pace?.kind === 'hours')
    lines.push(`${hours(proposal.pace.per_week_minutes)} a week from now on.`)
  const full = overfull(proposal)
  if (full > 0)
    lines.push(`${full === 1 ? 'One week asks' : `${full} weeks ask`} for more than the blocks hold.`)
  if (isWorthAWord(proposal.left_minutes)) lines.push(`${hours(proposal.left_minutes)} still find no time.`)
  if (proposal.dropped.length > 0) {
    const all = proposal.dropped.slice(0, 3).map((text) => `“${text}”`)
    const more = proposal.dropped.length - all.length
    lines.push(`Without ${new Intl.ListFormat('en').format(more > 0 ? [...all, `${more} more`] : all)}.`)
  }
  return lines
}
