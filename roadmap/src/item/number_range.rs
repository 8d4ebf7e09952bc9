//! The weeks or months that a part of the way names.

use serde::{Deserialize, Serialize};

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
