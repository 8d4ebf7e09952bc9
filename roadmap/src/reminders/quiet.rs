//! When reminders are held back: they wait in the inbox, and are shown together afterwards.

use super::LocalTime;
use chrono::{DateTime, NaiveDate, TimeDelta, Timelike, Utc};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A stretch of each day in which no reminder is shown. It may cross midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct QuietHours {
    /// When it begins, in minutes after midnight.
    pub from: u16,
    /// When it is over, in minutes after midnight.
    pub to: u16,
}

/// Quiet hours that are none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error(
    "quiet hours can't begin at minute {from} of a day and end at minute {to}: choose two different times of day"
)]
pub struct BadQuietHours {
    from: u16,
    to: u16,
}

impl QuietHours {
    /// Whether these are two different times of day.
    ///
    /// # Errors
    /// [`BadQuietHours`] where they are not.
    pub const fn check(self) -> Result<(), BadQuietHours> {
        let Self { from, to } = self;
        if from < 1440 && to < 1440 && from != to { Ok(()) } else { Err(BadQuietHours { from, to }) }
    }

    fn hold(self, minute: u16) -> bool {
        let Self { from, to } = self;
        if from <= to { from <= minute && minute < to } else { from <= minute || minute < to }
    }

    /// When they are over, if they hold now.
    fn end(self, now: DateTime<Utc>, zone: &dyn LocalTime) -> Option<DateTime<Utc>> {
        let local = zone.local(now);
        let minute = u16::try_from(local.hour() * 60 + local.minute()).unwrap_or_default();
        if !self.hold(minute) {
            return None;
        }
        let today = local.date();
        let date = if minute < self.to { Some(today) } else { today.succ_opt() };
        let end = zone.resolve(date.unwrap_or(NaiveDate::MAX), self.to);
        // A clock that is set back shows their end a second time: it is asked again then.
        Some(if end > now { end } else { now + TimeDelta::minutes(1) })
    }
}

/// The quiet hours of a rule.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "quiet", rename_all = "kebab-case")]
pub enum Quiet {
    /// Those that hold for all.
    #[default]
    General,
    /// Its own.
    Own {
        /// Which.
        hours: QuietHours,
    },
    /// None.
    Never,
}

/// What holds reminders back now.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stillness {
    /// The quiet hours that hold for all rules without their own.
    pub general: Option<QuietHours>,
    /// The person is in a focus that is not to be disturbed.
    pub focusing: bool,
    /// The system is asked not to disturb.
    pub system: bool,
    /// The person wants to hear of nothing until then.
    pub until: Option<DateTime<Utc>>,
}

/// Something holds a reminder back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hold {
    /// What.
    pub by: HeldBy,
    /// When that is over; none where nobody knows.
    pub until: Option<DateTime<Utc>>,
}

/// What holds a reminder back; of several, the one that does so longest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum HeldBy {
    /// A focus.
    Focus,
    /// The system, which is asked not to disturb.
    System,
    /// Quiet hours, its own or those that hold for all.
    QuietHours,
    /// The person, who wants to hear of nothing for a while.
    Person,
}

impl Stillness {
    /// What holds a reminder back that has these quiet hours. One that was asked for by a snooze comes in quiet
    /// hours too.
    pub fn hold(
        &self,
        quiet: Quiet,
        snoozed: bool,
        now: DateTime<Utc>,
        zone: &dyn LocalTime,
    ) -> Option<Hold> {
        if self.focusing || self.system {
            let by = if self.focusing { HeldBy::Focus } else { HeldBy::System };
            return Some(Hold { by, until: None });
        }
        let hours = match quiet {
            _ if snoozed => None,
            Quiet::General => self.general,
            Quiet::Own { hours } => Some(hours),
            Quiet::Never => None,
        };
        let put_off = self.until.filter(|until| *until > now);
        let over = hours.and_then(|hours| hours.end(now, zone));
        let by = if put_off >= over { HeldBy::Person } else { HeldBy::QuietHours };
        put_off.max(over).map(|until| Hold { by, until: Some(until) })
    }
}
