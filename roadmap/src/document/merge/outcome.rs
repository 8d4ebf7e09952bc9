//! The merged roadmap itself.

use super::difference::Difference;
use super::fields::Fields;
use super::layout::{Layout, Shown};
use super::lots::{Lot, Lots};
use super::{Merge, Sides, picked};
use crate::edit::tree::has_words;
use crate::item::{Item, ItemId, Record, Roadmap, Span};
use chrono::{DateTime, Utc};
use std::collections::HashMap;

/// What a merge comes to.
pub(super) struct Outcome {
    items: Vec<Item>,
    archived: Vec<Item>,
    removed: Vec<ItemId>,
    restored: Vec<ItemId>,
    newly_ticked: Vec<ItemId>,
    /// The name and the words of each line of the new document that is shown, and what both sides changed.
    lines: Vec<Option<(ItemId, Fields)>>,
}

impl Outcome {
    pub(super) fn of(sides: &Sides<'_>, lots: &Lots, layout: &Layout) -> Self {
        let mut result = Self {
            items: Vec::new(),
            archived: Vec::new(),
            removed: Vec::new(),
            restored: Vec::new(),
            newly_ticked: Vec::new(),
            lines: Vec::new(),
        };
        result.lines.resize_with(sides.theirs.len(), || None);
        let known = sides.ours.items().map(|(_, item)| item).chain(sides.archived);
        let mut last = known.map(|item| item.id.0).max().unwrap_or(0);
        let behind = behind(sides);
        let mut flat: Vec<(usize, Item)> = Vec::new();
        // What the document only implies has an empty place of its own: nothing else is put there.
        let worded = |span: &Span| has_words(*span);
        let first = sides.theirs.items().map(|(_, item)| item.span).find(worded);
        let mut above = first.unwrap_or_default();
        let mut left: Vec<(usize, Shown)> = layout.below(None).rev().map(|shown| (0, shown)).collect();
        while let Some((parent, shown)) = left.pop() {
            let item = match shown {
                Shown::Line(there) => result.line(sides, lots, there, &mut last),
                Shown::ByHand(place) => sides.ours.item(place).map(|item| {
                    // Where those words are gone, it is behind what stands above it now.
                    let known = behind.get(&(item.span.end, item.span.line)).copied();
                    Item { span: known.unwrap_or(end_of(above)), ..item.bare() }
                }),
            };
            let Some(item) = item else { continue };
            above = Some(item.span).filter(worded).unwrap_or(above);
            flat.push((parent, item));
            let at = flat.len();
            left.extend(layout.below(Some(shown)).rev().map(|child| (at, child)));
        }
        result.items = nested(flat);
        result.put_aside(sides, lots);
        result
    }

    /// The name of a line that is shown, and what it says.
    pub(super) fn line_at(&self, there: usize) -> Option<(ItemId, &Fields)> {
        self.lines.get(there)?.as_ref().map(|(id, fields)| (*id, fields))
    }

    pub(super) fn into_merge(self, title: String, differences: Vec<Difference>) -> Merge {
        let Self { mut items, archived, removed, restored, newly_ticked, .. } = self;
        let newly_picked = picked::settle(&mut items, &newly_ticked);
        let roadmap = Roadmap { title, items };
        Merge { roadmap, archived, removed, restored, newly_ticked, newly_picked, differences }
    }

    fn line(&mut self, sides: &Sides<'_>, lots: &Lots, there: usize, last: &mut i64) -> Option<Item> {
        let theirs = sides.theirs.item(there)?;
        let fields = lots.fields(sides, there)?;
        let before = match lots.at(there) {
            Lot::Kept(place) => sides.ours.item(place),
            Lot::Restored(number) => sides.archived.get(number),
            _ => None,
        };
        let (id, mut record) = before.map_or_else(
            || {
                *last = last.saturating_add(1);
                (ItemId(*last), Record::default())
            },
            |item| (item.id, item.record.clone()),
        );
        if let Lot::Kept(place) = lots.at(there)
            && record.done_at.is_none()
        {
            record.done_at = done_below(sides, lots, place);
        }
        if matches!(lots.at(there), Lot::Restored(_)) {
            self.restored.push(id);
        }
        let ticked = |item: &Item| item.task.is_some_and(|task| task.ticked);
        let base = sides.identity.back(there).and_then(|base| sides.base.item(base));
        let known = base.filter(|_| matches!(lots.at(there), Lot::Kept(_)));
        if ticked(theirs) && !known.is_some_and(ticked) && record.done_at.is_none() {
            self.newly_ticked.push(id);
        }
        let Fields { kind, text, note, .. } = &fields;
        let item = Item {
            id,
            kind: kind.clone(),
            text: text.clone(),
            note: note.clone(),
            span: theirs.span,
            task: theirs.task,
            record,
            children: Vec::new(),
        };
        if let Some(line) = self.lines.get_mut(there) {
            *line = Some((id, fields));
        }
        Some(item)
    }

    /// Lists what is not shown.
    fn put_aside(&mut self, sides: &Sides<'_>, lots: &Lots) {
        let mut places: HashMap<usize, usize> = HashMap::new();
        let mut back: Vec<usize> = Vec::new();
        for there in sides.theirs.places() {
            match lots.at(there) {
                Lot::Archived(number) => drop(places.insert(number, there)),
                Lot::Restored(number) => back.push(number),
                _ => {}
            }
        }
        back.sort_unstable();
        for (number, item) in sides.archived.iter().enumerate() {
            if back.binary_search(&number).is_ok() {
                continue;
            }
            let mut item = item.bare();
            let there = places.get(&number).copied();
            let line = there.and_then(|there| sides.theirs.item(there));
            item.span = line.map_or_else(Span::default, |line| line.span);
            item.task = line.and_then(|line| line.task);
            if let Some(Fields { kind, text, note, .. }) = there.and_then(|there| lots.fields(sides, there)) {
                (item.kind, item.text, item.note) = (kind, text, note);
            }
            self.archived.push(item);
        }
        for (place, item) in sides.ours.items() {
            if lots.kept.of(place).is_none() && !lots.is_by_hand(sides, place) {
                self.removed.push(item.id);
                self.archived.push(Item { span: Span::default(), task: None, ..item.bare() });
            }
        }
    }
}

/// Since when a line is done whose box was that of an item below with the same words, which is gone: a week that
/// was its only step, and has other steps now.
fn done_below(sides: &Sides<'_>, lots: &Lots, place: usize) -> Option<DateTime<Utc>> {
    let line = sides.ours.item(place)?;
    let mut gone = sides.ours.children(place).iter().filter(|child| lots.kept.of(**child).is_none());
    gone.find_map(|child| {
        let item = sides.ours.item(*child)?;
        (item.span == line.span && item.text == line.text).then_some(item.record.done_at)?
    })
}

/// Where the words end that the document had an item behind, by the end and the line that they had.
fn behind(sides: &Sides<'_>) -> HashMap<(usize, usize), Span> {
    let mut found = HashMap::new();
    for (place, item) in sides.base.items() {
        let there = sides.identity.of(place).and_then(|there| sides.theirs.item(there));
        if let Some(line) = there {
            found.entry((item.span.end, item.span.line)).or_insert(end_of(line.span));
        }
    }
    found
}

/// The empty place behind words.
const fn end_of(span: Span) -> Span {
    Span { start: span.end, end: span.end, line: span.line }
}

/// A tree from its items in order, each with the number of its parent, counted from 1; 0 is the top.
fn nested(flat: Vec<(usize, Item)>) -> Vec<Item> {
    let mut below: Vec<Vec<Item>> = Vec::new();
    below.resize_with(flat.len() + 1, Vec::new);
    for (number, (parent, mut item)) in flat.into_iter().enumerate().rev() {
        if let Some(children) = below.get_mut(number + 1) {
            children.reverse();
            item.children = std::mem::take(children);
        }
        if let Some(siblings) = below.get_mut(parent) {
            siblings.push(item);
        }
    }
    let mut top = below.into_iter().next().unwrap_or_default();
    top.reverse();
    top
}
