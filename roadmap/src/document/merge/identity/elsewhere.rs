//! What moved: the same words below another heading.

use super::super::alike::Looks;
use super::super::keys::{Family, Keys, at};
use super::super::tree::Tree;
use super::Search;
use crate::Item;
use std::collections::BTreeSet;

/// How much must speak for a heading that moved being the same.
const ENOUGH: f64 = 0.6;
/// How far above a line that is known the heading is looked for.
const ABOVE: usize = 4;

impl Search<'_> {
    /// Matches single headings with those that had the same lines below them.
    pub(super) fn headings_elsewhere(&mut self) {
        for there in self.theirs.places() {
            if !self.single_there(there) || self.family(self.theirs, there) != Family::Heading {
                continue;
            }
            let Some(other) = self.theirs.item(there).map(Looks::of) else { continue };
            let mut best: Option<(f64, usize)> = None;
            for here in self.headings_of_the_same_lines(there) {
                let Some(looks) = self.base.item(here).map(Looks::of) else { continue };
                let evidence = self.evidence((here, &looks), (there, &other));
                if evidence >= ENOUGH && best.is_none_or(|(known, _)| evidence > known) {
                    best = Some((evidence, here));
                }
            }
            if let Some((_, here)) = best
                && self.pairs.pair(here, there)
            {
                self.down(vec![(here, there)]);
            }
        }
    }

    fn headings_of_the_same_lines(&self, there: usize) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        for (_, key) in self.content.lines_below(&self.theirs.below(there)) {
            for place in self.content.stood(*key) {
                let mut above = self.base.parent(*place);
                for _ in 0..ABOVE {
                    if self.single_here(above) && self.family(self.base, above) == Family::Heading {
                        found.insert(above);
                    }
                    above = self.base.parent(above);
                }
            }
        }
        found
    }

    /// Matches single lines with those of the same words: first those whose heading has the same words too.
    pub(super) fn lines_elsewhere(&mut self) {
        let mut made = Vec::new();
        let beside = |tree: &Tree<'_>, keys: &Keys, place: usize| {
            Some((at(&keys.exact, place), at(&keys.words, tree.parent(place))))
        };
        self.elsewhere(&mut made, beside);
        let line = |search: &Tree<'_>, place: usize| {
            search.item(place).is_some_and(|item| Family::of(&item.kind) != Family::Heading)
        };
        self.elsewhere(&mut made, |tree, keys, place| line(tree, place).then(|| at(&keys.exact, place)));
        self.elsewhere(&mut made, |tree, keys, place| line(tree, place).then(|| at(&keys.loose, place)));
        // A line may even become a heading with a box; a remark never does.
        let remark = |tree: &Tree<'_>, place: usize| {
            tree.item(place).is_some_and(|item| Family::of(&item.kind) == Family::Remark)
        };
        let doable = |tree: &Tree<'_>, place: usize| tree.item(place).is_some_and(Item::can_be_done);
        self.elsewhere(&mut made, |tree, keys, place| {
            (!remark(tree, place) && doable(tree, place)).then(|| at(&keys.words, place))
        });
        self.down(made);
    }

    fn elsewhere<K: std::hash::Hash + Eq>(
        &mut self,
        made: &mut Vec<(usize, usize)>,
        key: impl Fn(&Tree<'_>, &Keys, usize) -> Option<K>,
    ) {
        let worded = |tree: &Tree<'_>, place: usize| {
            !tree.is_echo(place) && tree.item(place).is_some_and(|item| !item.text.is_empty())
        };
        let from: Vec<(usize, K)> = self
            .base
            .places()
            .filter(|place| self.single_here(*place) && worded(self.base, *place))
            .filter_map(|place| Some((place, key(self.base, self.base_keys, place)?)))
            .collect();
        let to: Vec<(usize, K)> = self
            .theirs
            .places()
            .filter(|place| self.single_there(*place) && worded(self.theirs, *place))
            .filter_map(|place| Some((place, key(self.theirs, self.their_keys, place)?)))
            .collect();
        self.by_key(from, to, made);
    }
}
