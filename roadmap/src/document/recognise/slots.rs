//! The times that a line of a schedule begins with, each with what it is for: "18:00–19:30 Choir",
//! "6–8 am study, 7–9 pm practice".

use super::clock::{Row, row_at, start_at};
use super::hours::{Per, stretch_in};
use super::phrases::at_brackets;

/// What stands before another slot of the same line.
const BEHIND: [&str; 7] = [",", ";", "&", "+", "/", " and", " then"];

/// A time with what it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slot {
    /// Minutes after midnight.
    pub(super) start: u16,
    /// The least minutes that it lasts.
    pub(super) least: u32,
    /// The most.
    pub(super) most: u32,
    /// What it is for.
    pub(super) text: String,
}

impl Slot {
    fn of(row: &Row<'_>, text: &str) -> Self {
        let minutes = u32::from(row.minutes);
        Self { start: row.start, least: minutes, most: minutes, text: text.to_owned() }
    }

    /// When it ends at the earliest, in minutes after midnight.
    pub(super) fn end(&self) -> u16 {
        self.start.saturating_add(u16::try_from(self.least).unwrap_or(u16::MAX))
    }
}

/// The slots of a line, in order; none where it begins with no time. `after` is the end of the slot
/// above, in minutes after midnight.
pub(super) fn slots_of(text: &str, after: Option<u16>) -> Vec<Slot> {
    let mut next = row_at(text, after);
    if next.is_none() {
        return told_otherwise(text, after).into_iter().collect();
    }
    let mut slots = Vec::new();
    while let Some(row) = next {
        let (words, behind) = until_next(&row);
        slots.push(Slot::of(&row, words));
        next = behind;
    }
    // "6–8 am, 7–9 pm: study" says once what both are for.
    let mut words = String::new();
    for slot in slots.iter_mut().rev() {
        if slot.text.is_empty() {
            slot.text.clone_from(&words);
        }
        words.clone_from(&slot.text);
    }
    slots
}

/// What a slot is for, and the slot that stands behind that.
fn until_next<'a>(row: &Row<'a>) -> (&'a str, Option<Row<'a>>) {
    let end = Some(row.start.saturating_add(row.minutes));
    if let Some(next) = row_at(row.text.trim_start_matches(['&', '+', '/']), end) {
        return ("", Some(next));
    }
    for (at, _) in row.text.match_indices(' ') {
        let (before, rest) = row.text.split_at(at);
        let mark = BEHIND.iter().find(|mark| before.ends_with(**mark) || before == mark.trim_start());
        let words = mark.and_then(|mark| before.get(..before.len().saturating_sub(mark.len())));
        // A number in the words is no time: a slot begins after the one before it, as it is written, and is for something.
        let begins = |next: &Row<'_>| Some(next.start) >= end && !next.text.is_empty();
        if let Some(words) = words
            && let Some(next) = row_at(rest, None).filter(begins)
        {
            return (words.trim_end_matches([',', ';', ' ']), Some(next));
        }
    }
    (row.text, None)
}

/// A slot whose times stand in brackets behind the words ("Choir (19:30-21:00)"), or whose length
/// stands behind its start ("19:30 Choir (90 min)").
fn told_otherwise(text: &str, after: Option<u16>) -> Option<Slot> {
    let (before, inside) = at_brackets(text);
    if let Some(row) = inside.and_then(|inside| row_at(inside, after)).filter(|row| row.text.is_empty()) {
        return Some(Slot::of(&row, before.trim_end_matches([',', ':', ' '])));
    }
    let (start, rest) = start_at(text, after)?;
    let (stretch, text) = stretch_in(rest).filter(|(stretch, _)| stretch.per != Per::Week)?;
    let text = text.trim_start_matches("for ").to_owned();
    Some(Slot { start, least: stretch.least, most: stretch.most, text })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<(u16, u32, String)> {
        slots_of(text, None).into_iter().map(|slot| (slot.start, slot.least, slot.text)).collect()
    }

    fn slot(start: u16, minutes: u32, text: &str) -> (u16, u32, String) {
        (start, minutes, text.to_owned())
    }

    #[test]
    fn a_line_may_name_several_times() {
        for text in [
            "6–8 am scales, 7–9 pm songs",
            "6–8 am: scales; 7–9 pm: songs",
            "6:00-8:00 scales and 19:00-21:00 songs",
            "6am-8am scales, then 7pm-9pm songs",
        ] {
            assert_eq!(of(text), [slot(360, 120, "scales"), slot(1140, 120, "songs")], "{text}");
        }
        for text in ["6–8 am, 7–9 pm: songs", "6–8 am and 7–9 pm songs", "6–8 am & 7–9 pm – songs"]
        {
            assert_eq!(of(text), [slot(360, 120, "songs"), slot(1140, 120, "songs")], "{text}");
        }
    }

    #[test]
    fn other_numbers_behind_a_time_are_no_second_one() {
        for words in
            ["scales, 7–9 of them", "chapters 7-9, 10-12", "scales, 7 pm at the latest", "duet at 2:30"]
        {
            assert_eq!(of(&format!("6–8 am {words}")), [slot(360, 120, words)], "{words}");
        }
        assert_eq!(of("Scales, 7–9 pm songs"), []);
    }

    #[test]
    fn numbers_in_the_words_are_no_times() {
        for text in [
            "08:00–09:00 Read Luke, 3:10-4:13",
            "18:00-20:00 Practice, 1.30–2.00 km at a time",
            "10:00-11:00 Squats, 12:00-13:00",
        ] {
            assert_eq!(of(text).len(), 1, "{text}");
        }
    }
}
