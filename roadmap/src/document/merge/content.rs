//! What headings have below them, as evidence of which is which.

use super::keys::{Keys, at};
use super::tree::Tree;

/// A line that stands more often than this says little about the heading that it is below.
const OFTEN: usize = 3;
/// How many lines below a heading are asked.
const ASKED: usize = 64;

/// Where the lines stand that stand seldom in both documents.
pub(super) struct Content {
    /// Their places in the base, by the key of their words.
    base: Vec<Vec<usize>>,
    /// Their places in the base, in order.
    base_places: Vec<usize>,
    /// Their places in the new document, in order, with the key of their words.
    their_places: Vec<(usize, u32)>,
}

impl Content {
    pub(super) fn of(base: &Tree<'_>, base_keys: &Keys, theirs: &Tree<'_>, their_keys: &Keys) -> Self {
        let by_words = |tree: &Tree<'_>, keys: &Keys| {
            let mut found: Vec<Vec<usize>> = Vec::new();
            for (place, _) in tree.items().filter(|(_, item)| !item.text.is_empty()) {
                let key = at(&keys.words, place) as usize;
                if found.len() <= key {
                    found.resize_with(key + 1, Vec::new);
                }
                // One above the limit is enough to know that there are too many.
                if let Some(places) = found.get_mut(key).filter(|places| places.len() <= OFTEN) {
                    places.push(place);
                }
            }
            found
        };
        let (mut base, theirs) = (by_words(base, base_keys), by_words(theirs, their_keys));
        let seldom = |places: Option<&Vec<usize>>| places.is_none_or(|places| places.len() <= OFTEN);
        for (key, places) in base.iter_mut().enumerate() {
            if places.len() > OFTEN || !seldom(theirs.get(key)) {
                places.clear();
            }
        }
        let mut base_places: Vec<usize> = base.iter().flatten().copied().collect();
        base_places.sort_unstable();
        let mut their_places = Vec::new();
        for (key, places) in theirs.iter().enumerate().filter(|(_, places)| places.len() <= OFTEN) {
            let key = u32::try_from(key).unwrap_or(u32::MAX);
            their_places.extend(places.iter().map(|place| (*place, key)));
        }
        their_places.sort_unstable();
        Self { base, base_places, their_places }
    }

    /// What part of the lines below a place of the new document, from 0 to 1, stood below one of the base;
    /// none where there is nothing to go by.
    pub(super) fn shared(
        &self,
        base: &Tree<'_>,
        here: usize,
        theirs: &Tree<'_>,
        there: usize,
    ) -> Option<f64> {
        let (below, below_there) = (base.below(here), theirs.below(there));
        let count = |end: usize| self.base_places.partition_point(|place| *place < end);
        let there = self.lines_below(&below_there);
        let least = there.len().min(count(below.end) - count(below.start));
        if least == 0 {
            return None;
        }
        let stood = |key: u32| self.stood(key).iter().any(|place| below.contains(place));
        let shared = there.iter().filter(|(_, key)| stood(*key)).count();
        Some((shared as f64 / least as f64).min(1.0))
    }

    /// The seldom lines of the new document within some places, at most a number of them.
    pub(super) fn lines_below(&self, places: &std::ops::Range<usize>) -> &[(usize, u32)] {
        let from = self.their_places.partition_point(|(place, _)| *place < places.start);
        let to = self.their_places.partition_point(|(place, _)| *place < places.end);
        self.their_places.get(from..to.min(from + ASKED)).unwrap_or_default()
    }

    /// The places in the base where a seldom line of these words stood.
    pub(super) fn stood(&self, key: u32) -> &[usize] {
        self.base.get(key as usize).map_or(&[], Vec::as_slice)
    }
}
