//! What has other words now, and reads alike.

use super::super::alike::{Looks, best};
use super::super::keys::Family;
use super::super::tree::Tree;
use super::{Search, window};
use std::collections::{BTreeMap, HashMap};

/// How alike two lines are at least that stand at the same place among their siblings.
const SAME_PLACE: f64 = 0.4;
/// The same, where one counts other numbers than the other.
const OTHER_NUMBERS: f64 = 0.5;
/// How alike two siblings are at least.
const SIBLINGS: f64 = 0.6;
/// How alike two lines are at least that stand anywhere, and how many letters they have at least.
const ANYWHERE: (f64, usize) = (0.8, 20);
/// A word that more single lines have says too little to look for a line by.
const OFTEN: usize = 8;

impl Search<'_> {
    /// Matches what is single below pairs: first what stands between the same siblings, then any siblings.
    pub(super) fn reworded_siblings(&mut self) {
        let mut left = self.matched();
        left.reverse();
        while let Some((here, there)) = left.pop() {
            let (from, to) = self.gaps(here, there);
            if from.is_empty() || to.is_empty() {
                continue;
            }
            let known = left.len();
            for (gap, from) in &from {
                if let Some(to) = to.get(gap) {
                    self.same_place(from, to, &mut left);
                }
            }
            self.any_place(here, there, &mut left);
            let made: Vec<_> = left.get(known..).unwrap_or_default().to_vec();
            self.down_and_list(made, &mut left);
        }
    }

    /// Matches below new pairs, and lists what that makes, so that it is looked through too.
    fn down_and_list(&mut self, made: Vec<(usize, usize)>, left: &mut Vec<(usize, usize)>) {
        for (here, there) in made {
            let before: Vec<usize> = self.base.below(here).filter(|place| self.single_here(*place)).collect();
            self.down(vec![(here, there)]);
            left.extend(before.into_iter().filter_map(|place| Some((place, self.pairs.of(place)?))));
        }
    }

    /// The single children of a pair by the sibling that they stand behind.
    fn gaps(&self, here: usize, there: usize) -> (Gaps, Gaps) {
        let (mut from, mut to) = (Gaps::new(), Gaps::new());
        let mut behind = 0;
        for child in self.base.children(here) {
            match self.pairs.of(*child) {
                Some(paired) if self.theirs.parent(paired) == there => behind = paired,
                Some(_) => {}
                None => from.entry(behind).or_default().push(*child),
            }
        }
        behind = 0;
        for child in self.theirs.children(there) {
            match self.pairs.back(*child) {
                Some(paired) if self.base.parent(paired) == here => behind = *child,
                Some(_) => {}
                None => to.entry(behind).or_default().push(*child),
            }
        }
        (from, to)
    }

    fn same_place(&mut self, from: &[usize], to: &[usize], made: &mut Vec<(usize, usize)>) {
        let alone = from.len() == 1 && to.len() == 1;
        let (from, to) = (Self::looks(self.base, from.to_vec()), Self::looks(self.theirs, to.to_vec()));
        let mut scored = Vec::new();
        let mut renumbered = Vec::new();
        for (likeness, here, there, same_digits) in self.compared(&from, &to) {
            if same_digits && likeness >= SAME_PLACE {
                scored.push((likeness, here, there));
            } else if !same_digits && likeness >= if alone { OTHER_NUMBERS } else { SIBLINGS } {
                renumbered.push((likeness, here, there));
            }
        }
        // "Chapter 3" and "Chapter 4" are no renumbered "Chapter 5" and "Chapter 6".
        let mut counts: HashMap<(bool, usize), usize> = HashMap::new();
        for (_, here, there) in &renumbered {
            *counts.entry((false, *here)).or_default() += 1;
            *counts.entry((true, *there)).or_default() += 1;
        }
        let only = |key| counts.get(&key) == Some(&1);
        scored
            .extend(renumbered.into_iter().filter(|(_, from, to)| only((false, *from)) && only((true, *to))));
        self.take(scored, made);
    }

    fn any_place(&mut self, here: usize, there: usize, made: &mut Vec<(usize, usize)>) {
        let single: Vec<usize> =
            self.base.children(here).iter().copied().filter(|child| self.single_here(*child)).collect();
        let others: Vec<usize> =
            self.theirs.children(there).iter().copied().filter(|child| self.single_there(*child)).collect();
        self.alike(single, others, made);
    }

    /// Matches of two lists what reads alike and names the same numbers.
    pub(super) fn alike(&mut self, from: Vec<usize>, to: Vec<usize>, made: &mut Vec<(usize, usize)>) {
        let (from, to) = (Self::looks(self.base, from), Self::looks(self.theirs, to));
        let alike = |pair: (f64, usize, usize, bool)| {
            let (likeness, here, there, same_digits) = pair;
            (same_digits && likeness >= SIBLINGS).then_some((likeness, here, there))
        };
        let scored = self.compared(&from, &to).into_iter().filter_map(alike).collect();
        self.take(scored, made);
    }

    fn compared(&self, from: &[(usize, Looks)], to: &[(usize, Looks)]) -> Vec<(f64, usize, usize, bool)> {
        let mut found = Vec::new();
        for (position, (here, looks)) in from.iter().enumerate() {
            for (there, other) in to.get(window(position, from.len(), to.len())).unwrap_or_default() {
                if self.may_be_same(*here, *there) {
                    let likeness = looks.likeness(other);
                    if likeness >= SAME_PLACE {
                        found.push((likeness, *here, *there, looks.same_digits(other)));
                    }
                }
            }
        }
        found
    }

    fn take(&mut self, scored: Vec<(f64, usize, usize)>, made: &mut Vec<(usize, usize)>) {
        best(scored, |here, there| {
            let single = self.pairs.pair(here, there);
            if single {
                made.push((here, there));
            }
            single
        });
    }

    /// Matches longer lines that moved and were reworded a little.
    pub(super) fn reworded_elsewhere(&mut self) {
        let long = |tree: &Tree<'_>, places: Vec<usize>| -> Vec<(usize, Looks)> {
            let lines = places.into_iter().filter(|place| self.family(tree, *place) != Family::Heading);
            let mut looks = Self::looks(tree, lines.collect());
            looks.retain(|(_, looks)| looks.letters() >= ANYWHERE.1);
            looks
        };
        let from = long(self.base, self.base.places().filter(|place| self.single_here(*place)).collect());
        let to = long(self.theirs, self.theirs.places().filter(|place| self.single_there(*place)).collect());
        let mut by_word: HashMap<String, Vec<usize>> = HashMap::new();
        for (position, (place, _)) in to.iter().enumerate() {
            for word in words(self.theirs, *place) {
                by_word.entry(word).or_default().push(position);
            }
        }
        let mut scored = Vec::new();
        for (here, looks) in &from {
            let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
            for word in words(self.base, *here) {
                for position in by_word.get(&word).filter(|lines| lines.len() <= OFTEN).into_iter().flatten()
                {
                    *shared.entry(*position).or_default() += 1;
                }
            }
            let mut candidates: Vec<(usize, usize)> =
                shared.into_iter().map(|(at, count)| (count, at)).collect();
            candidates.sort_by_key(|(count, at)| (std::cmp::Reverse(*count), *at));
            for (there, other) in candidates.iter().take(OFTEN).filter_map(|(_, at)| to.get(*at)) {
                let likeness = looks.likeness(other);
                if likeness >= ANYWHERE.0 && looks.same_digits(other) {
                    scored.push((likeness, *here, *there));
                }
            }
        }
        let mut made = Vec::new();
        self.take(scored, &mut made);
        self.down(made);
    }
}

/// Single children by the place of the sibling that they stand behind, in the new document.
type Gaps = BTreeMap<usize, Vec<usize>>;

/// The first words of an item, each once.
fn words(tree: &Tree<'_>, place: usize) -> Vec<String> {
    let text = tree.item(place).map_or("", |item| item.text.as_str());
    let mut words: Vec<String> = text.split_whitespace().take(OFTEN * 8).map(str::to_lowercase).collect();
    words.sort_unstable();
    words.dedup();
    words
}
