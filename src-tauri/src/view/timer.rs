//! The timer as the ring, the rail and the tray show it.

use chrono::{DateTime, Utc};
use roadmap::pomodoro::{IntervalKind, Mode, Work};
use serde::Serialize;

/// The timer. What remains is derived: `deadline - now` while it runs, `remaining_seconds` otherwise. So is what it has
/// counted where it counts up: `now - counts_from` while it runs, `elapsed_seconds` or `over_seconds` otherwise.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct TimerView {
    /// What it is doing.
    pub state: TimerState,
    /// How the focus is measured; of a break, how the one before it was; while idle, how the next one is.
    pub mode: Mode,
    /// How the next focus is measured.
    pub next_mode: Mode,
    /// Which interval it is in; the next one while idle.
    pub interval: IntervalKind,
    /// What the interval is for.
    pub work: Option<Work>,
    /// What the next focus is for, unless one is under way.
    pub next: Option<Work>,
    /// When the running interval ends; none where it counts up.
    pub deadline: Option<DateTime<Utc>>,
    /// From when what counts up is counted while it runs: flowtime, or the time over the end of a focus.
    pub counts_from: Option<DateTime<Utc>>,
    /// What is left while it does not run, in seconds.
    pub remaining_seconds: u32,
    /// The interval's whole length, in seconds; 0 where it has none.
    pub planned_seconds: u32,
    /// How long the interval has run, in seconds.
    pub elapsed_seconds: u32,
    /// How far over its end a focus in overtime is, in seconds.
    pub over_seconds: Option<u32>,
    /// The session that is noted: of the interval, or in a break of the focus before it; none while idle.
    pub session: Option<i64>,
    /// What is noted of that session.
    pub note: Option<String>,
    /// How often it was interrupted.
    pub interruptions: u32,
    /// Focus intervals finished in this cycle.
    pub round: u8,
    /// Focus intervals in a cycle.
    pub rounds: u8,
    /// Whether a break follows this focus: none does after a countdown.
    pub earns_break: bool,
    /// The break that follows this focus, or that was announced.
    pub next_break: IntervalKind,
    /// The length of that break, in seconds.
    pub next_break_seconds: u32,
    /// When it was last known to run, while it asks what to do with an absence.
    pub away_since: Option<DateTime<Utc>>,
    /// Whether the machine was there all that time, and nobody touched it.
    pub away_idle: bool,
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
    /// The machine slept, the app was gone or nobody was there during an interval, and the person decides what counts.
    Away,
}
