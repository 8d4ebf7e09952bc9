//! What becomes of each line of the new document, and of each item of the app.

use super::Sides;
use super::fields::Fields;
use super::keys::{Family, at};
use super::origin::has_no_place;
use super::pairs::Pairs;
use super::tree::ROOT;
use crate::item::Item;
use std::collections::{HashMap, HashSet, VecDeque};

/// How many lines below a heading are asked whether they come back with it.
const ASKED: usize = 64;

/// What becomes of a line of the new document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lot {
    /// It is that item of the app, by its place there.
    Kept(usize),
    /// It is that archived item, back again.
    Restored(usize),
    /// It is new.
    New,
    /// It is an archived item that the person took out.
    Archived(usize),
    /// It is new below something that is not shown.
    Out,
}

impl Lot {
    pub(super) const fn is_shown(self) -> bool {
        matches!(self, Self::Kept(_) | Self::Restored(_) | Self::New)
    }

    /// True where it was not in the app before.
    pub(super) const fn comes(self) -> bool {
        matches!(self, Self::Restored(_) | Self::New)
    }
}

/// What becomes of everything.
pub(super) struct Lots {
    lots: Vec<Lot>,
    /// What is below an item that is not shown belongs to the nearest one above that is.
    homes: Vec<usize>,
    /// The items of the app that are lines of the new document.
    pub(super) kept: Pairs,
}

impl Lots {
    pub(super) fn of(sides: &Sides<'_>) -> Self {
        let mut lots = Self {
            lots: vec![Lot::Kept(ROOT)],
            homes: vec![ROOT],
            kept: Pairs::new(sides.ours.len(), sides.theirs.len()),
        };
        lots.kept.pair(ROOT, ROOT);
        let mut waiting = Waiting::of(sides);
        for (there, item) in sides.theirs.items() {
            let parent = sides.theirs.parent(there);
            let lot = match sides.identity.back(there).and_then(|base| sides.origins.back(base)) {
                Some(place) if place < sides.ours.len() => Lot::Kept(place),
                Some(place) => Lot::Archived(place - sides.ours.len()),
                None if !lots.at(parent).is_shown() => {
                    waiting.out(sides, there).map_or(Lot::Out, Lot::Archived)
                }
                None => waiting.find(sides, &lots, there, item).unwrap_or(Lot::New),
            };
            if let Lot::Kept(place) = lot {
                lots.kept.pair(place, there);
            }
            let home = if lots.at(parent).is_shown() { parent } else { lots.home(parent) };
            lots.lots.push(lot);
            lots.homes.push(home);
        }
        lots
    }

    pub(super) fn at(&self, there: usize) -> Lot {
        self.lots.get(there).copied().unwrap_or(Lot::Out)
    }

    /// What it is directly below afterwards.
    pub(super) fn home(&self, there: usize) -> usize {
        self.homes.get(there).copied().unwrap_or(ROOT)
    }

    /// True for an item of the app that the person added and that the document does not say.
    pub(super) fn is_by_hand(&self, sides: &Sides<'_>, place: usize) -> bool {
        sides.origins.of(place).is_none()
            && self.kept.of(place).is_none()
            && sides.ours.item(place).is_some_and(has_no_place)
    }

    /// What a shown line says afterwards.
    pub(super) fn fields(&self, sides: &Sides<'_>, there: usize) -> Option<Fields> {
        let theirs = sides.theirs.item(there)?;
        let before = match self.at(there) {
            Lot::Kept(place) => sides.ours.item(place),
            Lot::Archived(number) => sides.archived.get(number),
            _ => None,
        };
        let base = sides.identity.back(there).and_then(|base| sides.base.item(base));
        Some(match (base, before) {
            (Some(base), Some(ours)) => Fields::merged(base, ours, theirs),
            _ => Fields::of(theirs),
        })
    }
}

/// What of the app the base does not know, and the new document may say.
struct Waiting {
    /// What the person added, by the item that it is in and its words.
    by_hand: HashMap<(usize, u32), VecDeque<usize>>,
    /// What the document once said, by words: a document that an older version read otherwise.
    strays: HashMap<u32, VecDeque<usize>>,
    /// What was archived as the document lost it, by kind and words.
    archived: HashMap<u32, VecDeque<usize>>,
    /// What was archived and the base still said, by kind and words, where it is no line that is known.
    out: HashMap<u32, VecDeque<usize>>,
    /// The keys of all that was archived as the document lost it.
    lost: HashSet<u32>,
}

impl Waiting {
    fn of(sides: &Sides<'_>) -> Self {
        let (mut by_hand, mut strays): (HashMap<_, VecDeque<_>>, HashMap<_, VecDeque<_>>) =
            Default::default();
        for (place, item) in sides.ours.items().filter(|(place, _)| sides.origins.of(*place).is_none()) {
            let key = at(&sides.our_keys.loose, place);
            if has_no_place(item) {
                by_hand.entry((sides.ours.parent(place), key)).or_default().push_back(place);
            } else {
                strays.entry(key).or_default().push_back(place);
            }
        }
        let (mut archived, mut out): (HashMap<_, VecDeque<_>>, HashMap<_, VecDeque<_>>) = Default::default();
        for (number, _) in sides.archived.iter().enumerate().filter(|(_, item)| !item.text.is_empty()) {
            let key = at(&sides.archived_keys.exact, number);
            match sides.origins.of(sides.ours.len() + number) {
                None => archived.entry(key).or_default().push_back(number),
                Some(base) if sides.identity.of(base).is_none() => {
                    out.entry(key).or_default().push_back(number)
                }
                Some(_) => {}
            }
        }
        let lost = archived.keys().copied().collect();
        Self { by_hand, strays, archived, out, lost }
    }

    fn find(&mut self, sides: &Sides<'_>, lots: &Lots, there: usize, item: &Item) -> Option<Lot> {
        let parent = sides.theirs.parent(there);
        let loose = at(&sides.their_keys.loose, there);
        if let Lot::Kept(parent) = lots.at(parent)
            && let Some(place) = self.by_hand.get_mut(&(parent, loose)).and_then(VecDeque::pop_front)
        {
            return Some(Lot::Kept(place));
        }
        if let Some(place) = self.strays.get_mut(&loose).and_then(VecDeque::pop_front) {
            return Some(Lot::Kept(place));
        }
        if !self.comes_back(sides, there, item) {
            return None;
        }
        self.archived(sides, there).map(Lot::Restored)
    }

    /// The archived item that a line is which stays out.
    fn out(&mut self, sides: &Sides<'_>, there: usize) -> Option<usize> {
        let key = at(&sides.their_keys.exact, there);
        self.archived(sides, there).or_else(|| self.out.get_mut(&key).and_then(VecDeque::pop_front))
    }

    fn archived(&mut self, sides: &Sides<'_>, there: usize) -> Option<usize> {
        let key = at(&sides.their_keys.exact, there);
        self.archived.get_mut(&key).and_then(VecDeque::pop_front)
    }

    /// A heading with lines below it ("Study") comes back only with at least one of them.
    fn comes_back(&self, sides: &Sides<'_>, there: usize, item: &Item) -> bool {
        Family::of(&item.kind) != Family::Heading || sides.theirs.children(there).is_empty() || {
            let mut below = sides.theirs.below(there).take(ASKED);
            below.any(|place| self.lost.contains(&at(&sides.their_keys.exact, place)))
        }
    }
}
