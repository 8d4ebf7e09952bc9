//! Stages that take longer, for what is missing and for days off, or end earlier, for what was worked ahead.

use super::backlog::{self, Backlog};
use super::spread::evenly;
use super::{Changes, Proposal, Standpoint, Way};
use crate::ItemId;
use crate::plan::dates::date_stages_by;
use crate::plan::remaining::unworked;
use crate::plan::{DatedStage, DecidedLength, Lengths, Pace, PlanError};
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

/// The days that a stage takes but for those that were added for days off.
fn usual_days(at: &Standpoint<'_>, stage: &DatedStage, to: NaiveDate) -> u64 {
    days_of(stage.from, to).saturating_sub(added_for_days_off(at, stage)).max(1)
}

/// How many of a stage's days were added for days off.
fn added_for_days_off(at: &Standpoint<'_>, stage: &DatedStage) -> u64 {
    at.lengths.get(&stage.stage).map_or(0, |length| u64::from(length.off))
}

/// True where days off that are still to come take at least half a week of a stage that is not over.
pub(super) fn is_short_of_days(at: &Standpoint<'_>) -> bool {
    let need = Need::of(at);
    ahead(at).into_iter().any(|(stage, to)| need.length(&stage, to, stage.from, 0) > days_of(stage.from, to))
}

/// What stages need of days.
struct Need<'a> {
    at: &'a Standpoint<'a>,
    /// The same days with none off.
    usual: Schedule,
    /// What is not worked of each stage, in clock minutes.
    unworked: BTreeMap<ItemId, u64>,
}

impl<'a> Need<'a> {
    fn of(at: &'a Standpoint<'a>) -> Self {
        let unworked = unworked(at.roadmap, at.stages, at.worked);
        Self {
            at,
            usual: Schedule::new(at.schedule.seasons().to_vec(), Vec::new()),
            unworked: unworked.into_iter().map(|(stage, _, minutes)| (stage.stage, minutes)).collect(),
        }
    }

    /// The lengths that stages need if the first that is not over takes so many days longer for what is missing, and
    /// their dates then.
    fn dates(&self, mut behind: u64) -> Result<(Lengths, Vec<DatedStage>), PlanError> {
        let mut lengths = self.at.lengths.clone();
        let ahead: BTreeMap<ItemId, (DatedStage, NaiveDate)> =
            ahead(self.at).into_iter().map(|(stage, to)| (stage.stage, (stage, to))).collect();
        let stages = date_stages_by(self.at.roadmap, self.at.plan, |stage, begins| {
            if let Some((stage, to)) = ahead.get(&stage) {
                let behind = std::mem::take(&mut behind);
                let days = self.length(stage, *to, begins, behind);
                if days != days_of(stage.from, *to) {
                    let off = days.saturating_sub(self.without_days_off(stage, *to, behind));
                    lengths.insert(stage.stage, decided(days, off));
                }
            }
            lengths.get(&stage).copied()
        })?;
        Ok((lengths, stages))
    }

    /// The days that a stage which ends on `to` takes if it begins on that day, and so many more are for what is missing.
    fn length(&self, stage: &DatedStage, to: NaiveDate, begins: NaiveDate, behind: u64) -> u64 {
        let Standpoint { today, .. } = *self.at;
        let was = days_of(stage.from, to);
        let gone = days_until(begins, today);
        let left = self.left(stage, to, begins, gone) + behind;
        let total = gone + self.with_days_off(begins.max(today), left);
        let least = self.without_days_off(stage, to, behind);
        let length = least + whole_weeks(self.at, total.saturating_sub(least), true);
        if gone > 0 { length.max(was) } else { length }
    }

    /// The same but for days off.
    fn without_days_off(&self, stage: &DatedStage, to: NaiveDate, behind: u64) -> u64 {
        // What is over is over: a stage that should have ended goes on from today.
        let goes_on = behind > 0 && to < self.at.today;
        let so_far = if goes_on { days_of(stage.from, self.at.today) } else { 0 };
        usual_days(self.at, stage, to).max(so_far) + behind
    }

    /// How many usual days of a stage are left: none where its hours are worked, and none for days off that are over.
    fn left(&self, stage: &DatedStage, to: NaiveDate, begins: NaiveDate, gone: u64) -> u64 {
        let (was, usual) = (days_of(stage.from, to), usual_days(self.at, stage, to));
        let yesterday = begins.checked_add_days(Days::new(gone)).and_then(|day| day.pred_opt());
        let off = yesterday.map_or(0, |yesterday| self.days_off(begins, yesterday));
        let by_dates = (usual + off).min(was).saturating_sub(gone);
        match self.unworked.get(&stage.stage) {
            Some(minutes) if stage.minutes > 0 => {
                by_dates.min((usual * minutes).div_ceil(u64::from(stage.minutes)))
            }
            _ => by_dates,
        }
    }

    /// How many usual days days off take of those from one to the other.
    fn days_off(&self, from: NaiveDate, to: NaiveDate) -> u64 {
        let usual = self.usual.weight(from, to);
        let off = usual - self.at.schedule.weight(from, to).min(usual);
        (off * days_of(from, to)).div_ceil(usual.max(1))
    }

    /// The days that it takes from a day on to have as many working days as `days` usually have. Days off that take less
    /// than half a week don't count.
    fn with_days_off(&self, from: NaiveDate, days: u64) -> u64 {
        if days == 0 {
            return 0;
        }
        let last = |days: u64| from.checked_add_days(Days::new(days.max(1) - 1)).unwrap_or(NaiveDate::MAX);
        let wanted = self.usual.weight(from, last(days));
        let week = self.usual.weight(from, last(7)).max(1);
        let has = |days: u64| self.at.schedule.weight(from, last(days));
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
        high
    }
}

/// The dates from now on later by the days off, and by what is missing even then. In an open end nothing is late: only
/// days off move what comes after it.
pub(super) fn push_dates(at: &Standpoint<'_>, missing: &Backlog) -> Result<Option<Proposal>, PlanError> {
    let need = Need::of(at);
    let open_end = at.open_end();
    let (mut lengths, mut stages) = need.dates(0)?;
    // A longer stage asks for less in its weeks that are over.
    let missing = if lengths == *at.lengths {
        missing.total()
    } else {
        backlog::of_dates(at, &stages, at.schedule).total()
    };
    let behind = whole_weeks(at, (u64::from(missing) * 7).div_ceil(speed(at)), true);
    if open_end.is_none() && behind > 0 {
        (lengths, stages) = need.dates(behind)?;
    }
    if lengths == *at.lengths {
        return Ok(None);
    }
    let mut changes = Changes { lengths, ..at.unchanged() };
    let running = open_end.copied().or(ahead(at).first().map(|(stage, _)| *stage));
    let last = stages.iter().find(|stage| running.is_some_and(|running| running.stage == stage.stage));
    if let Some(last) = last.map(DatedStage::last_day) {
        let left = backlog::of_dates(at, &stages, at.schedule);
        evenly(at, &left, last.max(at.next_week()), &mut changes);
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

/// The longest that days off may push a stage: ten years.
const MOST_DAYS: u64 = 3660;

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
