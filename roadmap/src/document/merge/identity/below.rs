//! What is below the same phase or stage, though the label between them came, went or has another name.
//!
//! Where lines name hours, the document implies an activity between them and their stage; where a label loses its
//! bold, its lines are the stage's own, and their words end elsewhere.

use super::super::keys::{Family, Keys, at};
use super::super::tree::Tree;
use super::Search;
use std::collections::BTreeMap;

/// For each place of both documents the nearest pair above it, by its place in the new document.
struct Grounds {
    base: Vec<usize>,
    theirs: Vec<usize>,
}

impl Search<'_> {
    fn grounds(&self) -> Grounds {
        let nearest = |tree: &Tree<'_>, known: &dyn Fn(usize) -> Option<usize>| {
            let mut found = vec![0; tree.len()];
            for place in tree.places() {
                let above = tree.parent(place);
                let ground = known(above).filter(|_| !tree.is_implied_activity(above));
                let ground = ground.or_else(|| found.get(above).copied());
                if let Some((to, ground)) = found.get_mut(place).zip(ground) {
                    *to = ground;
                }
            }
            found
        };
        let known_there = |there: usize| self.pairs.back(there).map(|_| there);
        Grounds {
            base: nearest(self.base, &|here| self.pairs.of(here)),
            theirs: nearest(self.theirs, &known_there),
        }
    }

    /// The lines of both documents that are single, in order.
    fn single_lines(&self) -> (Vec<usize>, Vec<usize>) {
        let line = |tree: &Tree<'_>, place: usize| {
            !tree.is_echo(place)
                && self.family(tree, place) != Family::Heading
                && tree.item(place).is_some_and(|item| !item.text.is_empty())
        };
        (
            self.base.places().filter(|at| self.single_here(*at) && line(self.base, *at)).collect(),
            self.theirs.places().filter(|at| self.single_there(*at) && line(self.theirs, *at)).collect(),
        )
    }

    fn lines_by(
        &mut self,
        grounds: Option<&Grounds>,
        keys: impl Fn(&Keys) -> &[u32],
        made: &mut Vec<(usize, usize)>,
    ) {
        let (from, to) = self.single_lines();
        let (base_keys, their_keys) = (keys(self.base_keys), keys(self.their_keys));
        let ground = |of: fn(&Grounds) -> &Vec<usize>, place: usize| {
            grounds.and_then(|grounds| of(grounds).get(place).copied())
        };
        let from: Vec<_> = from
            .into_iter()
            .map(|place| (place, (ground(|grounds| &grounds.base, place), at(base_keys, place))))
            .collect();
        let to: Vec<_> = to
            .into_iter()
            .map(|place| (place, (ground(|grounds| &grounds.theirs, place), at(their_keys, place))))
            .collect();
        self.by_key(from, to, made);
    }

    /// Matches lines below the same with the same words.
    pub(super) fn same_lines_below(&mut self) {
        let (grounds, mut made) = (self.grounds(), Vec::new());
        self.lines_by(Some(&grounds), |keys| &keys.exact, &mut made);
        self.lines_by(Some(&grounds), |keys| &keys.loose, &mut made);
        self.down(made);
    }

    /// Matches lines whose words and note are the same taken together, hours aside: first those below the same.
    pub(super) fn same_words_with_their_notes(&mut self) {
        let (grounds, mut made) = (self.grounds(), Vec::new());
        self.lines_by(Some(&grounds), |keys| &keys.full, &mut made);
        self.lines_by(None, |keys| &keys.full, &mut made);
        self.down(made);
    }

    /// Matches lines below the same that read alike.
    pub(super) fn reworded_below(&mut self) {
        let grounds = self.grounds();
        let (from, to) = self.single_lines();
        let mut by_ground: BTreeMap<usize, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for place in from {
            let ground = grounds.base.get(place).copied().unwrap_or_default();
            by_ground.entry(ground).or_default().0.push(place);
        }
        for place in to {
            let ground = grounds.theirs.get(place).copied().unwrap_or_default();
            by_ground.entry(ground).or_default().1.push(place);
        }
        let mut made = Vec::new();
        for (from, to) in by_ground.into_values() {
            self.alike(from, to, &mut made);
        }
        self.down(made);
    }
}
