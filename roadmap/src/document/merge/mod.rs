//! Bringing a changed document into a roadmap that a person has worked with.
//!
//! Three roadmaps meet: the document as it was last read (the base), what the person made of it in the app, and the
//! document as it is now. [`origin`] finds which line of the base each item of the app came from, [`identity`]
//! which line of the new document is which of the base. From both, [`lots`] says what becomes of each line,
//! [`fields`] what it says, [`layout`] where it stands, [`weeks`] how new weeks are numbered, and [`report`] what a
//! person is told of it.
//!
//! Progress is never lost: what was ticked stays ticked, and what was recorded stays with what it was recorded
//! on, or leaves the roadmap together with it.

mod alike;
mod aspects;
mod content;
mod difference;
mod fields;
mod identity;
mod keys;
mod layout;
mod lots;
mod origin;
mod outcome;
mod pairs;
mod picked;
mod report;
mod sequence;
#[cfg(test)]
mod tests;
mod tree;
mod weeks;

pub use difference::{Aspect, Difference, Differs};

use crate::{Item, ItemId, Roadmap};
use keys::{Keys, Names};
use pairs::Pairs;
use tree::Tree;

/// What the person has made of the document as it was last read.
#[derive(Debug, Clone, Copy)]
pub struct Ours<'a> {
    /// The roadmap as it is in the app: with the app's names and records, and words and order as the person has
    /// them.
    pub roadmap: &'a Roadmap,
    /// What is no longer shown, each without what is below it: what the person took out, and what an earlier
    /// merge took out as the document had lost it.
    pub archived: &'a [Item],
}

/// A roadmap into which a changed document was brought.
#[derive(Debug, Clone, PartialEq)]
pub struct Merge {
    /// The roadmap: what was there before keeps its name and its record, and has its place, box and lines of the
    /// new document; what is new has a name above all others.
    pub roadmap: Roadmap,
    /// What is no longer shown, each without what is below it, with its place in the new document where that
    /// still says it, and an empty place where it does not: what was archived and did not come back, then
    /// what was removed. Kept like this, it is what the next merge needs.
    pub archived: Vec<Item>,
    /// What left the roadmap because the document lost it.
    pub removed: Vec<ItemId>,
    /// What was archived and is in the roadmap again because the document says it again.
    pub restored: Vec<ItemId>,
    /// What the document newly has ticked and is not done yet: done from now on.
    pub newly_ticked: Vec<ItemId>,
    /// Options among them, one of a choice, that were not picked yet: picked from now on, instead of any other.
    pub newly_picked: Vec<ItemId>,
    /// What changed, in the order of the new document; what is gone at the place where it stood.
    pub differences: Vec<Difference>,
}

/// Brings a changed document into a roadmap. `base` is the import of the document as it was last read, `theirs`
/// that of the document as it is now; where a track was picked, [kept](super::keep_track) in both.
///
/// What only the document changed is as it is there, what only the person changed stays as it is, and so does
/// what both changed, which is then reported as a [conflict](Differs::Conflict). What the person took out stays
/// out, with all below it; what the person added stays. A new week among stages that the person gave other
/// lengths follows on from the one before it.
///
/// The caller sets when the items in [`newly_ticked`](Merge::newly_ticked) were done.
pub fn merge(base: &Roadmap, ours: Ours<'_>, theirs: &Roadmap) -> Merge {
    let sides = Sides::of(base, ours, theirs);
    let lots = lots::Lots::of(&sides);
    let layout = layout::Layout::of(&sides, &lots);
    let outcome = outcome::Outcome::of(&sides, &lots, &layout);
    let differences = report::differences(&sides, &lots, &layout, &outcome);
    let title = if ours.roadmap.title == base.title { &theirs.title } else { &ours.roadmap.title };
    let named = weeks::named(&sides, &outcome);
    let mut merge = outcome.into_merge(title.clone(), differences);
    weeks::renumber(&mut merge.roadmap, ours.roadmap, &named);
    merge
}

/// The three roadmaps, and which items of one are which of another.
struct Sides<'a> {
    base: Tree<'a>,
    ours: Tree<'a>,
    our_keys: Keys,
    archived: &'a [Item],
    archived_keys: Keys,
    theirs: Tree<'a>,
    their_keys: Keys,
    /// What the app has, and the base: the places of what is shown, then the archived items by their number.
    origins: Pairs,
    /// The base and the new document.
    identity: Pairs,
}

impl<'a> Sides<'a> {
    fn of(base: &'a Roadmap, ours: Ours<'a>, theirs: &'a Roadmap) -> Self {
        let archived = ours.archived;
        let (base, ours, theirs) = (Tree::of(base), Tree::of(ours.roadmap), Tree::of(theirs));
        let mut names = Names::default();
        let (base_keys, their_keys) = (names.of_tree(&base), names.of_tree(&theirs));
        let identity = identity::identity(&base, &base_keys, &theirs, &their_keys);
        let our_keys = names.of_tree(&ours);
        let archived_keys = names.of_items(archived.iter().map(Some));
        let origins = origin::origins(&ours, archived, &base, &base_keys, &mut names);
        Self { base, ours, our_keys, archived, archived_keys, theirs, their_keys, origins, identity }
    }
}
