//! The inbox: every reminder and every interval's end, so that a notification is never lost.

use chrono::{DateTime, Utc};
use roadmap::Category;
use roadmap::reminders::{HeldBy, Place};
use serde::{Deserialize, Serialize};

/// One entry of the inbox, newest first in lists.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct InboxEntry {
    /// Names the entry.
    pub id: i64,
    /// What it is about.
    pub kind: InboxKind,
    /// Where it is looked at, if anywhere.
    pub place: Option<Place>,
    /// When it was due.
    pub at: DateTime<Utc>,
    /// Its title.
    pub title: String,
    /// What it adds; may be empty.
    pub body: String,
    /// The category of what it is about.
    pub category: Option<Category>,
    /// What was done with it; none while it is open.
    pub answer: Option<InboxAnswer>,
    /// When it comes again, where it was put off.
    pub again: Option<DateTime<Utc>>,
    /// What holds it back now, where something does: it was not shown outside the app yet.
    pub held: Option<HeldBy>,
    /// What can be done with it now.
    pub actions: Vec<InboxAction>,
    /// Whether it was looked at.
    pub seen: bool,
}

/// What an entry is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum InboxKind {
    /// A block begins.
    BlockStart,
    /// An interval has ended.
    IntervalEnd,
    /// A week has ended behind or ahead.
    WeekEnd,
    /// Another rule reminds.
    Reminder,
    /// Something the app has to say once ("Waymark stays in the tray").
    Word,
}

/// What was done with an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum InboxAnswer {
    /// Its work or break was started.
    Started,
    /// It comes again later.
    Snoozed,
    /// It was skipped.
    Skipped,
    /// It was done.
    Done,
    /// Five minutes were added.
    Extended,
    /// It came too late to be of use.
    Missed,
    /// Something else made it needless.
    Settled,
}

/// What can be done with an entry; the same as the notification's buttons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum InboxAction {
    /// Start the block's work.
    Start,
    /// Remind again in ten minutes.
    Snooze,
    /// Leave it be.
    Skip,
    /// Say that it was done.
    Done,
    /// Start the break.
    StartBreak,
    /// Go on for five minutes.
    Extend,
    /// Look at the ways out.
    SeeWays,
}
