//! The names of months in several languages, and how many days a month has.

use super::date::year_at;
use super::{SOME_YEAR, after_words};
use chrono::{Datelike, NaiveDate};

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

/// The names of months in German, Italian, Spanish, French, Portuguese and Dutch where English has others.
const MONTHS_ELSEWHERE: [&[&str]; 12] = [
    &["januar", "gennaio", "enero", "janvier", "janeiro", "januari"],
    &["februar", "febbraio", "febrero", "février", "fevereiro", "februari"],
    &["märz", "marzo", "mars", "março", "maart"],
    &["aprile", "abril", "avril"],
    &["mai", "maggio", "mayo", "maio", "mei"],
    &["juni", "giugno", "junio", "juin", "junho"],
    &["juli", "luglio", "julio", "juillet", "julho"],
    &["agosto", "août", "augustus"],
    &["settembre", "septiembre", "septembre", "setembro"],
    &["oktober", "ottobre", "octubre", "octobre", "outubro"],
    &["noviembre", "novembre", "novembro"],
    &["dezember", "dicembre", "diciembre", "décembre", "dezembro"],
];

/// The days of the month that a text begins with, "December", and what follows it; of a year with 365 days.
pub(in crate::document::recognise) fn month_days_at(text: &str) -> Option<(u32, &str)> {
    let (month, rest) = month_at(text)?;
    let first = NaiveDate::from_ymd_opt(SOME_YEAR + 1, month, 1)?;
    Some((u32::from(first.num_days_in_month()), rest))
}

/// The days of the month of a year that a text begins with, "January 2026", and what follows it.
pub(in crate::document::recognise) fn month_of_year_at(text: &str) -> Option<(u32, &str)> {
    let (month, rest) = month_at(text)?;
    let (Some(year), rest) = year_at(rest) else { return None };
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    Some((u32::from(first.num_days_in_month()), rest))
}

/// A month's name, whole or shortened, and what follows it.
pub(super) fn month_at(text: &str) -> Option<(u32, &str)> {
    let text = text.trim_start();
    // Nearly every heading is asked, and no month begins with another letter.
    let initial = text.bytes().next()?.to_ascii_lowercase();
    if !matches!(initial, b'a' | b'd'..=b'g' | b'j' | b'm'..=b'o' | b's') {
        return None;
    }
    let (word, rest) = text.split_at(text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len()));
    let begins = |name: &&str| name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    let elsewhere = |names: &&[&str]| names.iter().any(|name| is_name(name, word));
    let number = MONTHS
        .iter()
        .position(|name| word.len() >= 3 && begins(name))
        .or_else(|| MONTHS_ELSEWHERE.iter().position(elsewhere))?;
    Some((u32::try_from(number).ok()? + 1, rest.strip_prefix('.').unwrap_or(rest)))
}

/// The month behind a day: "of March", "de marzo".
pub(super) fn month_behind(text: &str) -> Option<(u32, &str)> {
    let text = text.trim_start();
    month_at(after_words(text, "of ").or_else(|| after_words(text, "de ")).unwrap_or(text))
}

fn is_name(name: &str, word: &str) -> bool {
    name.len() == word.len() && name.chars().eq(word.chars().flat_map(char::to_lowercase))
}
