//! Busy times as a clock on the wall shows them.

use super::Busy;
use crate::schedule::BusyTime;
use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Utc};
use std::collections::BTreeMap;

/// The minutes from one midnight to the next.
const DAY: u16 = 24 * 60;

/// The most days that are looked at of one busy time: ten years.
const MOST_DAYS: i64 = 3_660;

/// Busy times by their date on the wall clock, cut at each midnight, as [`Schedule`](crate::schedule::Schedule) wants
/// them. `local` tells what the clock shows at an instant. Minutes that are busy in part are busy; an hour that the
/// clock shows twice is busy where either of the two is.
pub fn by_day<'a>(
    busy: impl IntoIterator<Item = &'a Busy>,
    local: impl Fn(DateTime<Utc>) -> NaiveDateTime,
) -> BTreeMap<NaiveDate, Vec<BusyTime>> {
    let mut days: BTreeMap<NaiveDate, Vec<BusyTime>> = BTreeMap::new();
    for busy in busy {
        for (from, to) in stretches(busy, &local) {
            for (day, start, end) in cut(from, to) {
                let (title, all_day) = (busy.title.clone(), busy.all_day);
                days.entry(day).or_default().push(BusyTime { start, end, title, all_day });
            }
        }
    }
    days
}

/// What the clock shows in the course of a time: two stretches where it was set back in it.
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
    let set_back = after.naive_utc().checked_add_signed(ahead(busy.from)).unwrap_or_default();
    vec![(local(busy.from), set_back), (local(after), local(busy.to))]
}

/// A stretch of the clock by its days.
fn cut(from: NaiveDateTime, to: NaiveDateTime) -> impl Iterator<Item = (NaiveDate, u16, u16)> {
    let days = to.date().signed_duration_since(from.date()).num_days().clamp(0, MOST_DAYS);
    let days = (0..=u64::try_from(days).unwrap_or(0))
        .filter_map(move |day| from.date().checked_add_days(Days::new(day)));
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
