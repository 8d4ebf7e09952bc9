//! Times at which the person is busy with something else, as some calendar has them.

use super::{DAY, Relief, Template};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// When the last block of a day is over, whenever days end: with the day after.
const LATEST_END: u16 = 2 * DAY;

/// A time of a day at which the person is busy with something else. It may begin after the day's own midnight.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct BusyTime {
    /// Its start, in minutes after midnight of its date.
    pub start: u16,
    /// Its end, in minutes after midnight of its date; after the start.
    pub end: u16,
    /// What keeps the person busy; may be empty.
    pub title: String,
    /// True where the whole day is meant: all of its blocks, and those that go on after midnight to their end.
    pub all_day: bool,
}

/// Busy times by their date on the wall clock, none beyond its midnight.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct BusyTimes(pub(super) Arc<BTreeMap<NaiveDate, Vec<BusyTime>>>);

impl BusyTimes {
    /// The times of a day and of the night after it, by their start. What goes on over midnight is one.
    pub(super) fn on(&self, date: NaiveDate) -> Vec<BusyTime> {
        let mut found: Vec<BusyTime> = Vec::new();
        let mut until_midnight: HashMap<&str, Vec<usize>> = HashMap::new();
        for (start, end, time) in self.near(date) {
            let goes_on = until_midnight.get_mut(time.title.as_str()).filter(|_| start == DAY);
            if let Some(before) = goes_on.and_then(Vec::pop).and_then(|before| found.get_mut(before)) {
                before.end = end;
                continue;
            }
            if end == DAY {
                until_midnight.entry(&time.title).or_default().push(found.len());
            }
            found.push(BusyTime { start, end, ..time.clone() });
        }
        found.sort();
        found
    }

    /// What of a time of a day is busy, as stretches that don't meet, the earliest first.
    pub(super) fn within(&self, date: NaiveDate, from: u16, to: u16) -> Vec<(u16, u16)> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let mut busy: Vec<(u16, u16)> = self
            .near(date)
            .map(|(start, end, _)| (start.max(from), end.min(to)))
            .filter(|(start, end)| start < end)
            .collect();
        busy.sort_unstable();
        let mut apart: Vec<(u16, u16)> = Vec::new();
        for (start, end) in busy {
            match apart.last_mut() {
                Some((_, last)) if start <= *last => *last = end.max(*last),
                _ => apart.push((start, end)),
            }
        }
        apart
    }

    /// The days on which they leave little of a template's work: nothing of it, or half at the most.
    pub(super) fn reliefs<'a>(
        &'a self,
        template_on: impl Fn(NaiveDate) -> Option<&'a Template>,
    ) -> impl Iterator<Item = (NaiveDate, Relief)> {
        // What is busy after midnight may take from the evening before.
        let mut days: Vec<NaiveDate> =
            self.0.keys().flat_map(|date| [date.pred_opt().unwrap_or(*date), *date]).collect();
        days.dedup();
        days.into_iter().filter_map(move |date| {
            let (mut all, mut busy) = (0, 0);
            for block in &template_on(date)?.blocks {
                if block.category.makes_a_working_day() && block.weekday == date.weekday() {
                    all += block.minutes();
                    busy += minutes(&self.within(date, block.start, block.end));
                }
            }
            match busy {
                0 => None,
                busy if busy == all => Some((date, Relief::Off)),
                busy if 2 * busy >= all => Some((date, Relief::Light)),
                _ => None,
            }
        })
    }

    /// The times of a day and of the one after, in minutes of the day.
    fn near(&self, date: NaiveDate) -> impl Iterator<Item = (u16, u16, &BusyTime)> {
        let on = |date: Option<NaiveDate>| date.and_then(|date| self.0.get(&date)).into_iter().flatten();
        let own = on(Some(date)).map(|time| match time.all_day {
            true => (0, LATEST_END, time),
            false => (time.start, time.end, time),
        });
        let next = on(date.succ_opt()).filter(|time| !time.all_day);
        own.chain(next.map(|time| (time.start.saturating_add(DAY), time.end.saturating_add(DAY), time)))
    }
}

/// How long some stretches are together.
pub(super) fn minutes(stretches: &[(u16, u16)]) -> u32 {
    stretches.iter().map(|(start, end)| u32::from(end.saturating_sub(*start))).sum()
}
