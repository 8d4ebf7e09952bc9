//! What the tray shows of the timer, as plain data: the picture's face, the words, and which items can be
//! clicked. How it gets onto the screen belongs to the tray itself.

use crate::desktop::tray_icon::{STEPS, TrayFace};
use crate::view::{TimerState, TimerView};
use chrono::{DateTime, Utc};
use roadmap::pomodoro::IntervalKind;
use std::time::Duration;

/// The shortest time between two looks, for intervals so short that the ring turns faster.
const AT_LEAST: Duration = Duration::from_secs(1);

/// Characters of a title that a menu has room for.
const ROOM: usize = 60;

/// What the tray shows.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Look {
    /// The picture.
    pub(super) face: TrayFace,
    /// The first item, which only says something.
    pub(super) headline: String,
    /// The minutes beside the picture, where a platform shows text there.
    pub(super) title: Option<String>,
    /// What the one item for going on does.
    pub(super) go_on: Option<GoOn>,
    /// Whether there is something to skip.
    pub(super) skip: bool,
    /// Whether there is something to stop.
    pub(super) stop: bool,
    /// How long all of this stays true if nobody does anything; none for good.
    pub(super) lasts: Option<Duration>,
}

/// What the item for going on does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum GoOn {
    Start,
    Pause,
    Resume,
    StartBreak,
}

impl GoOn {
    /// What is written on it.
    pub(super) const fn label(self) -> &'static str {
        match self {
            Self::Start => "Start",
            Self::Pause => "Pause",
            Self::Resume => "Resume",
            Self::StartBreak => "Start break",
        }
    }
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
        let minutes = minutes(left);
        let of_break = if is_break { " of the break" } else { "" };
        let resting = Self {
            face: TrayFace::Idle,
            headline: "Nothing running".into(),
            title: None,
            go_on: Some(GoOn::Start),
            skip: false,
            stop: false,
            lasts: None,
        };
        match timer.state {
            TimerState::Idle => resting,
            TimerState::Running if timer.deadline.is_none() => {
                let counted = timer.counts_from.map(|from| (now - from).to_std().unwrap_or_default());
                let counted = counted.unwrap_or_default();
                let (done, words) = match timer.over_seconds {
                    Some(_) => (1.0, "over"),
                    None => (0.0, "so far"),
                };
                let minutes = counted.as_secs() / 60;
                Self {
                    face: TrayFace::Focus { done },
                    headline: with_task(format!("{minutes} min {words}")),
                    title: Some(minutes.to_string()),
                    go_on: Some(GoOn::Pause),
                    skip: true,
                    stop: true,
                    lasts: Some(until_the_next_minute(counted)),
                }
            }
            TimerState::Running => Self {
                face: if is_break { TrayFace::Break { done } } else { TrayFace::Focus { done } },
                headline: with_task(format!("{minutes} min left{of_break}")),
                title: Some(minutes.to_string()),
                go_on: Some(GoOn::Pause),
                skip: true,
                stop: true,
                lasts: Some(until_it_changes(left, whole)),
            },
            TimerState::Paused => Self {
                face: TrayFace::Paused { done },
                headline: with_task(format!("Paused with {minutes} min left{of_break}")),
                title: Some(minutes.to_string()),
                go_on: Some(GoOn::Resume),
                skip: true,
                stop: true,
                ..resting
            },
            TimerState::Ended if is_break => {
                Self { headline: "The break is over".into(), stop: true, ..resting }
            }
            TimerState::Ended if !timer.earns_break => {
                Self { headline: with_task("The countdown is over".into()), stop: true, ..resting }
            }
            TimerState::Ended => Self {
                face: TrayFace::Focus { done: 1.0 },
                headline: with_task(match timer.next_break {
                    IntervalKind::LongBreak => "Time for the long break".into(),
                    IntervalKind::Focus | IntervalKind::ShortBreak => "Time for a break".into(),
                }),
                go_on: Some(GoOn::StartBreak),
                skip: true,
                stop: true,
                ..resting
            },
            TimerState::Away => Self {
                face: TrayFace::Paused { done },
                headline: "Back again? Open Waymark to say what counts".into(),
                go_on: None,
                stop: true,
                ..resting
            },
        }
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

fn shortened(title: &str) -> String {
    match title.char_indices().nth(ROOM) {
        Some((end, _)) => format!("{}…", title[..end].trim_end()),
        None => title.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;
    use roadmap::Category;
    use roadmap::pomodoro::{Mode, Work};

    fn now() -> DateTime<Utc> {
        "2026-11-30T09:00:00Z".parse().unwrap()
    }

    fn timer(state: TimerState, interval: IntervalKind, left: TimeDelta) -> TimerView {
        TimerView {
            state,
            interval,
            work: Some(Work {
                activity: None,
                step: None,
                block: None,
                category: Category::HandsOn,
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
            deadline: (state == TimerState::Running).then(|| now() + left),
            remaining_seconds: u32::try_from(left.num_seconds()).unwrap(),
            planned_seconds: 25 * 60,
            round: 1,
            rounds: 4,
            next_break: IntervalKind::ShortBreak,
            next_break_seconds: 300,
            away_since: None,
        }
    }

    fn look(state: TimerState, interval: IntervalKind, left: TimeDelta) -> Look {
        Look::of(&timer(state, interval, left), now())
    }

    #[test]
    fn a_running_focus_shows_minutes_and_task() {
        let look = look(TimerState::Running, IntervalKind::Focus, TimeDelta::seconds(22 * 60 + 10));
        assert_eq!(look.headline, "23 min left: Train the classifier");
        assert_eq!(look.title.as_deref(), Some("23"));
        assert_eq!(look.go_on, Some(GoOn::Pause));
        assert_eq!(look.face, TrayFace::Focus { done: 0.113 });
        assert!(look.skip && look.stop);
    }

    #[test]
    fn what_counts_up_shows_the_minutes_that_are_over_and_looks_again_at_the_next() {
        let counting = |over_seconds| {
            let running = timer(TimerState::Running, IntervalKind::Focus, TimeDelta::zero());
            let from = Some(now() - TimeDelta::seconds(135));
            Look::of(&TimerView { deadline: None, counts_from: from, over_seconds, ..running }, now())
        };
        assert_eq!(counting(None).headline, "2 min so far: Train the classifier");
        assert_eq!(counting(Some(135)).headline, "2 min over: Train the classifier");
        assert_eq!(counting(None).lasts, Some(Duration::from_secs(45)));
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
    fn what_can_be_done_follows_the_state() {
        let go_on = |state, interval| look(state, interval, TimeDelta::minutes(5)).go_on;
        assert_eq!(go_on(TimerState::Idle, IntervalKind::Focus), Some(GoOn::Start));
        assert_eq!(go_on(TimerState::Paused, IntervalKind::Focus), Some(GoOn::Resume));
        assert_eq!(go_on(TimerState::Ended, IntervalKind::Focus), Some(GoOn::StartBreak));
        assert_eq!(go_on(TimerState::Ended, IntervalKind::LongBreak), Some(GoOn::Start));
        assert_eq!(go_on(TimerState::Away, IntervalKind::Focus), None, "the window asks first");
    }

    #[test]
    fn a_long_title_is_cut_between_letters() {
        let long = "ä".repeat(ROOM + 5);
        assert_eq!(shortened(&long).chars().count(), ROOM + 1);
        assert_eq!(shortened("short"), "short");
    }
}
