//! Planned, scheduled and worked time of a week, by category.

use super::Worked;
use crate::Category;
use crate::plan::{SoFar, WeekLayout};
use crate::schedule::{Block, Portion};
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
    /// What is laid into blocks, and the blocks outside the stage's hours; in a week that has begun, what is laid
    /// into those still to come, and what is worked of what is planned.
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
/// worked in it. `worked` must hold that week's sessions only. `so_far` is for the week that now is in.
pub fn ledger(layout: &WeekLayout, worked: &[Worked], so_far: Option<&SoFar<'_>>) -> Ledger {
    let WeekLayout { demands, blocks, unplaced, .. } = layout;
    let has_begun = so_far.is_some_and(|so_far| so_far.has_begun(layout));
    let counts = |block: &&Block| !so_far.is_some_and(|so_far| so_far.is_over(block));
    let line = |category: Category| {
        let of = |portion: &&Portion| portion.category == category;
        let ahead = blocks.iter().filter(counts).flat_map(|block| &block.work);
        let placed: u32 = ahead.filter(of).map(|portion| portion.minutes).sum();
        // A standing block that is given to an activity has come inside the stage's hours.
        let stands = |block: &&Block| block.standing && block.given.is_none() && block.category == category;
        let standing: u32 = blocks.iter().filter(stands).map(Block::room).sum();
        let sessions = || worked.iter().filter(|worked| worked.category == Some(category));
        let planned = sum(demands.iter().filter(|d| d.category == category).map(|d| d.minutes));
        let unplaced = sum(unplaced.iter().filter(|u| u.category == category).map(|u| u.minutes));
        // What is neither laid into a block to come nor without a place was worked.
        let done = if has_begun { planned.saturating_sub(placed.saturating_add(unplaced)) } else { 0 };
        LedgerLine {
            category: Some(category),
            planned_minutes: planned,
            scheduled_minutes: placed.saturating_add(done).saturating_add(standing),
            standing_minutes: standing,
            worked_minutes: minutes(sessions().map(|session| session.worked_seconds)),
            focused_minutes: minutes(sessions().map(|session| session.focused_seconds)),
            unplaced_minutes: unplaced,
        }
    };
    let lines: Vec<LedgerLine> = Category::ALL
        .into_iter()
        .filter(|category| category.is_work())
        .map(line)
        .filter(|line| *line != LedgerLine { category: line.category, ..LedgerLine::default() })
        .collect();
    let total = |part: fn(&LedgerLine) -> u32| sum(lines.iter().map(part));
    let total = LedgerLine {
        category: None,
        planned_minutes: total(|line| line.planned_minutes),
        scheduled_minutes: total(|line| line.scheduled_minutes),
        standing_minutes: total(|line| line.standing_minutes),
        worked_minutes: total(|line| line.worked_minutes),
        focused_minutes: total(|line| line.focused_minutes),
        unplaced_minutes: total(|line| line.unplaced_minutes),
    };
    Ledger { lines, total }
}

fn sum(minutes: impl Iterator<Item = u32>) -> u32 {
    minutes.fold(0, u32::saturating_add)
}

/// The whole minutes of some seconds.
pub(super) fn minutes(seconds: impl Iterator<Item = u32>) -> u32 {
    u32::try_from(seconds.map(u64::from).sum::<u64>() / 60).unwrap_or(u32::MAX)
}
