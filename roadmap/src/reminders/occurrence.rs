//! One time that a rule applies.

use super::{Answer, RuleId};
use crate::Category;
use crate::pomodoro::Work;
use crate::progress::WeekEnd;
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

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

/// A time that a rule applies, due or not, as its kind finds it.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment<'a> {
    /// What it is about, as in [`OccurrenceKey::subject`].
    pub subject: Cow<'a, str>,
    /// The local time that names it, as in [`OccurrenceKey::at`].
    pub at: NaiveDateTime,
    /// When to be reminded.
    pub due: DateTime<Utc>,
    /// When that begins which it reminds of. What began before the rule or the plan was as it is was never to
    /// be reminded of.
    pub begins: DateTime<Utc>,
    /// The last instant at which it is of use; none where it keeps.
    pub until: Option<DateTime<Utc>>,
}

/// A reminder whose time has come, to be added to the inbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// Its name.
    pub key: OccurrenceKey,
    /// When it was to be shown.
    pub due: DateTime<Utc>,
    /// What it says.
    pub told: Told,
    /// True where it belongs to the active plan.
    pub of_plan: bool,
    /// What was done with it. Fresh from [`due`](super::Situation::due), one with an answer came too late, or
    /// its work is running already.
    pub answer: Option<Answer>,
    /// How it is to be shown.
    pub showing: Showing,
}

/// How an occurrence that is new in the inbox is to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Showing {
    /// By itself.
    Now,
    /// With others, when nothing holds it back.
    Together,
    /// Not at all.
    Never,
}

impl Occurrence {
    /// Whether it waits for an answer.
    pub const fn is_open(&self) -> bool {
        self.answer.is_none()
    }
}

/// What an occurrence says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Its title.
    pub title: String,
    /// What it adds; may be empty.
    pub body: String,
    /// The category of what it is about.
    pub category: Option<Category>,
    /// What its buttons act on.
    pub about: About,
}

/// What the buttons of an occurrence act on, and so which it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// A block that begins: it can be started.
    Block(Upcoming),
    /// A week that ended behind or ahead, by its first day: there are ways out.
    Week(NaiveDate),
    /// Anything else: it can be done, and is looked at somewhere.
    Place(Place),
}

/// Where in the app something is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export, rename = "OpensPlace"))]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// Today.
    Today,
    /// The week.
    Week,
    /// The roadmap.
    Roadmap,
    /// The inbox.
    Inbox,
    /// The ways out.
    Replan,
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

impl Upcoming {
    /// What it is for, or what it is called.
    pub fn words(&self) -> &str {
        self.work.as_ref().map_or(&self.title, |work| &work.title)
    }
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

/// The days of the plan, as far as reminders need to know them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanDays {
    /// The first.
    pub first: NaiveDate,
    /// The last; none of an open end.
    pub last: Option<NaiveDate>,
    /// The stages that have open checkpoint items, each with its last day.
    pub checkpoints: Vec<PlanEvent>,
    /// The phases whose gates are not met, each with its last day.
    pub gates: Vec<PlanEvent>,
}

impl PlanDays {
    /// Whether the plan has that day.
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.first <= day && self.last.is_none_or(|last| day <= last)
    }
}

/// Something of the plan that has a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanEvent {
    /// Names it for good.
    pub subject: String,
    /// What it is called.
    pub title: String,
    /// Its date.
    pub on: NaiveDate,
    /// How much of it is open.
    pub open: u32,
    /// Out of how much.
    pub of: u32,
}
