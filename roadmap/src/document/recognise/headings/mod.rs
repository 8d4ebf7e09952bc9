//! Headings that name a part of the way: "Month 1: …", "Weeks 6–7", "Days 1-3", "Jan 5 – Jan 11",
//! "Phase 2 (weeks 5-8)".
//!
//! [`numbered`] knows the terms that a number follows ("Phase 2", "Sprint 3"), and [`quarters`] the quarters of a year.

mod numbered;
mod quarters;
#[cfg(test)]
mod tests;

pub(super) use numbered::{is_count, is_turn, number_of, without_number};
pub(super) use quarters::{is_quarter, names_quarter};

use super::amounts::begins_with_unit;
use super::calendar::{self, Slashed};
use super::endings;
use super::hours;
use super::numbers::range_at;
use super::ordinals::ordinal_at;
use super::phrases::Terms;
use super::ranges::is_dash;
use super::units;
use super::units::{Unit, numbered_at};
use crate::item::NumberRange;
use numbered::{PARTS, is_numbered};

/// What a heading names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Named<'a> {
    /// The part it begins with.
    pub(super) part: Option<Part>,
    /// Weeks it mentions further on: "(weeks 5-8)".
    pub(super) weeks_mentioned: Option<NumberRange>,
    /// Its words without the part; all of them where it names none or nothing else.
    pub(super) text: &'a str,
    /// The dates it gives, in its own words.
    pub(super) dates: Option<&'a str>,
    /// True where it goes on from there: "Month 4+".
    pub(super) open: bool,
}

/// A part of the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Numbered weeks.
    Weeks(NumberRange),
    /// So many days: numbered ones, or from a date to another.
    Days(u32),
    /// From a numbered week or day on, without an end.
    Onward,
    /// Numbered months.
    Months(NumberRange),
    /// Anything else that is numbered: "Phase 2".
    Numbered,
}

impl Part {
    /// True for what makes a stage: a stretch of weeks or days.
    pub(super) const fn is_stage(self) -> bool {
        matches!(self, Self::Weeks(_) | Self::Days(_) | Self::Onward)
    }

    /// True for months.
    pub(super) const fn is_months(self) -> bool {
        matches!(self, Self::Months(_))
    }
}

/// True for what stands between a part and its title.
const fn is_mark(c: char) -> bool {
    is_dash(c) || matches!(c, ':' | '.' | '|' | '·')
}

/// Reads what a heading names.
pub(super) fn read(text: &str) -> Named<'_> {
    let weeks_mentioned = mention(text);
    let bare = without_number(text);
    if let Some((days, rest)) = calendar::days_at(bare) {
        let dates = bare.get(..bare.len() - rest.len()).map(str::trim);
        return Named {
            part: Some(Part::Days(days)),
            weeks_mentioned,
            text: title(rest, text),
            dates,
            open: false,
        };
    }
    let none = Named { weeks_mentioned, text, ..Named::default() };
    let begins = endings::behind_from(bare);
    let named = ordinal_at(text.trim_start_matches('[')).or_else(|| numbered_at(begins.unwrap_or(bare)));
    let Some(units) = named else {
        let is_part = is_numbered(bare, &PARTS) || is_quarter(bare);
        return Named { part: is_part.then_some(Part::Numbered), ..none };
    };
    let (unit, range) = (units.unit, units.range);
    let (mut open, rest) = onward(units.rest);
    if rest.starts_with(char::is_alphanumeric) {
        return none;
    }
    if begins.is_some() && range.from == range.to {
        let on = rest.trim_start().strip_prefix("on").unwrap_or(rest);
        // "From week 3 you may swim" speaks of something else.
        if !units::ends_part(on) {
            return none;
        }
        open = true;
    }
    if open && unit != Unit::Month {
        return Named { part: Some(Part::Onward), open, ..none };
    }
    let (dates, rest) = dates_behind(after_total(rest));
    let part = match unit {
        Unit::Week => Part::Weeks(range),
        Unit::Month => Part::Months(range),
        Unit::Day => Part::Days(range.count()),
    };
    Named { part: Some(part), weeks_mentioned, text: title(rest, text), dates, open }
}

/// True for a text that begins with a part of the way: "Week 3: Chords".
pub(in crate::document) fn names_part(text: &str) -> bool {
    read(text).part.is_some()
}

/// The single day that a heading begins with, or days written with strokes, in its own words, and its title.
pub(super) fn dated(text: &str) -> Option<(&str, &str)> {
    let day = calendar::full_day_at(text).map(|(_, rest)| rest);
    let rest = day.or_else(|| Slashed::at(text).map(|(_, rest)| rest))?;
    Some((text.get(..text.len() - rest.len())?.trim(), title(rest, text)))
}

/// True for a heading of a stretch without an end: "Ongoing activities", "Week 13+".
pub(super) fn is_ongoing(text: &str) -> bool {
    has_no_end(text) || read(text).open
}

/// True for a heading that has words for going on: "Ongoing activities".
pub(super) fn has_no_end(text: &str) -> bool {
    let words = Terms::of(text);
    words.hold_any(&[
        "ongoing",
        "continuous",
        "continuously",
        "continuing",
        "open ended",
        "indefinitely",
        "onward",
        "onwards",
        "and beyond",
    ]) || ["until", "till"].iter().any(|word| words.find(word) == Some(0))
}

/// The months that a heading or label begins with.
pub(super) fn months(text: &str) -> Option<NumberRange> {
    match read(text).part {
        Some(Part::Months(months)) => Some(months),
        _ => None,
    }
}

/// Whether a number goes on without an end ("+", "onwards", "and beyond"), and what follows.
fn onward(text: &str) -> (bool, &str) {
    if let Some(rest) = text.strip_prefix('+') {
        return (true, rest);
    }
    let after = text.trim_start();
    for words in ["onwards", "onward", "and beyond", "and onwards", "and on", "and after", "and up"] {
        if after.get(..words.len()).is_some_and(|start| start.eq_ignore_ascii_case(words)) {
            return (true, after.get(words.len()..).unwrap_or_default());
        }
    }
    (false, text)
}

/// What follows "of 8" in "Week 1 of 8".
fn after_total(text: &str) -> &str {
    let after = text.trim_start();
    let total = after.strip_prefix("of ").or_else(|| after.strip_prefix('/')).map(str::trim_start);
    let is_total = |(_, rest): &(NumberRange, &str)| !begins_with_unit(rest);
    total.and_then(range_at).filter(is_total).map_or(text, |(_, rest)| rest)
}

/// Dates right behind a numbered part, in brackets or not, and what follows them.
fn dates_behind(text: &str) -> (Option<&str>, &str) {
    let bare = text.trim_start().trim_start_matches(is_mark).trim_start();
    let (inside, after) = match bare.strip_prefix('(').and_then(|inside| inside.split_once(')')) {
        Some((inside, after)) => (inside, Some(after)),
        None => (bare, None),
    };
    match (calendar::days_at(inside), after) {
        (Some((_, rest)), Some(after)) if rest.trim().is_empty() => (Some(inside.trim()), after),
        (Some((_, rest)), None) => (inside.get(..inside.len() - rest.len()).map(str::trim), rest),
        _ => (None, text),
    }
}

/// A part's title, or the whole heading where it has none.
pub(super) fn title<'a>(rest: &'a str, whole: &'a str) -> &'a str {
    let is_mark = |c| is_mark(c) || matches!(c, ',' | '/');
    let title = rest.trim_start().trim_start_matches(is_mark).trim();
    // Brackets alone say something about the part: "Week 4 (2 hours)".
    let is_aside = [('(', ')'), ('[', ']'), ('{', '}')].into_iter().any(|(open, close)| {
        let aside = title.strip_prefix(open).and_then(|aside| aside.strip_suffix(close));
        aside.is_some_and(|aside| !aside.contains(open))
    });
    if title.is_empty() || is_aside || hours::alone(title).is_some() { whole } else { title }
}

/// Weeks named in brackets.
fn mention(text: &str) -> Option<NumberRange> {
    let units = numbered_at(text.rsplit_once('(')?.1)?;
    (units.unit == Unit::Week).then_some(units.range)
}
