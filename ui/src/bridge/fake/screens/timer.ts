/** The timer. */
import type { Commands } from '../../commands'
import type { Desk } from '../desk'

type Own = Pick<
  Commands,
  | 'get_timer'
  | 'get_work_choices'
  | 'start_timer'
  | 'start_break'
  | 'pause_timer'
  | 'resume_timer'
  | 'skip_interval'
  | 'finish_interval'
  | 'stop_timer'
  | 'reset_round'
  | 'change_work'
  | 'choose_mode'
  | 'note_interval'
  | 'count_interruption'
  | 'extend_interval'
  | 'resolve_absence'
>

export function timerCommands(desk: Desk): Own {
  return {
    get_timer: async () => desk.timerView(),
    get_work_choices: async () => desk.roadmap.choices(),
    start_timer: async ({ work, mode }) => desk.timer.start(work ?? desk.timerView().next, mode ?? null),
    start_break: async () => desk.timer.startBreak(),
    pause_timer: async () => desk.timer.pause(),
    resume_timer: async () => desk.timer.resume(),
    skip_interval: async () => desk.timer.skip(),
    finish_interval: async () => desk.timer.finish(),
    stop_timer: async () => desk.timer.stop(),
    reset_round: async () => desk.timer.resetRound(),
    change_work: async ({ work }) => desk.timer.changeWork(work),
    choose_mode: async ({ mode }) => desk.timer.choose(mode),
    note_interval: async ({ text, session }) => desk.timer.noteThat(text, session ?? null),
    count_interruption: async () => desk.timer.interrupt(),
    extend_interval: async ({ minutes }) => desk.timer.extend(minutes),
    resolve_absence: async ({ choice }) => desk.timer.resolve(choice),
  }
}
