//! A single date at the start of a text: "Jan 5", "5th of January 2026", "2026-01-05", "05.01.2026".

use super::months::{month_at, month_behind};
use crate::document::recognise::numbers::whole_at;
use chrono::{Datelike, NaiveDate};

/// A day of a year that may not be given.
#[derive(Clone, Copy)]
pub(super) struct Date {
    pub(super) year: Option<i32>,
    pub(super) month: u32,
    pub(super) day: u32,
}

/// The day that a text begins with, written "2026-01-05" or "05.01.2026", and what follows it.
pub(in crate::document::recognise) fn full_day_at(text: &str) -> Option<(NaiveDate, &str)> {
    let text = text.trim_start();
    let (date, rest) = iso_at(text).or_else(|| dotted_at(text))?;
    Some((NaiveDate::from_ymd_opt(date.year?, date.month, date.day)?, rest))
}

/// A date at the start of a text, and what follows it.
pub(super) fn date_at(text: &str) -> Option<(Date, &str)> {
    let text = text.trim_start();
    if let Some(found) = iso_at(text).or_else(|| dotted_at(text)) {
        return Some(found);
    }
    let (month, day, rest) = match month_at(text) {
        Some((month, rest)) => day_at(rest).map(|(day, rest)| (month, day, rest))?,
        None => {
            let (day, rest) = day_at(text)?;
            let (month, rest) = month_behind(rest)?;
            (month, day, rest)
        }
    };
    let (year, rest) = year_at(rest);
    Some((Date { year, month, day }, rest))
}

fn iso_at(text: &str) -> Option<(Date, &str)> {
    let is_year = text.as_bytes().iter().take(4).all(u8::is_ascii_digit);
    let date: NaiveDate = text.get(..10).filter(|date| is_year && date.is_ascii())?.parse().ok()?;
    let rest = text.get(10..).filter(|rest| !rest.starts_with(char::is_alphanumeric))?;
    Some((Date { year: Some(date.year()), month: date.month(), day: date.day() }, rest))
}

/// "12.01.2026" and "12.01.": the last dot tells it from a version or a fraction.
pub(super) fn dotted_at(text: &str) -> Option<(Date, &str)> {
    let (day, rest) = whole_at(text).filter(|(day, _)| (1..=31).contains(day))?;
    let (month, rest) = whole_at(rest.strip_prefix('.')?).filter(|(month, _)| (1..=12).contains(month))?;
    let rest = rest.strip_prefix('.')?;
    let (year, rest) =
        if rest.starts_with(|c: char| c.is_ascii_digit()) { year_at(rest) } else { (None, rest) };
    ends_number(rest).then_some((Date { year, month, day }, rest))
}

/// A day of a month ("5", "5th", "5."), and what follows it.
pub(super) fn day_at(text: &str) -> Option<(u32, &str)> {
    let (day, rest) = whole_at(text.trim_start()).filter(|(day, _)| (1..=31).contains(day))?;
    let ending = ["st", "nd", "rd", "th", "er", "."].iter().find_map(|ending| rest.strip_prefix(ending));
    let rest = ending.unwrap_or(rest);
    let is_clock = rest.strip_prefix(':').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    (!rest.starts_with(char::is_alphanumeric) && !is_clock).then_some((day, rest))
}

/// A year behind a date, and what follows it.
pub(super) fn year_at(text: &str) -> (Option<i32>, &str) {
    let after = text.trim_start().trim_start_matches(',').trim_start();
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    match after.get(..digits).filter(|_| digits == 4).and_then(|year| year.parse().ok()) {
        Some(year) => (Some(year), after.get(digits..).unwrap_or_default()),
        None => (None, text),
    }
}

/// True unless the figures before that go on: "12.01.2026.4", "26/01/5".
pub(super) fn ends_number(rest: &str) -> bool {
    let behind = rest.trim_start_matches(['.', '/', ',', ':']);
    let goes_on = behind.len() < rest.len() && behind.starts_with(|c: char| c.is_ascii_digit());
    !goes_on && !rest.starts_with('/') && !rest.starts_with(char::is_alphanumeric)
}
