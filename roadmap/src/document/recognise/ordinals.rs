//! Units of the way behind an ordinal: "3rd week", "Third month", "3. Woche", "Tercera semana".

use super::numbers::whole_at;
use super::units::{Numbered, Unit, ends_part, letters, place_among};
use crate::item::NumberRange;

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

/// Reads what a text begins with where an ordinal stands before its unit: "3rd week", "Third month",
/// "3.–4. Woche". A mark has to follow, since "First week back" speaks of something else.
pub(super) fn ordinal_at(text: &str) -> Option<Numbered<'_>> {
    let bare = text.trim_start();
    let (range, is_english, after) = ordinals(bare)?;
    let (word, rest) = letters(after.trim_start());
    // "3. Week" is the third heading.
    let unit = if is_english { Unit::named(word) } else { Unit::named_elsewhere(word) }?;
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
    let unit = Unit::named_elsewhere(unit).map(|_| unit.to_lowercase())?;
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Unit, (u32, u32), &str, &str)> {
        let found = ordinal_at(text)?;
        Some((found.unit, (found.range.from, found.range.to), &text[found.place], found.rest))
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
