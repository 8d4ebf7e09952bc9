//! What has been worked, against what was planned: the backlog, the ledger of a week, the verdict, the day's
//! figures, and the gates.
//!
//! Belongs here: sums and comparisons over what is recorded. What a week asks belongs to
//! [`crate::plan`], the timer that records sessions to [`crate::pomodoro`].

mod backlog;
mod day;
mod gate;
mod ledger;
mod paying;
mod payment;
mod verdict;
mod week_end;

pub(crate) use backlog::paid_before;
pub use backlog::{Backlog, Missing, backlog};
pub use day::{DaySummary, days_in_a_row, summary_of};
pub use gate::{Counts, GateReading, MetricReading, gates};
pub use ledger::{Ledger, LedgerLine, ledger};
pub use paying::paying;
pub(crate) use paying::paying_for;
pub(crate) use payment::Payment;
pub use verdict::{Shortfall, Standing, Verdict, verdict};
pub use week_end::{WeekEnd, week_end};

use crate::{Category, ItemId};
use chrono::NaiveDate;

/// What is too little to speak of, in minutes.
pub(crate) const SLACK: u32 = 30;

/// What one session of the timer adds to the count of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Worked {
    /// The local day it counts for.
    pub day: NaiveDate,
    /// What it was for, if it was for something of the roadmap.
    pub activity: Option<ItemId>,
    /// What kind of work it was; none for work outside the roadmap, which counts towards nothing it asks.
    pub category: Option<Category>,
    /// The focus alone, in seconds.
    pub focused_seconds: u32,
    /// What counts towards the budget, in seconds: the focus and the break after it, up to the
    /// break's planned length; or the focus alone, where the person has chosen that.
    pub worked_seconds: u32,
    /// True for a focus interval that ran to its end: a whole pomodoro.
    pub whole: bool,
}

impl Worked {
    /// The same for each of the local days that a session reaches into, given with its seconds on the clock: divided by
    /// those to the second, so that nothing is lost. The whole pomodoro is the first day's. Without any it is its own
    /// day's alone.
    pub fn over_days(self, days: &[(NaiveDate, u32)]) -> Vec<Self> {
        let all: u64 = days.iter().map(|(_, seconds)| u64::from(*seconds)).sum();
        if all == 0 {
            return vec![self];
        }
        let (mut passed, mut given) = (0, (0, 0));
        let part = |(at, (day, seconds)): (usize, &(NaiveDate, u32))| {
            passed += u64::from(*seconds);
            let until = |whole: u32| u32::try_from(u64::from(whole) * passed / all).unwrap_or(whole);
            let (focused, worked) = (until(self.focused_seconds), until(self.worked_seconds));
            let (focused_before, worked_before) = std::mem::replace(&mut given, (focused, worked));
            Self {
                day: *day,
                focused_seconds: focused - focused_before,
                worked_seconds: worked - worked_before,
                whole: self.whole && at == 0,
                ..self
            }
        };
        days.iter().enumerate().map(part).collect()
    }
}

#[cfg(test)]
mod tests;
