//! Which line of the document an item of the app came from.

use super::keys::{Keys, Names, at};
use super::pairs::Pairs;
use super::tree::Tree;
use crate::item::{Item, Kind, Span};
use std::collections::{HashMap, VecDeque};
use std::hash::Hash;
use std::mem::{Discriminant, discriminant};

/// What the app has: what is shown, then what is archived.
struct Entry<'a> {
    place: usize,
    item: &'a Item,
    exact: u32,
    words: u32,
    archived: bool,
}

/// Pairs what the app has with the items of the base: the places of what is shown, and behind them those of what is
/// archived. By where the document says it, what it is and its words; then by less than that, as a person
/// may have changed the words, and kinds may be read differently by now.
pub(super) fn origins<'a>(
    ours: &Tree<'a>,
    archived: &'a [Item],
    base: &Tree<'a>,
    base_keys: &Keys,
    names: &mut Names<'a>,
) -> Pairs {
    let mut entries = Vec::new();
    let shown = ours.items().map(|(place, item)| (place, item, false));
    let out = archived.iter().enumerate().map(|(number, item)| (ours.len() + number, item, true));
    let all: Vec<_> = shown.chain(out).collect();
    let keys = names.of_items(all.iter().map(|(_, item, _)| Some(*item)));
    for (number, (place, item, archived)) in all.into_iter().enumerate() {
        let (exact, words) = (at(&keys.exact, number), at(&keys.words, number));
        entries.push(Entry { place, item, exact, words, archived });
    }
    let mut pairs = Pairs::new(ours.len() + archived.len(), base.len());
    let said = |item: &Item| (item.span.start, item.span.end);
    // What the document lost has no place any more.
    let placed = |entry: &Entry<'_>| !entry.archived || entry.item.span != Span::default();
    let worded = |place: usize| at(&base_keys.words, place);
    let mut pass = Passes { pairs: &mut pairs, entries: &entries, base };
    pass.by(
        placed,
        |place, item| (place_of(item), worded(place)),
        |entry| (place_of(entry.item), entry.words),
    );
    pass.by(placed, |_, item| place_of(item), |entry| place_of(entry.item));
    let spoken = |entry: &Entry<'_>| !has_no_place(entry.item);
    pass.by(spoken, |place, item| (said(item), worded(place)), |entry| (said(entry.item), entry.words));
    pass.by(spoken, |_, item| said(item), |entry| said(entry.item));
    let known = |entry: &Entry<'_>| entry.archived || spoken(entry);
    pass.by(known, |place, _| at(&base_keys.exact, place), |entry| entry.exact);
    pairs
}

/// True where an item has an empty place in the document: the document does not say it.
pub(super) const fn has_no_place(item: &Item) -> bool {
    item.span.start == item.span.end
}

type Place = (usize, usize, Discriminant<Kind>);

fn place_of(item: &Item) -> Place {
    (item.span.start, item.span.end, discriminant(&item.kind))
}

struct Passes<'a, 'b> {
    pairs: &'b mut Pairs,
    entries: &'b [Entry<'a>],
    base: &'b Tree<'a>,
}

impl Passes<'_, '_> {
    /// Pairs what is still single and has the same key, in order.
    fn by<K: Hash + Eq>(
        &mut self,
        takes: impl Fn(&Entry<'_>) -> bool,
        base_key: impl Fn(usize, &Item) -> K,
        key: impl Fn(&Entry<'_>) -> K,
    ) {
        let mut waiting: HashMap<K, VecDeque<usize>> = HashMap::new();
        for (place, item) in self.base.items().filter(|(place, _)| self.pairs.back(*place).is_none()) {
            waiting.entry(base_key(place, item)).or_default().push_back(place);
        }
        if waiting.is_empty() {
            return;
        }
        for entry in self.entries.iter().filter(|entry| takes(entry)) {
            if self.pairs.of(entry.place).is_none()
                && let Some(place) = waiting.get_mut(&key(entry)).and_then(VecDeque::pop_front)
            {
                self.pairs.pair(entry.place, place);
            }
        }
    }
}
