//! What the tray shows of the timer, as plain data: the picture's face and the words. How it gets onto the screen belongs
//! to the icon, and what can be clicked to the rows.

use crate::desktop::tray_icon::{STEPS, TrayFace};
use crate::view::{TimerState, TimerView};
use chrono::{DateTime, Utc};
use roadmap::pomodoro::{IntervalKind, Mode};
use std::time::Duration;

/// The shortest time between two looks, for intervals so short that the ring turns faster.
const AT_LEAST: Duration = Duration::from_secs(1);

/// Characters of a title that a menu has room for.
const ROOM: usize = 60;

/// What the tray shows, but for the menu's other rows.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Look {
    /// The picture.
    pub(super) face: TrayFace,
    /// What the timer does, in a line: the menu's first row, and what is said where the mouse points at the icon.
    pub(super) headline: String,
    /// The minutes beside the picture, where a platform shows text there.
    pub(super) title: Option<String>,
    /// How long all of this stays true if nobody does anything; none for good.
    pub(super) lasts: Option<Duration>,
}

impl Look {
    /// What the tray shows of a timer at an instant.
    pub(super) fn of(timer: &TimerView, now: DateTime<Utc>) -> Self {
        let left = match timer.deadline {
            Some(deadline) => (deadline - now).to_std().unwrap_or_default(),
            None => Duration::from_secs(timer.remaining_seconds.into()),
        };
        let whole = Duration::from_secs(timer.planned_seconds.max(1).into());
        let done = 1.0 - (left.as_secs_f32() / whole.as_secs_f32()).min(1.0);
        let is_break = timer.interval.is_break();
        let task = timer.work.as_ref().map(|work| shortened(&work.title));
        let with_task = |words: String| match &task {
            Some(task) if !is_break => format!("{words}: {task}"),
            _ => words,
        };
        let running = timer.state == TimerState::Running;
        let still = |face, headline| Self { face, headline, title: None, lasts: None };
        match timer.state {
            TimerState::Idle => still(TrayFace::Idle, "Nothing running".into()),
            TimerState::Running | TimerState::Paused if counts_up(timer) => {
                let counted = counted(timer, now);
                let minutes = counted.as_secs() / 60;
                let (done, words) = match (timer.over_seconds, running) {
                    (Some(_), true) => (1.0, format!("{minutes} min over")),
                    (Some(_), false) => (1.0, format!("Paused {minutes} min over")),
                    (None, true) => (0.0, format!("{minutes} min so far")),
                    (None, false) => (0.0, format!("Paused after {minutes} min")),
                };
                Self {
                    face: if running { TrayFace::Focus { done } } else { TrayFace::Paused { done } },
                    headline: with_task(words),
                    title: Some(minutes.to_string()),
                    lasts: running.then(|| until_the_next_minute(counted)),
                }
            }
            TimerState::Running | TimerState::Paused => {
                let minutes = minutes(left);
                let of_break = if is_break { " of the break" } else { "" };
                let words = if running {
                    format!("{minutes} min left{of_break}")
                } else {
                    format!("Paused with {minutes} min left{of_break}")
                };
                Self {
                    face: match (running, is_break) {
                        (false, _) => TrayFace::Paused { done },
                        (true, false) => TrayFace::Focus { done },
                        (true, true) => TrayFace::Break { done },
                    },
                    headline: with_task(words),
                    title: Some(minutes.to_string()),
                    lasts: running.then(|| until_it_changes(left, whole)),
                }
            }
            TimerState::Ended if is_break => still(TrayFace::Idle, "The break is over".into()),
            TimerState::Ended if !timer.earns_break => {
                still(TrayFace::Idle, with_task("The countdown is over".into()))
            }
            TimerState::Ended => {
                let words = match timer.next_break {
                    IntervalKind::LongBreak => "Time for the long break",
                    IntervalKind::Focus | IntervalKind::ShortBreak => "Time for a break",
                };
                still(TrayFace::Focus { done: 1.0 }, with_task(words.into()))
            }
            TimerState::Away => {
                still(TrayFace::Paused { done }, "Back again? Open Waymark to say what counts".into())
            }
        }
    }
}

/// True where an interval has no end to count down to: flowtime, or a focus that is over and goes on.
pub(super) fn counts_up(timer: &TimerView) -> bool {
    let flows = timer.mode == Mode::Flowtime && !timer.interval.is_break();
    timer.over_seconds.is_some() || (flows && timer.deadline.is_none())
}

/// What has been counted up.
fn counted(timer: &TimerView, now: DateTime<Utc>) -> Duration {
    let stands = timer.over_seconds.unwrap_or(timer.elapsed_seconds);
    match timer.counts_from {
        Some(from) => (now - from).to_std().unwrap_or_default(),
        None => Duration::from_secs(stands.into()),
    }
}

/// Minutes as a person counts down: the last one is 1 until it is over.
fn minutes(left: Duration) -> u64 {
    whole_seconds(left).div_ceil(60)
}

/// What has begun counts as a whole second, as the ring in the window shows it.
fn whole_seconds(left: Duration) -> u64 {
    left.as_secs() + u64::from(left.subsec_nanos() > 0)
}

/// How long the minutes and the picture stay as they are.
fn until_it_changes(left: Duration, whole: Duration) -> Duration {
    let step = whole / u32::from(STEPS);
    let until_below = |unit: Duration| {
        let rest = left.as_nanos() % unit.as_nanos().max(1);
        let rest = if rest == 0 { unit.as_nanos() } else { rest };
        Duration::from_nanos(u64::try_from(rest).unwrap_or(u64::MAX))
    };
    // A little later, so that what changes then has changed.
    let next = until_below(Duration::from_secs(60)).min(until_below(step)) + Duration::from_millis(50);
    next.max(AT_LEAST)
}

/// How long the minutes that have been counted stay as they are.
fn until_the_next_minute(counted: Duration) -> Duration {
    Duration::from_secs(60 - counted.as_secs() % 60).max(AT_LEAST)
}

/// A title that a menu has room for.
pub(super) fn shortened(title: &str) -> String {
    match title.char_indices().nth(ROOM) {
        Some((end, _)) => format!("{}…", title[..end].trim_end()),
        None => title.to_owned(),
    }
}

/// A timer on a focus of 25 minutes, as tests of the tray begin with.
#[cfg(test)]
pub(super) fn timer_at(
    now: DateTime<Utc>,
    state: TimerState,
    interval: IntervalKind,
    left: chrono::TimeDelta,
) -> TimerView {
    TimerView {
        state,
        interval,
        work: Some(roadmap::pomodoro::Work {
            activity: None,
            step: None,
            block: None,
            category: roadmap::Category::HandsOn,
            title: "Train the classifier".into(),
        }),
        next: None,
        mode: Mode::Pomodoro,
        next_mode: Mode::Pomodoro,
        counts_from: None,
        elapsed_seconds: 0,
        over_seconds: None,
        session: Some(1),
        note: None,
        interruptions: 0,
        earns_break: true,
        deadline: (state == TimerState::Running).then(|| now + left),
        remaining_seconds: u32::try_from(left.num_seconds()).unwrap_or_default(),
        planned_seconds: 25 * 60,
        round: 1,
        rounds: 4,
        next_break: IntervalKind::ShortBreak,
        next_break_seconds: 300,
        away_since: None,
        away_idle: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    fn now() -> DateTime<Utc> {
        "2026-11-30T09:00:00Z".parse().unwrap()
    }

    fn timer(state: TimerState, interval: IntervalKind, left: TimeDelta) -> TimerView {
        timer_at(now(), state, interval, left)
    }

    fn look(state: TimerState, interval: IntervalKind, left: TimeDelta) -> Look {
        Look::of(&timer(state, interval, left), now())
    }

    #[test]
    fn a_running_focus_shows_minutes_and_task() {
        let look = look(TimerState::Running, IntervalKind::Focus, TimeDelta::seconds(22 * 60 + 10));
        assert_eq!(look.headline, "23 min left: Train the classifier");
        assert_eq!(look.title.as_deref(), Some("23"));
        assert_eq!(look.face, TrayFace::Focus { done: 0.113 });
    }

    fn counting(state: TimerState, mode: Mode, over_seconds: Option<u32>) -> Look {
        let counting = timer(state, IntervalKind::Focus, TimeDelta::zero());
        let from = (state == TimerState::Running).then(|| now() - TimeDelta::seconds(135));
        let view = TimerView {
            deadline: None,
            counts_from: from,
            over_seconds,
            mode,
            elapsed_seconds: 135,
            ..counting
        };
        Look::of(&view, now())
    }

    #[test]
    fn what_counts_up_shows_the_minutes_that_are_over_and_looks_again_at_the_next() {
        let flowing = counting(TimerState::Running, Mode::Flowtime, None);
        assert_eq!(flowing.headline, "2 min so far: Train the classifier");
        assert_eq!(flowing.lasts, Some(Duration::from_secs(45)));
        let over = counting(TimerState::Running, Mode::Pomodoro, Some(135));
        assert_eq!(over.headline, "2 min over: Train the classifier");
        assert_eq!(over.face, TrayFace::Focus { done: 1.0 });
    }

    #[test]
    fn what_counts_up_says_how_far_it_was_when_it_was_paused() {
        let flowing = counting(TimerState::Paused, Mode::Flowtime, None);
        assert_eq!(flowing.headline, "Paused after 2 min: Train the classifier");
        assert_eq!((flowing.face, flowing.lasts), (TrayFace::Paused { done: 0.0 }, None));
        let over = counting(TimerState::Paused, Mode::Pomodoro, Some(135));
        assert_eq!(over.headline, "Paused 2 min over: Train the classifier");
    }

    #[test]
    fn what_is_over_says_what_comes_next_in_its_mode() {
        let ended = |interval, change: fn(&mut TimerView)| {
            let mut ended = timer(TimerState::Ended, interval, TimeDelta::zero());
            change(&mut ended);
            Look::of(&ended, now()).headline
        };
        let long = |timer: &mut TimerView| timer.next_break = IntervalKind::LongBreak;
        assert_eq!(ended(IntervalKind::Focus, |_| ()), "Time for a break: Train the classifier");
        assert_eq!(ended(IntervalKind::Focus, long), "Time for the long break: Train the classifier");
        let countdown = |timer: &mut TimerView| timer.earns_break = false;
        assert_eq!(ended(IntervalKind::Focus, countdown), "The countdown is over: Train the classifier");
        assert_eq!(ended(IntervalKind::ShortBreak, |_| ()), "The break is over");
    }

    #[test]
    fn a_flowtime_break_counts_down_as_any_other() {
        let resting = timer(TimerState::Running, IntervalKind::ShortBreak, TimeDelta::seconds(90));
        let resting = Look::of(&TimerView { mode: Mode::Flowtime, ..resting }, now());
        assert_eq!(resting.headline, "2 min left of the break");
    }

    #[test]
    fn a_full_interval_shows_its_own_length_and_the_last_seconds_a_minute() {
        let headline = |left| look(TimerState::Running, IntervalKind::ShortBreak, left).headline;
        assert_eq!(headline(TimeDelta::minutes(25)), "25 min left of the break");
        assert_eq!(headline(TimeDelta::milliseconds(1_499_990)), "25 min left of the break");
        assert_eq!(headline(TimeDelta::seconds(1)), "1 min left of the break");
    }

    #[test]
    fn it_looks_again_when_the_minute_or_the_picture_changes_and_never_while_nothing_runs() {
        let lasts = |left| look(TimerState::Running, IntervalKind::Focus, left).lasts.unwrap().as_millis();
        assert_eq!(lasts(TimeDelta::seconds(22 * 60 + 10)), 10_050, "the minute");
        assert_eq!(lasts(TimeDelta::milliseconds(62_500 * 3 + 2_000)), 2_050, "a step of the ring");
        assert_eq!(lasts(TimeDelta::milliseconds(60_200)), 1_000, "but not at once");
        for state in [TimerState::Idle, TimerState::Paused, TimerState::Ended, TimerState::Away] {
            assert_eq!(look(state, IntervalKind::Focus, TimeDelta::minutes(5)).lasts, None);
        }
    }

    #[test]
    fn a_long_title_is_cut_between_letters() {
        let long = "ä".repeat(ROOM + 5);
        assert_eq!(shortened(&long).chars().count(), ROOM + 1);
        assert_eq!(shortened("short"), "short");
    }
}
