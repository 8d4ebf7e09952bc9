//! What is measured against what.

use serde::{Deserialize, Serialize};

/// A number to reach or to keep under.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Measure {
    /// How the reading is compared.
    pub comparator: Comparator,
    /// The number, or the lower end of a range.
    pub value: f64,
    /// The upper end of a range.
    pub upper: Option<f64>,
    /// The unit or the thing counted ("ms", "%", "applications"); may be empty.
    pub unit: String,
}

/// How a reading is compared with a measure's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum Comparator {
    /// `<`
    Below,
    /// `≤`, "at most", "top 50 %"
    AtMost,
    /// `≥`, "50+", or a bare count
    AtLeast,
    /// `>`
    Above,
    /// A range: from `value` to `upper`.
    Between,
}
