//! Headings that name a part of the way: "Month 1: …", "Weeks 6–7", "Days 1-3", "Jan 5 – Jan 11",
//! "Phase 2 (weeks 5-8)".

use super::amounts::begins_with_unit;
use super::calendar::{self, Slashed};
use super::endings;
use super::hours;
use super::numbers::{range_at, whole_at};
use super::ordinals::ordinal_at;
use super::phrases::Terms;
use super::ranges::is_dash;
use super::units;
use super::units::{Unit, numbered_at, written_out};
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

/// Terms that name a numbered part with stages below it.
const PARTS: [&str; 8] = ["phase", "part", "module", "quarter", "term", "semester", "level", "unit"];

/// Terms that name a numbered stage of no length of its own.
const TURNS: [&str; 3] = ["sprint", "iteration", "cycle"];

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

/// A heading without a number of its own before the part: "1. Week 1".
pub(super) fn without_number(text: &str) -> &str {
    let text = text.trim_start().trim_start_matches('[');
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    match rest.strip_prefix(['.', ')']) {
        Some(rest) if rest.starts_with(' ') && !text.starts_with(['.', ')']) => rest.trim_start(),
        _ => text,
    }
}

/// True for "Sprint 3: Dialogues": a stage that stands beside weeks, as long as its work takes.
pub(super) fn is_turn(text: &str) -> bool {
    let text = without_number(text);
    // "Sprint 5 times" is something to do.
    let behind = first_word(text).and_then(|(_, rest)| first_word(rest.trim_start().trim_start_matches('#')));
    is_numbered(text, &TURNS) && behind.is_some_and(|(_, rest)| units::ends_part(rest))
}

/// True for a heading of a quarter of a year, which has three months: "Q2 2026", "Q2/2026: Choir", "2026 Q2".
/// Without a year it may number questions.
pub(super) fn is_quarter(text: &str) -> bool {
    let text = without_number(text);
    let quarter_first = || year_at(behind_mark(quarter_at(text)?)?);
    let year_first = || quarter_at(behind_mark(year_at(text)?)?);
    quarter_first().or_else(year_first).is_some_and(units::ends_part)
}

/// True for a heading of a quarter without a year, which beside one with a year is a quarter too: "Q4: Choir".
pub(super) fn names_quarter(text: &str) -> bool {
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

/// The numbered part that a text begins with, in lower case: "phase 2".
pub(super) fn number_of(text: &str) -> Option<String> {
    let text = without_number(text);
    let (word, rest) = first_word(text).filter(|_| is_numbered(text, &PARTS))?;
    let (number, _) = first_word(rest.trim_start().trim_start_matches('#'))?;
    Some(format!("{word} {number}").to_lowercase())
}

/// True for words that number something and say nothing of it: "2", "Phase 2".
pub(super) fn is_count(text: &str) -> bool {
    let bare = text.trim_start_matches('#').trim_end_matches('.');
    let is_bare = !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit());
    is_bare || number_of(text).is_some_and(|number| number.len() == text.len())
}

/// True for "Phase 2", "Part II", "Module B", "Level One".
fn is_numbered(text: &str, terms: &[&str]) -> bool {
    let Some((word, rest)) = first_word(text) else { return false };
    terms.iter().any(|term| term.eq_ignore_ascii_case(word)) && is_number(rest)
}

fn is_number(rest: &str) -> bool {
    let rest = rest.trim_start().trim_start_matches('#');
    let word = first_word(rest).map_or("", |(word, _)| word);
    let roman = !word.is_empty() && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    let letter = word.len() == 1 && word.chars().all(|c| c.is_ascii_uppercase());
    word.starts_with(|c: char| c.is_ascii_digit()) || roman || letter || written_out(rest).is_some()
}

fn first_word(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    (end > 0).then(|| text.split_at(end))
}

/// Weeks named in brackets.
fn mention(text: &str) -> Option<NumberRange> {
    let units = numbered_at(text.rsplit_once('(')?.1)?;
    (units.unit == Unit::Week).then_some(units.range)
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn range(from: u32, to: u32) -> NumberRange {
        NumberRange { from, to }
    }

    #[test]
    fn weeks_and_months_are_read_with_any_dash() {
        for text in [
            "Week 6-7: Choir",
            "Weeks 6–7: Choir",
            "WEEKS 6 to 7 — Choir",
            "Week 6 & 7 · Choir",
            "Wks 6/7: Choir",
            "Weeks 6 through 7: Choir",
            "Week 6 – Week 7: Choir",
            "3. Weeks 6-7 - Choir",
            "Week 6−7 of 12: Choir",
            "Weeks 6, 7: Choir",
        ] {
            let named = read(text);
            assert_eq!((named.part, named.text), (Some(Part::Weeks(range(6, 7))), "Choir"), "{text}");
        }
        assert_eq!(read("Month 4-6: More").part, Some(Part::Months(range(4, 6))));
        assert_eq!(read("Week 3").text, "Week 3");
        assert_eq!(read("Week 3 (2 hours)").text, "Week 3 (2 hours)");
        assert_eq!(read("Week 3 [6h]").text, "Week 3 [6h]");
        for text in ["Week 3 {6h}", "Week 3, about 6 hours", "Week 3 – 6 h", "Week 3 ⏱ 6h", "Week 3 / 6h"]
        {
            assert_eq!(read(text).text, text);
        }
        for text in ["Week 3, Choir", "Week 3 / Choir", "Week 3 | Choir"] {
            assert_eq!(read(text).text, "Choir", "{text}");
        }
        assert_eq!(read("Week 3: 6 h of choir").text, "6 h of choir");
        assert_eq!(read("Week 3 [6h]: Choir").text, "[6h]: Choir");
        assert_eq!(read("Third week [6h]").part, Some(Part::Weeks(range(3, 3))));
        assert_eq!(read("Wk 3").part, Some(Part::Weeks(range(3, 3))));
        assert_eq!(read("Week Two: Choir").part, Some(Part::Weeks(range(2, 2))));
    }

    #[test]
    fn ranges_are_read_with_every_dash_and_in_words() {
        for dash in ["‐", "‑", "‒", "–", "—", "―", "−", "－", "﹣", "﹘", "--", "---", " -- ", "~"]
        {
            let text = format!("Week 3{dash}4: Choir (10{dash}12 hours)");
            let named = read(&text);
            assert_eq!(named.part, Some(Part::Weeks(range(3, 4))), "{text}");
            let hours = hours::stretch_in(named.text).map(|(hours, _)| (hours.least, hours.most));
            assert_eq!(hours, Some((600, 720)), "{text}");
        }
        for (text, from, to) in [
            ("Weeks Four to Six: Choir", 4, 6),
            ("Weeks Two and Three: Choir", 2, 3),
            ("Week nine through ten: Choir", 9, 10),
            ("Week 19 until 20: Choir", 19, 20),
            ("Wk. 2-3: Choir", 2, 3),
            ("Week-8: Choir", 8, 8),
            ("Week 8 ‒ Choir", 8, 8),
        ] {
            let named = read(text);
            assert_eq!((named.part, named.text), (Some(Part::Weeks(range(from, to))), "Choir"), "{text}");
        }
    }

    #[test]
    fn days_and_dates_are_counted() {
        for (text, days, dates) in [
            ("Day 3: Choir", 1, None),
            ("Days 8–14: Choir", 7, None),
            ("Jan 5 - Jan 11: Choir", 7, Some("Jan 5 - Jan 11")),
            ("2026-01-05 to 2026-01-18 Choir", 14, Some("2026-01-05 to 2026-01-18")),
            ("12.01.2026 – 18.01.2026: Choir", 7, Some("12.01.2026 – 18.01.2026")),
        ] {
            let named = read(text);
            assert_eq!(
                (named.part, named.text, named.dates),
                (Some(Part::Days(days)), "Choir", dates),
                "{text}"
            );
        }
        for text in ["Week 1 (Jan 5 – Jan 11): Choir", "Week 1: 5–11 January – Choir"] {
            let named = read(text);
            assert_eq!((named.part, named.text), (Some(Part::Weeks(range(1, 1))), "Choir"), "{text}");
            assert!(named.dates.is_some(), "{text}");
        }
    }

    #[test]
    fn a_plus_leaves_the_end_open() {
        for text in ["Week 13+: Keep going", "Weeks 13 onwards: Keep going", "Day 31 and beyond"] {
            assert_eq!(read(text).part, Some(Part::Onward), "{text}");
            assert!(is_ongoing(text), "{text}");
        }
        let months = read("Month 4+: Concerts");
        assert_eq!((months.part, months.open), (Some(Part::Months(range(4, 4))), true));
        assert!(is_ongoing("Until the first concert"));
        assert!(!is_ongoing("Practise until it sits"));
    }

    #[test]
    fn a_numbered_part_keeps_its_number_and_its_weeks() {
        let named = read("Phase 2: Tempo (Weeks 5–8)");
        assert_eq!(named.part, Some(Part::Numbered));
        assert_eq!(named.weeks_mentioned, Some(range(5, 8)));
        assert_eq!(named.text, "Phase 2: Tempo (Weeks 5–8)");
    }

    #[test]
    fn a_quarter_of_a_year_is_a_numbered_part() {
        for text in
            ["Q2 2026", "Q2 2026: Choir", "Q2/2026 – Choir", "2026 Q2: Choir", "2. Q2 2026", "q2 2026"]
        {
            let named = read(text);
            assert_eq!((named.part, named.text), (Some(Part::Numbered), text), "{text}");
            assert!(is_quarter(text), "{text}");
        }
        for text in [
            "Q2: What is a fugue?",
            "Q2",
            "Q5 2026",
            "Q22026",
            "Q2 2026th note",
            "Q2 20261",
            "2026 Q2x",
            "Q 2 2026",
        ] {
            assert_eq!(read(text).part, None, "{text}");
        }
    }

    #[test]
    fn a_turn_has_a_number() {
        for text in ["Sprint 1", "Sprint #2: Choir", "2. Sprint Two", "Cycle III – Choir"] {
            assert!(is_turn(text), "{text}");
        }
        for text in ["Sprint to the end", "Sprints 101", "Lesson 1", "Cycle to work", "Sprint review"] {
            assert!(!is_turn(text), "{text}");
        }
    }

    #[test]
    fn other_uses_of_the_words_name_nothing() {
        for text in [
            "Weekly plan",
            "6-Month Plan",
            "Week-by-week",
            "Part of it",
            "Monthly costs",
            "Phase out",
            "Day job",
            "Daily routine",
            "March on",
            "1. Start",
        ] {
            assert_eq!(read(text).part, None, "{text}");
        }
    }
}
