//! Where everything stands afterwards.

use super::Sides;
use super::lots::{Lot, Lots};
use super::sequence::rising;
use super::tree::ROOT;
use std::collections::HashMap;

/// The children of everything, in order. A line of the new document goes by its place there; what the person
/// added goes by its place in the app, behind all of those.
pub(super) struct Layout {
    children: Vec<Vec<usize>>,
    lines: usize,
    reordered: Vec<bool>,
}

/// What is shown afterwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// A line of the new document, by its place there.
    Line(usize),
    /// What the person added, by its place in the app.
    ByHand(usize),
}

/// What the person added, by what it stands behind.
struct ByHand {
    first: Vec<Vec<usize>>,
    behind: Vec<Vec<usize>>,
}

impl Layout {
    /// The structure is that of the new document. Siblings that the person put in another order stay in it unless the
    /// document moved them too, and what the person added stays behind what it stood behind, or, where its
    /// heading is gone, in what that was in.
    pub(super) fn of(sides: &Sides<'_>, lots: &Lots) -> Self {
        let lines = sides.theirs.len();
        let all = lines + sides.ours.len();
        let mut layout = Self { children: vec![Vec::new(); all], lines, reordered: vec![false; lines] };
        let by_hand = layout.by_hand(sides, lots);
        let mut below: Vec<Vec<usize>> = vec![Vec::new(); lines];
        for there in sides.theirs.places().filter(|there| lots.at(*there).is_shown()) {
            push(&mut below, lots.home(there), there);
        }
        for (home, children) in below.into_iter().enumerate() {
            let ordered = layout.ordered(sides, lots, home, &children, &by_hand);
            if let Some(place) = layout.children.get_mut(home) {
                *place = ordered;
            }
        }
        layout
    }

    /// What is directly below something shown, or at the top.
    pub(super) fn below(&self, shown: Option<Shown>) -> impl DoubleEndedIterator<Item = Shown> {
        let number = match shown {
            None => ROOT,
            Some(Shown::Line(there)) => there,
            Some(Shown::ByHand(place)) => self.lines + place,
        };
        let children = self.children.get(number).map_or(&[][..], Vec::as_slice);
        children.iter().map(|child| match child.checked_sub(self.lines) {
            None => Shown::Line(*child),
            Some(place) => Shown::ByHand(place),
        })
    }

    /// True where the document moved it among its siblings.
    pub(super) fn is_reordered(&self, there: usize) -> bool {
        self.reordered.get(there).copied().unwrap_or(false)
    }

    /// Finds a place for what the person added, and keeps it below what the person added.
    fn by_hand(&mut self, sides: &Sides<'_>, lots: &Lots) -> ByHand {
        let (ours, lines) = (&sides.ours, self.lines);
        let shown = |place: usize| match lots.kept.of(place) {
            None if lots.is_by_hand(sides, place) => Some(lines + place),
            there => there,
        };
        // For each item of the app the nearest sibling, from itself to the front, that is still below the same.
        let mut nearest: Vec<Option<usize>> = vec![None; ours.len()];
        for parent in 0..ours.len() {
            let home = lots.kept.of(parent);
            let mut last = None;
            for child in ours.children(parent) {
                let there = lots.kept.of(*child);
                last = there.filter(|there| Some(lots.home(*there)) == home).or(last);
                if let Some(nearest) = nearest.get_mut(*child) {
                    *nearest = last;
                }
            }
        }
        let mut found = ByHand { first: vec![Vec::new(); lines], behind: vec![Vec::new(); lines] };
        for place in ours.places().filter(|place| lots.is_by_hand(sides, *place)) {
            let (mut from, mut above) = (place, ours.parent(place));
            while above != ROOT && shown(above).is_none() {
                (from, above) = (above, ours.parent(above));
            }
            let home = shown(above).unwrap_or(ROOT);
            match nearest.get(from).copied().flatten() {
                _ if home >= lines => push(&mut self.children, home, lines + place),
                Some(sibling) => push(&mut found.behind, sibling, lines + place),
                None => push(&mut found.first, home, lines + place),
            }
        }
        found
    }

    /// The children of one place: those that stayed as the person has them, each of the others behind the one
    /// that the document has it behind.
    fn ordered(
        &mut self,
        sides: &Sides<'_>,
        lots: &Lots,
        home: usize,
        children: &[usize],
        by_hand: &ByHand,
    ) -> Vec<usize> {
        let parent = match lots.at(home) {
            Lot::Kept(parent) => Some(parent),
            _ => None,
        };
        let stayed: Vec<(usize, usize, usize)> = children
            .iter()
            .filter_map(|there| {
                let Lot::Kept(place) = lots.at(*there) else { return None };
                let base = sides.identity.back(*there)?;
                (Some(sides.ours.parent(place)) == parent).then_some((place, *there, base))
            })
            .collect();
        let places: Vec<usize> = stayed.iter().map(|(_, _, base)| *base).collect();
        let mut fixed: Vec<(usize, usize)> = Vec::new();
        for ((place, there, _), rises) in stayed.into_iter().zip(rising(&places)) {
            if rises {
                fixed.push((place, there));
            } else if let Some(reordered) = self.reordered.get_mut(there) {
                *reordered = true;
            }
        }
        fixed.sort_unstable();
        let starts: std::collections::HashSet<usize> = fixed.iter().map(|(_, there)| *there).collect();
        let mut followers: HashMap<Option<usize>, usize> = HashMap::new();
        let mut before = None;
        for there in children {
            if !starts.contains(there) {
                followers.insert(before, *there);
            }
            before = Some(*there);
        }
        let mut ordered = by_hand.first.get(home).cloned().unwrap_or_default();
        let heads = std::iter::once(None).chain(fixed.iter().map(|(_, there)| Some(*there)));
        for head in heads {
            let mut next = head.or_else(|| followers.get(&None).copied());
            while let Some(there) = next {
                ordered.push(there);
                ordered.extend(by_hand.behind.get(there).into_iter().flatten());
                next = followers.get(&Some(there)).copied();
            }
        }
        ordered
    }
}

fn push(lists: &mut [Vec<usize>], at: usize, value: usize) {
    if let Some(list) = lists.get_mut(at) {
        list.push(value);
    }
}
