//! How long stages last: what they say themselves, or until the date of the next, or their share of the
//! phase that they are in.

use super::calendar::{self, Slashed};
use super::contents::is_heading;
use super::headings::{self, Part};
use super::hours;
use super::numbers::number_at;
use super::phrases::{Terms, at_brackets, at_dash};
use super::ranges::{Tongue, behind_until};
use super::units::{Unit, letters, written_out};
use crate::document::correction::{Sayings, Taken};
use crate::document::outline::Node;
use crate::item::{Item, Kind, NumberRange};
use std::collections::HashSet;
use std::ops::Range;

/// The days of three months, which have thirteen weeks.
const QUARTER: u32 = 91;

/// Terms of headings for which the last weeks are those that have passed.
const LOOKING_BACK: [&str; 10] = [
    "review*",
    "recap*",
    "summary",
    "retrospective*",
    "progress",
    "results",
    "went",
    "log",
    "report*",
    "looking back",
];

/// The days that a heading says its part lasts, in brackets or behind a dash at its end, or in
/// brackets before its title: "(4 weeks)", "– 10 days", "(3 months, 5 h/week)", ": last 4 weeks". Of a
/// range the most counts. A quarter of a year need not say it.
pub(super) fn lasts(text: &str) -> Option<u32> {
    length_in(text).map(|(days, _)| days).or_else(|| headings::is_quarter(text).then_some(QUARTER))
}

/// The same of a phase, which may be a quarter of the year that the one before names: "Q4".
pub(super) fn phase_lasts(text: &str) -> Option<u32> {
    lasts(text).or_else(|| headings::names_quarter(text).then_some(QUARTER))
}

/// The length that a heading names, and where the words for it stand.
pub(super) fn length_in(text: &str) -> Option<(u32, Range<usize>)> {
    let before_title = || text.split_once("):").map(|(head, _)| text.get(..=head.len()))?;
    length_at_end(text).or_else(|| length_at_end(before_title()?))
}

fn length_at_end(text: &str) -> Option<(u32, Range<usize>)> {
    let bare = text.trim_end();
    let in_brackets = at_brackets(bare).1.is_some();
    let (from, to) = if in_brackets {
        (bare.rfind('(')? + 1, bare.len() - 1)
    } else {
        let last = bare.rsplit_once(": ").map(|(_, said)| said).filter(|said| after_last(said).is_some());
        (bare.len() - last.or(at_dash(bare).1)?.len(), bare.len())
    };
    let looks_back = || bare.get(..from).is_some_and(|name| Terms::of(name).hold_any(&LOOKING_BACK));
    let mut found = None;
    let mut at = from;
    for said in bare.get(from..to)?.split([',', ';']) {
        let last = after_last(said).filter(|_| !looks_back());
        match length(said, last, in_brackets) {
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

/// What follows "last" or "the final" at the start of a text.
fn after_last(text: &str) -> Option<&str> {
    let bare = text.trim_start();
    let words = ["last ", "the last ", "final ", "the final "];
    let is = |word: &&&str| bare.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    bare.get(words.iter().find(is)?.len()..)
}

/// The days of a text that is a length and nothing else, and where its words begin. A number may be
/// written out behind "last" and in brackets; "– one day" is no length.
fn length(text: &str, last: Option<&str>, in_brackets: bool) -> Option<(u32, usize)> {
    let words = last.unwrap_or(text).trim_start().trim_start_matches(['~', '≈']).trim_start();
    let spelt = || {
        let found = written_out(words).filter(|_| in_brackets || last.is_some());
        found.map(|(number, rest)| (f64::from(number.to), rest))
    };
    let (number, rest) = number_at(words).or_else(spelt)?;
    let most = behind_until(rest, Tongue::English).and_then(number_at);
    let (number, rest) = most.unwrap_or((number, rest));
    let (word, rest) = letters(rest.trim_start_matches('-').trim_start());
    let days = match Unit::named(word)? {
        Unit::Day => 1.0,
        Unit::Week => 7.0,
        Unit::Month => f64::from(QUARTER) / 3.0,
    };
    let days = (number * days).round();
    let is_length = rest.trim().is_empty() && (1.0..=4000.0).contains(&days);
    is_length.then_some((days as u32, text.len() - words.len()))
}

/// The days of headings that stand side by side and begin with a day each ("2026-01-05: Scales"):
/// until the day of the next, and for the last as long as the one before it; from a day to another too, where the next
/// does not follow at once. None for other headings,
/// and none at all where the days do not follow one another. From a day to another written with strokes
/// ("26/01 – 01/02: Scales") lasts what it says, where the headings together tell days from months.
pub(super) fn until_next(nodes: &[Node]) -> Vec<Option<u32>> {
    let taken = |node: &Node| !is_heading(node) || node.taken().is_some();
    let day = |node: &Node| {
        let day = || match node.part() {
            Some(Part::Days(_)) => calendar::first_day_at(headings::without_number(node.text())),
            _ => calendar::full_day_at(node.text()).map(|(day, _)| day),
        };
        if taken(node) { None } else { day() }
    };
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
    let last = found.last().copied();
    for (nth, (at, _)) in dated.iter().copied().enumerate() {
        let until = found.get(nth).copied();
        let is_gap = dated.get(nth + 1).is_some_and(|(next, _)| *next == at + 1);
        let days = match nodes.get(at).and_then(Node::part) {
            None => until.or(last),
            // From a day to another says it itself, but nothing of a gap before the next.
            Some(Part::Days(own)) => until.filter(|days| is_gap && *days > own),
            Some(_) => None,
        };
        if let Some(length) = lengths.get_mut(at).filter(|_| days.is_some()) {
            *length = days;
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

/// Gives a stage that a person named, and that says no length, the week behind that of the stage before; seven days
/// where the document has that week elsewhere. Where no stage around it names weeks, its work tells how long it is.
pub(super) fn follow_on(items: &mut [Item], sayings: &Sayings) {
    let mut stages: Vec<&mut Item> = Vec::new();
    let mut left: Vec<&mut Item> = items.iter_mut().rev().collect();
    while let Some(item) = left.pop() {
        match item.kind {
            Kind::Stage { .. } => stages.push(item),
            _ => left.extend(item.children.iter_mut().rev()),
        }
    }
    let weeks = |stage: &Item| match stage.kind {
        Kind::Stage { weeks, .. } => weeks,
        _ => None,
    };
    let named: HashSet<u32> =
        stages.iter().filter_map(|stage| weeks(stage)).map(|weeks| weeks.from).collect();
    let mut before: Option<NumberRange> = None;
    for stage in stages {
        let is_said = sayings.get(&stage.span.line).is_some_and(|said| said.taken == Some(Taken::Stage));
        let is_silent = stage.kind == Kind::Stage { weeks: None, days: None };
        if is_said && is_silent && !named.is_empty() && !headings::is_ongoing(&stage.text) {
            let next = before.map(|weeks| weeks.to.saturating_add(1)).filter(|week| !named.contains(week));
            let weeks = next.map(|week| NumberRange { from: week, to: week });
            stage.kind = Kind::Stage { weeks, days: if weeks.is_none() { Some(7) } else { None } };
        }
        before = weeks(stage).or(before);
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
        assert_eq!(lasts("Foundations (two weeks)"), Some(14));
        assert_eq!(lasts("Q2 2026: Foundations"), Some(91));
        assert_eq!(lasts("Q2 2026: Foundations (10 weeks)"), Some(70));
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
            "A concert – one day",
        ] {
            assert_eq!(lasts(text), None, "{text}");
        }
    }

    #[test]
    fn the_last_weeks_are_a_length() {
        for (text, days, words) in [
            ("Taper: last 4 weeks", 28, "4 weeks"),
            ("Taper: the final two weeks", 14, "two weeks"),
            ("Taper – last ten days", 10, "ten days"),
            ("Taper (last 3-4 weeks)", 28, "3-4 weeks"),
            ("Taper: Final 2 weeks, 5 h/week", 14, "2 weeks"),
        ] {
            let found = length_in(text).map(|(days, place)| (days, &text[place]));
            assert_eq!(found, Some((days, words)), "{text}");
        }
        for text in [
            "Taper: 4 weeks",
            "Taper: last 4 songs",
            "Taper: last weeks",
            "Taper: last 4 weeks of joy",
            "Taper: at last 4 weeks",
            "How the last 4 weeks went",
            "Last 4 weeks",
            "Review: last 4 weeks",
            "What went well – last two weeks",
            "Recap (last 4 weeks)",
        ] {
            assert_eq!(lasts(text), None, "{text}");
        }
    }
}
