//! What is missing, spread over weeks that are left: into the room they have, or evenly.

use super::{Changes, Proposal, Standpoint, Way};
use crate::plan::layout::Laying;
use crate::plan::{Buffer, PlanError};
use crate::progress::{Backlog, Missing};
use crate::schedule::{Block, MovedWork};
use chrono::NaiveDate;

/// Work into the room of the blocks that are left, the earliest first; nothing where they have none for it.
pub(super) fn use_slack(at: &Standpoint<'_>, missing: &Backlog) -> Result<Option<Proposal>, PlanError> {
    let Some(last) = at.last_day() else { return Ok(None) };
    let laying = Laying::of(at.roadmap, at.plan, at.stages, at.schedule);
    let mut left: Vec<Missing> = missing.missing.clone();
    let mut changes = at.unchanged();
    for week in at.weeks_until(last) {
        if left.is_empty() {
            break;
        }
        let mut blocks = laying.week(week).blocks;
        for missing in &mut left {
            let minutes = pour(at.plan.kept_in_blocks(), &mut blocks, missing);
            if minutes > 0 {
                missing.minutes -= minutes;
                changes.moved.push(moved(missing, week, minutes));
            }
        }
        left.retain(|missing| missing.minutes > 0);
    }
    if changes.moved.len() == at.schedule.moved.len() {
        return Ok(None);
    }
    at.proposal(Way::UseSlack, changes).map(Some)
}

/// Lays as much of the work into blocks as they have room for, their own category first; answers how much.
fn pour(buffer: Buffer, blocks: &mut [Block], missing: &Missing) -> u32 {
    let mut poured = 0;
    for own in [true, false] {
        for block in blocks.iter_mut() {
            let takes = match block.given {
                Some(given) => own && given == missing.activity,
                None if block.standing || !block.category.is_work() => false,
                None if own => block.category == missing.category,
                None => block.category != missing.category && block.accepts.contains(&missing.category),
            };
            let kept = block.given.map_or(block.room() - buffer.leaves(block.room()), |_| 0);
            let free = block.free_minutes().saturating_sub(kept);
            let minutes = if takes { free.min(missing.minutes - poured) } else { 0 };
            if minutes > 0 {
                poured += minutes;
                block.work.push(crate::schedule::Portion {
                    activity: missing.activity,
                    category: missing.category,
                    minutes,
                });
            }
        }
    }
    poured
}

/// Each week that is left takes its part; nothing where none is left.
pub(super) fn compress(at: &Standpoint<'_>, missing: &Backlog) -> Result<Option<Proposal>, PlanError> {
    let Some(last) = at.last_day() else { return Ok(None) };
    let mut changes = at.unchanged();
    if !evenly(at, missing, last, &mut changes) {
        return Ok(None);
    }
    at.proposal(Way::Compress, changes).map(Some)
}

/// Spreads what is missing over the weeks until `last` by the working days that each has until then; over all alike
/// where none has any. False where there is no week.
pub(super) fn evenly(at: &Standpoint<'_>, missing: &Backlog, last: NaiveDate, changes: &mut Changes) -> bool {
    let weeks: Vec<NaiveDate> = at.weeks_until(last).collect();
    let weight = |week: &NaiveDate| {
        let until = week.checked_add_days(chrono::Days::new(6)).unwrap_or(*week).min(last);
        at.schedule.weight(*week, until)
    };
    let mut weights: Vec<u64> = weeks.iter().map(weight).collect();
    if weights.iter().all(|weight| *weight == 0) {
        weights.fill(1);
    }
    let all: u64 = weights.iter().sum();
    for missing in &missing.missing {
        let (mut before, mut given) = (0, 0);
        for (week, weight) in weeks.iter().zip(&weights) {
            before += weight;
            let until = u64::from(missing.minutes) * before / all.max(1);
            let minutes = u32::try_from(until - given).unwrap_or(0);
            given = until;
            if minutes > 0 {
                changes.moved.push(moved(missing, *week, minutes));
            }
        }
    }
    !weeks.is_empty()
}

fn moved(missing: &Missing, to: NaiveDate, minutes: u32) -> MovedWork {
    MovedWork { activity: missing.activity, from: missing.from, to, minutes }
}
