//! The numbers of numbered lists, where lines came, went or moved.

use super::changed::Change;
use super::fresh::marker;
use super::layout::{Body, Layout};
use std::collections::HashMap;

/// Numbers each list anew whose lines are others or in another order. A list goes on from the number it began
/// with; one whose lines all have the same number keeps it.
pub(super) fn recount(layout: &mut Layout<'_, '_>, changes: &mut Vec<Change>) {
    let at: HashMap<usize, usize> =
        layout.slots.iter().enumerate().filter_map(|(at, slot)| Some((slot.item?, at))).collect();
    let mut new: Vec<(usize, String)> = Vec::new();
    let parents = std::iter::once(None).chain((0..layout.now.items.len()).map(Some));
    for parent in parents.filter(|parent| is_changed(layout, *parent)) {
        let mut expected: Option<u32> = None;
        let first = first_numbers(layout, parent);
        let is_level = is_level(layout, parent);
        for item in layout.now.below(parent) {
            let number = at.get(item).and_then(|at| Some((*at, number(layout, *at)?)));
            let Some((place, own)) = number else {
                expected = None;
                continue;
            };
            let begins = layout.was(*item).and_then(|was| first.get(&was)).copied();
            let next = match (expected, begins) {
                // The run that it is in begins where the document had it begin.
                (None, Some(begins)) => begins,
                (None, None) => own,
                (Some(expected), _) => expected,
            };
            let keeps = begins.is_some_and(|begins| begins == own) && is_level;
            let next = if keeps { own } else { next };
            expected = Some(if is_level { next } else { next.saturating_add(1) });
            if next != own {
                new.push((place, next.to_string()));
            }
        }
    }
    for (place, number) in new {
        renumber(layout, place, &number, changes);
    }
}

/// True where what is below that item are others than in the document, or in another order.
fn is_changed(layout: &Layout<'_, '_>, parent: Option<usize>) -> bool {
    let was = match parent {
        Some(parent) => match layout.was(parent) {
            Some(was) => Some(was),
            None => return false,
        },
        None => None,
    };
    let before = layout.base.below(was).iter().copied().map(Some);
    !before.eq(layout.now.below(parent).iter().map(|item| layout.was(*item)))
}

/// For each line of the document's lists below that item the number that its run begins with.
fn first_numbers(layout: &Layout<'_, '_>, parent: Option<usize>) -> HashMap<usize, u32> {
    let mut first = HashMap::new();
    let mut run: Option<(u32, u32)> = None;
    for item in layout.base.below(parent.and_then(|parent| layout.was(parent))) {
        let body =
            layout.pieces.of.get(*item).copied().flatten().and_then(|piece| layout.pieces.all.get(piece));
        let number = body.and_then(|piece| layout.source.get(piece.body.clone())).and_then(number_of);
        run = number.map(|number| match run {
            Some((begins, last)) if last + 1 == number => (begins, number),
            _ => (number, number),
        });
        if let Some((begins, _)) = run {
            first.insert(*item, begins);
        }
    }
    first
}

/// True where the lines below that item all have the same number, as Markdown allows.
fn is_level(layout: &Layout<'_, '_>, parent: Option<usize>) -> bool {
    let siblings = layout.base.below(parent.and_then(|parent| layout.was(parent)));
    let numbers: Vec<u32> = siblings
        .iter()
        .filter_map(|sibling| layout.pieces.of.get(*sibling).copied().flatten())
        .filter_map(|piece| layout.pieces.all.get(piece))
        .filter_map(|piece| layout.source.get(piece.body.clone()).and_then(number_of))
        .collect();
    numbers.len() > 1 && numbers.iter().all(|number| numbers.first() == Some(number))
}

fn number(layout: &Layout<'_, '_>, at: usize) -> Option<u32> {
    match &layout.slots.get(at)?.body {
        Body::Source(piece) => {
            layout.source.get(layout.pieces.all.get(*piece)?.body.clone()).and_then(number_of)
        }
        Body::Fresh(text) => number_of(text),
    }
}

fn number_of(body: &str) -> Option<u32> {
    marker(body)?.mark.trim_end_matches(['.', ')']).parse().ok()
}

/// Writes another number. Where it is longer, what is below the line goes deeper by as much.
fn renumber(layout: &mut Layout<'_, '_>, place: usize, number: &str, changes: &mut Vec<Change>) {
    let Some(slot) = layout.slots.get_mut(place) else { return };
    let len = match &mut slot.body {
        Body::Source(piece) => {
            let Some(piece) = layout.pieces.all.get(*piece) else { return };
            let Some(found) = layout.source.get(piece.body.clone()).and_then(marker) else { return };
            let len = found.mark.len() - 1;
            let start = piece.body.start + found.lead.len();
            changes.push((start..start + len, number.to_owned()));
            len
        }
        Body::Fresh(text) => {
            let Some((lead, len)) = marker(text).map(|found| (found.lead.len(), found.mark.len() - 1)) else {
                return;
            };
            text.replace_range(lead..lead + len, number);
            len
        }
    };
    let deeper = number.len().saturating_sub(len);
    let Some(item) = slot.item.filter(|_| deeper > 0) else { return };
    let below = layout.now.whole(item);
    for slot in &mut layout.slots {
        if slot.item.is_some_and(|other| other != item && below.contains(&other)) {
            slot.deeper += deeper;
        }
    }
}
