//! What the app is to do after a step.

use super::{IntervalKind, Work};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Something for the app to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Record a session, in place of the one with the same key if there is one. An interval that is
    /// extended after its end is recorded at each of its ends; by its key it counts once, and also when
    /// the app is killed between recording the session and saving the timer.
    Record(SessionRecord),
    /// Tell the person that an interval has reached its deadline.
    Announce(IntervalEnded),
}

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
}

impl SessionRecord {
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
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It reached its deadline.
    Finished,
    /// It was stopped before.
    Stopped,
    /// The person went on to what comes next.
    Skipped,
    /// It ended with an absence.
    Trimmed,
    /// It ended with an absence, and the person did not want it counted: nothing was spent.
    Discarded,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Self; 5] = [Self::Finished, Self::Stopped, Self::Skipped, Self::Trimmed, Self::Discarded];

    /// The name as it is stored and as it crosses to the screen: `finished`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Finished => "finished",
            Self::Stopped => "stopped",
            Self::Skipped => "skipped",
            Self::Trimmed => "trimmed",
            Self::Discarded => "discarded",
        }
    }

    /// The outcome of that [name](Self::name), if there is one.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.name() == name)
    }
}

/// An interval has reached its deadline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IntervalEnded {
    /// Its session. A button of the notification is stale once the timer has another one.
    pub key: SessionKey,
    /// What ended.
    pub kind: IntervalKind,
    /// What it was for.
    pub work: Work,
    /// When: its deadline, which may be long past after an absence.
    pub ended_at: DateTime<Utc>,
    /// What comes next.
    pub next: IntervalKind,
    /// How long that will be, in seconds.
    pub next_seconds: u32,
}
