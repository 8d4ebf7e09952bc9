//! What is different on one date: a block that is moved or left out, or one that is there only then.

use super::{Block, BlockKey, Origin};
use crate::Category;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What becomes of a block on its date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Exception {
    /// It is left out.
    Skipped,
    /// It is at another time, or of another length.
    Moved {
        /// Its date now.
        date: NaiveDate,
        /// Its start, in minutes after midnight of that date.
        start: u16,
        /// Its end, in minutes after midnight of that date; after the start.
        end: u16,
    },
}

impl Exception {
    /// The block as it is now; none where it is left out. What was moved by hand stays: it is pinned.
    pub(super) fn adapt(self, block: Block) -> Option<Block> {
        match self {
            Self::Skipped => None,
            Self::Moved { date, start, end } => Some(Block { date, start, end, pinned: true, ..block }),
        }
    }
}

/// Names a block of one date in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SingleBlockId(pub i64);

/// A block of one date alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SingleBlock {
    /// Its name in the store.
    pub id: SingleBlockId,
    /// Its date.
    pub date: NaiveDate,
    /// Its start, in minutes after midnight.
    pub start: u16,
    /// Its end, in minutes after midnight; after the start.
    pub end: u16,
    /// What kind of work it is for.
    pub category: Category,
    /// What it is called.
    pub title: String,
    /// What else it takes when its own category leaves room, first choices first.
    pub accepts: Vec<Category>,
    /// True where it stays outside the stage's hours.
    pub standing: bool,
}

impl SingleBlock {
    /// The block that it is.
    pub(super) fn block(&self) -> Block {
        Block {
            key: BlockKey { date: self.date, origin: Origin::Single(self.id) },
            date: self.date,
            start: self.start,
            end: self.end,
            category: self.category,
            title: self.title.clone(),
            accepts: self.accepts.clone(),
            lent: Vec::new(),
            standing: self.standing,
            pinned: true,
            given: None,
            busy: Vec::new(),
            taken_until: 0,
            work: Vec::new(),
        }
    }
}
