//! Dates in words: "Jan 5 – Jan 11", "5–11 January", "2026-01-05 to 2026-01-11", "12.01. – 18.01.2026",
//! "week of May 4"; and "26/01 – 01/02", where other dates beside it tell the day from the month.
//!
//! [`date`] reads one of them, [`months`] its month, and [`slashed`] those whose numbers are parted by strokes.

mod date;
mod months;
mod slashed;
#[cfg(test)]
mod tests;

pub(super) use date::full_day_at;
pub(super) use months::{month_days_at, month_of_year_at};
pub(super) use slashed::{Slashed, slashed_days};

use super::ranges::{Tongue, behind_until};
use chrono::{Datelike, Months, NaiveDate};
use date::{Date, date_at, day_at, dotted_at, year_at};
use months::{month_at, month_behind};

/// Stands in where no year is given: a leap year, so that each day of any year has its place.
const SOME_YEAR: i32 = 2024;

/// Words before the first of two dates.
const FROM: [&str; 10] =
    ["from the ", "from ", "vom ", "von ", "dal ", "del ", "desde el ", "du ", "de ", "van "];

/// How many days the dates at the start of a text hold, both ends among them, and what follows the
/// dates. One date alone says nothing of how long something lasts, but "week of" it does.
pub(super) fn days_at(text: &str) -> Option<(u32, &str)> {
    if let Some(rest) = after_words(text, "week of ").or_else(|| after_words(text, "week from ")) {
        let rest = after_words(rest, "the ").unwrap_or(rest);
        return days_at(rest).or_else(|| date_at(rest).map(|(_, rest)| (7, rest)));
    }
    let (first, last, rest) = range_at(text)?;
    Some((between(first, last)?, rest))
}

/// The first day that a text begins with, if it or the one that it lasts until has a year.
pub(crate) fn first_day_at(text: &str) -> Option<NaiveDate> {
    if let Some((day, _)) = full_day_at(text) {
        return Some(day);
    }
    let text = after_words(text, "week of ").or_else(|| after_words(text, "week from ")).unwrap_or(text);
    let (first, last) = match range_at(text) {
        Some((first, last, _)) => (first, Some(last)),
        None => (date_at(text)?.0, None),
    };
    let before_last = |last: Date| {
        let is_earlier = (last.month, last.day) >= (first.month, first.day);
        last.year.map(|year| if is_earlier { year } else { year - 1 })
    };
    let year = first.year.or_else(|| last.and_then(before_last))?;
    NaiveDate::from_ymd_opt(year, first.month, first.day)
}

/// A date and another behind it, and what follows them.
fn range_at(text: &str) -> Option<(Date, Date, &str)> {
    // Nearly every heading is asked, and most begin with neither a number nor a month.
    let begins_so =
        |text: &str| text.trim_start().starts_with(|c: char| c.is_ascii_digit()) || month_at(text).is_some();
    let may_say_from = text.starts_with(['f', 'F', 'v', 'V', 'd', 'D']);
    let behind = || FROM.iter().find_map(|from| after_words(text, from));
    let text = if may_say_from { behind().unwrap_or(text) } else { text };
    if !begins_so(text) {
        return None;
    }
    range_in_month(text).or_else(|| {
        let (first, rest) = date_at(text)?;
        let (last, rest) = date_at(after_dash(rest)?)?;
        Some((first, last, rest))
    })
}

/// "Jan 5–11" and "5–11 January".
fn range_in_month(text: &str) -> Option<(Date, Date, &str)> {
    let named = month_at(text).and_then(|(month, rest)| {
        let (first, rest) = day_at(rest)?;
        let (last, rest) = day_at(after_dash(rest)?)?;
        // In "Jan 5 – 11 Feb" the second day has a month of its own.
        month_at(rest).is_none().then_some((month, first, last, rest))
    });
    if named.is_none()
        && let Some(found) = dotted_range_in_month(text)
    {
        return Some(found);
    }
    let (month, first, last, rest) = named.or_else(|| {
        let (first, rest) = day_at(text)?;
        let (last, rest) = day_at(after_dash(rest)?)?;
        let (month, rest) = month_behind(rest)?;
        Some((month, first, last, rest))
    })?;
    let (year, rest) = year_at(rest);
    let date = |day| Date { year, month, day };
    Some((date(first), date(last), rest))
}

/// "12.–18.01.2026".
fn dotted_range_in_month(text: &str) -> Option<(Date, Date, &str)> {
    let (day, rest) = day_at(text)?;
    let (last, rest) = dotted_at(after_dash(rest)?).filter(|(last, _)| last.year.is_some())?;
    Some((Date { day, ..last }, last, rest))
}

fn between(first: Date, last: Date) -> Option<u32> {
    let year = first.year.or(last.year).unwrap_or(SOME_YEAR);
    let from = NaiveDate::from_ymd_opt(year, first.month, first.day)?;
    let mut to = NaiveDate::from_ymd_opt(last.year.unwrap_or(from.year()), last.month, last.day)?;
    if to < from && last.year.is_none() {
        to = to.checked_add_months(Months::new(12))?;
    }
    u32::try_from(to.signed_duration_since(from).num_days() + 1).ok().filter(|days| (1..=366).contains(days))
}

fn after_dash(text: &str) -> Option<&str> {
    let text = text.trim_start();
    behind_until(text, Tongue::Any)
}

/// What follows those words at the start of a text, whatever their case.
fn after_words<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    text.get(..words.len()).filter(|start| start.eq_ignore_ascii_case(words))?;
    text.get(words.len()..)
}
