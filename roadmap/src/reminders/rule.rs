//! What to be reminded of.

use serde::{Deserialize, Serialize};

/// A rule that brings reminders.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Its name.
    pub id: RuleId,
    /// What it is about.
    #[serde(flatten)]
    pub kind: RuleKind,
}

impl Rule {
    /// The rule that everybody starts with: a reminder at the moment a block begins.
    pub fn block_start() -> Self {
        Self { id: RuleId("block-start".to_owned()), kind: RuleKind::BlockStart { lead_minutes: 0 } }
    }

    /// The rule that says how a week ended.
    pub fn week_end() -> Self {
        Self { id: RuleId("week-end".to_owned()), kind: RuleKind::WeekEnd }
    }
}

/// Names a rule for good, whatever is changed about it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RuleId(pub String);

/// The kinds of rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum RuleKind {
    /// When a block of the day begins.
    BlockStart {
        /// How many minutes before.
        lead_minutes: u32,
    },
    /// When a week has ended behind or ahead.
    WeekEnd,
}
