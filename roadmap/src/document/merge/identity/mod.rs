//! Which line of the new document is which of the old one.
//!
//! What is said once in both is the same wherever it stands. From there down, the children of what is the
//! same are told apart by kind, numbers and words in their order ([`children`]), headings also by what is
//! below them; what is left is looked for below the nearest heading that is known ([`below`]), then elsewhere
//! by its words ([`elsewhere`]), and only then, among siblings first, what reads alike ([`reworded`]): so no line takes the place of another that is still
//! there.

mod below;
mod children;
mod elsewhere;
mod reworded;

use super::alike::Looks;
use super::content::Content;
use super::keys::{Family, Keys, at, numbers};
use super::pairs::Pairs;
use super::tree::{ROOT, Tree};
use crate::Item;
use std::collections::{HashMap, VecDeque};
use std::hash::Hash;

/// How many pairs of siblings are compared at most; of more, those that stand at nearly the same place.
const COMPARED: usize = 40_000;

/// Two documents while their items are matched.
struct Search<'a> {
    base: &'a Tree<'a>,
    base_keys: &'a Keys,
    theirs: &'a Tree<'a>,
    their_keys: &'a Keys,
    content: Content,
    pairs: Pairs,
}

/// Matches the items of the base with those of the new document.
pub(super) fn identity(base: &Tree<'_>, base_keys: &Keys, theirs: &Tree<'_>, their_keys: &Keys) -> Pairs {
    let content = Content::of(base, base_keys, theirs, their_keys);
    let mut pairs = Pairs::new(base.len(), theirs.len());
    pairs.pair(ROOT, ROOT);
    let mut search = Search { base, base_keys, theirs, their_keys, content, pairs };
    search.said_once();
    let matched = search.matched();
    search.down(matched);
    search.headings_elsewhere();
    search.same_lines_below();
    search.lines_elsewhere();
    search.same_words_with_their_notes();
    search.reworded_siblings();
    search.reworded_below();
    search.reworded_elsewhere();
    search.pairs
}

impl Search<'_> {
    /// All pairs, in the order of the base.
    fn matched(&self) -> Vec<(usize, usize)> {
        (0..self.base.len()).filter_map(|here| Some((here, self.pairs.of(here)?))).collect()
    }

    fn family(&self, tree: &Tree<'_>, place: usize) -> Family {
        tree.item(place).map_or(Family::Heading, |item| Family::of(&item.kind))
    }

    fn may_be_same(&self, here: usize, there: usize) -> bool {
        let kind = |tree: &Tree<'_>, place| tree.item(place).map(|item| std::mem::discriminant(&item.kind));
        // What is only implied is no heading of another kind that the document says.
        let said = self.base.is_implied(here) == self.theirs.is_implied(there)
            || kind(self.base, here) == kind(self.theirs, there);
        said && self.family(self.base, here).may_become(self.family(self.theirs, there))
    }

    fn doable(&self, here: usize) -> bool {
        self.base.item(here).is_some_and(Item::can_be_done)
    }

    fn single_here(&self, here: usize) -> bool {
        self.pairs.of(here).is_none()
    }

    fn single_there(&self, there: usize) -> bool {
        self.pairs.back(there).is_none()
    }

    /// Pairs what has the same key, in order; the pairs made are added to a list.
    fn by_key<K: Hash + Eq>(
        &mut self,
        here: impl IntoIterator<Item = (usize, K)>,
        there: impl IntoIterator<Item = (usize, K)>,
        made: &mut Vec<(usize, usize)>,
    ) {
        let mut waiting: HashMap<K, VecDeque<usize>> = HashMap::new();
        for (place, key) in here {
            waiting.entry(key).or_default().push_back(place);
        }
        if waiting.is_empty() {
            return;
        }
        for (place, key) in there {
            if let Some(here) = waiting.get_mut(&key).and_then(VecDeque::pop_front)
                && self.pairs.pair(here, place)
            {
                made.push((here, place));
            }
        }
    }

    /// Pairs what each document says only once, with the same kind and numbers. A heading that is not
    /// numbered ("Study") needs more than its words, unless nothing is below it. A claim that repeats its line
    /// waits for that.
    fn said_once(&mut self) {
        let once = |tree: &Tree<'_>, keys: &Keys| {
            let mut found: HashMap<u32, Option<usize>> = HashMap::new();
            let worded = tree.items().filter(|(place, item)| !item.text.is_empty() && !tree.is_echo(*place));
            for (place, _) in worded {
                found.entry(at(&keys.exact, place)).and_modify(|known| *known = None).or_insert(Some(place));
            }
            found
        };
        let theirs = once(self.theirs, self.their_keys);
        for (key, here) in once(self.base, self.base_keys) {
            let (Some(here), Some(Some(there))) = (here, theirs.get(&key).copied()) else { continue };
            let heading = self.family(self.base, here) == Family::Heading;
            let childless = || self.base.children(here).is_empty() && self.theirs.children(there).is_empty();
            let shared = || self.content.shared(self.base, here, self.theirs, there).unwrap_or(0.0);
            if !heading || self.numbered(here, there) || childless() || shared() >= 0.3 {
                self.pairs.pair(here, there);
            }
        }
    }

    /// True where both name the same weeks or months.
    fn numbered(&self, here: usize, there: usize) -> bool {
        let named = |tree: &Tree<'_>, place| tree.item(place).and_then(|item| numbers(&item.kind));
        named(self.base, here).is_some_and(|range| named(self.theirs, there) == Some(range))
    }

    /// How much speaks for two things with something below them being the same, from 0 to about 1.4.
    fn evidence(&self, here: (usize, &Looks), there: (usize, &Looks)) -> f64 {
        let ((here, looks), (there, other)) = (here, there);
        if !self.may_be_same(here, there) {
            return 0.0;
        }
        let same = at(&self.base_keys.words, here) == at(&self.their_keys.words, there);
        // A line that gets something below it is still that line.
        let said = self.content.stood(at(&self.their_keys.words, there));
        if !same && said.iter().any(|place| self.single_here(*place) && self.doable(*place)) {
            return 0.0;
        }
        let words = if same { 1.0 } else { looks.likeness(other) };
        let numbers = if self.numbered(here, there) { 0.2 } else { 0.0 };
        let content = self.content.shared(self.base, here, self.theirs, there).unwrap_or(0.0);
        0.5 * words + numbers + 0.7 * content
    }

    fn looks(tree: &Tree<'_>, places: Vec<usize>) -> Vec<(usize, Looks)> {
        places.into_iter().filter_map(|place| Some((place, Looks::of(tree.item(place)?)))).collect()
    }
}

/// For each position of one list the positions of another to compare it with: all of them, or, of very many,
/// those at nearly the same place.
fn window(position: usize, of: usize, others: usize) -> std::ops::Range<usize> {
    if of.saturating_mul(others) <= COMPARED {
        return 0..others;
    }
    let half = (COMPARED / of.max(1) / 2).max(2);
    let middle = position.saturating_mul(others) / of.max(1);
    middle.saturating_sub(half)..(middle + half).min(others)
}
