//! The children of what is the same.

use super::super::alike::best;
use super::super::keys::{Family, at};
use super::super::sequence::common;
use super::super::tree::Tree;
use super::{Search, window};

/// How much must speak for two headings being the same.
const ENOUGH: f64 = 0.4;

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Token {
    /// A pair already, by its place in the new document.
    Paired(usize),
    /// Still single, by its key.
    Single(u32),
}

impl Search<'_> {
    /// Matches the children of pairs, and theirs, by kind, numbers and words, and headings by what is below.
    pub(super) fn down(&mut self, mut left: Vec<(usize, usize)>) {
        while let Some((here, there)) = left.pop() {
            self.same_children(here, there, &mut left);
            self.same_headings(here, there, &mut left);
        }
    }

    /// The children that are single, or paired with a child of the other.
    fn family_of(&self, here: usize, there: usize) -> (Vec<usize>, Vec<usize>) {
        let stays = |child: &usize| self.pairs.of(*child).is_none_or(|to| self.theirs.parent(to) == there);
        let stood = |child: &usize| self.pairs.back(*child).is_none_or(|to| self.base.parent(to) == here);
        (
            self.base.children(here).iter().copied().filter(stays).collect(),
            self.theirs.children(there).iter().copied().filter(stood).collect(),
        )
    }

    fn same_children(&mut self, here: usize, there: usize, made: &mut Vec<(usize, usize)>) {
        let (ours, theirs) = self.family_of(here, there);
        let token_here = |child: &usize| match self.pairs.of(*child) {
            Some(paired) => Token::Paired(paired),
            None => Token::Single(at(&self.base_keys.exact, *child)),
        };
        let token_there = |child: &usize| match self.pairs.back(*child) {
            Some(_) => Token::Paired(*child),
            None => Token::Single(at(&self.their_keys.exact, *child)),
        };
        let before: Vec<Token> = ours.iter().map(token_here).collect();
        let after: Vec<Token> = theirs.iter().map(token_there).collect();
        for (from, to) in common(&before, &after) {
            let (Some(from), Some(to)) = (ours.get(from), theirs.get(to)) else { continue };
            if self.pairs.pair(*from, *to) {
                made.push((*from, *to));
            }
        }
        let (base_keys, their_keys) = (self.base_keys, self.their_keys);
        let (from, to) = self.singles(&ours, &theirs);
        let key = |keys: &[u32], places: Vec<usize>| -> Vec<(usize, u32)> {
            places.into_iter().map(|place| (place, at(keys, place))).collect()
        };
        self.by_key(key(&base_keys.exact, from), key(&their_keys.exact, to), made);
        let (from, to) = self.singles(&ours, &theirs);
        let lines = |tree: &Tree<'_>, places: Vec<usize>| -> Vec<usize> {
            places.into_iter().filter(|place| self.family(tree, *place) != Family::Heading).collect()
        };
        let (from, to) = (lines(self.base, from), lines(self.theirs, to));
        self.by_key(key(&base_keys.loose, from), key(&their_keys.loose, to), made);
    }

    fn singles(&self, ours: &[usize], theirs: &[usize]) -> (Vec<usize>, Vec<usize>) {
        (
            ours.iter().copied().filter(|child| self.single_here(*child)).collect(),
            theirs.iter().copied().filter(|child| self.single_there(*child)).collect(),
        )
    }

    /// Matches what has something below it and is still single.
    fn same_headings(&mut self, here: usize, there: usize, made: &mut Vec<(usize, usize)>) {
        let heads = |tree: &Tree<'_>, places: Vec<usize>| -> Vec<usize> {
            let is_head = |place: &usize| {
                self.family(tree, *place) == Family::Heading || !tree.children(*place).is_empty()
            };
            places.into_iter().filter(is_head).collect()
        };
        let (from, to) = self.singles(self.base.children(here), self.theirs.children(there));
        let (from, to) = (heads(self.base, from), heads(self.theirs, to));
        if from.is_empty() || to.is_empty() {
            return;
        }
        let (from, to) = (Self::looks(self.base, from), Self::looks(self.theirs, to));
        let mut scored = Vec::new();
        for (position, (here, looks)) in from.iter().enumerate() {
            for (there, other) in to.get(window(position, from.len(), to.len())).unwrap_or_default() {
                let evidence = self.evidence((*here, looks), (*there, other));
                if evidence >= ENOUGH {
                    scored.push((evidence, *here, *there));
                }
            }
        }
        best(scored, |here, there| {
            let single = self.pairs.pair(here, there);
            if single {
                made.push((here, there));
            }
            single
        });
    }
}
