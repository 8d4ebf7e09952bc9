//! What a person has recorded about an item.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

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
