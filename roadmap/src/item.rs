//! The roadmap's model: a tree of items in the order of the document.
//!
//! Every line of a document belongs to an item, so nothing is lost and everything can point back to
//! where it was said. What an item means is its [`Kind`]; what a person has recorded about it is its
//! [`Record`]. Reading a document into items is the work of [`crate::document`].

mod block_rule;
mod budget;
mod kind;
mod label;
mod measure;
mod number_range;
mod record;
mod roadmap;
mod title;

pub use block_rule::{BlockRule, PartOfDay, Tempo, weekdays};
pub use budget::Budget;
pub use kind::{About, Kind};
pub use measure::{Comparator, Measure};
pub use number_range::NumberRange;
pub use record::Record;
pub use roadmap::Roadmap;

use serde::{Deserialize, Serialize};

/// Names an item within its roadmap; kept for as long as the item lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export, type = "number"))]
#[serde(transparent)]
pub struct ItemId(pub i64);

/// One thing a roadmap says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Item {
    /// Its name.
    pub id: ItemId,
    /// What it means.
    #[serde(flatten)]
    pub kind: Kind,
    /// Its words, without markup, number, box and budget.
    pub text: String,
    /// What the document adds behind a dash or in brackets, if anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional = nullable))]
    pub note: Option<String>,
    /// Where the document says it.
    pub span: Span,
    /// Its task box, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional = nullable))]
    pub task: Option<TaskBox>,
    /// What the person has recorded about it.
    #[serde(default, skip_serializing_if = "Record::is_empty")]
    pub record: Record,
    /// What belongs to it, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<Item>,
}

/// Where an item stands in its document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last one of the item's own words; children may reach further.
    pub end: usize,
    /// The line of the first byte, counted from 1.
    pub line: usize,
}

/// A task box: brackets, or a sign such as ☐.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct TaskBox {
    /// The byte between the brackets, or the first of its sign.
    pub mark: usize,
    /// Whether the document has it ticked.
    pub ticked: bool,
}

impl Item {
    /// This item and everything below it, in the order of the document. Never recurses.
    pub fn walk(&self) -> Walk<'_> {
        Walk { left: vec![std::slice::from_ref(self).iter()] }
    }

    /// The same without what is below it.
    pub fn bare(&self) -> Self {
        let Self { id, kind, text, note, span, task, record, children: _ } = self;
        Self {
            id: *id,
            kind: kind.clone(),
            text: text.clone(),
            note: note.clone(),
            span: *span,
            task: *task,
            record: record.clone(),
            children: Vec::new(),
        }
    }

    /// True where a person can tick it: a box of the document, a step, something to read or to make, or
    /// a metric that one judges oneself.
    pub fn can_be_done(&self) -> bool {
        self.task.is_some()
            || matches!(
                self.kind,
                Kind::Step { .. }
                    | Kind::CheckpointItem
                    | Kind::ChecklistItem
                    | Kind::Resource { .. }
                    | Kind::Deliverable
                    | Kind::Metric { .. }
            )
    }

    /// True for an option that was not picked: neither it nor what is below it is anybody's to do. The plan alone
    /// reckons with the first option of an open choice, so that its hours are there.
    pub fn is_unpicked(&self) -> bool {
        matches!(self.kind, Kind::Option { .. }) && !self.record.chosen
    }

    /// True once it is ticked.
    pub fn is_done(&self) -> bool {
        self.record.done_at.is_some()
    }
}

/// Walks items in the order of the document.
#[derive(Debug, Clone)]
pub struct Walk<'a> {
    /// What is left of the lists that it is in, the innermost last.
    left: Vec<std::slice::Iter<'a, Item>>,
}

impl<'a> Iterator for Walk<'a> {
    type Item = &'a Item;

    fn next(&mut self) -> Option<&'a Item> {
        let item = loop {
            match self.left.last_mut()?.next() {
                Some(item) => break item,
                None => drop(self.left.pop()),
            }
        };
        if !item.children.is_empty() {
            self.left.push(item.children.iter());
        }
        Some(item)
    }
}
