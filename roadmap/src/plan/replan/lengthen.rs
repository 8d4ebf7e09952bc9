//! Stages that take longer, for what is missing and for days off, or end earlier, for what was worked ahead.

use super::backlog::{self, Backlog};
use super::spread::evenly;
use super::{Proposal, Standpoint, Way};
use crate::ItemId;
use crate::plan::dates::date_stages_by;
use crate::plan::{DatedStage, DecidedLength, Pace, PlanError};
use crate::schedule::Schedule;
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

/// How much of a week days off must take before the plan is short of days: half of it.
const HALF: u64 = 2;

/// The stages with an end of their own that are not over, each with its last day.
fn ahead(at: &Standpoint<'_>) -> Vec<(DatedStage, NaiveDate)> {
    let closed = at.stages.iter().filter(|stage| !stage.open_ended);
    let mut closed: Vec<_> = closed.filter_map(|stage| Some((*stage, stage.to?))).collect();
    let over = closed.partition_point(|(_, to)| *to < at.today);
    // Where all are over, the last one can still go on, unless an open end has begun after it.
    let goes_on = over == closed.len() && at.stages.last().is_some_and(|last| !last.open_ended);
    closed.drain(..over - usize::from(goes_on));
    closed
}

/// The minutes that a week gives: the pace, or what the stage that asks for most asks for in a week.
fn speed(at: &Standpoint<'_>) -> u64 {
    if let Some(minutes) = at.plan.weekly_minutes() {
        return u64::from(minutes);
    }
    let in_a_week =
        |stage: &DatedStage| stage.to.map(|to| u64::from(stage.minutes) * 7 / days_of(stage.from, to).max(1));
    at.stages.iter().filter_map(in_a_week).max().unwrap_or(0).max(1)
}

/// How many of a stage's days were added for days off.
fn added_for_days_off(at: &Standpoint<'_>, stage: &DatedStage) -> u64 {
    at.lengths.get(&stage.stage).map_or(0, |length| u64::from(length.off))
}

/// True where days off take at least half a week of a stage that is not over.
pub(super) fn is_short_of_days(at: &Standpoint<'_>) -> bool {
    ahead(at).into_iter().any(|(stage, to)| {
        let days = days_of(stage.from, to);
        let usual = days.saturating_sub(added_for_days_off(at, &stage)).max(1);
        needed(at, stage.from, usual) > days
    })
}

/// The dates from now on later by what is missing and by the days off. In an open end nothing is late: only days off
/// move what comes after it.
pub(super) fn push_dates(at: &Standpoint<'_>, missing: &Backlog) -> Result<Option<Proposal>, PlanError> {
    let mut changes = at.unchanged();
    let ahead: BTreeMap<ItemId, (DatedStage, NaiveDate)> =
        ahead(at).into_iter().map(|(stage, to)| (stage.stage, (stage, to))).collect();
    let open_end = at.open_end();
    let mut behind = match open_end {
        Some(_) => 0,
        None => whole_weeks(at, (u64::from(missing.total()) * 7).div_ceil(speed(at)), true),
    };
    let mut running = open_end.map(|stage| stage.stage);
    let stages = date_stages_by(at.roadmap, at.plan, |stage, begins| {
        if let Some((stage, to)) = ahead.get(&stage) {
            running = running.or(Some(stage.stage));
            // What is over is over: a stage that should have ended goes on from today.
            let so_far = if *to < at.today { days_of(stage.from, at.today) } else { 0 };
            let was = days_of(stage.from, *to);
            let usual = was.saturating_sub(added_for_days_off(at, stage)).max(so_far).max(1)
                + std::mem::take(&mut behind);
            let days = needed(at, begins, usual);
            if days != was {
                changes.lengths.insert(stage.stage, decided(days, days - usual));
            }
        }
        changes.lengths.get(&stage).copied()
    })?;
    if changes.lengths == *at.lengths {
        return Ok(None);
    }
    // A longer stage asks for less in its weeks that are over: what is missing is reckoned anew.
    if let Some(stage) = stages.iter().find(|stage| Some(stage.stage) == running) {
        let left = backlog::of_dates(at, &stages, at.schedule);
        evenly(at, &left, stage.last_day().max(at.next_week()), &mut changes);
    }
    at.proposal(Way::PushDates, changes).map(Some)
}

/// The dates from now on earlier by what was worked ahead; nothing where that is less than the stage has left.
pub(super) fn pull_forward(at: &Standpoint<'_>, missing: &Backlog) -> Result<Option<Proposal>, PlanError> {
    if at.open_end().is_some() {
        return Ok(None);
    }
    let mut fewer = whole_weeks(at, u64::from(missing.ahead) * 7 / speed(at), false);
    let mut changes = at.unchanged();
    for (stage, to) in ahead(at) {
        let so_far = if stage.from <= at.today { days_of(stage.from, at.today) } else { 0 };
        let days = days_of(stage.from, to);
        let least = whole_weeks(at, so_far.max(days.div_ceil(4)), true).max(1);
        let cut = fewer.min(days.saturating_sub(least));
        if cut > 0 {
            let off = added_for_days_off(at, &stage).min(days - cut);
            changes.lengths.insert(stage.stage, decided(days - cut, off));
            fewer -= cut;
        }
    }
    if changes.lengths == *at.lengths {
        return Ok(None);
    }
    at.proposal(Way::PullForward, changes).map(Some)
}

/// As written, stages take whole weeks.
fn whole_weeks(at: &Standpoint<'_>, days: u64, up: bool) -> u64 {
    match at.plan.pace {
        Pace::AsWritten if up => days.div_ceil(7) * 7,
        Pace::AsWritten => days / 7 * 7,
        Pace::Hours { .. } => days,
    }
}

/// The days that a stage needs from a day on to have as many working days as `days` usually have. Days off that take
/// less than half a week don't count.
fn needed(at: &Standpoint<'_>, from: NaiveDate, days: u64) -> u64 {
    let usual = Schedule::new(at.schedule.seasons().to_vec(), Vec::new());
    let last = |days: u64| from.checked_add_days(Days::new(days.max(1) - 1)).unwrap_or(NaiveDate::MAX);
    let wanted = usual.weight(from, last(days));
    let week = usual.weight(from, last(7)).max(1);
    let has = |days: u64| at.schedule.weight(from, last(days));
    if (wanted - has(days).min(wanted)) * HALF < week {
        return days;
    }
    // The least number of days that has enough, found by halving; days off without an end leave it as it is.
    let (mut low, mut high) = (days, days + MOST_DAYS);
    if has(high) < wanted {
        return days;
    }
    while low < high {
        let middle = low + (high - low) / 2;
        if has(middle) >= wanted { high = middle } else { low = middle + 1 }
    }
    whole_weeks(at, high - days, true) + days
}

/// The longest that days off may push a stage: ten years.
const MOST_DAYS: u64 = 3660;

pub(super) fn decided(days: u64, off: u64) -> DecidedLength {
    let days_of = |days: u64| u32::try_from(days).unwrap_or(u32::MAX);
    DecidedLength { days: days_of(days), off: days_of(off) }
}

pub(super) fn days_of(from: NaiveDate, to: NaiveDate) -> u64 {
    u64::try_from(to.signed_duration_since(from).num_days() + 1).unwrap_or(0)
}
