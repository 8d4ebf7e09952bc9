//! Headings of a quarter of a year: "Q2 2026".

use super::numbered::without_number;
use crate::document::recognise::numbers::whole_at;
use crate::document::recognise::units;

/// True for a heading of a quarter of a year, which has three months: "Q2 2026", "Q2/2026: Choir", "2026 Q2".
/// Without a year it may number questions.
pub(in crate::document::recognise) fn is_quarter(text: &str) -> bool {
    let text = without_number(text);
    let quarter_first = || year_at(behind_mark(quarter_at(text)?)?);
    let year_first = || quarter_at(behind_mark(year_at(text)?)?);
    quarter_first().or_else(year_first).is_some_and(units::ends_part)
}

/// True for a heading of a quarter without a year, which beside one with a year is a quarter too: "Q4: Choir".
pub(in crate::document::recognise) fn names_quarter(text: &str) -> bool {
    quarter_at(without_number(text)).is_some_and(units::ends_part)
}

/// What follows the name of a quarter.
fn quarter_at(text: &str) -> Option<&str> {
    let (quarter, rest) = whole_at(text.strip_prefix(['Q', 'q'])?)?;
    (1..=4).contains(&quarter).then_some(rest)
}

/// What follows a year.
fn year_at(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    (text.len() - rest.len() == 4 && text.starts_with("20")).then_some(rest)
}

fn behind_mark(text: &str) -> Option<&str> {
    text.strip_prefix([' ', '/', '-']).map(str::trim_start)
}
