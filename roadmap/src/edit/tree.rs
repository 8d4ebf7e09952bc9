//! The tree while it is changed: finding an item, the list it is in, and what is new in it.

use crate::item::{Record, Span};
use crate::{Item, ItemId, Kind, Roadmap};

/// The item of that name.
pub(crate) fn find(roadmap: &mut Roadmap, id: ItemId) -> Option<&mut Item> {
    let (siblings, at) = siblings(roadmap, id)?;
    siblings.get_mut(at)
}

/// The list that an item is in, and its place there.
pub(crate) fn siblings(roadmap: &mut Roadmap, id: ItemId) -> Option<(&mut Vec<Item>, usize)> {
    let mut left: Vec<&mut Vec<Item>> = vec![&mut roadmap.items];
    while let Some(items) = left.pop() {
        if let Some(at) = items.iter().position(|item| item.id == id) {
            return Some((items, at));
        }
        left.extend(items.iter_mut().map(|item| &mut item.children));
    }
    None
}

/// Visits each item, in no order that matters.
pub(crate) fn visit(roadmap: &mut Roadmap, mut visit: impl FnMut(&mut Item)) {
    let mut left: Vec<&mut Item> = roadmap.items.iter_mut().collect();
    while let Some(item) = left.pop() {
        visit(item);
        left.extend(item.children.iter_mut());
    }
}

/// A name that no item has.
pub(crate) fn new_id(roadmap: &Roadmap) -> ItemId {
    ItemId(roadmap.walk().map(|item| item.id.0).max().unwrap_or(0).saturating_add(1))
}

/// An item that the document does not say: its place is an empty one, behind the words of another.
pub(crate) const fn new_item(id: ItemId, kind: Kind, text: String, behind: Span) -> Item {
    let span = Span { start: behind.end, end: behind.end, line: behind.line };
    let record = Record { done_at: None, chosen: false, evidence: None, reading: None, ended_on: None };
    Item { id, kind, text, note: None, span, task: None, record, children: Vec::new() }
}

/// The words of an item, for something new to stand behind.
///
/// What the document only implies (the stage of a month that names no weeks) has none: its place is an empty
/// one too, where the words begin that imply it, and something new there would be taken for it later. So its
/// words are the nearest above it, or else below.
pub(crate) fn words_of(roadmap: &Roadmap, id: ItemId) -> Span {
    let mut words = None;
    let mut own = None;
    for item in roadmap.walk() {
        words = Some(item.span).filter(|span| has_words(*span)).or(words);
        own = own.or_else(|| (item.id == id).then_some(item.span));
        if own.is_some() && words.is_some() {
            break;
        }
    }
    words.or(own).unwrap_or_default()
}

/// True for the place of something that the document says in words.
pub(crate) const fn has_words(span: Span) -> bool {
    span.start < span.end
}

/// Adds a line to what holds lines, behind the last of them.
///
/// What is said below a label of its own (an activity of a stage, a project of an activity) comes after
/// all lines that belong to the whole, as a document can't say it otherwise: a line behind a label belongs
/// to the label.
pub(crate) fn add_line(place: &mut Item, id: ItemId, kind: Kind, text: String) {
    let new = new_item(id, kind, text, place.span);
    let at = place.children.iter().position(|child| child.kind.is_label()).unwrap_or(place.children.len());
    place.children.insert(at, new);
}
