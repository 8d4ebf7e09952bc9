//! How long stages last: what they say themselves, or until the date of the next, or their share of the
//! phase that they are in.

use super::calendar::{self, Slashed};
use super::contents::is_heading;
use super::numbers::number_at;
use super::phrases::{at_brackets, at_dash};
use super::units::{Unit, letters};
use super::{headings, hours};
use crate::document::outline::Node;
use crate::item::{Item, Kind};
use std::ops::Range;

/// The days that a heading says its part lasts, in brackets or behind a dash at its end, or in
/// brackets before its title: "(4 weeks)", "– 10 days", "(3 months, 5 h/week)". Of a range the most
/// counts.
pub(super) fn lasts(text: &str) -> Option<u32> {
    length_in(text).map(|(days, _)| days)
}

/// The same, and where the words for it stand.
pub(super) fn length_in(text: &str) -> Option<(u32, Range<usize>)> {
    let before_title = || text.split_once("):").map(|(head, _)| text.get(..=head.len()))?;
    length_at_end(text).or_else(|| length_at_end(before_title()?))
}

fn length_at_end(text: &str) -> Option<(u32, Range<usize>)> {
    let bare = text.trim_end();
    let (from, to) = match at_brackets(bare) {
        (_, Some(_)) => (bare.rfind('(')? + 1, bare.len() - 1),
        _ => (bare.len() - at_dash(bare).1?.len(), bare.len()),
    };
    let mut found = None;
    let mut at = from;
    for said in bare.get(from..to)?.split([',', ';']) {
        match length(said) {
            Some((days, start)) if found.is_none() => {
                found = Some((days, at + start..at + said.trim_end().len()));
            }
            // Beside how long it lasts may stand how much of that is worked.
            _ if hours::planned(said.trim()).is_some_and(|(_, rest)| rest.is_empty()) => {}
            _ => return None,
        }
        at += said.len() + 1;
    }
    found
}

/// The days of a text that is a length and nothing else, and where its words begin.
fn length(text: &str) -> Option<(u32, usize)> {
    let words = text.trim_start().trim_start_matches(['~', '≈']).trim_start();
    let (number, rest) = number_at(words)?;
    let after = rest.trim_start();
    let most = ["-", "–", "—", "to "].iter().find_map(|dash| after.strip_prefix(dash));
    let (number, rest) = most.and_then(|after| number_at(after.trim_start())).unwrap_or((number, rest));
    let (word, rest) = letters(rest.trim_start_matches('-').trim_start());
    let days = match Unit::named(word)? {
        Unit::Day => 1.0,
        Unit::Week => 7.0,
        // Three months have thirteen weeks.
        Unit::Month => 91.0 / 3.0,
    };
    let days = (number * days).round();
    let is_length = rest.trim().is_empty() && (1.0..=4000.0).contains(&days);
    is_length.then_some((days as u32, text.len() - words.len()))
}

/// The days of headings that stand side by side and begin with a day each ("2026-01-05: Scales"):
/// until the day of the next, and for the last as long as the one before it. None for other headings,
/// and none at all where the days do not follow one another. From a day to another written with strokes
/// ("26/01 – 01/02: Scales") lasts what it says, where the headings together tell days from months.
pub(super) fn until_next(nodes: &[Node]) -> Vec<Option<u32>> {
    let taken = |node: &Node| !is_heading(node) || node.taken().is_some();
    let day = |node: &Node| calendar::full_day_at(node.text()).map(|(day, _)| day).filter(|_| !taken(node));
    let slashed = |node: &Node| Slashed::at(node.text()).map(|(dates, _)| dates).filter(|_| !taken(node));
    let dated: Vec<_> = nodes.iter().enumerate().filter_map(|(at, node)| Some((at, day(node)?))).collect();
    let mut lengths = calendar::slashed_days(&nodes.iter().map(slashed).collect::<Vec<_>>());
    let mut found = Vec::with_capacity(dated.len());
    for ((_, day), (_, next)) in dated.iter().zip(dated.iter().skip(1)) {
        match u32::try_from(next.signed_duration_since(*day).num_days()) {
            Ok(days @ 1..=366) => found.push(days),
            _ => return lengths,
        }
    }
    if let Some(last) = found.last().copied() {
        found.push(last);
    }
    for ((at, _), days) in dated.into_iter().zip(found) {
        // From a day to another says it itself.
        let is_single = nodes.get(at).is_some_and(|node| headings::read(node.text()).part.is_none());
        if let Some(length) = lengths.get_mut(at).filter(|_| is_single) {
            *length = Some(days);
        }
    }
    lengths
}

/// Shares the days that a phase lasts among its stages, where none of them says how long it is.
pub(super) fn share(items: &mut [Item], lasts: Option<u32>) {
    let Some(lasts) = lasts else { return };
    let silent = |item: &Item| {
        matches!(item.kind, Kind::Stage { weeks: None, days: None }) && !headings::is_ongoing(&item.text)
    };
    let stages = items.iter().filter(|item| matches!(item.kind, Kind::Stage { .. })).count();
    let parts = items.iter().filter(|item| silent(item)).count();
    let Some(parts) = u32::try_from(parts).ok().filter(|_| parts == stages) else { return };
    let until = |part: u32| lasts.saturating_mul(part) / parts.max(1);
    for (stage, part) in items.iter_mut().filter(|item| silent(item)).zip(0..) {
        stage.kind = Kind::Stage { weeks: None, days: Some((until(part + 1) - until(part)).max(1)) };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_stands_at_the_end() {
        assert_eq!(lasts("Foundations (4 weeks)"), Some(28));
        assert_eq!(lasts("Foundations (3-4 weeks)"), Some(28));
        assert_eq!(lasts("Foundations – 10 days"), Some(10));
        assert_eq!(lasts("Foundations (~2 months)"), Some(61));
        assert_eq!(lasts("Foundations (2 Wochen)"), Some(14));
        for text in [
            "Foundations (4 weeks, 5 h/week)",
            "Foundations (5 hours a week; 4 weeks)",
            "Foundations – 4 weeks, 5 h/week",
            "Phase 1 (4 weeks): Foundations",
            "Phase 1 (4 weeks): Foundations (first)",
        ] {
            assert_eq!(
                length_in(text).map(|(days, place)| (days, &text[place])),
                Some((28, "4 weeks")),
                "{text}"
            );
        }
        for text in [
            "4 weeks of joy",
            "Foundations (4 songs)",
            "Foundations (4 weeks of joy)",
            "Foundations (4 weeks, alone)",
            "Foundations (5 h/week)",
            "Foundations (4 weeks) and more",
            "(4 hours)",
        ] {
            assert_eq!(lasts(text), None, "{text}");
        }
    }
}
