//! A rule as it is written.

use crate::calendar::reading::instant;
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc, Weekday};

/// How often a rule's periods come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::calendar) enum Frequency {
    Secondly,
    Minutely,
    Hourly,
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// The last time of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::calendar) enum Until {
    /// A day, all of it.
    Day(NaiveDate),
    /// What the event's clock shows.
    Wall(NaiveDateTime),
    /// An instant.
    Instant(DateTime<Utc>),
}

/// A rule. Its lists are sorted; an empty one says nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::calendar) struct Rule {
    pub(super) frequency: Frequency,
    /// Each how manieth period counts, from 1.
    pub(super) interval: u32,
    pub(super) count: Option<u64>,
    pub(in crate::calendar) until: Option<Until>,
    pub(super) months: Vec<i32>,
    pub(super) weeks: Vec<i32>,
    pub(super) year_days: Vec<i32>,
    pub(super) month_days: Vec<i32>,
    /// Days of the week, each of them (0) or only the first, second, last (-1) of the month or year.
    pub(super) days: Vec<(i32, u8)>,
    pub(super) hours: Vec<i32>,
    pub(super) minutes: Vec<i32>,
    pub(super) seconds: Vec<i32>,
    pub(super) positions: Vec<i32>,
    pub(super) week_start: Weekday,
}

impl Rule {
    /// Reads a rule.
    ///
    /// # Errors
    /// The part that is not understood.
    pub(in crate::calendar) fn read(text: &str) -> Result<Self, &str> {
        let text = text.trim();
        let mut rule = Self {
            frequency: frequency(text).ok_or(text)?,
            interval: 1,
            count: None,
            until: None,
            months: Vec::new(),
            weeks: Vec::new(),
            year_days: Vec::new(),
            month_days: Vec::new(),
            days: Vec::new(),
            hours: Vec::new(),
            minutes: Vec::new(),
            seconds: Vec::new(),
            positions: Vec::new(),
            week_start: Weekday::Mon,
        };
        for part in text.split(';').filter(|part| !part.trim().is_empty()) {
            rule.take(part).ok_or(part)?;
        }
        Ok(rule)
    }

    fn take(&mut self, part: &str) -> Option<()> {
        let (name, value) = part.split_once('=')?;
        let value = value.trim();
        match name.trim().to_ascii_uppercase().as_str() {
            "FREQ" => {}
            "INTERVAL" => self.interval = u32::try_from(positive(value)?).unwrap_or(u32::MAX),
            "COUNT" => self.count = Some(positive(value)?),
            "UNTIL" => self.until = Some(until(value)?),
            "BYMONTH" => self.months = numbers(value, |month| (1..=12).contains(&month))?,
            "BYWEEKNO" => self.weeks = numbers(value, |week| (1..=53).contains(&week.abs()))?,
            "BYYEARDAY" => self.year_days = numbers(value, |day| (1..=366).contains(&day.abs()))?,
            "BYMONTHDAY" => self.month_days = numbers(value, |day| (1..=31).contains(&day.abs()))?,
            "BYDAY" => self.days = list(value, weekday_of_a_period)?,
            "BYHOUR" => self.hours = numbers(value, |hour| (0..=23).contains(&hour))?,
            "BYMINUTE" => self.minutes = numbers(value, |minute| (0..=59).contains(&minute))?,
            "BYSECOND" => self.seconds = numbers(value, |second| (0..=60).contains(&second))?,
            "BYSETPOS" => self.positions = numbers(value, |place| (1..=366).contains(&place.abs()))?,
            "WKST" => self.week_start = weekday(value)?,
            _ => return None,
        }
        Some(())
    }
}

fn frequency(text: &str) -> Option<Frequency> {
    let mut parts = text.split(';').filter_map(|part| part.split_once('='));
    let (_, value) = parts.find(|(name, _)| name.trim().eq_ignore_ascii_case("FREQ"))?;
    match value.trim().to_ascii_uppercase().as_str() {
        "SECONDLY" => Some(Frequency::Secondly),
        "MINUTELY" => Some(Frequency::Minutely),
        "HOURLY" => Some(Frequency::Hourly),
        "DAILY" => Some(Frequency::Daily),
        "WEEKLY" => Some(Frequency::Weekly),
        "MONTHLY" => Some(Frequency::Monthly),
        "YEARLY" => Some(Frequency::Yearly),
        _ => None,
    }
}

fn positive(text: &str) -> Option<u64> {
    text.parse().ok().filter(|number| *number > 0)
}

fn until(text: &str) -> Option<Until> {
    if let Some(instant) = instant(text) {
        return Some(Until::Instant(instant));
    }
    match crate::calendar::reading::date_or_time(text)? {
        (date, Some((time, _))) => Some(Until::Wall(date.and_time(time))),
        (date, None) => Some(Until::Day(date)),
    }
}

fn numbers(text: &str, fits: impl Fn(i32) -> bool) -> Option<Vec<i32>> {
    list(text, |text| text.parse().ok().filter(|number| fits(*number)))
}

fn list<T: Ord>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    let mut found = text.split(',').map(|text| read(text.trim())).collect::<Option<Vec<T>>>()?;
    found.sort_unstable();
    found.dedup();
    Some(found)
}

/// `MO`, `2TU` or `-1FR`.
fn weekday_of_a_period(text: &str) -> Option<(i32, u8)> {
    let (place, day) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let place = if place.is_empty() { 0 } else { place.parse().ok().filter(|place: &i32| *place != 0)? };
    let day = u8::try_from(weekday(day)?.num_days_from_monday()).ok()?;
    (place.abs() <= 53).then_some((place, day))
}

fn weekday(text: &str) -> Option<Weekday> {
    match text.to_ascii_uppercase().as_str() {
        "MO" => Some(Weekday::Mon),
        "TU" => Some(Weekday::Tue),
        "WE" => Some(Weekday::Wed),
        "TH" => Some(Weekday::Thu),
        "FR" => Some(Weekday::Fri),
        "SA" => Some(Weekday::Sat),
        "SU" => Some(Weekday::Sun),
        _ => None,
    }
}
