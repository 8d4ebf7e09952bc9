//! The timer as it is kept, and what can be read off it.

use super::time::millis_between;
use super::{Interval, IntervalKind, Lengths, SessionKey, State};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// The timer: plain data, to be saved whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timer {
    /// What it is doing.
    pub state: State,
    /// How many focus intervals have finished in this cycle, from 0 to the
    /// [length of a cycle](Lengths::long_break_after).
    pub round: u32,
    /// When the app was last there.
    pub last_seen: DateTime<Utc>,
    /// When an interval last came to its end, for the cycle; none before the first.
    pub last_active: Option<DateTime<Utc>>,
    /// The key of the latest session.
    pub last_key: SessionKey,
}

impl Timer {
    /// An idle timer that has never run.
    pub fn new(now: DateTime<Utc>) -> Self {
        Self {
            state: State::default(),
            round: 0,
            last_seen: now,
            last_active: None,
            last_key: SessionKey::default(),
        }
    }

    /// The interval that is under way, has just ended, or waits for an answer.
    pub fn interval(&self) -> Option<&Interval> {
        match &self.state {
            State::Idle(_) => None,
            State::Running(state) => Some(&state.interval),
            State::Paused(state) => Some(&state.interval),
            State::Ended(state) => Some(&state.interval),
            State::Away(state) => Some(&state.interval),
        }
    }

    /// True while an interval runs to its deadline, and the app is to be [seen](super::Event::Seen).
    pub const fn is_running(&self) -> bool {
        matches!(self.state, State::Running(_))
    }

    /// When the next thing happens by itself: the deadline of what is running. By then at the latest,
    /// send [`Event::Seen`](super::Event::Seen).
    pub const fn next_deadline(&self) -> Option<DateTime<Utc>> {
        match &self.state {
            State::Running(running) => Some(running.deadline),
            _ => None,
        }
    }

    /// What is left of the interval, from its whole length down to zero; none while idle. During an
    /// unanswered absence it is what was left when the app was last there.
    pub fn remaining(&self, now: DateTime<Utc>) -> Option<TimeDelta> {
        let millis = match &self.state {
            State::Idle(_) => return None,
            // A clock that was set back must not give time back.
            State::Running(running) => millis_between(now.max(self.last_seen), running.deadline),
            State::Paused(paused) => paused.remaining_millis,
            State::Ended(_) => 0,
            State::Away(away) => millis_between(away.last_seen, away.deadline),
        };
        Some(i64::try_from(millis).ok().and_then(TimeDelta::try_milliseconds).unwrap_or(TimeDelta::MAX))
    }

    /// How much of the interval is over, from 0 to 1; 0 while idle.
    pub fn progress(&self, now: DateTime<Utc>) -> f32 {
        let (Some(remaining), Some(interval)) = (self.remaining(now), self.interval()) else { return 0.0 };
        let length = interval.length_millis().max(1) as f64;
        (1.0 - remaining.num_milliseconds() as f64 / length).clamp(0.0, 1.0) as f32
    }

    /// Which break the focus intervals finished so far have earned, and its length in seconds.
    pub fn earned_break(&self, lengths: &Lengths) -> (IntervalKind, u32) {
        if self.round > 0 && self.round >= u32::from(lengths.long_break_after) {
            (IntervalKind::LongBreak, lengths.long_break_seconds)
        } else {
            (IntervalKind::ShortBreak, lengths.short_break_seconds)
        }
    }
}
