//! What a merge changes, for a person to read before it is done.

use crate::ItemId;
use serde::{Deserialize, Serialize};

/// One thing that a merge changes, or that it leaves as the person has it although the document says otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Difference {
    /// The item: in the merged roadmap, or, of what is removed, in the roadmap as it was.
    pub item: ItemId,
    /// Its words, as they are afterwards.
    pub text: String,
    /// The phase or stage that it is in: "Week 3: Breath".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional = nullable))]
    pub within: Option<String>,
    /// Its line in the new document, or in the old one of what is removed, counted from 1.
    pub line: usize,
    /// What happens to it.
    #[serde(flatten)]
    pub differs: Differs,
}

/// What a merge does to an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "differs", rename_all = "kebab-case")]
pub enum Differs {
    /// The document says it for the first time.
    Added {
        /// How many items below it are new with it.
        below: usize,
    },
    /// The document does not say it any more.
    Removed {
        /// How many items below it go with it.
        below: usize,
        /// On how many of them, itself included, the person recorded something.
        recorded: usize,
    },
    /// The document says again what it once lost: it is back with what was recorded on it.
    Restored {
        /// How many items below it are back, or new, with it.
        below: usize,
    },
    /// The document has other words for it.
    Renamed {
        /// Its words before.
        was: String,
    },
    /// It stands elsewhere in the document.
    Moved {
        /// The words of what it stood below; none where it moved among its siblings or stood at the top.
        from: Option<String>,
    },
    /// The document says something else about it.
    Changed {
        /// What about it.
        aspect: Aspect,
        /// What it was, in words; none where nothing was said.
        was: Option<String>,
        /// What it is now.
        is: Option<String>,
    },
    /// The document has its box ticked.
    Ticked,
    /// The document has its box open again; it stays done.
    Unticked,
    /// The document and the person both changed it, each in another way: the person's stays.
    Conflict {
        /// What about it.
        aspect: Aspect,
        /// What the document says now, in words; none where it says nothing any more.
        document: Option<String>,
    },
}

/// What can be said about an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum Aspect {
    /// What it is: a step, a checkpoint item.
    Kind,
    /// Its words.
    Words,
    /// What the document adds behind a dash or in brackets.
    Note,
    /// The months it names.
    Months,
    /// The weeks it names.
    Weeks,
    /// How long it lasts.
    Length,
    /// How much time it gets.
    Hours,
    /// What kind of work it is.
    Category,
    /// What is measured.
    Measure,
    /// Whether it is optional.
    Optional,
    /// Its number or letter.
    Label,
    /// Whom it suits.
    Suits,
    /// Where its link leads.
    Link,
    /// What it costs.
    Price,
    /// When a block is, and for what.
    Times,
    /// Whether a template is for full or part time.
    Tempo,
    /// What a section is about.
    About,
}
