//! Looking for words in a text, whatever their case and ending.

use super::ranges::is_dash;
use super::weekdays;

/// How many bytes of a text are looked at; headings and labels are shorter.
const MOST_BYTES: usize = 400;

/// The words of a text in lower case, to look for phrases in.
pub(super) struct Terms {
    lower: String,
    /// Where each word begins and ends.
    places: Vec<(usize, usize)>,
    /// Which letters words begin with, a bit each.
    firsts: u64,
}

impl Terms {
    /// Takes a text apart.
    pub(super) fn of(text: &str) -> Self {
        let text = text.get(..text.floor_char_boundary(MOST_BYTES)).unwrap_or(text);
        let lower = if text.is_ascii() { text.to_ascii_lowercase() } else { text.to_lowercase() };
        let mut places = Vec::with_capacity(lower.len() / 5 + 1);
        let mut start = None;
        for (at, c) in lower.char_indices() {
            let inside = c.is_alphanumeric() || matches!(c, '\'' | '’');
            match (inside, start) {
                (true, None) => start = Some(at),
                (false, Some(from)) => {
                    places.push((from, at));
                    start = None;
                }
                _ => {}
            }
        }
        places.extend(start.map(|from| (from, lower.len())));
        let first = |place: &(usize, usize)| lower.as_bytes().get(place.0).copied();
        let firsts = places.iter().filter_map(first).fold(0, |firsts, byte| firsts | bit(byte));
        Self { lower, places, firsts }
    }

    /// How many there are.
    pub(super) const fn count(&self) -> usize {
        self.places.len()
    }

    /// The words in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.places.iter().filter_map(|(from, to)| self.lower.get(*from..*to))
    }

    /// Where a phrase begins among the words. A phrase is one or more words with spaces between; one
    /// that ends in `*` stands for every word that begins so.
    pub(super) fn find(&self, phrase: &str) -> Option<usize> {
        // Most texts have no word with such a beginning, and phrases are many.
        if phrase.as_bytes().first().is_none_or(|byte| self.firsts & bit(*byte) == 0) {
            return None;
        }
        let (first, rest) = phrase.split_once(' ').unwrap_or((phrase, ""));
        let follows = |at: usize| {
            let mut words = self.iter_from(at + 1);
            rest.split(' ').all(|part| part.is_empty() || words.next().is_some_and(|word| fits(word, part)))
        };
        self.iter().enumerate().find(|(at, word)| fits(word, first) && follows(*at)).map(|(at, _)| at)
    }

    /// True where the words hold the phrase.
    pub(super) fn hold(&self, phrase: &str) -> bool {
        self.find(phrase).is_some()
    }

    /// True where the words hold one of the phrases.
    pub(super) fn hold_any(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.hold(phrase))
    }

    /// True where the words are one of the phrases and nothing else.
    pub(super) fn are_any(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.hold(phrase) && self.count() == phrase.split(' ').count())
    }

    fn iter_from(&self, from: usize) -> impl Iterator<Item = &str> {
        let places = self.places.get(from..).unwrap_or_default();
        places.iter().filter_map(|(from, to)| self.lower.get(*from..*to))
    }
}

/// A byte's place among 64; some share one.
const fn bit(byte: u8) -> u64 {
    1 << (byte % 64)
}

fn fits(word: &str, part: &str) -> bool {
    // Most words differ in their first letter, and headings are many.
    word.as_bytes().first() == part.as_bytes().first()
        && part.strip_suffix('*').map_or(word == part, |stem| word.starts_with(stem))
}

/// A text before and after the first dash that has spaces around it and stands in no brackets, nor among the days
/// that the text begins with: "Mon – Fri – Scales".
pub(super) fn at_dash(text: &str) -> (&str, Option<&str>) {
    let days = || weekdays::days_at(text).map_or(0, |(_, rest)| text.len() - rest.len());
    let mut behind_days = None;
    let mut depth = 0_usize;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if is_dash(c) && depth == 0 && before == ' ' && at >= *behind_days.get_or_insert_with(days) => {
                let (head, tail) = text.split_at(at);
                let tail = tail.trim_start_matches(c);
                if !head.trim().is_empty() && tail.starts_with(' ') && !tail.trim().is_empty() {
                    return (head.trim_end(), Some(tail.trim()));
                }
            }
            _ => {}
        }
        before = c;
    }
    (text, None)
}

/// A text without its last brackets, and what stood in them.
pub(super) fn at_brackets(text: &str) -> (&str, Option<&str>) {
    text.trim_end()
        .strip_suffix(')')
        .and_then(|rest| rest.rsplit_once('('))
        .filter(|(before, inside)| !before.trim().is_empty() && !inside.contains(')'))
        .map_or((text, None), |(before, inside)| (before.trim_end(), Some(inside.trim())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_match_whole_words_and_stems() {
        let words = Terms::of("Mock Interviews, system-design");
        assert!(words.hold("interview*"));
        assert!(words.hold("system design"));
        assert!(!words.hold("interview"));
        assert!(!words.are_any(&["mock interviews"]));
        assert!(Terms::of("RÉSUMÉ").are_any(&["résumé"]));
    }

    #[test]
    fn a_dash_needs_spaces_around_it() {
        assert_eq!(
            at_dash("End-to-end test - with care - and joy"),
            ("End-to-end test", Some("with care - and joy"))
        );
        assert_eq!(at_dash("End-to-end"), ("End-to-end", None));
        assert_eq!(at_dash("A duet (part 2 - the end)"), ("A duet (part 2 - the end)", None));
        assert_eq!(at_dash("A duet – the end"), ("A duet", Some("the end")));
        assert_eq!(at_dash("Mon – Fri – the end"), ("Mon – Fri", Some("the end")));
        assert_eq!(at_dash("Mon - Wed - Fri: Run"), ("Mon - Wed - Fri: Run", None));
    }

    #[test]
    fn brackets_at_the_end_come_off() {
        assert_eq!(at_brackets("Choir (free)"), ("Choir", Some("free")));
        assert_eq!(at_brackets("(free)"), ("(free)", None));
        assert_eq!(at_brackets("Choir (free) now"), ("Choir (free) now", None));
    }
}
