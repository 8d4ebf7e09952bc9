//! Blocks of work that lie over one another: an hour is one hour.

use super::Block;

/// Gives each hour to one block of work: where some of these lie over one another, the one that begins first has it, and
/// the others wait [until](Block::taken_until) it ends.
pub(super) fn have_each_hour_once(blocks: &mut [Block]) {
    let Some(first) = blocks.iter().map(|block| block.date).min() else { return };
    let midnight = |block: &Block| block.date.signed_duration_since(first).num_minutes();
    let mut works: Vec<&mut Block> = blocks.iter_mut().filter(|block| block.category.is_work()).collect();
    works.sort_by_key(|block| (midnight(block) + i64::from(block.start), block.date, block.end, block.key));
    // None before begins later, so that what they leave of a block is its end.
    let mut taken = 0;
    for block in works {
        let midnight = midnight(block);
        let until = u16::try_from(taken - midnight).unwrap_or(0);
        block.taken_until = if until > block.start { until.min(block.end) } else { 0 };
        taken = taken.max(midnight + i64::from(block.end));
    }
}
