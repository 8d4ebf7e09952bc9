//! Watching whether somebody is there: what it means to the timer that nobody has touched the machine for a
//! while. How that is known is the app's to say.

use super::{Away, Because, State, Timer};
use chrono::{DateTime, TimeDelta, Utc};
use std::ops::RangeInclusive;
use thiserror::Error;

/// After how many minutes without a touch a person can be asked what that time was: more than an absence that
/// passes [unasked](super::ABSENT_AFTER), at most two hours.
pub const IDLE_MINUTES: RangeInclusive<u16> = 3..=120;

/// How often to look whether somebody is back.
pub const BACK_EVERY: TimeDelta = TimeDelta::seconds(15);

/// The shortest time between two looks.
const SHORTEST: TimeDelta = TimeDelta::seconds(1);

/// How far two readings of the same touch may lie apart.
const SAME: TimeDelta = TimeDelta::seconds(1);

/// What a look at the last touch comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Watch {
    /// It makes no difference now whether somebody is there.
    Off,
    /// Nothing is to be said; look again then.
    Until(DateTime<Utc>),
    /// Send [`Event::Idle`](super::Event::Idle), and look again.
    Tell {
        /// Since when nobody is or was there.
        since: DateTime<Utc>,
    },
}

/// A number of minutes that is too small or too large.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("nobody can be asked after {minutes} minutes without a key or the mouse: choose {} to {}", IDLE_MINUTES.start(), IDLE_MINUTES.end())]
pub struct BadIdleMinutes {
    minutes: u16,
}

/// Whether a person can be asked after so many minutes without a touch.
///
/// # Errors
/// [`BadIdleMinutes`] outside of [`IDLE_MINUTES`].
pub fn check_idle_minutes(minutes: u16) -> Result<(), BadIdleMinutes> {
    if IDLE_MINUTES.contains(&minutes) { Ok(()) } else { Err(BadIdleMinutes { minutes }) }
}

impl Timer {
    /// True while it makes a difference whether somebody is there: in a focus, and in an absence that began
    /// because nobody was until somebody is back.
    pub fn is_watched(&self) -> bool {
        match &self.state {
            State::Running(running) => !running.interval.kind.is_break(),
            State::Away(away) => away.because == Because::Idle,
            State::Idle(_) | State::Paused(_) | State::Ended(_) => false,
        }
    }

    /// What it comes to that somebody last touched the machine then, where `after` that the person is to be
    /// asked.
    pub fn watch(&self, touched: DateTime<Utc>, after: TimeDelta, now: DateTime<Utc>) -> Watch {
        match &self.state {
            State::Running(running) if !running.interval.kind.is_break() => {
                // What went before is no part of it, and a clock that was set back gives no time.
                let since = touched.max(running.since).min(now);
                let due = since + after;
                if due <= now { Watch::Tell { since } } else { Watch::Until(due.max(now + SHORTEST)) }
            }
            State::Away(Away { last_seen, because: Because::Idle, .. }) => {
                let back = touched > *last_seen + SAME;
                if back { Watch::Tell { since: *last_seen } } else { Watch::Until(now + BACK_EVERY) }
            }
            State::Idle(_) | State::Running(_) | State::Paused(_) | State::Ended(_) | State::Away(_) => {
                Watch::Off
            }
        }
    }
}
