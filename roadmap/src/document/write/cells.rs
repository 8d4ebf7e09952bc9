//! Rows of a week's table that say several blocks, a column a day, where some of them are called otherwise.

use super::changed::Change;
use super::escape;
use super::slots::Kept;
use crate::item::Item;
use std::ops::Range;

/// The changes of such a row: a block with other words has them in each of its cells. A cell is the block's whose words
/// are the longest that stand in it.
pub(super) fn changes(row: &str, was: &[&Item], kept: &[Kept<'_>]) -> Vec<Change> {
    let change = |cell: Range<usize>| {
        let text = row.get(cell.clone())?;
        let holds = |block: &Item| !block.text.is_empty() && text.contains(block.text.as_str());
        let longest = was.iter().filter(|block| holds(block)).map(|block| block.text.len()).max()?;
        let mut own = was.iter().enumerate().filter(|(_, block)| holds(block) && block.text.len() == longest);
        // Where several fit, nothing says which of them it is.
        let (Some((at, block)), None) = (own.next(), own.next()) else { return None };
        let new = kept.iter().find(|(kept, _)| *kept == at).and_then(|(_, new)| *new)?;
        let from = cell.start + text.find(block.text.as_str())?;
        Some((from..from + longest, escape::cell(new)))
    };
    of(row).into_iter().filter_map(change).collect()
}

/// The cells of a row, between its bars.
pub(super) fn of(row: &str) -> Vec<Range<usize>> {
    let mut cells = Vec::new();
    // A row need not begin with a bar.
    let mut start = (!row.trim_start().starts_with('|')).then_some(0);
    for (at, _) in row.match_indices('|').filter(|(at, _)| !is_escaped(row, *at)) {
        cells.extend(start.map(|start| start..at));
        start = Some(at + 1);
    }
    let last = start.filter(|start| row.get(*start..).is_some_and(|rest| !rest.trim().is_empty()));
    cells.extend(last.map(|start| start..row.len()));
    cells
}

/// True for a character with a mark of escape before it.
fn is_escaped(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    (before.len() - before.trim_end_matches('\\').len()) % 2 == 1
}
