//! The stretch that a text plans for what it says, in brackets, at its beginning or at its end: "Scales (45 min)".

use super::around::{is_before, is_mark, without, without_bound};
use super::stretch::{Stretch, behind_figures, number_from, place_of, stretch_at};
use std::ops::Range;

/// Words behind which a stretch at the end of a title is spoken of rather than planned: "Sing in under 2 h".
const SPOKEN: [&str; 26] = [
    "in", "under", "over", "above", "below", "within", "than", "by", "after", "before", "at", "every",
    "each", "until", "for", "of", "to", "from", "the", "a", "first", "last", "next", "final", "past", "only",
];

/// The stretch that a text plans for what it says, and the text without it: in brackets, at its
/// beginning or at its end ("Scales (45 min)", "45 min of scales", "Scales – 1 h"). A time that is
/// spoken of otherwise ("in under 20 minutes") is no plan.
pub(in crate::document::recognise) fn planned(text: &str) -> Option<(Stretch, String)> {
    let (stretch, place) = planned_at(text)?;
    if text.get(..place.start)?.trim_start_matches(is_before).is_empty() {
        let rest = text.get(place.end..)?.trim_start_matches([' ', ':', '-', '–', '—', ',', '|']);
        return Some((stretch, rest.strip_prefix("of ").unwrap_or(rest).trim().to_owned()));
    }
    let rest = without(text, place.start, place.end);
    // What parted a bracket at the beginning from the words: "(15 hours): Scales".
    Some((stretch, rest.trim_start_matches([' ', ':', '-', '–', '—', '|']).to_owned()))
}

/// The stretch that a text plans for what it says, and where its words stand.
pub(in crate::document::recognise) fn planned_at(text: &str) -> Option<(Stretch, Range<usize>)> {
    let bare = text.trim_start_matches(is_before);
    let mut from = text.len() - bare.len();
    if let Some((stretch, end)) = stretch_at(text, from) {
        return Some((stretch, from..end));
    }
    while let Some(at) = number_from(text, from) {
        let before = text.get(..at)?.trim_end_matches([' ', '~', '≈']);
        let before = without_bound(before);
        let opens = before.ends_with(['(', '[', '{']);
        let marked = before.ends_with(is_mark) || before.ends_with(" /");
        if (opens || marked)
            && let Some((stretch, end)) = stretch_at(text, at)
        {
            let after = text.get(end..)?.trim_start();
            if opens && after_total(after).starts_with([')', ']', '}', ',', ';']) || marked && is_end(after) {
                return Some((stretch, at..end));
            }
        }
        from = behind_figures(text, at);
    }
    None
}

/// The stretch that a title plans, which needs no mark at its end: "Scales 15 h".
pub(in crate::document::recognise) fn titled(text: &str) -> Option<(Stretch, String)> {
    planned(text).or_else(|| {
        let (stretch, place) = place_of(text)?;
        let before = text.get(..place.start)?.trim_end_matches([' ', '~', '≈']);
        let word = before.rsplit(' ').next()?;
        let is_word = word.chars().any(char::is_alphabetic) && word.ends_with(char::is_alphanumeric);
        let is_spoken = SPOKEN.iter().any(|spoken| spoken.eq_ignore_ascii_case(word));
        let is_last = is_end(text.get(place.end..)?.trim_start());
        (is_word && !is_spoken && is_last).then(|| (stretch, without(text, place.start, place.end)))
    })
}

/// The hours of a text that says nothing else: "about 6 h".
pub(in crate::document::recognise) fn alone(text: &str) -> Option<Stretch> {
    // Few texts have figures.
    text.find(|c: char| c.is_ascii_digit() || c == '½')?;
    let bare = text.trim_start_matches(is_before);
    let figures = bare.trim_start_matches(|c: char| c.is_alphabetic() || matches!(c, ' ' | '.' | '~' | '≈'));
    let before = bare.get(..bare.len() - figures.len())?.trim_end_matches(is_before);
    let (stretch, rest) = planned(figures).filter(|_| without_bound(before).is_empty())?;
    rest.is_empty().then_some(stretch)
}

/// What a text plans the hours at its end for: "Scales" of "Scales (2 h)", "Scales – 2 h". None where a colon stands
/// before them, which says what they are: "Time: 2 h".
pub(in crate::document::recognise) fn name_before(text: &str) -> Option<String> {
    let (_, place) = planned_at(text)?;
    let is_told = without_bound(text.get(..place.start)?.trim_end_matches(is_before)).ends_with(':');
    let name = without(text, place.start, place.end);
    // What stands behind the hours would be in the way.
    (!is_told && !name.is_empty() && text.starts_with(name.as_str())).then_some(name)
}

/// A line's words without the hours that it is planned with; none where it names none.
pub(in crate::document) fn without_hours(text: &str) -> Option<String> {
    planned(text).map(|(_, rest)| rest)
}

/// What follows the word that a stretch is all there is: "7 hours total]".
fn after_total(text: &str) -> &str {
    let bare = text.strip_prefix("in ").unwrap_or(text);
    ["total", "altogether", "overall"]
        .iter()
        .find_map(|word| bare.strip_prefix(word))
        .map_or(text, str::trim_start)
}

fn is_end(text: &str) -> bool {
    text.chars().all(|c| matches!(c, '.' | ')' | '*' | ' '))
}
