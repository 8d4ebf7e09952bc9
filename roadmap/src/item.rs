//! The roadmap's model: a tree of items in the order of the document.
//!
//! Every line of a document belongs to an item, so nothing is lost and everything can point back to
//! where it was said. What an item means is its [`Kind`]; what a person has recorded about it is its
//! [`Record`]. Reading a document into items is the work of [`crate::document`].

mod block_rule;
mod budget;
mod label;
mod measure;
mod title;

pub use block_rule::{BlockRule, PartOfDay, Tempo, weekdays};
pub use budget::Budget;
pub use measure::{Comparator, Measure};

use crate::Category;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// A roadmap: its title and its items, phases among them, in the order of the document.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Roadmap {
    /// The document's first heading, or its file name where it has none.
    pub title: String,
    /// The top items: phases in order, and everything else the document says.
    pub items: Vec<Item>,
}

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

/// What a person has recorded about an item.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(default)]
pub struct Record {
    /// When it was ticked; none while it is open.
    pub done_at: Option<DateTime<Utc>>,
    /// For an option: whether it was picked.
    pub chosen: bool,
    /// For a deliverable: where it can be seen (a link, or words).
    pub evidence: Option<String>,
    /// For a target or metric: the latest reading, in the target's unit.
    pub reading: Option<f64>,
    /// For an open-ended stage: its last day, once what ended it has happened.
    pub ended_on: Option<NaiveDate>,
}

impl Record {
    /// True while nothing is recorded.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What an item means.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Kind {
    /// A top part of the roadmap ("Month 1").
    Phase {
        /// The months it names, if it names any.
        months: Option<NumberRange>,
        /// True where no end is given, or the end is an event ("until an offer").
        open_ended: bool,
    },
    /// One of several ways to the same end ("Track A", "Path 2"), with the phases and stages of that
    /// way below it; one of them is picked when the document is imported.
    Track {
        /// What the document tells it from the others by ("A").
        label: String,
    },
    /// Consecutive weeks inside a phase ("Weeks 6-7"), or an open-ended stretch ("ongoing").
    Stage {
        /// The weeks it names, if it names any; an open-ended stage names none.
        weeks: Option<NumberRange>,
        /// How many days it lasts, where it names days, dates or a length instead of weeks.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "ts", ts(optional = nullable))]
        days: Option<u32>,
    },
    /// What a phase or stage is for.
    Goal,
    /// A budgeted piece of a stage.
    Activity {
        /// What kind of work it is.
        category: Category,
        /// How much time the document gives it.
        budget: Option<Budget>,
    },
    /// A named project inside an activity; the same number may come again ("continued").
    Project {
        /// Its number, if the document numbers it.
        number: Option<u32>,
    },
    /// One thing to do.
    Step {
        /// True where the document calls it optional.
        optional: bool,
    },
    /// The list of things to be able to say "yes" to at a stage's end.
    Checkpoint,
    /// One of them.
    CheckpointItem,
    /// A measurable claim.
    Target {
        /// What is measured against what; none where the words hold no number.
        measure: Option<Measure>,
    },
    /// Something that exists afterwards.
    Deliverable,
    /// Pick one among the options below.
    Choice,
    /// One option of a choice.
    Option {
        /// The letter or number that the document gives it ("A").
        label: String,
        /// Whom it suits, if the document says so ("research-oriented roles").
        suits: Option<String>,
    },
    /// A phase's success metrics.
    Gate {
        /// The months it is for, to find its phase by.
        months: Option<NumberRange>,
    },
    /// One success metric.
    Metric {
        /// What is counted, where it can be counted.
        measure: Option<Measure>,
    },
    /// Study material.
    Resource {
        /// The link as written; none for material that is only named.
        href: Option<String>,
    },
    /// The blocks of a typical week.
    Template {
        /// The minutes a week that its heading claims.
        stated_minutes: Option<u32>,
        /// Whether it is meant for full or part time, where it says so.
        tempo: Option<Tempo>,
    },
    /// The blocks of a stage's own day, instead of the template's.
    Routine,
    /// One block of a template or routine.
    Block(BlockRule),
    /// An account to open or a service to subscribe to.
    Account {
        /// The price in the document's words ("$20/month").
        price: Option<String>,
        /// True where it is listed among the paid ones, or names a price.
        paid: bool,
    },
    /// One line of a checklist that no stage owns.
    ChecklistItem,
    /// A heading or label with a list of lines; what they are is told by `about`.
    Section {
        /// What it is about.
        about: About,
    },
    /// One line of a section.
    Entry,
    /// A remark that was not understood as anything else, kept where it stands.
    Note,
    /// An HTML comment.
    Comment,
}

/// What a [section](Kind::Section) is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// What one will have at the end.
    Outcomes,
    /// The roles aimed at.
    Roles,
    /// The gates, one for each phase.
    Gates,
    /// The week templates.
    Schedule,
    /// Accounts to have.
    Accounts,
    /// What to install.
    Setup,
    /// Reading lists.
    Reading,
    /// What to avoid.
    Pitfalls,
    /// Advice.
    Tips,
    /// A summary that says again what the phases say.
    Timeline,
    /// A checklist outside the stages.
    Checklist,
    /// Offers and salaries to expect.
    Expectations,
    /// Success rates: how many of one become how many of the next.
    Funnel,
    /// What to do first.
    NextSteps,
    /// Anything else; its heading says what.
    Other,
}

/// Two whole numbers, the first not above the second: weeks 6-7, months 4-6.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct NumberRange {
    /// The first.
    pub from: u32,
    /// The last.
    pub to: u32,
}

impl NumberRange {
    /// How many numbers it holds.
    pub const fn count(self) -> u32 {
        self.to - self.from + 1
    }

    /// Those ranges in order, the ones that overlap as one.
    pub(crate) fn joined(mut ranges: Vec<Self>) -> Vec<Self> {
        ranges.sort_unstable_by_key(|range| range.from);
        ranges.dedup_by(|next, last| {
            let overlaps = next.from <= last.to;
            if overlaps {
                last.to = last.to.max(next.to);
            }
            overlaps
        });
        ranges
    }
}

impl Item {
    /// This item and everything below it, in the order of the document. Never recurses.
    pub fn walk(&self) -> Walk<'_> {
        Walk { left: vec![self] }
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

impl Roadmap {
    /// Every item, in the order of the document. Never recurses.
    pub fn walk(&self) -> Walk<'_> {
        Walk { left: self.items.iter().rev().collect() }
    }

    /// The item of that name.
    pub fn find(&self, id: ItemId) -> Option<&Item> {
        self.walk().find(|item| item.id == id)
    }

    /// The phases, in order.
    pub fn phases(&self) -> impl Iterator<Item = &Item> {
        self.walk().filter(|item| matches!(item.kind, Kind::Phase { .. }))
    }

    /// The stages of all phases, in order.
    pub fn stages(&self) -> impl Iterator<Item = &Item> {
        self.walk().filter(|item| matches!(item.kind, Kind::Stage { .. }))
    }

    /// The way from a top item down to the item of that name, itself included; empty if there is none.
    pub fn path_to(&self, id: ItemId) -> Vec<&Item> {
        let mut path: Vec<(&[Item], usize)> = vec![(&self.items, 0)];
        while let Some((siblings, at)) = path.last().copied() {
            let Some(item) = siblings.get(at) else {
                path.pop();
                if let Some((_, parent)) = path.last_mut() {
                    *parent += 1;
                }
                continue;
            };
            if item.id == id {
                return path.iter().filter_map(|(siblings, at)| siblings.get(*at)).collect();
            }
            path.push((&item.children, 0));
        }
        Vec::new()
    }
}

/// Walks items in the order of the document.
#[derive(Debug, Clone)]
pub struct Walk<'a> {
    left: Vec<&'a Item>,
}

impl<'a> Iterator for Walk<'a> {
    type Item = &'a Item;

    fn next(&mut self) -> Option<&'a Item> {
        let item = self.left.pop()?;
        self.left.extend(item.children.iter().rev());
        Some(item)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_that_overlap_are_joined_however_often_they_are_said() {
        let range = |from, to| NumberRange { from, to };
        let said = (0..1000).flat_map(|_| [range(5, 8), range(1, 1), range(7, 9), range(2, 2)]).collect();
        assert_eq!(NumberRange::joined(said), [range(1, 1), range(2, 2), range(5, 9)]);
    }
}
