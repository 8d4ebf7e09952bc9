//! Deeds and their nouns: who "applied to 50 jobs" has sent 50 applications.

use super::counted::{Counted, counted};
use super::survey::Line;
use super::words::{Thing, is_plural, root, singular, words};
use crate::document::figures;
use std::collections::{HashMap, HashSet};

/// Endings of nouns that are made of verbs.
const OF_VERBS: [&str; 5] = ["ion", "ment", "al", "ance", "ing"];

/// The nouns of the deeds that a document counts, by the root that both share.
#[derive(Debug, Default)]
pub(super) struct Nouns(HashMap<String, String>);

impl Nouns {
    /// Finds the noun of each deed among the document's own words.
    pub(super) fn of(lines: &[Line<'_>]) -> Self {
        let texts = || lines.iter().map(|line| line.item.text.as_str());
        let deeds: HashSet<String> =
            texts().flat_map(figures).filter_map(|figure| counted(&figure)?.deed).collect();
        let mut nouns = HashMap::new();
        if deeds.is_empty() {
            return Self(nouns);
        }
        for word in texts().flat_map(words).filter(|word| is_plural(word)) {
            let one = singular(word);
            if OF_VERBS.iter().any(|end| one.ends_with(end)) && deeds.contains(&root(word)) {
                nouns.entry(root(word)).or_insert_with(|| word.to_lowercase());
            }
        }
        Self(nouns)
    }

    /// What is counted: the deed's noun where the document has one, and else the thing itself.
    pub(super) fn thing(&self, counted: &Counted) -> Thing {
        let noun = counted.deed.as_ref().and_then(|deed| self.0.get(deed));
        noun.and_then(|noun| Thing::of(&[noun.as_str()])).unwrap_or_else(|| counted.thing.clone())
    }
}
