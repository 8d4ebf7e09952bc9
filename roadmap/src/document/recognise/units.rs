//! What parts of the way are numbered by: "Week 3", "W3", "Months 2–4".

use super::amounts::begins_with_unit;
use super::numbers::{listed, range_at, range_elsewhere_at, whole_at};
use super::ranges::{Tongue, behind_and, behind_until, is_dash};
use crate::item::NumberRange;
use std::ops::Range;

/// What parts are numbered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
}

/// What the units are called.
const ENGLISH: [(Unit, &[&str]); 3] = [
    (Unit::Week, &["week", "weeks", "wk", "wks"]),
    (Unit::Month, &["month", "months", "mo"]),
    (Unit::Day, &["day", "days"]),
];

/// What weeks and months are called in German, Spanish, Portuguese, French, Italian, Dutch and Russian.
const OTHERS: [(Unit, &[&str]); 2] = [
    (
        Unit::Week,
        &[
            "woche",
            "wochen",
            "semana",
            "semanas",
            "semaine",
            "semaines",
            "settimana",
            "settimane",
            "weken",
            "неделя",
            "недели",
            "недель",
        ],
    ),
    (
        Unit::Month,
        &[
            "monat",
            "monate",
            "mes",
            "meses",
            "mês",
            "mois",
            "mese",
            "mesi",
            "maand",
            "maanden",
            "месяц",
            "месяца",
            "месяцев",
        ],
    ),
];

/// A week in short; only a number may follow.
const SHORT: &str = "W";

/// Units that a full stop may follow.
const SHORTENED: [&str; 3] = ["wk", "wks", "mo"];

/// A week of the year in German, in short.
const OF_YEAR: &str = "KW";

/// What may stand between a unit and its number.
const NUMBER: [&str; 6] = ["no.", "no ", "nr.", "number ", "n°", "№"];

/// Numbers that are written out.
const CARDINALS: [&str; 12] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// Numbered units that a text begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Numbered<'a> {
    /// What is numbered.
    pub(super) unit: Unit,
    /// The numbers.
    pub(super) range: NumberRange,
    /// Where the numbers stand.
    pub(super) place: Range<usize>,
    /// What follows.
    pub(super) rest: &'a str,
}

/// Reads what a text begins with where the unit stands before its numbers: "Week 3", "W3", "Weeks no. 3–4".
pub(super) fn numbered_at(text: &str) -> Option<Numbered<'_>> {
    let (word, after) = letters(text.trim_start());
    let is_short = is_short(word, after);
    let unit = if is_short { Unit::Week } else { Unit::named(word)? };
    let numbers = before_number(behind_mark(word, after));
    let is_elsewhere = word == OF_YEAR || !is_short && named_in(&ENGLISH, word).is_none();
    let (range, rest) = unit.range_at(numbers, is_elsewhere)?;
    // "W2 form" is something else.
    (!is_short || ends_part(rest)).then(|| Numbered {
        unit,
        range,
        place: text.len() - numbers.len()..text.len() - rest.len(),
        rest,
    })
}

/// A number or range that is written out at the start of a text, and what follows: "four to six".
pub(super) fn written_out(text: &str) -> Option<(NumberRange, &str)> {
    let number_at = |text| {
        let (word, rest) = letters(text);
        place_among(&CARDINALS, word).map(|number| (number, rest))
    };
    let (from, rest) = number_at(text.trim_start())?;
    let next = behind_until(rest, Tongue::English).or_else(|| behind_and(rest, Tongue::English));
    match next.and_then(number_at).filter(|(to, _)| *to > from) {
        Some((to, rest)) => Some((NumberRange { from, to }, rest)),
        None => Some((NumberRange { from, to: from }, rest)),
    }
}

impl Unit {
    /// The unit that a word names.
    pub(super) fn named(word: &str) -> Option<Self> {
        named_in(&ENGLISH, word).or_else(|| Self::named_elsewhere(word))
    }

    /// The unit that a word names in another language than English.
    pub(super) fn named_elsewhere(word: &str) -> Option<Self> {
        named_in(&OTHERS, word)
    }

    /// A number or range of such parts, where the word may come again: "1 – Week 3". True `elsewhere` reads it in
    /// another language than English.
    fn range_at(self, text: &str, elsewhere: bool) -> Option<(NumberRange, &str)> {
        if let Some(found) = written_out(text) {
            return Some(found);
        }
        let (first, rest) = if elsewhere { range_elsewhere_at(text) } else { range_at(text) }?;
        // In "Week 3 – 6 h" the second number counts hours.
        if first.to > first.from && begins_with_unit(rest) {
            return whole_at(text).map(|(number, rest)| (NumberRange { from: number, to: number }, rest));
        }
        let tongue = if elsewhere { Tongue::Any } else { Tongue::English };
        let again = behind_until(rest, tongue)
            .or_else(|| behind_and(rest, tongue))
            .map(letters)
            .filter(|(word, after)| Self::named(word) == Some(self) || is_short(word, after))
            .and_then(|(_, rest)| range_at(before_number(rest)));
        match again {
            Some((last, rest)) if last.to >= first.from => {
                Some((NumberRange { from: first.from, to: last.to }, rest))
            }
            _ => Some(listed(first, rest)),
        }
    }
}

fn named_in(units: &[(Unit, &[&str])], word: &str) -> Option<Unit> {
    // Nearly every heading is asked, and most fail at their length or first letter.
    let first = word.chars().next()?.to_lowercase().next()?;
    let is = |name: &&str| {
        name.len() == word.len()
            && name.starts_with(first)
            && name.chars().eq(word.chars().flat_map(char::to_lowercase))
    };
    units.iter().find(|(_, names)| names.iter().any(is)).map(|(unit, _)| *unit)
}

fn is_short(word: &str, after: &str) -> bool {
    let after = if word == OF_YEAR { after.trim_start() } else { after };
    (word == SHORT || word == OF_YEAR) && after.starts_with(|c: char| c.is_ascii_digit())
}

/// What follows the mark between a unit and its number: "Wk. 2", "Week-8".
fn behind_mark<'a>(word: &str, after: &'a str) -> &'a str {
    let stop = || after.strip_prefix('.').filter(|_| place_among(&SHORTENED, word).is_some());
    let hyphen = || after.strip_prefix(is_dash).filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    stop().or_else(hyphen).unwrap_or(after)
}

/// What follows the word or sign for a number.
fn before_number(text: &str) -> &str {
    let text = text.trim_start();
    let is = |sign: &str| text.get(..sign.len()).is_some_and(|start| start.eq_ignore_ascii_case(sign));
    let sign = NUMBER.iter().find(|sign| is(sign)).map_or(0, |sign| sign.len());
    text.get(sign..).unwrap_or_default().trim_start().trim_start_matches('#')
}

/// True where a part ends before that: at the end, or at a mark.
pub(super) fn ends_part(rest: &str) -> bool {
    let after = rest.trim_start();
    after.is_empty()
        || rest.starts_with([':', '.', ')', ']', '|', ',', '+'])
        || after.len() < rest.len()
            && after.starts_with(|c| is_dash(c) || matches!(c, ':' | '|' | '·' | '(' | '['))
}

/// The place of a word among others, from 1.
pub(super) fn place_among(words: &[&str], word: &str) -> Option<u32> {
    let at = words.iter().position(|known| known.eq_ignore_ascii_case(word))?;
    Some(u32::try_from(at).ok()? + 1)
}

/// The letters that a text begins with, and what follows them.
pub(super) fn letters(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::super::ordinals::ordinal_at;
    use super::*;

    fn read(text: &str) -> Option<(Unit, (u32, u32), &str, &str)> {
        let found = ordinal_at(text).or_else(|| numbered_at(text))?;
        Some((found.unit, (found.range.from, found.range.to), &text[found.place], found.rest))
    }

    #[test]
    fn a_unit_before_its_number_is_read_in_every_spelling() {
        for (text, numbers) in [
            ("Week 2: Choir", "2"),
            ("W2: Choir", "2"),
            ("W02: Choir", "02"),
            ("Wk2: Choir", "2"),
            ("Week no. 2: Choir", "2"),
            ("Week number 2: Choir", "2"),
            ("Week #2: Choir", "2"),
            ("Woche Nr. 2: Choir", "2"),
            ("Semana 2: Choir", "2"),
            ("SEMAINE 2: Choir", "2"),
            ("Неделя 2: Choir", "2"),
        ] {
            assert_eq!(read(text), Some((Unit::Week, (2, 2), numbers, ": Choir")), "{text}");
        }
        for (text, numbers) in
            [("W2-3: Choir", "2-3"), ("W2–W3: Choir", "2–W3"), ("Wochen 2 – 3: Choir", "2 – 3")]
        {
            assert_eq!(read(text), Some((Unit::Week, (2, 3), numbers, ": Choir")), "{text}");
        }
        assert_eq!(read("Monat 2 – Choir"), Some((Unit::Month, (2, 2), "2", " – Choir")));
    }

    #[test]
    fn ranges_are_read_in_other_languages() {
        for text in [
            "Wochen 7 bis 10: Chor",
            "Woche 7 bis Woche 10: Chor",
            "Semanas 7 a 10: Chor",
            "Semaines 7 à 10: Chor",
            "KW 7–10: Chor",
            "Week 7 t/m 10: Chor",
            "Week 7 tot 10: Chor",
            "Weken 7 tot en met 10: Chor",
            "Недели 7 по 10: Chor",
            "Weeks 7 .. 10: Chor",
            "Weeks 7..10: Chor",
            "KW7 bis KW10: Chor",
        ] {
            let found = read(text).map(|(unit, range, _, rest)| (unit, range, rest));
            assert_eq!(found, Some((Unit::Week, (7, 10), ": Chor")), "{text}");
        }
        for text in ["Weken 7 en 8", "Week 7 en 8", "Недели 7 и 8", "Woche 7 u. 8", "Wochen 7 und 8"] {
            assert_eq!(read(text).map(|found| found.1), Some((7, 8)), "{text}");
        }
        assert_eq!(read("Week 7... 10 songs").map(|found| found.1), Some((7, 7)));
        assert_eq!(read("KW 11"), Some((Unit::Week, (11, 11), "11", "")));
        for text in
            ["Week 7 a 10 minute run", "Week 7 – 10 h", "Week 7 - 10 hours: Choir", "Woche 7 – 10 Std."]
        {
            assert_eq!(read(text).map(|found| found.1), Some((7, 7)), "{text}");
        }
        for text in ["KW 11 kommt bald", "KW", "kW 11: Motor", "KWh 3: Strom"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn other_words_beside_numbers_are_no_units() {
        for text in [
            "W2 form: taxes",
            "W3C: standards",
            "W2-forms",
            "w2: taxes",
            "W: 2",
            "W 2",
            "First week back: thoughts",
            "3rd week of rain",
            "First day: nerves",
            "3 weeks: a trip",
            "3. Week: how it goes",
            "3. Weekly plan",
            "Second: Week",
            "Wochenende 2",
            "Mesa 2",
            "3rd weekend",
            "Dritte Woche im Chor",
            "Erste Wochen: Choir",
            "Dritte: Woche",
            "Dritte week: Choir",
            "Achtung Woche",
            "Quarta semana santa",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
