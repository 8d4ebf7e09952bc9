//! Each rule of a merge on documents of some fields, and properties of any.

mod hours;
mod identity;
mod order;
mod properties;
mod records;
mod speed;
mod weeks;
mod words;

use super::{Difference, Differs, Merge, Ours, merge};
use crate::document::import;
use crate::edit::{Edit, EditError, edit};
use crate::item::{Item, ItemId, Kind, Roadmap};
use chrono::{DateTime, Utc};
use std::collections::HashSet;

const WHEN: DateTime<Utc> = DateTime::UNIX_EPOCH;

fn read(source: &str) -> Roadmap {
    import(source.as_bytes(), "plan.md").expect("readable").roadmap
}

/// A roadmap that somebody works with in the app, and the document it was read from.
#[derive(Clone)]
struct Course {
    base: Roadmap,
    roadmap: Roadmap,
    archived: Vec<Item>,
}

impl Course {
    /// As the app keeps it: with names of its own, and what the document has ticked done.
    fn of(source: &str) -> Self {
        let base = read(source);
        let mut roadmap = base.clone();
        each(&mut roadmap, |item| {
            item.id.0 += 1000;
            item.record.done_at = item.task.is_some_and(|task| task.ticked).then_some(WHEN);
        });
        Self { base, roadmap, archived: Vec::new() }
    }

    fn id(&self, text: &str) -> ItemId {
        id(&self.roadmap, text)
    }

    fn tick(&mut self, text: &str) {
        let id = self.id(text);
        self.change(id, |item| item.record.done_at = Some(WHEN));
    }

    fn change(&mut self, id: ItemId, change: impl Fn(&mut Item)) {
        each(&mut self.roadmap, |item| {
            if item.id == id {
                change(item);
            }
        });
    }

    fn rename(&mut self, item: &str, text: &str) {
        self.edit(&Edit::Rename { item: self.id(item), text: text.into() });
    }

    fn add(&mut self, at: &str, text: &str) {
        self.edit(&Edit::Add { at: self.id(at), text: text.into() });
    }

    fn move_by(&mut self, item: &str, by: i32) {
        self.edit(&Edit::Move { item: self.id(item), by });
    }

    fn take_out(&mut self, text: &str) {
        self.take_out_item(self.id(text));
    }

    fn take_out_item(&mut self, item: ItemId) {
        self.edit(&Edit::Remove { item });
    }

    fn edit(&mut self, what: &Edit) {
        self.try_edit(what).expect("an edit");
    }

    /// As the app does: whatever an edit takes out of the tree is archived as it was.
    fn try_edit(&mut self, what: &Edit) -> Result<bool, EditError> {
        let before = self.roadmap.clone();
        let changed = edit(&mut self.roadmap, what)?;
        let left: HashSet<ItemId> = self.roadmap.walk().map(|item| item.id).collect();
        let gone = before.walk().filter(|item| !left.contains(&item.id));
        self.archived.extend(gone.map(|item| Item { children: Vec::new(), ..item.clone() }));
        Ok(changed)
    }

    fn merged(&self, theirs: &Roadmap) -> Merge {
        merge(&self.base, Ours { roadmap: &self.roadmap, archived: &self.archived }, theirs)
    }

    fn against(&self, source: &str) -> Merge {
        self.merged(&read(source))
    }

    /// Goes on with the changed document.
    fn after(&self, source: &str) -> Self {
        let Merge { roadmap, archived, .. } = self.against(source);
        Self { base: read(source), roadmap, archived }
    }
}

fn each(roadmap: &mut Roadmap, mut change: impl FnMut(&mut Item)) {
    let mut left: Vec<&mut Item> = roadmap.items.iter_mut().collect();
    while let Some(item) = left.pop() {
        change(item);
        left.extend(&mut item.children);
    }
}

fn id(roadmap: &Roadmap, text: &str) -> ItemId {
    roadmap.walk().find(|item| item.text == text).map(|item| item.id).expect(text)
}

fn find<'a>(roadmap: &'a Roadmap, text: &str) -> &'a Item {
    roadmap.walk().find(|item| item.text == text).expect(text)
}

/// What is ticked, in order.
fn done(roadmap: &Roadmap) -> Vec<&str> {
    roadmap.walk().filter(|item| item.is_done()).map(|item| item.text.as_str()).collect()
}

/// The words of the steps and boxes, in order.
fn lines(roadmap: &Roadmap) -> Vec<&str> {
    roadmap.walk().filter(|item| item.can_be_done()).map(|item| item.text.as_str()).collect()
}

/// The words of what is directly below an item.
fn below<'a>(roadmap: &'a Roadmap, text: &str) -> Vec<&'a str> {
    find(roadmap, text).children.iter().map(|item| item.text.as_str()).collect()
}

/// The differences, each in a line.
fn told(merge: &Merge) -> Vec<String> {
    merge.differences.iter().map(line).collect()
}

fn line(difference: &Difference) -> String {
    let Difference { text, differs, .. } = difference;
    let or_none = |words: &Option<String>| words.clone().unwrap_or_else(|| "-".into());
    match differs {
        Differs::Added { below } => format!("+ {text} ({below})"),
        Differs::Removed { below, recorded } => format!("- {text} ({below}, {recorded} recorded)"),
        Differs::Restored { below } => format!("back {text} ({below})"),
        Differs::Renamed { was } => format!("{was} => {text}"),
        Differs::Moved { from } => format!("moved {text} from {}", or_none(from)),
        Differs::Changed { aspect, was, is } => {
            format!("{text}: {aspect:?} {} => {}", or_none(was), or_none(is))
        }
        Differs::Ticked => format!("ticked {text}"),
        Differs::Unticked => format!("unticked {text}"),
        Differs::Conflict { aspect, document } => {
            format!("{text}: {aspect:?} conflict with {}", or_none(document))
        }
    }
}
