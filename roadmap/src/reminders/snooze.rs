//! An occurrence put off.

use super::{About, Answer, Occurrence, OccurrenceKey};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// An occurrence that was put off, and is to come again as one of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snooze {
    /// The name of the occurrence it will be.
    pub key: OccurrenceKey,
    /// When it is to come.
    pub until: DateTime<Utc>,
    /// What it is about.
    pub about: About,
}

impl Snooze {
    /// Puts an occurrence off by some minutes.
    pub fn of(occurrence: &Occurrence, minutes: u32, now: DateTime<Utc>) -> Self {
        let until = now.checked_add_signed(TimeDelta::minutes(minutes.into())).unwrap_or(now);
        let snooze = occurrence.key.snooze.saturating_add(1);
        Self {
            key: OccurrenceKey { snooze, ..occurrence.key.clone() },
            until,
            about: occurrence.about.clone(),
        }
    }

    /// The occurrence it will be.
    pub fn occurrence(&self) -> Occurrence {
        Occurrence { key: self.key.clone(), due: self.until, about: self.about.clone(), answer: None }
    }

    /// What is kept with the occurrence that was put off.
    pub const fn answer(&self) -> Answer {
        Answer::Snoozed { until: self.until }
    }
}
