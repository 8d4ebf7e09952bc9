//! When a rule reminds.

use crate::schedule::weekday;
use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// When a rule reminds. Times of day are minutes after midnight, below 1,440.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "when", rename_all = "kebab-case")]
pub enum Timing {
    /// When there is something to say; nothing can be set.
    AsItComes,
    /// Some minutes before a moment: up to a day.
    Before {
        /// How many.
        minutes: u16,
    },
    /// At a time of day, some days before a date.
    DaysBefore {
        /// How many: up to 60.
        days: u16,
        /// The time of day.
        minute: u16,
    },
    /// On one date.
    Once {
        /// The date.
        on: NaiveDate,
        /// The time of day.
        minute: u16,
    },
    /// Every day.
    Daily {
        /// The time of day.
        minute: u16,
    },
    /// From Monday to Friday.
    Weekdays {
        /// The time of day.
        minute: u16,
    },
    /// On a day of the week.
    Weekly {
        /// The day.
        #[serde(with = "weekday")]
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        weekday: Weekday,
        /// The time of day.
        minute: u16,
    },
    /// On a day of the month; in months that are shorter, on their last.
    Monthly {
        /// The day: 1 to 31.
        day: u8,
        /// The time of day.
        minute: u16,
    },
}

impl Timing {
    /// The time of day that it has, in minutes after midnight.
    pub const fn minute(&self) -> Option<u16> {
        match *self {
            Self::AsItComes | Self::Before { .. } => None,
            Self::DaysBefore { minute, .. }
            | Self::Once { minute, .. }
            | Self::Daily { minute }
            | Self::Weekdays { minute }
            | Self::Weekly { minute, .. }
            | Self::Monthly { minute, .. } => Some(minute),
        }
    }

    /// Whether a date is one of those that it comes on.
    pub(super) fn is_on(&self, date: NaiveDate) -> bool {
        match *self {
            Self::AsItComes | Self::Before { .. } | Self::DaysBefore { .. } => false,
            Self::Once { on, .. } => date == on,
            Self::Daily { .. } => true,
            Self::Weekdays { .. } => !matches!(date.weekday(), Weekday::Sat | Weekday::Sun),
            Self::Weekly { weekday, .. } => date.weekday() == weekday,
            Self::Monthly { day, .. } => {
                let last = date.succ_opt().is_none_or(|next| next.day() == 1);
                date.day() == u32::from(day) || (last && date.day() < u32::from(day))
            }
        }
    }
}
