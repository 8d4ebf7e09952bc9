//! Ticks on list lines that have no box: each gets one behind its marker, where it is still read as what
//! it was. A link among steps is a step with a box, and that is as well.

use super::changed::Change;
use super::fresh::marker;
use super::layout::Layout;
use super::pairs::Flat;
use crate::Roadmap;
use crate::document::import;
use crate::item::Kind;
use std::collections::{BTreeMap, BTreeSet};

const TICKED: &str = "[x] ";

/// How often the lines that a box would change are left out before all of them are. Few documents need
/// more than one round.
const MOST_ROUNDS: usize = 8;

/// A box for each list line whose item is done and has none.
pub(super) fn new_boxes(layout: &Layout<'_, '_>) -> Vec<Change> {
    // By line, where the box goes.
    let mut places: BTreeMap<usize, usize> =
        (0..layout.now.items.len()).filter_map(|now| place(layout, now)).collect();
    if places.is_empty() {
        return Vec::new();
    }
    let Some(before) = read(layout.source) else { return Vec::new() };
    let before = said(&before);
    for _ in 0..MOST_ROUNDS {
        let disturbed = disturbed(layout.source, &before, &places);
        if disturbed.is_empty() {
            return places.into_values().map(|at| (at..at, TICKED.to_owned())).collect();
        }
        for line in disturbed {
            // A line that has no new box is read otherwise because of one near it.
            let above = places.range(..=line).next_back().map(|(line, _)| *line);
            if let Some(cause) = above.or_else(|| places.range(line..).next().map(|(line, _)| *line)) {
                places.remove(&cause);
            }
        }
    }
    Vec::new()
}

/// The line of an item that is done and has no box, and the byte in front of which one may stand.
fn place(layout: &Layout<'_, '_>, now: usize) -> Option<(usize, usize)> {
    let (is, at) = (layout.now.item(now)?, layout.was(now)?);
    let was = layout.base.item(at)?;
    layout.pieces.of.get(at).copied().flatten()?;
    if !is.is_done() || !is.can_be_done() || !was.can_be_done() || was.task.is_some() {
        return None;
    }
    let (_, end) = layout.pieces.lines.range(was.span.line);
    let found = marker(layout.source.get(was.span.start..end)?)?;
    let is_plain = layout.pieces.in_fence(was.span.line) || found.mark != "•" && found.gap.len() <= 4;
    let at = was.span.start + found.lead.len() + found.mark.len() + found.gap.len();
    (is_plain && !found.boxed).then_some((was.span.line, at))
}

/// The lines that would be read otherwise with boxes in those places.
fn disturbed(source: &str, before: &Said, places: &BTreeMap<usize, usize>) -> BTreeSet<usize> {
    let mut trial = String::with_capacity(source.len() + places.len() * TICKED.len());
    let mut from = 0;
    for at in places.values() {
        trial.push_str(source.get(from..*at).unwrap_or_default());
        trial.push_str(TICKED);
        from = *at;
    }
    trial.push_str(source.get(from..).unwrap_or_default());
    // A document that is too large for a box more gets none.
    let Some(after) = read(&trial) else { return places.keys().copied().collect() };
    let boxed: BTreeSet<usize> =
        after.walk().filter(|item| item.task.is_some()).map(|item| item.span.line).collect();
    let after = said(&after);
    let lines = before.keys().chain(after.keys());
    let other = lines.filter(|line| match (before.get(line), after.get(line)) {
        (Some(was), Some(is)) => was != is && !(places.contains_key(line) && is_step_with(was, is)),
        _ => true,
    });
    other.chain(places.keys().filter(|line| !boxed.contains(line))).copied().collect()
}

/// By line what its items say: how deep they stand, what they are, their words and their note.
type Said = BTreeMap<usize, Vec<Says>>;

/// What one of them says.
type Says = (usize, Kind, String, Option<String>);

/// True where a line that was a link is a step with that link, and with the same others.
fn is_step_with(was: &[Says], is: &[Says]) -> bool {
    let (Some((depth, Kind::Resource { href: Some(_) }, ..)), Some((above, Kind::Step { .. }, ..))) =
        (was.first(), is.first())
    else {
        return false;
    };
    let is_link = |(_, kind, ..): &&Says| matches!(kind, Kind::Resource { .. });
    let links = |said: &[Says]| -> Vec<Kind> {
        said.iter().filter(is_link).map(|(_, kind, ..)| kind.clone()).collect()
    };
    depth == above && is.len() == was.len() + 1 && links(was) == links(is)
}

fn said(roadmap: &Roadmap) -> Said {
    let flat = Flat::of(roadmap);
    let mut depths: Vec<usize> = Vec::with_capacity(flat.items.len());
    let mut said = Said::new();
    for (at, item) in flat.items.iter().enumerate() {
        let above = flat.parent(at).and_then(|parent| depths.get(parent));
        let depth = above.map_or(0, |above| above + 1);
        depths.push(depth);
        let says = (depth, item.kind.clone(), item.text.clone(), item.note.clone());
        said.entry(item.span.line).or_default().push(says);
    }
    said
}

fn read(source: &str) -> Option<Roadmap> {
    import(source.as_bytes(), "roadmap").ok().map(|import| import.roadmap)
}
