//! Busy times as a clock on the wall shows them.

use super::Busy;
use crate::schedule::{BusyTime, DAY};
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Utc};
use std::collections::BTreeMap;
use std::ops::Range;

/// The most times of days that are kept, of all calendars together; what comes after them is left out.
pub const MOST_TIMES: usize = 100_000;

/// Busy times of calendars by their date on the wall clock, cut at each midnight, as
/// [`Schedule`](crate::schedule::Schedule) wants them: [`MOST_TIMES`] at the most.
#[derive(Debug, Default)]
pub struct DayTimes {
    by_day: BTreeMap<NaiveDate, Vec<BusyTime>>,
    kept: usize,
}

impl DayTimes {
    /// Adds those of a calendar in the days from `days.start` to the one before `days.end`; false where not all of them
    /// found room. `local` tells what the clock shows at an instant. Minutes that are busy in part are busy; an hour
    /// that the clock shows twice is busy where either of the two is.
    pub fn add<'a>(
        &mut self,
        busy: impl IntoIterator<Item = &'a Busy>,
        days: &Range<NaiveDate>,
        local: impl Fn(DateTime<Utc>) -> NaiveDateTime,
    ) -> bool {
        for busy in busy {
            for (from, to) in stretches(busy, &local) {
                // Where the clock skips midnight a whole day ends later, and has nothing of the next one.
                let midnight = to.date().and_time(NaiveTime::MIN);
                let to = if busy.all_day && from < midnight { midnight } else { to };
                for (day, start, end) in cut(from, to, days) {
                    if self.kept == MOST_TIMES {
                        return false;
                    }
                    self.kept += 1;
                    let time = BusyTime { start, end, title: busy.title.clone(), all_day: busy.all_day };
                    self.by_day.entry(day).or_default().push(time);
                }
            }
        }
        true
    }

    /// The times by their date.
    pub fn into_map(self) -> BTreeMap<NaiveDate, Vec<BusyTime>> {
        self.by_day
    }
}

/// What the clock shows in the course of a time: two stretches where it was set back in it and they don't meet.
fn stretches(
    busy: &Busy,
    local: impl Fn(DateTime<Utc>) -> NaiveDateTime,
) -> Vec<(NaiveDateTime, NaiveDateTime)> {
    let ahead = |at: DateTime<Utc>| local(at).signed_duration_since(at.naive_utc());
    if ahead(busy.to) >= ahead(busy.from) {
        return vec![(local(busy.from), local(busy.to))];
    }
    // When it was set back, found by halving to the second.
    let (mut before, mut after) = (busy.from, busy.to);
    while after.signed_duration_since(before) > TimeDelta::seconds(1) {
        let half = TimeDelta::seconds(after.signed_duration_since(before).num_seconds() / 2);
        let Some(middle) = before.checked_add_signed(half) else { break };
        if ahead(middle) == ahead(busy.to) { after = middle } else { before = middle }
    }
    let set_back = after.naive_utc().checked_add_signed(ahead(busy.from)).unwrap_or(local(after));
    let (first, second) = ((local(busy.from), set_back), (local(after), local(busy.to)));
    if first.0 <= second.1 && second.0 <= first.1 {
        vec![(first.0.min(second.0), first.1.max(second.1))]
    } else {
        vec![first, second]
    }
}

/// A stretch of the clock by its days, those among `days`.
fn cut(
    from: NaiveDateTime,
    to: NaiveDateTime,
    days: &Range<NaiveDate>,
) -> impl Iterator<Item = (NaiveDate, u16, u16)> {
    let end = days.end;
    let days = from.date().max(days.start).iter_days().take_while(move |day| *day <= to.date() && *day < end);
    days.filter_map(move |day| {
        let start = if day == from.date() { minute(from.time()) } else { 0 };
        let end = if day == to.date() { minute_after(to.time()) } else { DAY };
        (start < end).then_some((day, start, end))
    })
}

fn minute(time: NaiveTime) -> u16 {
    u16::try_from(time.num_seconds_from_midnight() / 60).unwrap_or(DAY)
}

fn minute_after(time: NaiveTime) -> u16 {
    u16::try_from(time.num_seconds_from_midnight().div_ceil(60)).unwrap_or(DAY)
}
