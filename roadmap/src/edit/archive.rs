//! What was taken out of a roadmap, and how it comes back.

use super::weeks::Runs;
use super::{EditError, tree};
use crate::item::Span;
use crate::{Item, ItemId, Kind, Roadmap};
use chrono::{DateTime, Utc};
use std::cmp::{Ordering, Reverse};
use std::collections::{HashMap, HashSet};

/// An item that was taken out of its roadmap.
#[derive(Debug, Clone, PartialEq)]
pub struct Archived {
    /// The item, without its children.
    pub item: Item,
    /// What it stood below.
    pub parent: Option<ItemId>,
    /// Its place among its siblings.
    pub position: u32,
    /// When it was taken out.
    pub since: DateTime<Utc>,
}

/// What was taken out in one go: an item with what stood below it.
#[derive(Debug, Clone, PartialEq)]
pub struct Removed<'a> {
    /// The item that nothing went with above it.
    pub top: &'a Archived,
    /// What went with it, in its order.
    pub below: Vec<&'a Archived>,
}

/// What was taken out, the latest first. An item that was taken out before what it stood below is one of its own.
pub fn removed(archived: &[Archived]) -> Vec<Removed<'_>> {
    let archive = Archive::of(archived);
    let mut tops: Vec<&Archived> = archived.iter().filter(|item| !archive.went_along(item)).collect();
    tops.sort_by_key(|top| Reverse(top.since));
    tops.into_iter().map(|top| Removed { top, below: archive.below(top) }).collect()
}

/// Brings an item back with what was taken out along with it, and answers what is back. What it stood below comes
/// back around it, by itself, where that was taken out too.
///
/// It stands where the document says it, and otherwise at the place that it had among its siblings. A stage with
/// weeks takes them again, and those behind it move on as with [`Edit::AddStage`](super::Edit::AddStage). Where nothing
/// else has changed meanwhile, the weeks are as they were before, unless more than two stages shared some. What the
/// document says no more has an empty place in it, like what is added.
///
/// # Errors
/// [`EditError::Gone`] for what is not archived; the roadmap is then as it was.
pub fn bring_back(
    roadmap: &mut Roadmap,
    archived: &[Archived],
    item: ItemId,
) -> Result<Vec<ItemId>, EditError> {
    let archive = Archive::of(archived);
    let mut top = *archive.items.get(&item).ok_or(EditError::Gone)?;
    let mut back = nested(top, &archive.below(top));
    while let Some(above) = top.parent.and_then(|parent| archive.items.get(&parent)) {
        back = Item { children: vec![back], ..above.item.clone() };
        top = above;
    }
    let ids = back.walk().map(|item| item.id).collect();
    let stages: HashSet<ItemId> =
        back.walk().filter(|item| matches!(item.kind, Kind::Stage { .. })).map(|item| item.id).collect();
    let mut runs = Runs::of(roadmap);
    back.walk()
        .filter(|item| matches!(item.kind, Kind::Phase { .. }))
        .for_each(|phase| runs.take_phase_back(phase));
    let parent = top.parent.and_then(|parent| roadmap.find(parent));
    let siblings = parent.map_or(&roadmap.items, |parent| &parent.children);
    let at = place_among(siblings, &back, top.position as usize);
    let above = at.checked_sub(1).and_then(|before| siblings.get(before)).or(parent).or(siblings.first());
    let words = above.map(|above| tree::words_of(roadmap, above.id));
    give_places(&mut back, words.unwrap_or_default());
    let parent = parent.map(|parent| parent.id).and_then(|parent| tree::find(roadmap, parent));
    match parent {
        Some(parent) => parent.children.insert(at, back),
        None => roadmap.items.insert(at, back),
    }
    runs.take_back(roadmap, &stages);
    runs.renumber(roadmap);
    Ok(ids)
}

/// What was taken out, by name and by what it went along with.
struct Archive<'a> {
    items: HashMap<ItemId, &'a Archived>,
    below: HashMap<ItemId, Vec<&'a Archived>>,
}

impl<'a> Archive<'a> {
    fn of(archived: &'a [Archived]) -> Self {
        let items = archived.iter().map(|archived| (archived.item.id, archived)).collect();
        let archive = Self { items, below: HashMap::new() };
        let mut below: HashMap<ItemId, Vec<&Archived>> = HashMap::new();
        for item in archived.iter().filter(|item| archive.went_along(item)) {
            if let Some(parent) = item.parent {
                below.entry(parent).or_default().push(item);
            }
        }
        for siblings in below.values_mut() {
            siblings.sort_by_key(|item| item.position);
        }
        Self { below, ..archive }
    }

    /// True for what was taken out with what it stood below.
    fn went_along(&self, item: &Archived) -> bool {
        let parent = item.parent.and_then(|parent| self.items.get(&parent));
        parent.is_some_and(|parent| parent.since == item.since)
    }

    fn below(&self, top: &Archived) -> Vec<&'a Archived> {
        let children = |item: &Archived| self.below.get(&item.item.id).into_iter().flatten().rev().copied();
        let mut found = Vec::new();
        let mut left: Vec<&Archived> = children(top).collect();
        while let Some(item) = left.pop() {
            found.push(item);
            left.extend(children(item));
        }
        found
    }
}

/// The tree of an item and what is below it, which comes parents first.
fn nested(top: &Archived, below: &[&Archived]) -> Item {
    let mut children = HashMap::new();
    for archived in below.iter().rev() {
        let item = with_children(archived, &mut children);
        if let Some(parent) = archived.parent {
            children.entry(parent).or_default().push(item);
        }
    }
    with_children(top, &mut children)
}

/// An item with its children, which were gathered from the last on.
fn with_children(archived: &Archived, gathered: &mut HashMap<ItemId, Vec<Item>>) -> Item {
    let mut children = gathered.remove(&archived.item.id).unwrap_or_default();
    children.reverse();
    Item { children, ..archived.item.clone() }
}

/// Where an item goes among its siblings: where the fewest of them stand on the other side of it than in the document,
/// and of such places at the one nearest to that which it had.
fn place_among(siblings: &[Item], item: &Item, position: usize) -> usize {
    let said = |item: &Item| tree::has_words(item.span).then_some(item.span.start);
    let order = |other: &Item| Some(said(other)?.cmp(&said(item)?));
    let mut astray = siblings.iter().filter(|other| order(other) == Some(Ordering::Less)).count();
    let mut best = (astray, position, 0);
    for (before, other) in siblings.iter().enumerate() {
        match order(other) {
            Some(Ordering::Less) => astray -= 1,
            Some(Ordering::Greater) => astray += 1,
            _ => {}
        }
        let at = before + 1;
        best = best.min((astray, position.abs_diff(at), at));
    }
    let (_, _, at) = best;
    at
}

/// Gives what the document says no more an empty place, behind the words above it.
fn give_places(back: &mut Item, mut above: Span) {
    let mut left = vec![back];
    while let Some(item) = left.pop() {
        if item.span == Span::default() {
            item.span = Span { start: above.end, end: above.end, line: above.line };
        } else if tree::has_words(item.span) {
            above = item.span;
        }
        left.extend(item.children.iter_mut().rev());
    }
}
