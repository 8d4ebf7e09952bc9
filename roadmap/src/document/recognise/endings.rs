//! How a way ends, in words: from a week on without an end, until something happens, or with a last week.

use super::headings::{title, without_number};
use super::units;

/// What stands before the week or month from which on something goes on.
const FROM: [&str; 11] = [
    "from ",
    "ab der ",
    "ab ",
    "desde la ",
    "desde el ",
    "desde ",
    "à partir de la ",
    "à partir du ",
    "à partir de ",
    "dalla ",
    "vanaf ",
];

/// What the last week is called.
const LAST_WEEK: [&str; 7] = [
    "final week",
    "last week",
    "letzte woche",
    "última semana",
    "Última semana",
    "dernière semaine",
    "ultima settimana",
];

/// True for a heading that says it goes on before anything else: "Ongoing", "Ongoing: concerts", "Until the first
/// concert", and not "Ongoing costs".
pub(super) fn says_ongoing(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    let rest = ["ongoing", "continuously", "indefinitely", "from then on", "from here on", "after that"]
        .iter()
        .find_map(|words| lower.strip_prefix(words));
    let ends = |rest: &str| {
        let rest = rest.trim_start();
        rest.is_empty() || rest.starts_with([':', '-', '–', '—', '(', ','])
    };
    rest.is_some_and(ends) || ["until ", "till "].iter().any(|word| lower.starts_with(word))
}

/// What follows "from": "from week 12", "ab Woche 12".
pub(super) fn behind_from(text: &str) -> Option<&str> {
    let is = |word: &&&str| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    FROM.iter().find(is).and_then(|word| text.get(word.len()..))
}

/// What the last week is for, where a text begins with that: "Concert" of "Final week: Concert". All of the text
/// where it says no more.
pub(super) fn last_week(text: &str) -> Option<&str> {
    let bare = without_number(text);
    let bare = bare.strip_prefix("The ").or_else(|| bare.strip_prefix("the ")).unwrap_or(bare);
    let is = |words: &&&str| bare.get(..words.len()).is_some_and(|start| start.eq_ignore_ascii_case(words));
    let rest = LAST_WEEK.iter().find(is).and_then(|words| bare.get(words.len()..))?;
    units::ends_part(rest).then(|| title(rest, text))
}

#[cfg(test)]
mod tests {
    use super::super::headings::{Part, is_ongoing, read};
    use super::*;
    use crate::item::NumberRange;

    #[test]
    fn from_a_week_on_there_is_no_end() {
        for text in [
            "ab Woche 12",
            "Ab Woche 12: Konzerte",
            "From week 12",
            "From week 12 on: Concerts",
            "Desde la semana 12: Coro",
            "à partir de la semaine 12",
            "ab KW 12",
        ] {
            assert_eq!(read(text).part, Some(Part::Onward), "{text}");
            assert!(is_ongoing(text), "{text}");
        }
        assert_eq!(read("From week 5 to 8: Choir").part, Some(Part::Weeks(NumberRange { from: 5, to: 8 })));
        for text in ["From week 3 you may swim", "From Rome", "ab 12 Uhr", "Abwoche 12"] {
            assert_eq!(read(text).part, None, "{text}");
        }
    }

    #[test]
    fn the_last_week_is_told_with_what_it_is_for() {
        assert_eq!(last_week("Final week: Concert"), Some("Concert"));
        assert_eq!(last_week("The last week – Concert"), Some("Concert"));
        assert_eq!(last_week("Letzte Woche: Konzert"), Some("Konzert"));
        assert_eq!(last_week("Last week"), Some("Last week"));
        for text in ["Last week we sang", "Final weeks: rest", "Last weekend", "At last: a week", "Final"] {
            assert_eq!(last_week(text), None, "{text}");
        }
    }
}
