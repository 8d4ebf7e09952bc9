//! Headings that name a part of the way: "Month 1: …", "Weeks 6–7", "Phase 2 (weeks 5-8)".

use super::numbers::range_at;
use super::phrases::Terms;
use crate::item::NumberRange;

/// What a heading names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Named<'a> {
    /// The part it begins with.
    pub(super) part: Option<Part>,
    /// Weeks it mentions further on: "(weeks 5-8)".
    pub(super) weeks_mentioned: Option<NumberRange>,
    /// Its words without the part; all of them where it names none or nothing else.
    pub(super) text: &'a str,
}

/// A part of the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Numbered weeks.
    Weeks(NumberRange),
    /// Numbered months.
    Months(NumberRange),
    /// Anything else that is numbered: "Phase 2".
    Numbered,
}

/// Terms that name a numbered part with stages below it.
const PARTS: [&str; 8] = ["phase", "part", "module", "quarter", "term", "semester", "level", "unit"];

/// Reads what a heading names.
pub(super) fn read(text: &str) -> Named<'_> {
    let weeks_mentioned = mention(text);
    let whole = |part| Named { part, weeks_mentioned, text };
    let Some((word, rest)) = first_word(text) else { return whole(None) };
    let rest = rest.trim_start().trim_start_matches('#');
    let is = |names: &[&str]| names.iter().any(|name| name.eq_ignore_ascii_case(word));
    let part: fn(NumberRange) -> Part = if is(&["week", "weeks", "wk", "wks"]) {
        Part::Weeks
    } else if is(&["month", "months", "mo"]) {
        Part::Months
    } else {
        return whole((is(&PARTS) && is_ordinal(rest)).then_some(Part::Numbered));
    };
    match range_at(rest) {
        Some((range, rest)) if !rest.starts_with(char::is_alphanumeric) => {
            let title = rest.trim_start().trim_start_matches([':', '-', '–', '—', '.', '|', '·']).trim();
            let text = if title.is_empty() { text } else { title };
            Named { part: Some(part(range)), weeks_mentioned, text }
        }
        _ => whole(None),
    }
}

/// True for a heading of a stretch without an end: "Ongoing activities".
pub(super) fn is_ongoing(text: &str) -> bool {
    Terms::of(text).hold_any(&["ongoing", "continuous", "continuously", "continuing", "open ended"])
}

/// The months that a heading or label begins with.
pub(super) fn months(text: &str) -> Option<NumberRange> {
    match read(text).part {
        Some(Part::Months(months)) => Some(months),
        _ => None,
    }
}

fn is_ordinal(rest: &str) -> bool {
    let word = first_word(rest).map_or("", |(word, _)| word);
    let roman = !word.is_empty() && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    let letter = word.len() == 1 && word.chars().all(|c| c.is_ascii_uppercase());
    word.starts_with(|c: char| c.is_ascii_digit()) || roman || letter
}

fn first_word(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    (end > 0).then(|| text.split_at(end))
}

/// Weeks named in brackets.
fn mention(text: &str) -> Option<NumberRange> {
    let inside = text.rsplit_once('(')?.1;
    let (word, rest) = first_word(inside)?;
    let names_weeks = word.eq_ignore_ascii_case("weeks") || word.eq_ignore_ascii_case("week");
    range_at(rest.trim_start()).filter(|_| names_weeks).map(|(weeks, _)| weeks)
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn range(from: u32, to: u32) -> NumberRange {
        NumberRange { from, to }
    }

    #[test]
    fn weeks_and_months_are_read_with_any_dash() {
        for text in ["Week 6-7: Choir", "Weeks 6–7: Choir", "WEEKS 6 to 7 — Choir", "Week 6 & 7 · Choir"]
        {
            let named = read(text);
            assert_eq!((named.part, named.text), (Some(Part::Weeks(range(6, 7))), "Choir"), "{text}");
        }
        assert_eq!(read("Month 4-6: More").part, Some(Part::Months(range(4, 6))));
        assert_eq!(read("Week 3").text, "Week 3");
    }

    #[test]
    fn a_numbered_part_keeps_its_number_and_its_weeks() {
        let named = read("Phase 2: Tempo (Weeks 5–8)");
        assert_eq!(named.part, Some(Part::Numbered));
        assert_eq!(named.weeks_mentioned, Some(range(5, 8)));
        assert_eq!(named.text, "Phase 2: Tempo (Weeks 5–8)");
    }

    #[test]
    fn other_uses_of_the_words_name_nothing() {
        for text in
            ["Weekly plan", "6-Month Plan", "Week-by-week", "Part of it", "Monthly costs", "Phase out"]
        {
            assert_eq!(read(text).part, None, "{text}");
        }
    }
}
