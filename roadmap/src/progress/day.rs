//! The figures of a day: focused time, pomodoros, days in a row.

use super::Worked;
use chrono::{NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// The figures of a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct DaySummary {
    /// The focus alone, in minutes.
    pub focused_minutes: u32,
    /// What counts as worked, in clock minutes.
    pub worked_minutes: u32,
    /// The focus intervals that ran to their end.
    pub pomodoros: u32,
}

/// The figures of that day.
pub fn summary_of(worked: &[Worked], day: NaiveDate) -> DaySummary {
    let _ = (worked, day);
    DaySummary::default()
}

/// How many days in a row have been worked up to `today`. Days of `rest` keep the row without work
/// and count with it; today counts once something is worked and breaks nothing before.
pub fn days_in_a_row(worked: &[Worked], rest: &[Weekday], today: NaiveDate) -> u32 {
    let _ = (worked, rest, today);
    0
}
