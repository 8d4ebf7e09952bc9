//! What the inbox keeps of an entry: what its buttons act on, and what was done with it.

use crate::view::{InboxAnswer, InboxKind};
use ::roadmap::pomodoro::{IntervalKind, SessionKey, Work};
use ::roadmap::reminders::{self, OccurrenceKey, Place, Snooze, Told, Upcoming};
use chrono::{DateTime, NaiveDate, Utc};
use roadmap_store::table::occurrence::Entry;
use serde::{Deserialize, Serialize};

/// An entry as the store has it.
pub(in crate::app) type InboxRow = Entry<About, Answer>;

/// What an entry's buttons act on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "kebab-case")]
pub(in crate::app) enum About {
    /// A block that begins.
    Block {
        /// The block.
        block: Upcoming,
    },
    /// An interval that has ended.
    Interval {
        /// Its name.
        key: SessionKey,
        /// What it was.
        kind: IntervalKind,
        /// What it was for.
        work: Work,
    },
    /// A week that ended behind or ahead.
    Week {
        /// Its first day.
        week: NaiveDate,
    },
    /// Anything else that a rule reminds of.
    Reminder {
        /// Where it is looked at.
        place: Place,
    },
    /// Something said once.
    Word,
}

/// What was done with an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "kebab-case")]
pub(in crate::app) enum Answer {
    Started,
    Snoozed { until: DateTime<Utc> },
    Skipped,
    Done,
    Extended,
    Missed,
    Settled,
}

impl About {
    pub(super) const fn kind(&self) -> InboxKind {
        match self {
            Self::Block { .. } => InboxKind::BlockStart,
            Self::Interval { .. } => InboxKind::IntervalEnd,
            Self::Week { .. } => InboxKind::WeekEnd,
            Self::Reminder { .. } => InboxKind::Reminder,
            Self::Word => InboxKind::Word,
        }
    }

    /// Where it is looked at.
    pub(super) const fn place(&self) -> Option<Place> {
        match self {
            Self::Block { .. } | Self::Interval { .. } => Some(Place::Today),
            Self::Week { .. } => Some(Place::Replan),
            Self::Reminder { place } => Some(*place),
            Self::Word => None,
        }
    }

    /// The same as a rule says it; none where no rule does.
    fn of_rule(&self) -> Option<reminders::About> {
        match self {
            Self::Block { block } => Some(reminders::About::Block(block.clone())),
            Self::Week { week } => Some(reminders::About::Week(*week)),
            Self::Reminder { place } => Some(reminders::About::Place(*place)),
            Self::Interval { .. } | Self::Word => None,
        }
    }
}

impl From<reminders::About> for About {
    fn from(about: reminders::About) -> Self {
        match about {
            reminders::About::Block(block) => Self::Block { block },
            reminders::About::Week(week) => Self::Week { week },
            reminders::About::Place(place) => Self::Reminder { place },
        }
    }
}

impl From<reminders::Answer> for Answer {
    fn from(answer: reminders::Answer) -> Self {
        match answer {
            reminders::Answer::Started => Self::Started,
            reminders::Answer::Snoozed { until } => Self::Snoozed { until },
            reminders::Answer::Skipped => Self::Skipped,
            reminders::Answer::Done => Self::Done,
            reminders::Answer::Missed => Self::Missed,
        }
    }
}

impl From<Answer> for InboxAnswer {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::Started => Self::Started,
            Answer::Snoozed { .. } => Self::Snoozed,
            Answer::Skipped => Self::Skipped,
            Answer::Done => Self::Done,
            Answer::Extended => Self::Extended,
            Answer::Missed => Self::Missed,
            Answer::Settled => Self::Settled,
        }
    }
}

/// The snooze that a row was put off by, if it was.
pub(in crate::app) fn snooze_of(row: &InboxRow) -> Option<Snooze> {
    let Some(Answer::Snoozed { until }) = row.entry.answer else { return None };
    let entry = &row.entry;
    let told = Told {
        title: entry.title.clone(),
        body: entry.body.clone(),
        category: entry.category,
        about: entry.about.of_rule()?,
    };
    let key = OccurrenceKey { snooze: entry.key.snooze.saturating_add(1), ..entry.key.clone() };
    Some(Snooze { key, until, told, of_plan: entry.roadmap.is_some() })
}
