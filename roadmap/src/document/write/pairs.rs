//! Two trees of the same document side by side: as it is read, and as it is now.

use crate::Roadmap;
use crate::item::{Item, Kind};
use std::collections::HashMap;
use std::mem::discriminant;

/// A tree laid out in the order of the document.
pub(super) struct Flat<'a> {
    /// The items.
    pub(super) items: Vec<&'a Item>,
    /// For each the one it is below.
    pub(super) parent: Vec<Option<usize>>,
    /// For each those below it.
    pub(super) children: Vec<Vec<usize>>,
    /// Those below none.
    pub(super) top: Vec<usize>,
}

impl<'a> Flat<'a> {
    /// Lays a roadmap out.
    pub(super) fn of(roadmap: &'a Roadmap) -> Self {
        let mut flat = Self { items: Vec::new(), parent: Vec::new(), children: Vec::new(), top: Vec::new() };
        let mut left: Vec<(&Item, Option<usize>)> =
            roadmap.items.iter().rev().map(|item| (item, None)).collect();
        while let Some((item, parent)) = left.pop() {
            let own = flat.items.len();
            flat.items.push(item);
            flat.parent.push(parent);
            flat.children.push(Vec::new());
            let siblings = parent.and_then(|parent| flat.children.get_mut(parent)).unwrap_or(&mut flat.top);
            siblings.push(own);
            left.extend(item.children.iter().rev().map(|child| (child, Some(own))));
        }
        flat
    }

    /// An item.
    pub(super) fn item(&self, at: usize) -> Option<&'a Item> {
        self.items.get(at).copied()
    }

    /// The one it is below.
    pub(super) fn parent(&self, at: usize) -> Option<usize> {
        self.parent.get(at).copied().flatten()
    }

    /// Those below it; those at the top for none.
    pub(super) fn below(&self, at: Option<usize>) -> &[usize] {
        match at {
            Some(at) => self.children.get(at).map(Vec::as_slice).unwrap_or_default(),
            None => &self.top,
        }
    }

    /// It and all below it, which stand side by side.
    pub(super) fn whole(&self, at: usize) -> std::ops::Range<usize> {
        let mut last = at;
        while let Some(below) = self.below(Some(last)).last() {
            last = *below;
        }
        at..last + 1
    }

    /// Every list of siblings.
    pub(super) fn lists(&self) -> impl Iterator<Item = &[usize]> {
        std::iter::once(self.top.as_slice()).chain(self.children.iter().map(Vec::as_slice))
    }
}

/// Whether an item as it was read and one as it is now may go together.
type Fits<'a> = &'a dyn Fn(&Item, &Item) -> bool;

/// For each item as it is now the one that it was read as; none for what was added by hand.
///
/// An item keeps the place it was read from, and mostly its kind; of several at one place those that still
/// say the same go together first.
pub(super) fn pairs(base: &Flat<'_>, now: &Flat<'_>) -> Vec<Option<usize>> {
    let place = |item: &Item| (item.span.start, item.span.end);
    let mut at: HashMap<(usize, usize), Vec<usize>> = HashMap::new();
    for (index, item) in base.items.iter().enumerate() {
        at.entry(place(item)).or_default().push(index);
    }
    let mut pairs = vec![None; now.items.len()];
    let same_kind = |was: &Item, is: &Item| discriminant(&was.kind) == discriminant(&is.kind);
    let passes: [Fits<'_>; 5] = [
        // Several blocks of a line may be for the same, and are told apart by their times.
        &|was, is| was.kind == is.kind && was.text == is.text,
        &|was, is| matches!(was.kind, Kind::Block(_)) && was.kind == is.kind,
        &|was, is| same_kind(was, is) && was.text == is.text,
        &same_kind,
        // A track that was put aside is a section with others below it.
        &|was, is| was.span.start < was.span.end || matches!(is.kind, Kind::Section { .. }),
    ];
    for fits in passes {
        for (item, pair) in now.items.iter().zip(&mut pairs).filter(|(_, pair)| pair.is_none()) {
            let Some(left) = at.get_mut(&place(item)) else { continue };
            let found = left.iter().position(|was| base.item(*was).is_some_and(|was| fits(was, item)));
            *pair = found.map(|found| left.remove(found));
        }
    }
    pairs
}
