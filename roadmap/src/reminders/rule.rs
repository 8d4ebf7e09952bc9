//! What to be reminded of.

use super::{BadQuietHours, Kind, Quiet, Timing, kinds};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A rule that brings reminders.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// Its name.
    pub id: RuleId,
    /// What it is about.
    pub kind: &'static dyn Kind,
    /// Whether it reminds.
    pub on: bool,
    /// When.
    pub timing: Timing,
    /// When not.
    pub quiet: Quiet,
    /// What the person calls it; of a rule of the app's own nothing.
    pub text: String,
    /// Since when it is what it is: what begins before was never to be reminded of.
    pub since: DateTime<Utc>,
}

/// Names a rule for good, whatever is changed about it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RuleId(pub String);

/// A rule that can't be.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BadRule {
    /// Its kind has no such timing.
    #[error("“{0}” can't be set to that time")]
    OtherTiming(&'static str),
    /// No time of day.
    #[error("{0} minutes after midnight is no time of day: choose one from 0:00 to 23:59")]
    Minute(u16),
    /// Too long before.
    #[error("a reminder can't come more than a day before its block")]
    Lead,
    /// Too many days before.
    #[error("a reminder can't come more than {MOST_DAYS_BEFORE} days before its date")]
    DaysBefore,
    /// No day of a month.
    #[error("a month has no day {0}: choose one from 1 to 31")]
    Day(u8),
    /// The quiet hours are none.
    #[error(transparent)]
    Quiet(#[from] BadQuietHours),
    /// Too long.
    #[error("the reminder is longer than {MOST_LETTERS} letters: shorten it")]
    TooLong,
}

/// The longest time between a reminder and its block, in minutes.
const MOST_MINUTES_BEFORE: u16 = 24 * 60;
/// The longest time between a reminder and its date, in days.
const MOST_DAYS_BEFORE: u16 = 60;
/// The longest text.
pub(super) const MOST_LETTERS: usize = 200;

impl Rule {
    /// The rule that everybody starts with, of a kind that has one.
    pub fn usual(kind: &'static dyn Kind) -> Option<Self> {
        Some(Self {
            id: RuleId(kind.name().to_owned()),
            kind,
            on: kind.starts_on(),
            timing: kind.usual()?,
            quiet: Quiet::General,
            text: String::new(),
            since: DateTime::UNIX_EPOCH,
        })
    }

    /// The rules that everybody starts with.
    pub fn all_usual() -> impl Iterator<Item = Self> {
        kinds::ALL.iter().filter_map(|kind| Self::usual(*kind))
    }

    /// A rule that a person made.
    pub fn own(number: i64, timing: Timing, text: &str, since: DateTime<Utc>) -> Self {
        Self {
            id: RuleId(format!("{}-{number}", kinds::OWN.name())),
            kind: kinds::OWN,
            on: true,
            timing,
            quiet: Quiet::General,
            text: text.split_whitespace().collect::<Vec<_>>().join(" "),
            since,
        }
    }

    /// Whether the rule can be so.
    ///
    /// # Errors
    /// [`BadRule`] says what can't.
    pub fn check(&self) -> Result<(), BadRule> {
        if !self.kind.can_be(&self.timing) {
            return Err(BadRule::OtherTiming(self.kind.title()));
        }
        if let Some(minute) = self.timing.minute().filter(|minute| *minute >= 1440) {
            return Err(BadRule::Minute(minute));
        }
        match self.timing {
            Timing::Before { minutes } if minutes > MOST_MINUTES_BEFORE => return Err(BadRule::Lead),
            Timing::DaysBefore { days, .. } if days > MOST_DAYS_BEFORE => return Err(BadRule::DaysBefore),
            Timing::Monthly { day, .. } if !(1..=31).contains(&day) => return Err(BadRule::Day(day)),
            _ => {}
        }
        if let Quiet::Own { hours } = self.quiet {
            hours.check()?;
        }
        if self.text.chars().count() > MOST_LETTERS { Err(BadRule::TooLong) } else { Ok(()) }
    }
}
