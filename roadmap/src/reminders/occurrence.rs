//! One time that a rule applies.

use super::{Answer, RuleId};
use crate::Category;
use crate::pomodoro::Work;
use crate::progress::WeekEnd;
use chrono::{DateTime, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};

/// Names an occurrence for good: exactly one of them goes to the inbox.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct OccurrenceKey {
    /// The rule it comes from.
    pub rule: RuleId,
    /// What it is about: for a block, the name that the schedule gives it.
    pub subject: String,
    /// The local time it is scheduled for: for a block its start, so that another lead time does not
    /// bring a second reminder.
    pub at: NaiveDateTime,
    /// How often it was snoozed before this; 0 for the first.
    pub snooze: u32,
}

/// A reminder whose time has come, to be added to the inbox.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occurrence {
    /// Its name.
    pub key: OccurrenceKey,
    /// When it was to be shown.
    pub due: DateTime<Utc>,
    /// What it is about, for the words and the buttons.
    pub about: About,
    /// What was done with it. Fresh from [`due`](super::Situation::due), one with an answer is not to be
    /// shown: it came too late, or its work is running already.
    pub answer: Option<Answer>,
}

impl Occurrence {
    /// Whether it waits for an answer, and is to be shown as a notification when it is new.
    pub const fn is_open(&self) -> bool {
        self.answer.is_none()
    }
}

/// What an occurrence is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "kebab-case")]
pub enum About {
    /// A block of the day.
    Block(Upcoming),
    /// A week that ended behind or ahead.
    Week(EndedWeek),
}

/// A block of the day, as far as reminders need to know it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upcoming {
    /// The name that the schedule gives the block, as in [`Work::block`].
    pub subject: String,
    /// When it begins, as the person means it: by the local clock.
    pub start: NaiveDateTime,
    /// When that is in the system's zone.
    pub start_utc: DateTime<Utc>,
    /// When it ends.
    pub end_utc: DateTime<Utc>,
    /// What it is called.
    pub title: String,
    /// What kind of work it is for.
    pub category: Category,
    /// What would be started in it, if there is something.
    pub work: Option<Work>,
}

/// A week that ended behind or ahead, and when to say so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndedWeek {
    /// How it ended.
    pub end: WeekEnd,
    /// The plan's number of it, from 1.
    pub number: u32,
    /// The local time at which it was over, which names the occurrence whenever it is said.
    pub at: NaiveDateTime,
    /// When to say it: as work begins on the day after.
    pub due: DateTime<Utc>,
    /// When that day is over: from then on it is late.
    pub until: DateTime<Utc>,
}
