//! A roadmap as the document it was read from, with what a person has ticked and changed.

use super::changed::{Change, changes};
use super::counting::recount;
use super::fresh::{is_list_line, is_row};
use super::layout::{Body, Layout, Slot};
use super::pairs::{Flat, pairs};
use super::pieces::Pieces;
use crate::Roadmap;
use std::cell::OnceCell;

/// The document that a roadmap was read from, with the person's ticks and changes; the same to the byte
/// where there are none. `base` is the roadmap as it was read from `source`, which the items' spans point into.
///
/// A box is ticked where its item's [`done_at`](crate::item::Record::done_at) says so, so that of a roadmap
/// fresh from [`import`](crate::document::import) the boxes that the document has ticked need one first. A list
/// line without a box whose item is done gets one behind its marker, in a fence too, unless it or another line
/// would be read as something else then, as "- Deliverable: …" would as a step. Only a link among steps may become
/// a step with that link.
/// Ticks on what is no list line of its own (rows, headings, links within a line) are not written. Whatever was
/// not changed stays as it is written. An item that has no counterpart in the base was added by hand, and a
/// counterpart that is missing was taken away.
///
/// Lines that go leave rules, blank lines and the edges of fences where they are. What is new looks like
/// its siblings: marker, indentation and box, or the level of the heading. Some changes have no words of
/// their own and can't be read back: the category of an activity without hours that its name does not
/// tell, a phase without stages, the moving of what shares its line with others, that one of several blocks of
/// a table's row is gone, the length of a stage that is told by dates, and anything about items that stand for
/// no words of the document, such as a stage that holds what stands right below its phase.
pub fn markdown(roadmap: &Roadmap, base: &Roadmap, source: &str) -> String {
    let (title, base, now) = (&base.title, Flat::of(base), Flat::of(roadmap));
    let pieces = Pieces::of(source, title, &base);
    let pairs = pairs(&base, &now);
    let mut layout = Layout {
        source,
        line_break: super::line_break(source),
        pieces: &pieces,
        base: &base,
        now: &now,
        pairs: &pairs,
        slots: Vec::new(),
        definitions: OnceCell::new(),
    };
    layout.fill();
    layout.arrange();
    layout.thin_out();
    layout.add();
    let mut changes = changes(&layout);
    recount(&mut layout, &mut changes);
    changes.sort_by_key(|(place, _)| (place.start, place.end));
    written(&layout, &changes)
}

fn written(layout: &Layout<'_, '_>, changes: &[Change]) -> String {
    let mut out = applied(layout.source, 0..layout.pieces.start, changes);
    let mut before: Option<&Slot<'_>> = None;
    for slot in &layout.slots {
        let mut text = match &slot.body {
            Body::Source(piece) => {
                let body = layout.pieces.all.get(*piece).map(|piece| piece.body.clone());
                body.map(|body| applied(layout.source, body, changes)).unwrap_or_default()
            }
            Body::Fresh(text) => text.clone(),
        };
        if slot.deeper > 0 {
            let pad = " ".repeat(slot.deeper);
            text = text.split_inclusive('\n').map(|line| format!("{pad}{line}")).collect();
        }
        if before.is_some() && !out.ends_with('\n') {
            // The last line of the document need not have had a line break.
            out.push_str(layout.line_break);
        }
        if before.is_some_and(|before| runs_on(layout, before, slot, &text)) {
            out.push_str(layout.line_break);
        }
        out.push_str(&text);
        out.push_str(&slot.tail);
        before = Some(slot);
    }
    out
}

/// True where lines that have come to stand one below the other would be read as one.
fn runs_on(layout: &Layout<'_, '_>, before: &Slot<'_>, slot: &Slot<'_>, text: &str) -> bool {
    let line = match (&before.body, &slot.body) {
        (Body::Source(before), Body::Source(piece)) if before + 1 == *piece => return false,
        (_, Body::Source(piece)) => {
            layout.pieces.all.get(*piece).map(|piece| layout.pieces.lines.number(piece.body.start))
        }
        (Body::Source(before), _) => {
            layout.pieces.all.get(*before).map(|piece| layout.pieces.lines.number(piece.body.end))
        }
        _ => None,
    };
    let in_fence = line.is_some_and(|line| layout.pieces.in_fence(line));
    let first = text.trim_start();
    let above = match &before.body {
        Body::Source(piece) => {
            layout.pieces.all.get(*piece).and_then(|piece| layout.source.get(piece.body.clone()))
        }
        Body::Fresh(text) => Some(text.as_str()),
    };
    // A list that does not begin with 1 needs a blank line behind a paragraph.
    let joins = is_list_line(text) && above.is_some_and(is_list_line);
    let begins_anew = match first.chars().next() {
        // Behind anything else than its rows a table needs a blank line.
        Some('|') => above.is_some_and(|above| is_row(above) || above.trim_start().starts_with('#')),
        first => matches!(first, Some('#' | '>')),
    };
    before.tail.matches('\n').count() == 1 && !in_fence && !joins && !begins_anew && !first.is_empty()
}

/// A part of the source with the changes in it.
fn applied(source: &str, part: std::ops::Range<usize>, changes: &[Change]) -> String {
    let mut out = String::with_capacity(part.len());
    let mut from = part.start;
    let first = changes.partition_point(|(place, _)| place.start < part.start);
    for (place, new) in changes.iter().skip(first).take_while(|(place, _)| place.end <= part.end) {
        if place.start >= from {
            out.push_str(source.get(from..place.start).unwrap_or_default());
            out.push_str(new);
            from = place.end;
        }
    }
    out.push_str(source.get(from..part.end).unwrap_or_default());
    out
}
