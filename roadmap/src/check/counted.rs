//! A number in words as a count of things: "Applied to 50+ jobs", "5-10 applications a day".

use super::words::{Thing, is_kind, is_plural, plain, root, tells_more, words};
use crate::document::Figure;
use crate::item::Comparator;

/// Words for time: "6 months" counts nothing.
const TIME: [&str; 11] =
    ["second", "minute", "hour", "day", "night", "week", "month", "quarter", "year", "time", "x"];

/// Nouns that a number behind them names one of: "Project 3", "week 2".
const NUMBERED: [&str; 20] = [
    "project", "week", "month", "phase", "stage", "chapter", "part", "level", "unit", "day", "module",
    "lesson", "step", "option", "version", "section", "volume", "book", "grade", "year",
];

/// Words that no thing begins with.
const NO_THING: [&str; 8] = ["is", "are", "was", "more", "extra", "additional", "another", "of"];

/// How often something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Per {
    Day,
    Week,
    Month,
}

/// What a number counts.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Counted {
    pub(super) thing: Thing,
    /// The root of the verb that a preposition joins to the thing: in "applied to 50+ jobs" what is
    /// counted is applications.
    pub(super) deed: Option<String>,
    /// For each what, where it says so.
    pub(super) per: Option<Per>,
}

/// Reads what a number counts; none where it measures, names, compares downwards or is an example.
pub(super) fn counted(figure: &Figure<'_>) -> Option<Counted> {
    let downwards =
        matches!(figure.compared, Some(Comparator::Below | Comparator::AtMost | Comparator::Above));
    let money = figure.before.trim_end().ends_with(['$', '€', '£', '~']);
    let per = per(figure.after);
    if downwards || money || figure.quoted || (figure.bracketed && per.is_none()) || names(figure) {
        return None;
    }
    let unit: Vec<&str> = words(&figure.measure.unit).collect();
    let times = matches!(unit.as_slice(), [] | ["x"] | ["times"]);
    if times {
        per?;
        let (deed, thing) = before(figure.before);
        return Thing::of(&thing).map(|thing| Counted { thing, deed, per });
    }
    let first = plain(unit.first()?);
    let thing = Thing::of(&unit)?;
    let counts = !figure.measures
        && !NO_THING.contains(&first.as_str())
        && !TIME.contains(&thing.noun.as_str())
        && (figure.measure.value == 1.0 || thing.said.rsplit(' ').next().is_some_and(is_plural));
    let behind: Vec<&str> = words(figure.before).collect();
    counts.then(|| Counted { thing, deed: joined(&behind), per })
}

/// True for the number of a name: "Project 3", "Llama 2".
fn names(figure: &Figure<'_>) -> bool {
    if figure.plus || figure.compared.is_some() {
        return false;
    }
    let before = figure.before.trim_end();
    let Some(word) = before.rsplit(|c: char| !c.is_alphanumeric()).next().filter(|word| !word.is_empty())
    else {
        return false;
    };
    let is_first = before.len() == word.len();
    let capital = word.starts_with(char::is_uppercase) && !is_first;
    capital || NUMBERED.contains(&word.trim_end_matches('s').to_lowercase().as_str())
}

/// The verb and thing before a number in brackets or behind a comma: "Apply to jobs (5-10 per day)".
fn before(text: &str) -> (Option<String>, Vec<&str>) {
    let text = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    let clause = text.rsplit([',', ';', ':', '(', '.']).next().unwrap_or(text);
    let all: Vec<&str> = words(clause).take_while(|word| joins(word) || !tells_more(word)).collect();
    match all.as_slice() {
        [_, preposition, thing @ ..] if joins(preposition) => (joined(&all[..2]), thing.to_vec()),
        // The first of several words is the verb, unless it says what kind of thing it is.
        [first, rest @ ..] if rest.len() > 1 || (rest.len() == 1 && !is_kind(first)) => {
            (None, rest.iter().take_while(|word| !joins(word)).copied().collect())
        }
        _ => (None, all),
    }
}

fn joins(word: &str) -> bool {
    matches!(plain(word).as_str(), "to" | "for")
}

/// The root of the verb before a preposition at the end of the words.
fn joined(behind: &[&str]) -> Option<String> {
    match behind {
        [.., verb, preposition] if joins(preposition) => Some(root(verb)),
        _ => None,
    }
}

/// What a number's words are for each of: "a day", "each weekday", "per week", "weekly".
fn per(after: &str) -> Option<Per> {
    let clause = after.split(['.', ';', '—', '→']).next().unwrap_or(after);
    let of = |word: &str| match word {
        "day" | "weekday" | "night" | "weeknight" | "morning" | "evening" | "daily" => Some(Per::Day),
        "week" | "wk" | "weekend" | "weekly" => Some(Per::Week),
        "month" | "monthly" => Some(Per::Month),
        _ => None,
    };
    let lower = clause.to_lowercase();
    let said: Vec<&str> = words(&lower).take(8).collect();
    let adverb = said.iter().filter(|word| word.ends_with("ly")).find_map(|word| of(word));
    let each = |pair: &[&str]| match pair {
        ["a" | "an" | "per" | "each" | "every", word] => of(word),
        _ => None,
    };
    let slash = || lower.split_once('/').and_then(|(_, rest)| of(words(rest).next()?));
    adverb.or_else(|| said.windows(2).find_map(each)).or_else(slash)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::figures;

    fn of(text: &str) -> Option<(String, Option<String>, Option<Per>)> {
        let found = figures(text).find_map(|figure| counted(&figure))?;
        Some((found.thing.said, found.deed, found.per))
    }

    fn is(
        thing: &str,
        deed: Option<&str>,
        per: Option<Per>,
    ) -> Option<(String, Option<String>, Option<Per>)> {
        Some((thing.to_owned(), deed.map(str::to_owned), per))
    }

    #[test]
    fn things_are_counted_wherever_the_number_stands() {
        assert_eq!(of("Held 3+ rehearsals"), is("rehearsals", None, None));
        assert_eq!(of("Wrote to 20+ choirs"), is("choirs", Some("wrot"), None));
        assert_eq!(of("Send letters (2-3 per day)"), is("letters", None, Some(Per::Day)));
        assert_eq!(of("Write to choirs (2-3 per week)"), is("choirs", Some("writ"), Some(Per::Week)));
        assert_eq!(of("Send letters to friends (2 a week)"), is("letters", None, Some(Per::Week)));
        assert_eq!(of("Sing duets with friends, 2 a week"), is("duets", None, Some(Per::Week)));
        assert_eq!(of("Mock exams 2-3x per week"), is("Mock exams", None, Some(Per::Week)));
        assert_eq!(of("Hold mock exams, 2 a week"), is("mock exams", None, Some(Per::Week)));
        assert_eq!(of("Learn 1 new song each weekday"), is("new song", None, Some(Per::Day)));
        assert_eq!(of("20 words/day"), is("words", None, Some(Per::Day)));
    }

    #[test]
    fn what_measures_or_names_counts_nothing() {
        for text in [
            "Run 12 km",
            "Project 3 songs",
            "Finish Chapter 4 exercises",
            "Fewer than 5 mistakes",
            "After 6 months",
            "Collect songs (100+ pages)",
            "Sing it in <3 minutes",
            "Improve by 2 more songs",
            "Earn $200 tips",
            "State it in numbers (e.g. \"40 songs\")",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
