//! What a roadmap becomes with a start date and a pace: dated stages, what each week asks, the
//! blocks that work is laid into, and when it all ends.
//!
//! Belongs here: dates, hours, allocation, the forecast, replanning. The shape of a typical
//! week and of a day belongs to [`crate::schedule`], what has been worked to [`crate::progress`].
//!
//! The way through: [`date_stages`] dates the stages, [`demand()`] says what a week asks,
//! [`lay_out`] puts that into the week's blocks, [`estimate()`] says when it ends, and
//! [`forecast()`] when it does at the person's own pace.

mod allocate;
mod budgeted;
mod buffer;
mod dates;
mod demand;
mod estimate;
mod forecast;
mod layout;
mod moves;
mod reckoned;
mod remaining;
pub mod replan;
mod rolling;
mod routine;
mod share;
mod stated;
mod stretch;
mod week;

pub use allocate::{Unplaced, allocate, allocate_beside};
pub use budgeted::{Budgeted, budgeted};
pub use buffer::Buffer;
pub use dates::{
    DatedStage, DecidedLength, Lengths, date_stages, date_stages_with, end_of, last_day_of, stage_on,
    stages_in,
};
pub(crate) use demand::Asking;
pub use demand::{Demand, demand};
pub use estimate::{Estimate, estimate};
pub use forecast::{
    Ahead, DateRange, Forecast, Milestone, PastWeek, Reached, WEEKS_LOOKED_AT, WEEKS_NEEDED, forecast,
};
pub use layout::{WeekLayout, blocks_of_week, lay_out, template_for};
pub use remaining::{Remaining, remaining};
pub use rolling::{SoFar, lay_out_from};
pub use stated::stated_start;
pub(crate) use stretch::{Ask, Stretch, stretches};
pub use week::{days_of, week_number, week_of, weeks_of};

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// The first and the last year a plan may reach into.
const YEARS: std::ops::RangeInclusive<i32> = 1970..=9999;

/// The minutes of a whole week, sleep included.
const MINUTES_OF_A_WEEK: u32 = 7 * 24 * 60;

/// What a person decides about a roadmap; everything dated follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The first day, which is the first day of the first stage.
    pub start: NaiveDate,
    /// How fast it goes.
    pub pace: Pace,
    /// The day a week begins on, `mon` to `sun`.
    #[serde(with = "crate::schedule::weekday")]
    pub week_start: Weekday,
    /// What of each week is kept free for what comes in between.
    #[serde(default)]
    pub buffer: Buffer,
}

/// How fast a plan goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Pace {
    /// The document's own weeks.
    AsWritten,
    /// As many hours a week; dates follow from the hours that the document budgets.
    Hours {
        /// The clock minutes of a week, 1 to 10,080.
        per_week_minutes: u32,
    },
}

/// Why a plan can't be dated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// A pace of no time at all.
    #[error("the pace is 0 hours a week: give at least one minute")]
    NoHours,
    /// More than a week holds.
    #[error("the pace is {} hours a week, but a week has 168", .per_week_minutes / 60)]
    MoreThanAWeek {
        /// The pace asked for.
        per_week_minutes: u32,
    },
    /// A first day that no calendar of this app shows.
    #[error("the start date {start} is out of range: choose one between 1970 and 9999")]
    StartOutOfRange {
        /// The first day asked for.
        start: NaiveDate,
    },
    /// More kept free than there would be left.
    #[error("{percent} % of each week can't be kept free: choose at most {}", Buffer::MOST_PERCENT)]
    BufferTooLarge {
        /// The share asked for.
        percent: u8,
    },
    /// The stages would go on beyond the year 9999.
    #[error("from {start} at this pace the plan ends after the year 9999: start earlier or raise the hours")]
    EndOutOfRange {
        /// The first day asked for.
        start: NaiveDate,
    },
}

impl Plan {
    /// A plan that keeps nothing free.
    pub const fn new(start: NaiveDate, pace: Pace, week_start: Weekday) -> Self {
        Self { start, pace, week_start, buffer: Buffer::NONE }
    }

    /// Says what is wrong with it, before anything is dated.
    ///
    /// # Errors
    /// A pace of zero hours or of more than a week, a start date outside the years 1970 to 9999, a buffer that
    /// leaves less than half of a week.
    pub fn check(&self) -> Result<(), PlanError> {
        let Buffer { percent } = self.buffer;
        if percent > Buffer::MOST_PERCENT {
            return Err(PlanError::BufferTooLarge { percent });
        }
        if !YEARS.contains(&self.start.year()) {
            return Err(PlanError::StartOutOfRange { start: self.start });
        }
        match self.pace {
            Pace::Hours { per_week_minutes: 0 } => Err(PlanError::NoHours),
            Pace::Hours { per_week_minutes } if per_week_minutes > MINUTES_OF_A_WEEK => {
                Err(PlanError::MoreThanAWeek { per_week_minutes })
            }
            Pace::Hours { .. } | Pace::AsWritten => Ok(()),
        }
    }

    /// The clock minutes of a week that its work may take: the pace without the buffer, at least one. None where
    /// the document's own weeks give the dates.
    pub fn weekly_minutes(&self) -> Option<u32> {
        match self.pace {
            Pace::AsWritten => None,
            Pace::Hours { per_week_minutes } => Some(self.buffer.leaves(per_week_minutes).max(1)),
        }
    }

    /// What its blocks keep free: where dates come from hours the dates do that already.
    pub(crate) const fn kept_in_blocks(&self) -> Buffer {
        match self.pace {
            Pace::AsWritten => self.buffer,
            Pace::Hours { .. } => Buffer::NONE,
        }
    }
}

#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
mod tests;
