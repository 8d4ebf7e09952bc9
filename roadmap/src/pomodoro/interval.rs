//! One stretch of focus or break, and the work it is for.

use super::{Mode, SessionKey};
use crate::{Category, ItemId};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What an interval is for. A break carries the work of the focus before it, as its time counts there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Work {
    /// The activity whose budget it counts towards; none for work outside the roadmap.
    pub activity: Option<ItemId>,
    /// The step of the activity, if one was chosen.
    pub step: Option<ItemId>,
    /// The block of the day it was started from, as the schedule names it.
    pub block: Option<String>,
    /// What kind of work it is.
    pub category: Category,
    /// What it is called, as it was when it started.
    pub title: String,
}

/// Focus, or one of the two breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum IntervalKind {
    /// Work.
    Focus,
    /// The rest between two focus intervals.
    ShortBreak,
    /// The rest at a cycle's end.
    LongBreak,
}

impl IntervalKind {
    /// The name as it is stored and as it crosses to the screen: `short-break`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Focus => "focus",
            Self::ShortBreak => "short-break",
            Self::LongBreak => "long-break",
        }
    }

    /// The kind of that [name](Self::name), if there is one.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Focus, Self::ShortBreak, Self::LongBreak].into_iter().find(|kind| kind.name() == name)
    }

    /// True for both breaks.
    pub const fn is_break(self) -> bool {
        !matches!(self, Self::Focus)
    }
}

/// An interval that has begun, with its accounts up to the last time its state changed.
///
/// Its accounts are in milliseconds, so that pauses lose nothing to rounding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interval {
    /// Names its session.
    pub key: SessionKey,
    /// Focus or break.
    pub kind: IntervalKind,
    /// How its focus is measured; of a break, how the one before it was.
    #[serde(default)]
    pub mode: Mode,
    /// What it is for.
    pub work: Work,
    /// What the next focus is for, where the person chose other work than this.
    #[serde(default)]
    pub next_work: Option<Work>,
    /// Of a break: the session of the focus before it. What is noted meanwhile is of that.
    #[serde(default)]
    pub rests_from: Option<SessionKey>,
    /// When it began; since its work was changed, when that was.
    pub started_at: DateTime<Utc>,
    /// Its length as planned, in seconds; extensions don't change it. 0 where it counts up.
    pub planned_seconds: u32,
    /// What was added to that, in seconds.
    pub extended_seconds: u32,
    /// How long it ran for other work, before that was changed, in milliseconds. Sessions of their own have
    /// it.
    #[serde(default)]
    pub before_millis: u64,
    /// How long it has run since, in milliseconds.
    pub spent_millis: u64,
    /// How long it was paused or waited to be extended, in milliseconds.
    pub paused_millis: u64,
    /// How long the person was away and did not count it, in milliseconds.
    pub away_millis: u64,
    /// What it had [counted](Self::counted_millis) when it last reached its end; none until it has. An
    /// extended interval has finished already, and stays finished however its extension ends.
    pub finished_millis: Option<u64>,
    /// What the person noted of it.
    #[serde(default)]
    pub note: Option<String>,
    /// How often the person was interrupted.
    #[serde(default)]
    pub interruptions: u32,
}

impl Interval {
    /// Its length with extensions, in milliseconds.
    pub fn length_millis(&self) -> u64 {
        (u64::from(self.planned_seconds) + u64::from(self.extended_seconds)) * 1000
    }

    /// How long it has run in all, for whatever work, in milliseconds.
    pub const fn counted_millis(&self) -> u64 {
        self.before_millis.saturating_add(self.spent_millis)
    }

    /// How long it has run since it last reached its end, in milliseconds; none until it has.
    pub fn over_millis(&self) -> Option<u64> {
        self.finished_millis.map(|finished| self.counted_millis().saturating_sub(finished))
    }

    /// What the next focus is for.
    pub fn follow_up(&self) -> &Work {
        self.next_work.as_ref().unwrap_or(&self.work)
    }

    /// True for a focus that its cycle counts.
    pub(super) fn is_of_cycle(&self) -> bool {
        !self.kind.is_break() && self.mode == Mode::Pomodoro
    }
}
