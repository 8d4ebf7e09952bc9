//! A stretch of time that a text names, for the whole, each week or each day: "3 × 45 min", "2-4 hours/day".

use super::around::without;
use crate::document::recognise::amounts::{DAY_ELSEWHERE, WEEK_ELSEWHERE, minutes_at, split_at};
use crate::document::recognise::numbers::number_at;
use crate::item::Budget;
use std::ops::Range;

/// The most hours that a budget may name; more is taken for something else.
const MOST_HOURS: f64 = 10_000.0;

/// What a day is called behind "per", or a part of it.
const DAY: [&str; 6] = ["day", "d", "night", "weekday", "morning", "evening"];

/// What a week is called there.
const WEEK: [&str; 3] = ["week", "wk", "w"];

/// A stretch of time that a text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::document::recognise) struct Stretch {
    /// At least so many minutes.
    pub(in crate::document::recognise) least: u32,
    /// At most so many.
    pub(in crate::document::recognise) most: u32,
    /// For each what.
    pub(in crate::document::recognise) per: Per,
}

/// What a stretch of time is for each of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::document::recognise) enum Per {
    /// The whole.
    Whole,
    /// A week.
    Week,
    /// A day.
    Day,
}

impl Stretch {
    /// A budget as a stretch.
    pub(in crate::document::recognise) const fn of(budget: Budget) -> Self {
        match budget {
            Budget::Stage { least, most } => Self { least, most, per: Per::Whole },
            Budget::Week { least, most } => Self { least, most, per: Per::Week },
            Budget::Day { least, most } => Self { least, most, per: Per::Day },
        }
    }

    /// The stretch as an activity's budget.
    pub(in crate::document::recognise) const fn budget(self) -> Budget {
        let Self { least, most, per } = self;
        match per {
            Per::Whole => Budget::Stage { least, most },
            Per::Week => Budget::Week { least, most },
            Per::Day => Budget::Day { least, most },
        }
    }
}

/// The first stretch of time in the text, and the text without the brackets or words that name it.
pub(in crate::document::recognise) fn stretch_in(text: &str) -> Option<(Stretch, String)> {
    place_of(text).map(|(stretch, place)| (stretch, without(text, place.start, place.end)))
}

/// The first stretch of time in the text, and where its words stand.
pub(in crate::document::recognise) fn place_of(text: &str) -> Option<(Stretch, Range<usize>)> {
    let mut from = 0;
    while let Some(at) = number_from(text, from) {
        if let Some((stretch, end)) = stretch_at(text, at) {
            return Some((stretch, at..end));
        }
        from = behind_figures(text, at);
    }
    None
}

/// Where the next number of a text begins.
pub(super) fn number_from(text: &str, from: usize) -> Option<usize> {
    text.get(from..)?.find(|c: char| c.is_ascii_digit() || c == '½').map(|found| from + found)
}

/// Where the figures end that begin at that byte.
pub(super) fn behind_figures(text: &str, at: usize) -> usize {
    let figures = text.get(at..).unwrap_or_default();
    let end = figures.find(|c: char| !c.is_ascii_digit()).unwrap_or(figures.len());
    at + if end == 0 { figures.chars().next().map_or(1, char::len_utf8) } else { end }
}

/// What a line of a day's split is for, and how long: "30m: scales".
pub(in crate::document::recognise) fn split_of_day(text: &str) -> Option<(Stretch, String)> {
    let (minutes, rest) = split_at(text)?;
    let minutes = minutes.round() as u32;
    let words = rest.trim_start_matches([':', ' ']).trim_end();
    Some((Stretch { least: minutes, most: minutes, per: Per::Whole }, words.to_owned()))
}

/// A stretch whose number begins at that byte, and where its words end.
pub(super) fn stretch_at(text: &str, at: usize) -> Option<(Stretch, usize)> {
    let before = text.get(..at)?;
    let joined = before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | ':' | '$'));
    // A minus makes a range of what is before it, unless it stands alone: "Scales - 2 h".
    if joined || before.ends_with('-') && !before.ends_with(" -") {
        return None;
    }
    let (times, start) = times_at(text.get(at..)?).unwrap_or((1.0, text.get(at..)?));
    let (least, most, rest) = minutes_at(start)?;
    let (per, rest) = per(rest);
    let (often, per, rest) = if per == Per::Whole { often(rest) } else { (1.0, per, rest) };
    let (least, most) = (least * times * often, most * times * often);
    if most > MOST_HOURS * 60.0 {
        return None;
    }
    let stretch = Stretch { least: least.round() as u32, most: most.round() as u32, per };
    Some((stretch, text.len() - rest.len()))
}

/// How often what follows is done: "3 × 45 min".
fn times_at(text: &str) -> Option<(f64, &str)> {
    let (times, rest) = number_at(text)?;
    let rest = rest.trim_start();
    let rest = rest.strip_prefix(['×', 'x', '*'])?.trim_start();
    rest.starts_with(|c: char| c.is_ascii_digit()).then_some((times, rest))
}

/// How often a week what stands before is done: "45 min, 3 times a week", "45 min × 3/week".
fn often(text: &str) -> (f64, Per, &str) {
    let found = || {
        let rest = text.trim_start().trim_start_matches([',', ';']).trim_start();
        let sign = rest.strip_prefix(['×', 'x', '*']).map(str::trim_start);
        let (times, rest) = number_at(sign.unwrap_or(rest)).filter(|(times, _)| *times <= 50.0)?;
        let word = rest.trim_start();
        let behind =
            ["times", "x", "×", "days", "sessions"].iter().find_map(|word_| word.strip_prefix(word_));
        let (per, after) = per(behind.or(sign.map(|_| rest))?);
        (per == Per::Week).then_some((times, per, after))
    };
    found().unwrap_or((1.0, Per::Whole, text))
}

/// What stands behind the unit: "/day", " a week", " per day", " daily".
fn per(text: &str) -> (Per, &str) {
    let rest = text.trim_start();
    for sign in
        ["/", "per ", "a ", "each ", "every ", "pro ", "por ", "par ", "am ", "al ", "alla ", "в ", ""]
    {
        let Some(unit) = rest.strip_prefix(sign).map(str::trim_start) else { continue };
        let letters = unit.find(|c: char| !c.is_alphabetic()).unwrap_or(unit.len());
        let (word, after) = unit.split_at(letters);
        let word = word.to_lowercase();
        let is = |words: &[&str]| words.contains(&word.as_str());
        match sign {
            "" if word == "daily" => return (Per::Day, after),
            "" if word == "weekly" => return (Per::Week, after),
            "" => {}
            _ if is(&DAY) || is(&DAY_ELSEWHERE) => return (Per::Day, after),
            _ if is(&WEEK) || is(&WEEK_ELSEWHERE) => return (Per::Week, after),
            _ => {}
        }
    }
    (Per::Whole, text)
}
