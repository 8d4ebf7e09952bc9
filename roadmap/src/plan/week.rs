//! Weeks of the calendar, and which number of the plan each has.

use super::{DatedStage, Plan, end_of};
use chrono::{Datelike, Days, NaiveDate, Weekday};

/// The first day of the week that the date is in.
pub fn week_of(date: NaiveDate, week_start: Weekday) -> NaiveDate {
    let past = date.weekday().days_since(week_start);
    date.checked_sub_days(Days::new(u64::from(past))).unwrap_or(date)
}

/// The seven days of the week that begins on `week`.
pub fn days_of(week: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    (0..7).filter_map(move |day| week.checked_add_days(Days::new(day)))
}

/// The plan's number of the week that the date is in, from 1; none before the start. The plan's weeks
/// are seven days each from its first day on, whichever day a week of the calendar begins on: so the
/// document's weeks keep their numbers.
pub fn week_number(plan: &Plan, date: NaiveDate) -> Option<u32> {
    let days = date.signed_duration_since(plan.start).num_days();
    u32::try_from(days).ok().map(|days| days / 7 + 1)
}

/// How many weeks the plan has until the last stage with an end is over: the number of the week it
/// ends in. None where no stage has an end.
pub fn weeks_of(plan: &Plan, stages: &[DatedStage]) -> Option<u32> {
    end_of(stages).and_then(|end| week_number(plan, end))
}
