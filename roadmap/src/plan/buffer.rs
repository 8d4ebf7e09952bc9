//! What of each week is kept free for what comes in between.

use serde::{Deserialize, Serialize};

/// The share of each week that is kept free, in percent; none unless the person asks for it.
///
/// The rule: where dates come from hours, they come from what is left of them, so that 460 h at 20 h a week with
/// 20 % kept free end as at 16 h, and the blocks keep free what the week does not ask for. Where the document's own
/// weeks give the dates, these stay: each block takes work for what is left of its minutes, and what that leaves
/// without a place is a visible number. A block that the person has given to something by hand takes it whole.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Buffer {
    /// The share, 0 to 50.
    pub percent: u8,
}

impl Buffer {
    /// Nothing is kept free.
    pub const NONE: Self = Self { percent: 0 };
    /// The most that can be kept free.
    pub const MOST_PERCENT: u8 = 50;

    /// What it leaves of some minutes, rounded down.
    pub fn leaves(self, minutes: u32) -> u32 {
        let left = u64::from(minutes) * u64::from(100_u8.saturating_sub(self.percent)) / 100;
        u32::try_from(left).unwrap_or(minutes)
    }
}
