//! How time is told where the person is.

use crate::schedule::{self, DayBoundary, wall_clock};
use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use std::cell::RefCell;
use std::collections::HashMap;

/// A zone, whichever it is.
pub trait LocalTime {
    /// What the local clock shows at an instant.
    fn local(&self, instant: DateTime<Utc>) -> NaiveDateTime;

    /// The instant of a local time, as [`schedule::resolve`] has it.
    fn resolve(&self, date: NaiveDate, minute: u16) -> DateTime<Utc>;

    /// The local day that an instant counts for.
    fn local_day(&self, instant: DateTime<Utc>, boundary: DayBoundary) -> NaiveDate;
}

impl<Tz: TimeZone> LocalTime for Tz {
    fn local(&self, instant: DateTime<Utc>) -> NaiveDateTime {
        wall_clock(self, instant.naive_utc())
    }

    fn resolve(&self, date: NaiveDate, minute: u16) -> DateTime<Utc> {
        schedule::resolve(self, date, minute)
    }

    fn local_day(&self, instant: DateTime<Utc>, boundary: DayBoundary) -> NaiveDate {
        schedule::local_day(self, instant, boundary)
    }
}

/// A zone that is asked for each time once: rules ask for the same ones again and again.
pub struct Remembering<'a> {
    zone: &'a dyn LocalTime,
    resolved: RefCell<HashMap<(NaiveDate, u16), DateTime<Utc>>>,
    days: RefCell<HashMap<(DateTime<Utc>, u16), NaiveDate>>,
}

impl<'a> Remembering<'a> {
    /// One that has been asked for nothing.
    pub fn new(zone: &'a dyn LocalTime) -> Self {
        Self { zone, resolved: RefCell::default(), days: RefCell::default() }
    }
}

impl LocalTime for Remembering<'_> {
    fn local(&self, instant: DateTime<Utc>) -> NaiveDateTime {
        self.zone.local(instant)
    }

    fn resolve(&self, date: NaiveDate, minute: u16) -> DateTime<Utc> {
        let mut resolved = self.resolved.borrow_mut();
        *resolved.entry((date, minute)).or_insert_with(|| self.zone.resolve(date, minute))
    }

    fn local_day(&self, instant: DateTime<Utc>, boundary: DayBoundary) -> NaiveDate {
        let mut days = self.days.borrow_mut();
        *days.entry((instant, boundary.0)).or_insert_with(|| self.zone.local_day(instant, boundary))
    }
}

/// The person's zone, when their days end, and how they read a clock.
#[derive(Clone, Copy)]
pub struct Local<'a> {
    /// The zone.
    pub zone: &'a dyn LocalTime,
    /// When days end.
    pub boundary: DayBoundary,
    /// True for 13:00, false for 1:00 pm.
    pub hours_24: bool,
}

impl Local<'_> {
    /// The local day that an instant counts for.
    pub fn day(&self, instant: DateTime<Utc>) -> NaiveDate {
        self.zone.local_day(instant, self.boundary)
    }

    /// A time of day of a local day, by the clock and as an instant: one before the boundary is in the night
    /// after it.
    pub(super) fn on(&self, day: NaiveDate, minute: u16) -> (NaiveDateTime, DateTime<Utc>) {
        let night = minute < self.boundary.0;
        at_minute(self.zone, if night { later(day, 1) } else { day }, minute)
    }

    /// When a local day is over.
    pub(super) fn end_of(&self, day: NaiveDate) -> DateTime<Utc> {
        self.zone.resolve(later(day, 1), self.boundary.0)
    }
}

/// A time of day on a date, by the clock and as an instant.
pub(super) fn at_minute(
    zone: &dyn LocalTime,
    date: NaiveDate,
    minute: u16,
) -> (NaiveDateTime, DateTime<Utc>) {
    let midnight = date.and_time(NaiveTime::MIN);
    let at = midnight.checked_add_signed(TimeDelta::minutes(minute.into())).unwrap_or(midnight);
    (at, zone.resolve(date, minute))
}

pub(super) fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}

pub(super) fn earlier(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}
