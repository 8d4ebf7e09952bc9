//! Stages that take longer, for what is missing and for days off, or end earlier, for what was worked ahead.

use super::need::Need;
use super::spread::{self, evenly};
use super::{Changes, Proposal, Standpoint, Way};
use crate::plan::{
    Asking, DatedStage, DecidedLength, Demand, Lengths, Pace, Plan, PlanError, date_stages_with, week_of,
};
use crate::progress::{Backlog, Missing, SLACK};
use crate::schedule::MovedWork;
use chrono::NaiveDate;

/// How many days more dates are pushed at most, until the weeks hold what is pushed in their blocks: what is left of this
/// week takes none of it, and the week in which a stage ends only a part.
const LONGER: u64 = 14;

/// Only more free days than these are a reason to move a date.
const HALF_A_WEEK: u64 = 3;

/// The stages with an end of their own that are not over, each with its last day. Where none of them runs, the last that
/// is over comes first, as it can go on from today: an open end that runs after it begins later then. After one that has
/// ended nothing goes on.
pub(super) fn ahead(at: &Standpoint<'_>) -> Vec<(DatedStage, NaiveDate)> {
    let closed = at.stages.iter().filter(|stage| !stage.open_ended);
    let mut closed: Vec<_> = closed.filter_map(|stage| Some((*stage, stage.to?))).collect();
    let over = closed.partition_point(|(_, to)| *to < at.today);
    let runs = closed.get(over).is_some_and(|(stage, _)| stage.from <= at.today);
    let begun = at.stages.iter().rfind(|stage| stage.from <= at.today);
    let has_ended = begun.is_some_and(|stage| stage.open_ended && stage.to.is_some());
    closed.drain(..over - usize::from(over > 0 && !runs && !has_ended));
    closed
}

/// True where the first stage ahead is over, and would go on from today.
fn goes_on(at: &Standpoint<'_>) -> bool {
    ahead(at).first().is_some_and(|(_, to)| *to < at.today)
}

/// The clock minutes that later dates can make up for. In an open end nothing of its own is late; where a stage would go
/// on, it is what is missing of stages with an end, unless that is little.
fn late(at: &Standpoint<'_>, missing: &Backlog) -> u32 {
    if !goes_on(at) {
        return if at.open_end().is_some() { 0 } else { missing.total() };
    }
    let of_before = missing.missing.iter().filter(|missing| !missing.open_ended);
    let minutes = of_before.fold(0_u32, |sum, missing| sum.saturating_add(missing.minutes));
    if minutes > SLACK { minutes } else { 0 }
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
pub(super) fn added_for_days_off(at: &Standpoint<'_>, stage: &DatedStage) -> u64 {
    at.lengths.get(&stage.stage).map_or(0, |length| u64::from(length.off))
}

/// The dates from now on later by the days off, and by what is missing even then. In an open end nothing of its own is
/// late: what is missing of before puts it off, and days off move what comes after it. What is missing goes where the
/// blocks have room for it. Nothing where too few days to work on are to come.
pub(super) fn push_dates(at: &Standpoint<'_>, missing: &Backlog) -> Result<Option<Proposal>, PlanError> {
    let need = Need::of(at);
    let (mut lengths, mut stages) = need.dates(0)?;
    let late = late(at, missing);
    let mut behind = whole_weeks(at, (u64::from(late) * 7).div_ceil(speed(at)), true);
    if !need.has_days(behind) {
        return Ok(None);
    }
    let mut first = None;
    let most = behind + LONGER;
    while behind <= most {
        if behind > 0 {
            match need.dates(behind) {
                Ok(longer) => (lengths, stages) = longer,
                // What was found before holds, though not all in blocks.
                Err(_) if first.is_some() => break,
                Err(error) => return Err(error),
            }
        }
        if lengths == *at.lengths {
            return Ok(None);
        }
        let mut changes = Changes { lengths: lengths.clone(), ..at.unchanged() };
        let open_end = at.open_end().filter(|_| late == 0).copied();
        let running = open_end.or(ahead(at).first().map(|(stage, _)| *stage));
        let last = stages.iter().find(|stage| running.is_some_and(|running| running.stage == stage.stage));
        let Some(last) = last.map(|stage| stage.last_day().max(at.next_week())) else {
            return at.proposal(Way::PushDates, changes).map(Some);
        };
        let mut left = at.backlog_with(&stages);
        left.missing.extend(taken_by_weeks_off(at, &mut changes.moved));
        if spread::into_room(at, &stages, &left, last, &mut changes) {
            return at.proposal(Way::PushDates, changes).map(Some);
        }
        first.get_or_insert_with(|| {
            evenly(at, &left, last, &mut changes);
            changes
        });
        if late == 0 {
            break;
        }
        behind += whole_weeks(at, 1, true);
    }
    // Weeks that ask for more than their blocks hold anyway are no reason to push on.
    first.map(|changes| at.proposal(Way::PushDates, changes)).transpose()
}

/// Takes out what weeks to come had taken over and can't do any more, as no day of them is left.
fn taken_by_weeks_off(at: &Standpoint<'_>, moved: &mut Vec<MovedWork>) -> Vec<Missing> {
    let asking = Asking::of(at.roadmap, at.plan, at.stages, at.schedule);
    let to_week = |moved: &MovedWork| week_of(moved.to, at.plan.week_start);
    let is_off = |moved: &MovedWork| at.next_week() <= to_week(moved) && at.is_off(to_week(moved));
    let (off, stays): (Vec<MovedWork>, Vec<MovedWork>) = moved.iter().partition(|moved| is_off(moved));
    *moved = stays;
    let missing = |moved: MovedWork| {
        let demands = asking.in_week(to_week(&moved));
        let Demand { category, .. } = *demands.iter().find(|demand| demand.activity == moved.activity)?;
        let MovedWork { activity, from, minutes, late, .. } = moved;
        Some(Missing { activity, category, from, minutes, open_ended: false, late })
    };
    off.into_iter().filter_map(missing).collect()
}

/// The lengths that stages with an end of their own have which have begun: those keep their days.
pub(super) fn begun(at: &Standpoint<'_>) -> Lengths {
    let begun = at.stages.iter().filter(|stage| !stage.open_ended && stage.from <= at.today);
    let length =
        |stage: &DatedStage| decided(days_of(stage.from, stage.last_day()), added_for_days_off(at, stage));
    begun.map(|stage| (stage.stage, length(stage))).collect()
}

/// What another pace, or another share kept free, changes once all dates are over: what is not worked gets an end at it,
/// also where weeks of the open end have taken it over. None where nothing goes on.
pub(super) fn go_on_at(at: &Standpoint<'_>, plan: &Plan) -> Result<Option<Changes>, PlanError> {
    if !goes_on(at) {
        return Ok(None);
    }
    let mut schedule = at.schedule.clone();
    schedule.moved.retain(|moved| moved.from >= at.this_week());
    let lengths = begun(at);
    let stages = date_stages_with(at.roadmap, plan, &lengths)?;
    let paced = Standpoint { plan, lengths: &lengths, stages: &stages, schedule: &schedule, ..*at };
    let missing = paced.backlog();
    if late(&paced, &missing) == 0 {
        return Ok(None);
    }
    Ok(push_dates(&paced, &missing)?.map(|push| push.changes))
}

/// The dates from now on later by what weeks of the open end took over of stages with an end; nothing where they took
/// nothing over.
pub(super) fn give_back(at: &Standpoint<'_>) -> Result<Option<Proposal>, PlanError> {
    let changes = go_on_at(at, at.plan)?;
    changes.map(|changes| at.proposal(Way::PushDates, changes)).transpose()
}

/// The dates from now on earlier by days that were added for days off which are free again, more than half a week of them,
/// and by what was worked ahead; nothing where that is less than the stage has left.
pub(super) fn pull_forward(at: &Standpoint<'_>, missing: &Backlog) -> Result<Option<Proposal>, PlanError> {
    if at.open_end().is_some() {
        return Ok(None);
    }
    // What was worked ahead is asked of the days that are over: all days of a stage share its hours anew.
    let mut schedule = at.schedule.clone();
    at.ends_now().for_each(|(stage, end)| schedule.former_ends.forget_last(stage, end));
    let at = &Standpoint { schedule: &schedule, ..*at };
    let (lengths, stages) = Need::of(at).freed()?;
    let freed = Standpoint { lengths: &lengths, stages: &stages, ..*at };
    let free_days = freed.end().zip(at.end()).map_or(0, |(then, now)| days_until(then, now));
    // A stage that has fewer days asks for more in its weeks that are over: they must not be late by it.
    let left = Some(freed.backlog()).filter(|left| free_days > HALF_A_WEEK && left.total() <= SLACK);
    let before = at;
    let (at, ahead_by) = match &left {
        Some(left) => (&freed, left.ahead),
        None => (at, missing.ahead),
    };
    let ahead_by = if ahead_by > SLACK { ahead_by } else { 0 };
    let mut fewer = whole_weeks(at, u64::from(ahead_by) * 7 / speed(at), false);
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
    if changes.lengths == *before.lengths {
        return Ok(None);
    }
    before.proposal(Way::PullForward, changes).map(Some)
}

/// As written, stages take whole weeks.
pub(super) fn whole_weeks(at: &Standpoint<'_>, days: u64, up: bool) -> u64 {
    match at.plan.pace {
        Pace::AsWritten if up => days.div_ceil(7) * 7,
        Pace::AsWritten => days / 7 * 7,
        Pace::Hours { .. } => days,
    }
}

pub(super) fn decided(days: u64, off: u64) -> DecidedLength {
    let days_of = |days: u64| u32::try_from(days).unwrap_or(u32::MAX);
    DecidedLength { days: days_of(days), off: days_of(off) }
}

pub(super) fn days_of(from: NaiveDate, to: NaiveDate) -> u64 {
    u64::try_from(to.signed_duration_since(from).num_days() + 1).unwrap_or(0)
}

/// The days from one to the day before the other.
pub(super) fn days_until(from: NaiveDate, to: NaiveDate) -> u64 {
    u64::try_from(to.signed_duration_since(from).num_days()).unwrap_or(0)
}
