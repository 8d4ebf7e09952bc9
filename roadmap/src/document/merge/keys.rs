//! What items are told apart by: what they are and what they say, as numbers that are quick to compare.

use super::super::recognise::without_hours;
use super::tree::Tree;
use crate::item::{Item, Kind, NumberRange};
use std::collections::HashMap;

/// Kinds that one thing may change between as the document around it changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Family {
    /// What has others below it: phases, stages, activities, labels.
    Heading,
    /// A line of a list.
    Line,
    /// Words that were not understood as anything else. They may turn out to be a line, and never a heading.
    Remark,
}

impl Family {
    pub(super) const fn of(kind: &Kind) -> Self {
        match kind {
            _ if kind.is_label() => Self::Heading,
            Kind::Note | Kind::Comment => Self::Remark,
            _ => Self::Line,
        }
    }

    /// True where something of this family may be the same thing as something of the other.
    pub(super) fn may_become(self, other: Self) -> bool {
        (self == Self::Heading) == (other == Self::Heading)
    }
}

/// The numbers that a heading counts its weeks or months by.
pub(super) const fn numbers(kind: &Kind) -> Option<NumberRange> {
    match kind {
        Kind::Phase { months, .. } | Kind::Gate { months } => *months,
        Kind::Stage { weeks, .. } => *weeks,
        _ => None,
    }
}

#[derive(PartialEq, Eq, Hash)]
enum Key<'a> {
    Exact(std::mem::Discriminant<Kind>, Option<NumberRange>, &'a str),
    Loose(bool, &'a str),
    Words(&'a str),
    Full(bool, String),
}

/// What the items of one tree are told apart by. Equal numbers of two trees mean equal things.
pub(super) struct Keys {
    /// Kind, numbers of weeks or months, words.
    pub(super) exact: Vec<u32>,
    /// Whether it is a heading, and its words.
    pub(super) loose: Vec<u32>,
    /// Its words.
    pub(super) words: Vec<u32>,
    /// Whether it is a heading, and its words and note as one, however they are set apart, without hours.
    pub(super) full: Vec<u32>,
}

/// Gives equal keys the same number.
#[derive(Default)]
pub(super) struct Names<'a> {
    known: HashMap<Key<'a>, u32>,
}

impl<'a> Names<'a> {
    fn name(&mut self, key: Key<'a>) -> u32 {
        let next = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
        *self.known.entry(key).or_insert(next)
    }

    /// The keys of a tree's items by place.
    pub(super) fn of_tree(&mut self, tree: &Tree<'a>) -> Keys {
        self.of_items(std::iter::once(None).chain(tree.items().map(|(_, item)| Some(item))))
    }

    /// The keys of items in their order; what is none gets some that nothing else has.
    pub(super) fn of_items(&mut self, items: impl Iterator<Item = Option<&'a Item>>) -> Keys {
        let mut keys = Keys { exact: Vec::new(), loose: Vec::new(), words: Vec::new(), full: Vec::new() };
        for item in items {
            let [exact, loose, words, full] = item.map_or([u32::MAX; 4], |item| {
                let kind = std::mem::discriminant(&item.kind);
                let heading = Family::of(&item.kind) == Family::Heading;
                let text = item.text.as_str();
                [
                    self.name(Key::Exact(kind, numbers(&item.kind), text)),
                    self.name(Key::Loose(heading, text)),
                    self.name(Key::Words(text)),
                    self.name(Key::Full(heading, full_words(item))),
                ]
            });
            keys.exact.push(exact);
            keys.loose.push(loose);
            keys.words.push(words);
            keys.full.push(full);
        }
        keys
    }
}

/// The words of a line and of its note: what the document around a line says decides where its words end and its
/// note begins. The hours that it is planned with are no part of what it is.
fn full_words(item: &Item) -> String {
    let said = item.note.as_ref().map_or_else(|| item.text.clone(), |note| format!("{} — {note}", item.text));
    let said = without_hours(&said).filter(|rest| !rest.is_empty()).unwrap_or(said);
    let words = said.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
    let words: Vec<String> =
        words.map(|word| word.trim_end_matches([':', ',', ';']).to_lowercase()).collect();
    if words.is_empty() { said } else { words.join(" ") }
}

/// The key at a place.
pub(super) fn at(keys: &[u32], place: usize) -> u32 {
    keys.get(place).copied().unwrap_or(u32::MAX)
}
