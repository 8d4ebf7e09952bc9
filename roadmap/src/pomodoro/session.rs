//! What is recorded of an interval.

use super::{IntervalKind, Mode, Work};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Names a session for good: the milliseconds since 1970 at which it started, or one more than the key
/// before where a clock was set back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SessionKey(pub i64);

/// A session: one finished or abandoned interval.
///
/// From `started_at` to `ended_at` every second was spent, paused or away (each rounded to the nearest).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionRecord {
    /// Its name.
    pub key: SessionKey,
    /// Focus or break.
    pub kind: IntervalKind,
    /// What it was for; for a break, the work of the focus before it.
    pub work: Work,
    /// When it began.
    pub started_at: DateTime<Utc>,
    /// When it ended.
    pub ended_at: DateTime<Utc>,
    /// How long it was meant to be, without extensions.
    pub planned_seconds: u32,
    /// How long it ran.
    pub spent_seconds: u32,
    /// How long it was paused.
    pub paused_seconds: u32,
    /// How long the person was away and did not count it.
    pub away_seconds: u32,
    /// How it ended.
    pub outcome: Outcome,
    /// How its focus was measured; of a countdown, with what was planned.
    #[serde(default)]
    pub mode: Mode,
    /// What the person noted of it.
    #[serde(default)]
    pub note: Option<String>,
    /// How often the person was interrupted.
    #[serde(default)]
    pub interruptions: u32,
    /// Why it was abandoned, where the person said so.
    #[serde(default)]
    pub reason: Option<String>,
}

impl SessionRecord {
    /// True for a whole pomodoro: a focus of that mode that has finished.
    pub fn is_pomodoro(&self) -> bool {
        !self.kind.is_break() && self.mode == Mode::Pomodoro && self.outcome == Outcome::Finished
    }

    /// Its seconds of focus: none for a break.
    pub fn focused_seconds(&self) -> u32 {
        if self.kind.is_break() { 0 } else { self.spent_seconds }
    }

    /// Its seconds that count towards the budget of its work: all of focus, and of a break no more than
    /// was planned. Budgets are clock hours, and whoever rests as planned is to reach them.
    pub fn worked_seconds(&self) -> u32 {
        if self.kind.is_break() { self.spent_seconds.min(self.planned_seconds) } else { self.spent_seconds }
    }
}

/// How a session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It reached its deadline, or the person said that it was finished.
    Finished,
    /// It was stopped before.
    Stopped,
    /// The person went on to what comes next.
    Skipped,
    /// It ended with an absence.
    Trimmed,
    /// It ended with an absence, and the person did not want it counted: nothing was spent.
    Discarded,
    /// What follows is a session of its own, for other work or since the person parted it there. What it was
    /// a part of finishes with the last part.
    Split,
    /// The person added it by hand.
    Added,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Self; 7] = [
        Self::Finished,
        Self::Stopped,
        Self::Skipped,
        Self::Trimmed,
        Self::Discarded,
        Self::Split,
        Self::Added,
    ];

    /// The name as it is stored and as it crosses to the screen: `finished`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Finished => "finished",
            Self::Stopped => "stopped",
            Self::Skipped => "skipped",
            Self::Trimmed => "trimmed",
            Self::Discarded => "discarded",
            Self::Split => "split",
            Self::Added => "added",
        }
    }

    /// The outcome of that [name](Self::name), if there is one.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.name() == name)
    }
}
