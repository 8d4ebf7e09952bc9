//! Sessions as they are listed and corrected.

use chrono::{DateTime, NaiveDate, Utc};
use roadmap::pomodoro::{IntervalKind, Mode, Outcome, Work};
use serde::Serialize;

/// A part of the list of sessions, the latest first.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct SessionPage {
    /// The sessions.
    pub sessions: Vec<SessionLine>,
    /// Whether earlier ones are on the next page.
    pub more: bool,
}

/// A session in the list.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct SessionLine {
    /// Its name.
    pub id: i64,
    /// Focus or break.
    pub kind: IntervalKind,
    /// How its focus was measured.
    pub mode: Mode,
    /// What it was for.
    pub work: Work,
    /// True for work that belongs to nothing of the roadmap; it can be assigned.
    pub outside: bool,
    /// The local day it began on. In the figures each day that it reaches into has its share.
    pub day: NaiveDate,
    /// When it began.
    pub started_at: DateTime<Utc>,
    /// When it ended.
    pub ended_at: DateTime<Utc>,
    /// How long it ran, in seconds.
    pub spent_seconds: u32,
    /// How long it was paused, in seconds.
    pub paused_seconds: u32,
    /// How long the person was away and did not count it, in seconds.
    pub away_seconds: u32,
    /// How it ended.
    pub outcome: Outcome,
    /// Whether it is a whole pomodoro.
    pub pomodoro: bool,
    /// What is noted of it.
    pub note: Option<String>,
    /// How often the person was interrupted.
    pub interruptions: u32,
    /// Why it was abandoned.
    pub reason: Option<String>,
    /// True while the timer still holds it: it can be changed once that has gone on.
    pub held: bool,
}
