//! What the timer can be doing: one struct for each state.

use super::Interval;
use super::Work;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What the timer is doing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum State {
    /// Nothing.
    Idle(Idle),
    /// An interval is on its way to its deadline, or counts up.
    Running(Running),
    /// An interval is held.
    Paused(Paused),
    /// An interval is over, and the person has not said what comes next.
    Ended(Ended),
    /// The person was away in the middle of a focus interval, and has not said what that time was.
    Away(Away),
}

impl Default for State {
    fn default() -> Self {
        Self::Idle(Idle::default())
    }
}

/// Nothing is under way.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Idle {
    /// What the last interval was for, to offer it again.
    pub work: Option<Work>,
}

/// An interval on its way to its deadline, or one that counts up: flowtime, and a focus in overtime.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Running {
    /// The interval, with its accounts up to `since`.
    pub interval: Interval,
    /// When it began to run, or to run again.
    pub since: DateTime<Utc>,
    /// When it ends; none where it counts up.
    pub deadline: Option<DateTime<Utc>>,
}

/// A held interval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paused {
    /// The interval, with its accounts up to `since`.
    pub interval: Interval,
    /// When the pause began.
    pub since: DateTime<Utc>,
    /// What is left to run, in milliseconds; none where it counts up.
    pub remaining_millis: Option<u64>,
}

/// An interval that has reached its deadline, or that the person finished. After focus the choice is between a break, five more
/// minutes and no break; after a break, the next focus interval is waited for. Its session is recorded
/// already.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ended {
    /// The interval, with its final accounts.
    pub interval: Interval,
    /// When it ended: its deadline, even if nobody was there, or when it was finished.
    pub ended_at: DateTime<Utc>,
}

/// A focus interval in which the person, or the app, was away for more than
/// [`ABSENT_AFTER`](super::ABSENT_AFTER): asleep, killed, or with nobody at the keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Away {
    /// The interval, with its accounts up to `last_seen`.
    pub interval: Interval,
    /// When the app was last there.
    pub last_seen: DateTime<Utc>,
    /// When it was there again.
    pub found_at: DateTime<Utc>,
    /// When the interval would have ended, or will; none where it counts up.
    pub deadline: Option<DateTime<Utc>>,
    /// Why nobody was there.
    #[serde(default)]
    pub because: Because,
}

/// Why nobody was there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Because {
    /// The machine slept, or the app was not running.
    #[default]
    Gone,
    /// Nobody touches the machine, so far.
    Idle,
    /// Nobody touched the machine, and somebody does again.
    WasIdle,
}
