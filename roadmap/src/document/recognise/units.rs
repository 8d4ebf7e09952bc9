//! What parts of the way are numbered by: "Week 3", "W3", "Months 2–4", "3rd week", "3. Woche".

use super::numbers::{listed, range_at, whole_at};
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

/// What may stand between a unit and its number.
const NUMBER: [&str; 6] = ["no.", "no ", "nr.", "number ", "n°", "№"];

/// Numbers that are written out.
const CARDINALS: [&str; 12] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// Ordinals that are written out.
const ORDINALS: [&str; 12] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
];

/// Ordinals that are written out in another language.
struct Ordinals {
    /// How each begins, in order.
    stems: [&'static str; 12],
    /// How they end.
    endings: &'static [&'static str],
    /// What they count, one of each.
    units: &'static [&'static str],
    /// What makes an ordinal of a number, and what makes one that ends in -a.
    marks: (&'static str, &'static str),
}

/// German, Spanish and French ordinals.
const OTHER_ORDINALS: [Ordinals; 3] = [
    Ordinals {
        stems: [
            "erst", "zweit", "dritt", "viert", "fünft", "sechst", "siebt", "acht", "neunt", "zehnt", "elft",
            "zwölft",
        ],
        endings: &["e", "er", "en"],
        units: &["woche", "monat"],
        marks: (".", "."),
    },
    Ordinals {
        stems: [
            "primer",
            "segund",
            "tercer",
            "cuart",
            "quint",
            "sext",
            "séptim",
            "octav",
            "noven",
            "décim",
            "undécim",
            "duodécim",
        ],
        endings: &["a", "o", ""],
        units: &["semana", "mes"],
        marks: ("º", "ª"),
    },
    Ordinals {
        stems: [
            "premi", "deuxi", "troisi", "quatri", "cinqui", "sixi", "septi", "huiti", "neuvi", "dixi",
            "onzi", "douzi",
        ],
        endings: &["ème", "ère", "er"],
        units: &["semaine", "mois"],
        marks: ("e", "e"),
    },
];

/// What makes an ordinal of an English number.
const ENGLISH_ENDINGS: [&str; 4] = ["st", "nd", "rd", "th"];

/// What makes one of a number in the other languages.
const OTHER_ENDINGS: [&str; 8] = [".", "ª", "º", "ème", "ère", "e", "-я", "-й"];

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
    let numbers = before_number(after);
    let (range, rest) = unit.range_at(numbers)?;
    // "W2 form" is something else.
    (!is_short || ends_part(rest)).then(|| Numbered {
        unit,
        range,
        place: text.len() - numbers.len()..text.len() - rest.len(),
        rest,
    })
}

/// Reads what a text begins with where an ordinal stands before its unit: "3rd week", "Third month",
/// "3.–4. Woche". A mark has to follow, since "First week back" speaks of something else.
pub(super) fn ordinal_at(text: &str) -> Option<Numbered<'_>> {
    let bare = text.trim_start();
    let (range, is_english, after) = ordinals(bare)?;
    let (word, rest) = letters(after.trim_start());
    // "3. Week" is the third heading.
    let unit = if is_english { Unit::named(word) } else { named_in(&OTHERS, word) }?;
    (unit != Unit::Day && ends_part(rest)).then(|| Numbered {
        unit,
        range,
        place: text.len() - bare.len()..text.len() - after.len(),
        rest,
    })
}

/// A number as an ordinal like another: "4th" like "third", "4." like "3."; none where that is none.
pub(super) fn ordinal_like(was: &str, number: u32) -> Option<String> {
    let digits = was.rfind(|c: char| c.is_ascii_digit()).map_or(0, |at| at + 1);
    let ending = was.get(digits..)?;
    if OTHER_ENDINGS.contains(&ending) {
        return Some(format!("{number}{ending}"));
    }
    if let Some((ordinals, _)) = written_ordinal(was) {
        let (plain, in_a) = ordinals.marks;
        let mark = if was.ends_with(['a', 'A']) { in_a } else { plain };
        return Some(format!("{number}{mark}"));
    }
    let is_english = ENGLISH_ENDINGS.contains(&ending) || place_among(&ORDINALS, was).is_some();
    is_english.then(|| {
        let ending = match (number % 10, number % 100) {
            (1..=3, 11..=13) => "th",
            (1, _) => "st",
            (2, _) => "nd",
            (3, _) => "rd",
            _ => "th",
        };
        format!("{number}{ending}")
    })
}

/// A number that is written out at the start of a text, and what follows.
pub(super) fn written_out(text: &str) -> Option<(NumberRange, &str)> {
    let (word, rest) = letters(text.trim_start());
    let number = place_among(&CARDINALS, word)?;
    Some((NumberRange { from: number, to: number }, rest))
}

impl Unit {
    /// The unit that a word names.
    pub(super) fn named(word: &str) -> Option<Self> {
        named_in(&ENGLISH, word).or_else(|| named_in(&OTHERS, word))
    }

    /// A number or range of such parts, where the word may come again: "1 – Week 3".
    fn range_at(self, text: &str) -> Option<(NumberRange, &str)> {
        if let Some(found) = written_out(text) {
            return Some(found);
        }
        let (first, rest) = range_at(text)?;
        let again = ["-", "–", "—", "−", "→", "to ", "through ", "&", "and "]
            .iter()
            .find_map(|dash| rest.trim_start().strip_prefix(dash))
            .map(|after| letters(after.trim_start()))
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
    // Nearly every heading is asked, and most fail at their first letter.
    let first = word.chars().next()?.to_lowercase().next()?;
    let is =
        |name: &&str| name.starts_with(first) && name.chars().eq(word.chars().flat_map(char::to_lowercase));
    units.iter().find(|(_, names)| names.iter().any(is)).map(|(unit, _)| *unit)
}

fn is_short(word: &str, after: &str) -> bool {
    word == SHORT && after.starts_with(|c: char| c.is_ascii_digit())
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
        || after.len() < rest.len() && after.starts_with([':', '-', '–', '—', '|', '·', '(', '['])
}

/// An ordinal or a range of them, whether it is English, and what follows.
fn ordinals(text: &str) -> Option<(NumberRange, bool, &str)> {
    let (word, rest) = letters(text);
    if let Some(number) = place_among(&ORDINALS, word) {
        return Some((NumberRange { from: number, to: number }, true, rest));
    }
    if let Some(number) = written_before_unit(word, rest) {
        return Some((NumberRange { from: number, to: number }, false, rest));
    }
    let (from, after) = whole_at(text)?;
    let (to, ending) = match ending(after) {
        Some((_, rest)) => last_of_range(rest).unwrap_or((from, after)),
        None => last_of_range(after)?,
    };
    let (is_english, rest) = ending_before_word(ending)?;
    (from <= to).then_some((NumberRange { from, to }, is_english, rest))
}

/// The number of an ordinal in another language, before what it counts.
fn written_before_unit(word: &str, rest: &str) -> Option<u32> {
    let (unit, _) = letters(rest.trim_start());
    // Nearly every heading is asked, and hardly any has such a word in the second place.
    let unit = named_in(&OTHERS, unit).map(|_| unit.to_lowercase())?;
    let (ordinals, number) = written_ordinal(word)?;
    ordinals.units.contains(&unit.as_str()).then_some(number)
}

fn written_ordinal(word: &str) -> Option<(&'static Ordinals, u32)> {
    let word = word.to_lowercase();
    OTHER_ORDINALS.iter().find_map(|ordinals| {
        let is = |stem: &&str| word.strip_prefix(*stem).is_some_and(|end| ordinals.endings.contains(&end));
        let at = ordinals.stems.iter().position(is)?;
        Some((ordinals, u32::try_from(at).ok()? + 1))
    })
}

fn last_of_range(text: &str) -> Option<(u32, &str)> {
    ["-", "–", "—"].iter().find_map(|dash| text.strip_prefix(dash)).and_then(whole_at)
}

fn ending_before_word(text: &str) -> Option<(bool, &str)> {
    ending(text).filter(|(_, rest)| rest.starts_with([' ', '\u{a0}']))
}

/// What makes an ordinal of the number before it, whether that is English, and what follows.
fn ending(text: &str) -> Option<(bool, &str)> {
    let strip = |endings: &[&str]| endings.iter().find_map(|ending| text.strip_prefix(ending));
    let found = strip(&ENGLISH_ENDINGS).map(|rest| (true, rest));
    found.or_else(|| strip(&OTHER_ENDINGS).map(|rest| (false, rest)))
}

fn place_among(words: &[&str], word: &str) -> Option<u32> {
    let at = words.iter().position(|known| known.eq_ignore_ascii_case(word))?;
    Some(u32::try_from(at).ok()? + 1)
}

/// The letters that a text begins with, and what follows them.
pub(super) fn letters(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
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
    fn an_ordinal_before_its_unit_is_read_in_every_spelling() {
        for (text, numbers) in [
            ("3rd week: Choir", "3rd"),
            ("Third week: Choir", "Third"),
            ("3. Woche: Choir", "3."),
            ("3ª semana: Choir", "3ª"),
            ("3e semaine: Choir", "3e"),
            ("3-я неделя: Choir", "3-я"),
            ("Dritte Woche: Choir", "Dritte"),
            ("DRITTE WOCHE: Choir", "DRITTE"),
            ("Tercera semana: Choir", "Tercera"),
            ("Troisième semaine: Choir", "Troisième"),
        ] {
            assert_eq!(read(text), Some((Unit::Week, (3, 3), numbers, ": Choir")), "{text}");
        }
        for (text, numbers) in [("3rd–4th week", "3rd–4th"), ("3.-4. Woche", "3.-4."), ("3-4. Woche", "3-4.")]
        {
            assert_eq!(read(text), Some((Unit::Week, (3, 4), numbers, "")), "{text}");
        }
        assert_eq!(read("2nd month"), Some((Unit::Month, (2, 2), "2nd", "")));
        for (text, number) in [
            ("Zwölfte Woche", 12),
            ("ZWÖLFTE WOCHE", 12),
            ("Achte Woche", 8),
            ("Première semaine", 1),
            ("Onzième semaine", 11),
            ("Séptima semana", 7),
            ("Duodécima semana", 12),
        ] {
            assert_eq!(
                read(text).map(|found| (found.0, found.1)),
                Some((Unit::Week, (number, number))),
                "{text}"
            );
        }
        for text in ["Zweiter Monat", "Segundo mes", "Deuxième mois"] {
            assert_eq!(read(text).map(|found| (found.0, found.1)), Some((Unit::Month, (2, 2))), "{text}");
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

    #[test]
    fn an_ordinal_is_written_like_another() {
        for (was, number, new) in [
            ("3rd", 4, "4th"),
            ("Third", 22, "22nd"),
            ("1st", 11, "11th"),
            ("3.", 4, "4."),
            ("3ª", 1, "1ª"),
            ("Dritte", 4, "4."),
            ("Tercera", 4, "4ª"),
            ("tercer", 4, "4º"),
            ("Troisième", 4, "4e"),
        ] {
            assert_eq!(ordinal_like(was, number).as_deref(), Some(new), "{was}");
        }
        for was in ["3", "Two", "6–7", ""] {
            assert_eq!(ordinal_like(was, 4), None, "{was}");
        }
    }
}
