//! Dates, times and durations as calendars write them (RFC 5545 sections 3.3.4 to 3.3.6 and 3.3.14).

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

/// A date, or a time in some zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::calendar) enum Stamp {
    /// A whole day wherever one is.
    Date(NaiveDate),
    /// What a clock shows, and whose clock that is.
    Time(NaiveDateTime, Place),
}

/// Whose clock a time is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::calendar) enum Place {
    /// The person's, wherever that is: a floating time.
    Here,
    /// UTC.
    Utc,
    /// That of a named zone, by its number among those the calendar names.
    Named(u32),
}

impl Stamp {
    /// What is shown when it begins.
    pub(in crate::calendar) fn wall(self) -> NaiveDateTime {
        match self {
            Self::Date(date) => date.and_time(NaiveTime::MIN),
            Self::Time(wall, _) => wall,
        }
    }

    /// The same kind of time in the same place, but at another.
    pub(in crate::calendar) fn at(self, wall: NaiveDateTime) -> Self {
        match self {
            Self::Date(_) => Self::Date(wall.date()),
            Self::Time(_, place) => Self::Time(wall, place),
        }
    }
}

/// A date, or a time without its zone and whether it is said to be UTC's.
pub(in crate::calendar) fn date_or_time(text: &str) -> Option<(NaiveDate, Option<(NaiveTime, bool)>)> {
    let text = text.trim();
    let Some((date, time)) = text.split_once(['T', 't']) else { return Some((digits_as_date(text)?, None)) };
    let (time, utc) = match time.strip_suffix(['Z', 'z']) {
        Some(time) => (time, true),
        None => (time, false),
    };
    let [hour, minute, second] = [number(time, 0, 2)?, number(time, 2, 2)?, number(time, 4, 2)?];
    if time.len() != 6 {
        return None;
    }
    // A leap second is the second before it to most clocks.
    let time = NaiveTime::from_hms_opt(hour, minute, if second == 60 { 59 } else { second })?;
    Some((digits_as_date(date)?, Some((time, utc))))
}

/// An instant of UTC.
pub(in crate::calendar) fn instant(text: &str) -> Option<DateTime<Utc>> {
    match date_or_time(text)? {
        (date, Some((time, true))) => Some(date.and_time(time).and_utc()),
        _ => None,
    }
}

fn digits_as_date(text: &str) -> Option<NaiveDate> {
    if text.len() != 8 {
        return None;
    }
    let year = i32::try_from(number(text, 0, 4)?).ok()?;
    NaiveDate::from_ymd_opt(year, number(text, 4, 2)?, number(text, 6, 2)?)
}

fn number(text: &str, from: usize, digits: usize) -> Option<u32> {
    let digits = text.get(from..from + digits)?;
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

/// A duration: days, which are as long as the local day is, and exact seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::calendar) struct Nominal {
    /// Days.
    pub(in crate::calendar) days: i64,
    /// Seconds.
    pub(in crate::calendar) seconds: i64,
}

/// The longest duration in any of its units that is believed: what runs longer than a life is a mistake.
const LONGEST: i64 = 100_000_000;

/// A duration such as `P15DT5H0M20S` or `-P1W`.
pub(super) fn duration(text: &str) -> Option<Nominal> {
    let text = text.trim();
    let (sign, text) = match text.strip_prefix('-') {
        Some(text) => (-1, text),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let mut left = text.strip_prefix('P')?;
    let mut found = Nominal { days: 0, seconds: 0 };
    let mut in_time = false;
    let mut any = false;
    while !left.is_empty() {
        if let Some(rest) = left.strip_prefix('T') {
            (in_time, left) = (true, rest);
            continue;
        }
        let end = left.find(|letter: char| !letter.is_ascii_digit())?;
        let count: i64 = left.get(..end)?.parse().ok().filter(|count| *count <= LONGEST)?;
        let unit = left.get(end..=end)?;
        left = left.get(end + 1..)?;
        any = true;
        match (unit, in_time) {
            ("W", false) => found.days += 7 * count,
            ("D", false) => found.days += count,
            ("H", true) => found.seconds += 3600 * count,
            ("M", true) => found.seconds += 60 * count,
            ("S", true) => found.seconds += count,
            _ => return None,
        }
        if found.days > LONGEST || found.seconds > LONGEST * 86_400 {
            return None;
        }
    }
    any.then_some(Nominal { days: sign * found.days, seconds: sign * found.seconds })
}

/// How far a clock is ahead of UTC, such as `-0500` or `+012345`.
pub(super) fn offset(text: &str) -> Option<TimeDelta> {
    let text = text.trim();
    let (sign, digits) = match (text.strip_prefix('-'), text.strip_prefix('+')) {
        (Some(digits), _) => (-1, digits),
        (_, Some(digits)) => (1, digits),
        _ => return None,
    };
    let seconds = if digits.len() > 4 { number(digits, 4, 2)? } else { 0 };
    let all = 3600 * number(digits, 0, 2)? + 60 * number(digits, 2, 2)? + seconds;
    (all < 86_400).then(|| TimeDelta::seconds(sign * i64::from(all)))
}
