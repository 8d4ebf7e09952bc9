//! How much time something gets.

use serde::{Deserialize, Serialize};

/// How much time the document gives an activity, in clock minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "per", rename_all = "kebab-case")]
pub enum Budget {
    /// For the whole stage.
    Stage {
        /// At least; equal to `most` where one number is given.
        least: u32,
        /// At most.
        most: u32,
    },
    /// For each week of the stage.
    Week {
        /// At least.
        least: u32,
        /// At most.
        most: u32,
    },
    /// For each day of the stage.
    Day {
        /// At least.
        least: u32,
        /// At most.
        most: u32,
    },
}
