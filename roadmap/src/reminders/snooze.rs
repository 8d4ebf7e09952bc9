//! An occurrence put off.

use super::local::later;
use super::{Answer, Local, Occurrence, OccurrenceKey, Told, Upcoming};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// An occurrence that was put off, and is to come again as one of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snooze {
    /// The name of the occurrence it will be.
    pub key: OccurrenceKey,
    /// When it is to come.
    pub until: DateTime<Utc>,
    /// What it says.
    pub told: Told,
    /// True where it belongs to the active plan.
    pub of_plan: bool,
}

/// How long to put off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum SnoozeLength {
    /// Five minutes.
    FiveMinutes,
    /// Ten minutes: where nothing else is asked for.
    TenMinutes,
    /// Thirty minutes.
    HalfHour,
    /// An hour.
    Hour,
    /// Until the next day's first block, or 9:00 where it has none.
    Tomorrow,
}

/// When the day begins where no block does, in minutes after midnight.
const MORNING: u16 = 9 * 60;

impl SnoozeLength {
    /// When it is over.
    pub fn until(self, blocks: &[Upcoming], local: &Local<'_>, now: DateTime<Utc>) -> DateTime<Utc> {
        let minutes = match self {
            Self::FiveMinutes => 5,
            Self::TenMinutes => 10,
            Self::HalfHour => 30,
            Self::Hour => 60,
            Self::Tomorrow => {
                let tomorrow = later(local.day(now), 1);
                let starts = blocks.iter().map(|block| block.start_utc);
                let first = starts.filter(|start| local.day(*start) == tomorrow).min();
                return first.unwrap_or_else(|| local.zone.resolve(tomorrow, MORNING));
            }
        };
        now.checked_add_signed(TimeDelta::minutes(minutes)).unwrap_or(now)
    }
}

impl Snooze {
    /// Puts an occurrence off.
    pub fn of(occurrence: &Occurrence, until: DateTime<Utc>) -> Self {
        let key = occurrence.key.clone();
        Self {
            key: OccurrenceKey { snooze: key.snooze.saturating_add(1), ..key },
            until,
            told: occurrence.told.clone(),
            of_plan: occurrence.of_plan,
        }
    }

    /// What is kept with the occurrence that was put off.
    pub const fn answer(&self) -> Answer {
        Answer::Snoozed { until: self.until }
    }
}
