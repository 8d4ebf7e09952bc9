//! The timer as the ring, the rail and the tray show it.

use chrono::{DateTime, Utc};
use roadmap::pomodoro::{IntervalKind, Work};
use serde::Serialize;

/// The timer. What remains is derived: `deadline - now` while it runs, `remaining_seconds` otherwise.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct TimerView {
    /// What it is doing.
    pub state: TimerState,
    /// Which interval it is in; the next one while idle.
    pub interval: IntervalKind,
    /// What the interval is for.
    pub work: Option<Work>,
    /// What the next focus is for, unless one is under way.
    pub next: Option<Work>,
    /// When the running interval ends.
    pub deadline: Option<DateTime<Utc>>,
    /// What is left while it does not run, in seconds.
    pub remaining_seconds: u32,
    /// The interval's whole length, in seconds.
    pub planned_seconds: u32,
    /// Focus intervals finished in this cycle.
    pub round: u8,
    /// Focus intervals in a cycle.
    pub rounds: u8,
    /// The break that follows this focus, or that was announced.
    pub next_break: IntervalKind,
    /// The length of that break, in seconds.
    pub next_break_seconds: u32,
    /// When it was last known to run, while it asks what to do with an absence.
    pub away_since: Option<DateTime<Utc>>,
}

/// What the timer is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum TimerState {
    /// Nothing is running.
    Idle,
    /// An interval is running.
    Running,
    /// An interval is held.
    Paused,
    /// An interval has ended and waits for what comes next.
    Ended,
    /// The machine slept or the app was gone during an interval, and the person decides what counts.
    Away,
}
