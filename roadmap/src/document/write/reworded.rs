//! Other words for a line with markup, links and pictures in it.
//!
//! What its words were and are in common stays as it is written. A link or picture whose words stand in the new ones is
//! there again, and any other stands behind them; a picture at the beginning stays there.

use super::changed::found_whole;
use super::inline::{Definitions, Element, Found, Inline};
use super::{escape, links};
use std::cmp::Reverse;
use std::ops::Range;

/// Where a line says its words, which begin behind that byte, and what stands there for others. None where they are not
/// found whole.
pub(super) fn reworded(
    said: &str,
    from: usize,
    (old, new): (&str, &str),
    is_label: bool,
    definitions: &Definitions,
) -> Option<(Range<usize>, String)> {
    let inline = Inline::read(said, from, definitions);
    let at = found_whole(&inline.text, old, is_label)?;
    let whole = at..at + old.len();
    let all = inline.place(&whole)?;
    let is_name = |found: &&Found| found.element == Element::Link && found.said == whole;
    if let Some(link) = inline.elements.iter().find(is_name)
        && found_whole(new, old.trim(), false).is_none()
    {
        return links::renamed(said, link.place.start, &link.href, new);
    }
    let replaced = || (all.clone(), composed(said, &inline, &whole, &all, new));
    let (before, behind) = in_common(&inline, &whole, new);
    let Some(between) = new.get(before..new.len() - behind) else { return Some(replaced()) };
    let gone = whole.start + before..whole.end - behind;
    if !gone.is_empty() {
        let place = inline.place(&gone);
        return place
            .map(|place| (place.clone(), composed(said, &inline, &gone, &place, between)))
            .or_else(|| Some(replaced()));
    }
    let point = if before > 0 {
        inline.place(&(whole.start..gone.start)).map(|before| before.end)
    } else {
        inline.place(&(gone.end..whole.end)).map(|behind| behind.start)
    };
    Some(point.map_or_else(replaced, |point| (point..point, escape::words(between))))
}

/// Other words for some that are all of a text.
pub(super) fn instead(said: &str, new: &str, definitions: &Definitions) -> String {
    let text = Inline::read(said, 0, definitions).text;
    let Some((place, new)) = reworded(said, 0, (text.trim(), new), false, definitions) else {
        return escape::words(new);
    };
    let part = |range: Range<usize>| said.get(range).unwrap_or_default();
    format!("{}{new}{}", part(0..place.start), part(place.end..said.len()))
}

/// How many bytes the words and the new ones have in common, in whole words, before and behind what differs. What
/// stands whole is not parted.
fn in_common(inline: &Inline, whole: &Range<usize>, new: &str) -> (usize, usize) {
    let old = inline.text.get(whole.clone()).unwrap_or_default();
    let inside = |at: usize| {
        let is_parted = |found: &&Found| {
            found.said.start < at
                && at < found.said.end
                && (whole.start < found.said.start || found.said.end < whole.end || found.is_atom)
        };
        inline.elements.iter().any(|found| is_parted(&found))
    };
    let ends = |text: &str, at: usize| {
        let (before, behind) = (text.get(..at), text.get(at..));
        before.is_some_and(|before| before.is_empty() || before.ends_with(' '))
            || behind.is_some_and(|behind| behind.is_empty() || behind.starts_with(' '))
    };
    let same = |(one, other): &(char, char)| one == other;
    let mut before: usize = old.chars().zip(new.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    while before > 0 && !(ends(old, before) && ends(new, before) && !inside(whole.start + before)) {
        before = old.get(..before).and_then(|old| old.char_indices().next_back()).map_or(0, |(at, _)| at);
    }
    let (rest, other) = (old.get(before..).unwrap_or_default(), new.get(before..).unwrap_or_default());
    let backwards = rest.chars().rev().zip(other.chars().rev());
    let mut behind: usize = backwards.take_while(same).map(|(c, _)| c.len_utf8()).sum();
    while behind > 0
        && !(ends(old, old.len() - behind) && ends(new, new.len() - behind) && !inside(whole.end - behind))
    {
        let first = old.get(old.len() - behind..).and_then(|behind| behind.chars().next());
        behind -= first.map_or(behind, char::len_utf8);
    }
    (before, behind)
}

/// New words in the place of some, with the links and pictures that are written there.
fn composed(said: &str, inline: &Inline, gone: &Range<usize>, place: &Range<usize>, new: &str) -> String {
    let mut units: Vec<&Found> = Vec::new();
    for found in inline.elements.iter().filter(|found| found.element != Element::Markup) {
        let is_whole = place.start <= found.place.start && found.place.end <= place.end;
        if is_whole && units.last().is_none_or(|last| last.place.end <= found.place.start) {
            units.push(found);
        }
    }
    let raw = |unit: &Found| said.get(unit.place.clone()).unwrap_or_default();
    let words = |unit: &Found| inline.text.get(unit.said.clone()).unwrap_or_default().trim().to_owned();
    let mut longest: Vec<usize> = (0..units.len()).collect();
    longest.sort_by_key(|at| Reverse(units.get(*at).map_or(0, |unit| unit.said.len())));
    // By unit the words that it says again.
    let mut again: Vec<Option<Range<usize>>> = vec![None; units.len()];
    for at in longest {
        let Some(words) = units.get(at).map(|unit| words(unit)) else { continue };
        let mut from = 0;
        while let Some(found) = new.get(from..).and_then(|rest| found_whole(rest, &words, false)) {
            let place = from + found..from + found + words.len();
            let is_free = |taken: &Range<usize>| taken.end <= place.start || place.end <= taken.start;
            if again.iter().flatten().all(is_free) {
                again.insert(at, Some(place));
                again.remove(at + 1);
                break;
            }
            from = place.end;
        }
    }
    let mut there: Vec<(Range<usize>, &str)> =
        again.iter().zip(&units).filter_map(|(again, unit)| Some((again.clone()?, raw(unit)))).collect();
    there.sort_by_key(|(place, _)| place.start);
    let mut lost: Vec<&Found> =
        again.iter().zip(&units).filter(|(again, _)| again.is_none()).map(|(_, unit)| *unit).collect();

    let mut out = String::new();
    if let Some(first) = lost.first().copied()
        && first.element == Element::Picture
        && first.said.start == gone.start
    {
        out.push_str(&format!("{} ", raw(first)));
        lost.remove(0);
    }
    let mut from = 0;
    for (place, unit) in there {
        out.push_str(&words_before(new.get(from..place.start).unwrap_or_default(), unit));
        out.push_str(unit);
        from = place.end;
    }
    out.push_str(&escape::words(new.get(from..).unwrap_or_default()));
    if !lost.is_empty() {
        out.truncate(out.trim_end().len());
        for unit in lost {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(raw(unit));
        }
        if inline.text.get(gone.clone()).is_some_and(|gone| gone.ends_with(' ')) {
            out.push(' ');
        }
    }
    out
}

/// Words before a link. A mark of exclamation right before it would make a picture of it.
fn words_before(words: &str, link: &str) -> String {
    let escaped = escape::words(words);
    match escaped.strip_suffix('!') {
        Some(words) if link.starts_with('[') => format!("{words}\\!"),
        _ => escaped,
    }
}
