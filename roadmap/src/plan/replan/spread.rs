//! What is missing, spread over weeks that are left: into the room they have, or evenly.

use super::displaced::taken;
use super::outcome::room;
use super::{Changes, Proposal, Standpoint, Way};
use crate::plan::layout::Laying;
use crate::plan::{Buffer, DatedStage, PlanError};
use crate::progress::{Backlog, Missing, SLACK};
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
        for missing in left.iter_mut().filter(|left| can_take(at, week, left, missing)) {
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
    let without = left.iter().map(|missing| missing.minutes).fold(0, u32::saturating_add);
    let mut slack = at.proposal(Way::UseSlack, changes)?;
    slack.left_minutes = slack.left_minutes.max(without);
    Ok(Some(slack))
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
                None => {
                    block.category != missing.category
                        && block.takes_too().any(|category| category == missing.category)
                }
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

/// Each week that is left takes its part; nothing where none is left, or nothing is missing.
pub(super) fn compress(at: &Standpoint<'_>, missing: &Backlog) -> Result<Option<Proposal>, PlanError> {
    let Some(last) = at.last_day() else { return Ok(None) };
    let mut changes = at.unchanged();
    let without = evenly(at, missing, last, &mut changes);
    if without == missing.total() {
        return Ok(None);
    }
    let mut compress = at.proposal(Way::Compress, changes)?;
    compress.left_minutes = compress.left_minutes.max(without);
    Ok(Some(compress))
}

/// Weeks to come have back what they gave away for days off, where those take it no more; what they still take is spread
/// anew. Nothing where they take as much as before.
pub(super) fn take_back(at: &Standpoint<'_>) -> Result<Option<Proposal>, PlanError> {
    let Some(last) = at.last_day() else { return Ok(None) };
    // What is late comes from days that are over: only days off make others give work away.
    let is_for_days_off =
        |moved: &MovedWork| moved.from >= at.this_week() && moved.from < moved.to && !moved.late;
    let given = at.schedule.moved.iter().filter(|moved| is_for_days_off(moved));
    let given = given.fold(0_u32, |sum, moved| sum.saturating_add(moved.minutes));
    if given <= SLACK {
        return Ok(None);
    }
    let mut schedule = at.schedule.clone();
    schedule.moved.retain(|moved| !is_for_days_off(moved));
    let bare = Standpoint { schedule: &schedule, ..*at };
    let taken = taken(&bare);
    if given - SLACK <= taken.total() {
        return Ok(None);
    }
    let mut changes = bare.unchanged();
    evenly(&bare, &taken, last, &mut changes);
    let even = at.proposal(Way::Compress, changes)?;
    // What a week gave away and no longer asks for makes no other week lighter.
    let is_other = even.weeks.iter().any(|week| week.after.abs_diff(week.before) > SLACK);
    Ok(Some(even).filter(|_| is_other))
}

/// Spreads what is missing over the weeks until `last` that can take it over, by the working days that each has until
/// then; over all alike where none has any. Answers the minutes that find no week.
pub(super) fn evenly(at: &Standpoint<'_>, missing: &Backlog, last: NaiveDate, changes: &mut Changes) -> u32 {
    let weight = |week: NaiveDate| {
        let until = week.checked_add_days(chrono::Days::new(6)).unwrap_or(week).min(last);
        (week, at.schedule.weight(week, until))
    };
    let weeks: Vec<(NaiveDate, u64)> = at.weeks_until(last).map(weight).collect();
    let mut without = 0_u32;
    for one in &missing.missing {
        let mut weeks = weeks.clone();
        weeks.retain(|(week, _)| can_take(at, *week, one, missing));
        if weeks.is_empty() {
            without = without.saturating_add(one.minutes);
        }
        if weeks.iter().all(|(_, weight)| *weight == 0) {
            weeks.iter_mut().for_each(|(_, weight)| *weight = 1);
        }
        let all: u64 = weeks.iter().map(|(_, weight)| weight).sum();
        let (mut before, mut given) = (0, 0);
        for (week, weight) in weeks {
            before += weight;
            let until = u64::from(one.minutes) * before / all.max(1);
            let minutes = u32::try_from(until - given).unwrap_or(0);
            given = until;
            if minutes > 0 {
                changes.moved.push(moved(one, week, minutes));
            }
        }
    }
    without
}

/// True for a week that can take over some of what is missing: one after that which asks for it, of which days off leave
/// something, and that lacks nothing itself.
fn can_take(at: &Standpoint<'_>, week: NaiveDate, one: &Missing, all: &Backlog) -> bool {
    week > one.from && !at.is_off(week) && all.missing.iter().all(|other| other.from != week)
}

/// Spreads what is missing over the room that weeks until `last` have in their blocks, at these dates of the stages; each
/// takes the same part of its own. False, and nothing is spread, where that is not enough.
pub(super) fn into_room(
    at: &Standpoint<'_>,
    stages: &[DatedStage],
    missing: &Backlog,
    last: NaiveDate,
    changes: &mut Changes,
) -> bool {
    let laying = Laying::of(at.roadmap, at.plan, stages, at.schedule);
    let free = |week: NaiveDate| {
        let asked = laying.asking.in_week(week).iter().fold(0_u32, |sum, d| sum.saturating_add(d.minutes));
        let room = room(at.plan.kept_in_blocks(), &laying.blocks(week));
        (week, u64::from(room.saturating_sub(asked)))
    };
    let weeks: Vec<(NaiveDate, u64)> = at.weeks_until(last).map(free).collect();
    let (all, total) = (weeks.iter().map(|(_, free)| free).sum::<u64>(), u64::from(missing.total()));
    if total > all {
        return false;
    }
    let mut left = missing.missing.iter().map(|missing| (missing, missing.minutes)).collect::<Vec<_>>();
    left.reverse();
    let (mut before, mut given) = (0, 0);
    for (week, free) in weeks {
        before += free;
        let mut takes = total * before / all.max(1) - given;
        given += takes;
        while takes > 0
            && let Some((missing, minutes)) = left.last_mut()
        {
            let part = u64::from(*minutes).min(takes) as u32;
            changes.moved.push(moved(missing, week, part));
            takes -= u64::from(part);
            *minutes -= part;
            if *minutes == 0 {
                left.pop();
            }
        }
    }
    true
}

fn moved(missing: &Missing, to: NaiveDate, minutes: u32) -> MovedWork {
    let Missing { activity, from, late, .. } = *missing;
    MovedWork { activity, from, to, minutes, late }
}
