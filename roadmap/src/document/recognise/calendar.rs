//! Dates in words: "Jan 5 – Jan 11", "5–11 January", "2026-01-05 to 2026-01-11", "week of May 4".

use super::numbers::whole_at;
use chrono::{Datelike, Months, NaiveDate};

/// Stands in where no year is given: a leap year, so that each day of any year has its place.
const SOME_YEAR: i32 = 2024;

/// What parts the first day from the last.
const DASHES: [&str; 8] = ["-", "–", "—", "−", "→", "to ", "until ", "through "];

/// The months in the order of the year, each told by its first three letters.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// How many days the dates at the start of a text hold, both ends among them, and what follows the
/// dates. One date alone says nothing of how long something lasts, but "week of" it does.
pub(super) fn days_at(text: &str) -> Option<(u32, &str)> {
    if let Some(rest) = after_words(text, "week of ").or_else(|| after_words(text, "week from ")) {
        let rest = after_words(rest, "the ").unwrap_or(rest);
        return days_at(rest).or_else(|| date_at(rest).map(|(_, rest)| (7, rest)));
    }
    range_in_month(text).or_else(|| {
        let (first, rest) = date_at(text)?;
        let (last, rest) = date_at(after_dash(rest)?)?;
        Some((between(first, last)?, rest))
    })
}

/// The day that a text begins with, written "2026-01-05", and what follows it.
pub(super) fn iso_day_at(text: &str) -> Option<(NaiveDate, &str)> {
    let (date, rest) = iso_at(text.trim_start())?;
    Some((NaiveDate::from_ymd_opt(date.year?, date.month, date.day)?, rest))
}

/// A day of a year that may not be given.
#[derive(Clone, Copy)]
struct Date {
    year: Option<i32>,
    month: u32,
    day: u32,
}

/// "Jan 5–11" and "5–11 January".
fn range_in_month(text: &str) -> Option<(u32, &str)> {
    let named = month_at(text).and_then(|(month, rest)| {
        let (first, rest) = day_at(rest)?;
        let (last, rest) = day_at(after_dash(rest)?)?;
        // In "Jan 5 – 11 Feb" the second day has a month of its own.
        month_at(rest).is_none().then_some((month, first, last, rest))
    });
    let (month, first, last, rest) = named.or_else(|| {
        let (first, rest) = day_at(text)?;
        let (last, rest) = day_at(after_dash(rest)?)?;
        let (month, rest) = month_at(rest)?;
        Some((month, first, last, rest))
    })?;
    let (year, rest) = year_at(rest);
    let date = |day| Date { year, month, day };
    Some((between(date(first), date(last))?, rest))
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

/// A date at the start of a text, and what follows it.
fn date_at(text: &str) -> Option<(Date, &str)> {
    let text = text.trim_start();
    if let Some(found) = iso_at(text) {
        return Some(found);
    }
    let (month, day, rest) = match month_at(text) {
        Some((month, rest)) => day_at(rest).map(|(day, rest)| (month, day, rest))?,
        None => {
            let (day, rest) = day_at(text)?;
            let (month, rest) = month_at(after_words(rest.trim_start(), "of ").unwrap_or(rest))?;
            (month, day, rest)
        }
    };
    let (year, rest) = year_at(rest);
    Some((Date { year, month, day }, rest))
}

fn iso_at(text: &str) -> Option<(Date, &str)> {
    let date: NaiveDate = text.get(..10).filter(|date| date.is_ascii())?.parse().ok()?;
    let rest = text.get(10..).filter(|rest| !rest.starts_with(char::is_alphanumeric))?;
    Some((Date { year: Some(date.year()), month: date.month(), day: date.day() }, rest))
}

/// A month's name, whole or shortened, and what follows it.
fn month_at(text: &str) -> Option<(u32, &str)> {
    let text = text.trim_start();
    let (word, rest) = text.split_at(text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len()));
    let word = word.to_lowercase();
    let number = MONTHS.iter().position(|name| word.len() >= 3 && name.starts_with(&word))?;
    Some((u32::try_from(number).ok()? + 1, rest.strip_prefix('.').unwrap_or(rest)))
}

/// A day of a month ("5", "5th", "5."), and what follows it.
fn day_at(text: &str) -> Option<(u32, &str)> {
    let (day, rest) = whole_at(text.trim_start()).filter(|(day, _)| (1..=31).contains(day))?;
    let ending = ["st", "nd", "rd", "th", "."].iter().find_map(|ending| rest.strip_prefix(ending));
    let rest = ending.unwrap_or(rest);
    let is_clock = rest.strip_prefix(':').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    (!rest.starts_with(char::is_alphanumeric) && !is_clock).then_some((day, rest))
}

/// A year behind a date, and what follows it.
fn year_at(text: &str) -> (Option<i32>, &str) {
    let after = text.trim_start().trim_start_matches(',').trim_start();
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    match after.get(..digits).filter(|_| digits == 4).and_then(|year| year.parse().ok()) {
        Some(year) => (Some(year), after.get(digits..).unwrap_or_default()),
        None => (None, text),
    }
}

fn after_dash(text: &str) -> Option<&str> {
    let text = text.trim_start();
    DASHES.iter().find_map(|dash| text.strip_prefix(dash)).map(str::trim_start)
}

/// What follows those words at the start of a text, whatever their case.
fn after_words<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    text.get(..words.len()).filter(|start| start.eq_ignore_ascii_case(words))?;
    text.get(words.len()..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_of_dates_are_counted_in_days() {
        for (text, days) in [
            ("Jan 5 - Jan 11: Scales", 7),
            ("Jan. 5–11: Scales", 7),
            ("January 5th to January 11th, 2026: Scales", 7),
            ("5–11 January 2026: Scales", 7),
            ("5. – 18. Sept: Scales", 14),
            ("2026-01-05 to 2026-01-11: Scales", 7),
            ("2026-12-28 → 2027-01-03: Scales", 7),
            ("Dec 28 — Jan 3: Scales", 7),
            ("Week of May 4: Scales", 7),
            ("Week of the 4th of May: Scales", 7),
        ] {
            assert_eq!(days_at(text), Some((days, ": Scales")), "{text}");
        }
    }

    #[test]
    fn other_figures_are_no_dates() {
        for text in [
            "Jan 5: Scales",
            "May the best win",
            "5-10 per day",
            "March",
            "Mark 5-7",
            "2026",
            "Feb 30 - Mar 2",
            "5 - 11",
            "31:00",
            "Decide on 3-4",
        ] {
            assert_eq!(days_at(text), None, "{text}");
        }
    }
}
