//! What is said otherwise now than it was read: other words, weeks and ticks, each as a change of a few bytes.

use super::inline::{Found, Inline};
use super::layout::Layout;
use super::reworded::reworded;
use super::{boxes, escape, fresh, hours, links, rows, shared, unboxed};
use crate::document::outline;
use crate::document::recognise::{behind_weeks, day_numbers, length_in, named_part, numbers, planned_in};
use crate::document::{week_numbers, with_weeks};
use crate::item::{Item, Kind, NumberRange};
use std::collections::HashSet;
use std::ops::Range;

/// Bytes of the source, and what stands in their place.
pub(super) type Change = (Range<usize>, String);

/// Everything that is said otherwise, in the order of the source.
pub(super) fn changes(layout: &Layout<'_, '_>) -> Vec<Change> {
    let mut found: Vec<Change> = unboxed::new_boxes(layout);
    found.extend(hours::changes(layout));
    found.extend(rows::changes(layout));
    found.extend(shared::changes(layout));
    let shared: HashSet<usize> =
        layout.pieces.all.iter().flat_map(|piece| piece.blocks.iter().copied()).collect();
    let mut ticks = Vec::new();
    for (now, item) in layout.now.items.iter().enumerate() {
        let Some(was) = layout.was(now).and_then(|was| layout.base.item(was)) else { continue };
        if let Some(task) = was.task.filter(|task| task.ticked != item.is_done()) {
            ticks.push((task.mark, item.is_done()));
        }
        weeks(layout, was, item, &mut found);
        if !layout.was(now).is_some_and(|was| shared.contains(&was)) {
            words(layout, track_of(layout, now).unwrap_or(was), item, &mut found);
        }
    }
    found.extend(boxes::changes(layout.source, &ticks));
    found.sort_by_key(|(place, _)| (place.start, place.end));
    let mut end = 0;
    found.retain(|(place, _)| {
        let is_free = place.start >= end;
        end = end.max(if is_free { place.end } else { end });
        is_free
    });
    found
}

/// Other weeks, or another length in days.
fn weeks(layout: &Layout<'_, '_>, was: &Item, is: &Item, found: &mut Vec<Change>) {
    let (Kind::Stage { weeks: before, days: days_before }, Kind::Stage { weeks, days }) =
        (&was.kind, &is.kind)
    else {
        return;
    };
    let Some((start, line)) = line_of(layout, was) else { return };
    if let (Some(before), Some(weeks)) = (before, weeks)
        && before != weeks
        && let Some(place) = numbers_of(line, *before)
    {
        let new = numbers(line.get(place.clone()).unwrap_or_default(), *weeks);
        found.push((start + place.start..start + place.end, new));
    }
    if days != days_before
        && let Some(days) = days
    {
        let length = fresh::length(*days);
        if let Some((range, place)) = day_numbers(line) {
            let range =
                NumberRange { from: range.from, to: range.from.saturating_add(days.saturating_sub(1)) };
            let new = numbers(line.get(place.clone()).unwrap_or_default(), range);
            found.push((start + place.start..start + place.end, new));
            return;
        }
        match length_in(line) {
            Some(place) => found.push((start + place.start..start + place.end, length)),
            None if days_before.is_none() => {
                let end = start + line.trim_end().trim_end_matches([':', '*']).len();
                found.push((end..end, format!(" ({length})")));
            }
            None => {}
        }
    }
}

/// Where a line says those weeks of its own.
pub(super) fn numbers_of(line: &str, range: NumberRange) -> Option<Range<usize>> {
    let named = week_numbers(line).filter(|(named, _)| *named == range).map(|(_, place)| place);
    named.or_else(|| numbers_in(line, range))
}

/// The weeks of a table's row: the first cell that holds nothing else.
fn numbers_in(line: &str, range: NumberRange) -> Option<Range<usize>> {
    let mut from = 0;
    for cell in line.split('|') {
        let bare = cell.trim();
        let start = from + cell.len() - cell.trim_start().len();
        let is_range = bare.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok());
        let ends: Vec<u32> = is_range.collect();
        if bare.starts_with(|c: char| c.is_ascii_digit())
            && (ends == [range.from] && range.from == range.to || ends == [range.from, range.to])
        {
            return Some(start..start + bare.len());
        }
        from += cell.len() + 1;
    }
    None
}

/// Other words.
fn words(layout: &Layout<'_, '_>, was: &Item, is: &Item, found: &mut Vec<Change>) {
    let optional =
        matches!((&was.kind, &is.kind), (Kind::Step { optional: false }, Kind::Step { optional: true }));
    let says_so = is.text.to_lowercase().contains("optional");
    let new = if optional && !says_so { format!("{} (optional)", is.text) } else { is.text.clone() };
    if was.text == new || was.span.start == was.span.end {
        return;
    }
    let Some(said) = said(layout, was) else { return };
    let old = was.text.as_str();
    let is_raw = layout.pieces.in_fence(was.span.line);
    let escaped = |words: &str| match () {
        () if is_raw => words.to_owned(),
        () if fresh::is_row(said) => escape::cell(words),
        () => escape::words(words),
    };
    let words = match (&was.kind, &is.kind) {
        (Kind::Stage { weeks: Some(before), .. }, Kind::Stage { weeks: Some(weeks), .. })
            if week_numbers(&was.text).is_some_and(|(range, _)| range == *before) =>
        {
            // It is called by its weeks, which are changed already.
            if with_weeks(&was.text, *weeks).as_ref() == Some(&new) {
                return;
            }
            None
        }
        (Kind::Stage { weeks: Some(_), .. }, _)
            if behind_weeks(&new).is_some_and(|title| !title.is_empty())
                && named_part(&was.text).is_none() =>
        {
            // The line says the weeks before its title, and says them once.
            Some(behind_weeks(&new).unwrap_or(&new).to_owned())
        }
        (Kind::Phase { .. }, _) => Some(with_hours(&was.text, as_part(&was.text, &new))),
        (Kind::Stage { .. }, _) => Some(as_part(&was.text, &new)),
        (Kind::Track { .. }, _) => Some(with_hours(&was.text, as_track(&was.text, &new))),
        _ => Some(new.clone()),
    };
    let is_label = was.kind.is_label();
    let start = was.span.start;
    let (from, to) = rewritten(said);
    if let Some(words) = &words
        && !is_raw
        && let Some((place, new)) = among_markup(layout, was, said, from, words)
    {
        found.push((start + place.start..start + place.end, new));
        return;
    }
    let new = match (&is.kind, words) {
        (Kind::Stage { weeks: Some(weeks), .. }, None) => fresh::stage(&new, Some(*weeks)),
        (_, words) => escaped(&words.unwrap_or(new)),
    };
    let place = found_whole(said, old, is_label).map(|at| at..at + old.len());
    if let Some(place) = place {
        found.push((start + place.start..start + place.end, new));
        return;
    }
    // Markup stands between the words, so they are written anew behind the marker, and the links kept.
    let own = match was.kind {
        Kind::Resource { href: Some(_) } => links::first(said, from),
        _ => None,
    };
    let others = is
        .children
        .iter()
        .filter(|child| matches!(child.kind, Kind::Resource { href: Some(_) }))
        .filter(|child| was.span.start <= child.span.start && child.span.end <= was.span.end)
        .filter(|child| child.span.start < child.span.end)
        .filter_map(|child| layout.source.get(child.span.start..child.span.end));
    let note = is.note.as_ref().map(|note| format!(" - {}", escape::words(note))).unwrap_or_default();
    let links = own.into_iter().chain(others).map(|link| format!(" {link}")).collect::<String>();
    let pictures = said.get(from..to).map(links::pictures).unwrap_or_default();
    found.push((start + from..start + to, format!("{new}{links}{pictures}{note}")));
}

/// What the line of an item says, to the end of a picture that it ends with.
fn said<'a>(layout: &Layout<'a, '_>, item: &Item) -> Option<&'a str> {
    let said = layout.source.get(item.span.start..item.span.end)?;
    let (_, end) = layout.pieces.lines.range(layout.pieces.lines.number(item.span.end));
    let more = layout.source.get(item.span.start..end)?;
    if !said.contains("![") || !more.get(said.len()..)?.starts_with(']') {
        return Some(said);
    }
    let inline = Inline::read(more, rewritten(said).0, layout.definitions());
    let is_cut = |found: &&Found| found.place.start < said.len() && said.len() < found.place.end;
    let end = inline.elements.iter().find(is_cut).map_or(said.len(), |found| found.place.end);
    more.get(..end)
}

/// Other words in a line with links, pictures or emphasis.
fn among_markup(layout: &Layout<'_, '_>, was: &Item, said: &str, from: usize, new: &str) -> Option<Change> {
    let has_markup = said.contains(['*', '_', '`', '[', '<', '~', '\\', '&']) || said.contains("://");
    if !has_markup && !matches!(was.kind, Kind::Resource { .. }) || fresh::is_row(said) && new.contains('|') {
        return None;
    }
    let definitions = layout.definitions();
    if let Kind::Resource { href: Some(href) } = &was.kind
        && let Some((place, written)) = links::renamed(said, from, href, new)
        && said.get(place.clone()).is_some_and(|link| {
            link.trim_matches(['<', '>']) == href
                || Inline::read(link, 0, definitions).text.trim() == was.text
        })
    {
        return Some((place, written));
    }
    reworded(said, from, (&was.text, new), was.kind.is_label(), definitions)
}

/// New words for what is called by its part or names its length, which it still needs: "Day 5",
/// "Phase 2: Frame (3 weeks)".
fn as_part(was: &str, new: &str) -> String {
    let mut words = new.to_owned();
    if let Some(part) = named_part(was)
        && named_part(new).is_none()
    {
        words = format!("{part}: {words}");
    }
    match length_in(was).and_then(|place| was.get(place)) {
        Some(length) if length_in(new).is_none() => format!("{words} ({length})"),
        _ => words,
    }
}

/// New words with the hours that were planned for all that is below.
fn with_hours(was: &str, new: String) -> String {
    match planned_in(was).and_then(|place| was.get(place)) {
        Some(hours) if planned_in(&new).is_none() => format!("{new} ({hours})"),
        _ => new,
    }
}

/// New words for a track, which is told by what stands before its title: "Track A".
fn as_track(was: &str, new: &str) -> String {
    let mark =
        [": ", " - ", " – ", " — "].iter().filter_map(|mark| Some((was.find(mark)?, mark.len()))).min();
    let name = mark.and_then(|(at, len)| Some((was.get(..at)?, was.get(..at + len)?)));
    match name {
        Some((name, before)) if !new.starts_with(name) => format!("{before}{new}"),
        _ => new.to_owned(),
    }
}

/// The track whose heading names a phase that has no other words.
fn track_of<'b>(layout: &Layout<'_, 'b>, now: usize) -> Option<&'b Item> {
    let was = layout.was(now)?;
    let item = layout.base.item(was)?;
    let track = layout.base.item(layout.base.parent(was)?)?;
    let is_named = matches!((&item.kind, &track.kind), (Kind::Phase { .. }, Kind::Track { .. }))
        && item.span.start == item.span.end
        && item.text == track.text;
    is_named.then_some(track)
}

/// Where the words stand whole: the first place in a line, the last in a label ("Project 1: …").
pub(super) fn found_whole(said: &str, old: &str, is_label: bool) -> Option<usize> {
    if old.is_empty() {
        return None;
    }
    let is_word = |at: &usize| {
        let before = said.get(..*at).and_then(|before| before.chars().next_back());
        let after = said.get(at + old.len()..).and_then(|after| after.chars().next());
        let joins = |c: Option<char>, end: Option<char>| {
            c.is_some_and(char::is_alphanumeric) && end.is_some_and(char::is_alphanumeric)
        };
        !joins(before, old.chars().next()) && !joins(after, old.chars().next_back())
    };
    let mut all = said.match_indices(old).map(|(at, _)| at).filter(is_word);
    if is_label { all.last() } else { all.next() }
}

/// The words of a line without its marker, box, heading's signs and bold marks around all of it.
fn rewritten(said: &str) -> (usize, usize) {
    let words = said.trim_start_matches(['#', ' ']);
    let mut from = said.len() - words.len();
    if let Some(fresh::Marker { lead, mark, gap, boxed }) = fresh::marker(said) {
        from = lead.len() + mark.len() + gap.len() + if boxed { 4 } else { 0 };
    }
    // Elsewhere than in a list brackets stay too, and a sign anywhere.
    let rest = said.get(from..).unwrap_or_default();
    if let Some(found) = outline::brackets(rest).or_else(|| outline::sign(rest)) {
        let words = rest.get(found.end..).unwrap_or_default();
        from = said.len() - words.trim_start_matches(['\u{fe0f}', ' ']).len();
    }
    (from, said.trim_end().len().max(from))
}

/// The line that an item stands on, as far as its words go, and where it begins.
pub(super) fn line_of<'a>(layout: &Layout<'a, '_>, item: &Item) -> Option<(usize, &'a str)> {
    let (start, end) = layout.pieces.lines.range(item.span.line);
    let start = if item.span.start < item.span.end { item.span.start } else { start };
    Some((start, layout.source.get(start..end.max(start))?))
}
