//! Another pace from now on: what is over keeps its dates and what it asked for, and the rest follows from what is still
//! to do.

use super::fit::held;
use super::lengthen::{ahead, begun, days_of, days_until, decided, go_on_at};
use super::need::Need;
use super::outcome::room;
use super::settle::settle_ahead;
use super::spread::evenly;
use super::{Changes, Proposal, Standpoint, Way};
use crate::ItemId;
use crate::plan::dates::date_stages_by;
use crate::plan::layout::Laying;
use crate::plan::stretch::Stretch;
use crate::plan::{DatedStage, Lengths, Pace, Plan, PlanError, end_of};
use crate::progress::Missing;
use crate::schedule::{Block, MovedWork};
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

/// Paces are proposed in steps of half an hour a week.
pub(super) const STEP: u32 = 30;
/// More than twelve hours on each day of a week are proposed to nobody.
const MOST: u32 = 7 * 12 * 60;

/// What another pace, or another share of it kept free, changes from today on.
///
/// # Errors
/// [`PlanError::EndOutOfRange`].
pub(super) fn at_pace(at: &Standpoint<'_>, plan: &Plan) -> Result<Changes, PlanError> {
    match go_on_at(at, plan)? {
        Some(changes) => Ok(changes),
        None => Rest::of(at).at_pace(plan),
    }
}

/// More hours a week, so that the end stays; nothing where no pace is enough or an open end runs. A plan that goes by the
/// document's weeks can have as many hours as the blocks hold in most weeks, and goes by hours then; one that goes by
/// hours can have up to [`MOST`], as who raises them adds blocks. No week asks for more than that.
pub(super) fn raise_hours(at: &Standpoint<'_>) -> Result<Option<Proposal>, PlanError> {
    let Some(end) = at.end().filter(|end| at.today <= *end && at.open_end().is_none()) else {
        return Ok(None);
    };
    let (least, most) = match at.plan.pace {
        Pace::Hours { per_week_minutes } => (per_week_minutes, MOST),
        Pace::AsWritten => (written_pace(at), held(at)),
    };
    let rest = Rest::of(at);
    let at_hours = |per_week_minutes: u32| Plan { pace: Pace::Hours { per_week_minutes }, ..*at.plan };
    let holds = |per_week_minutes: u32| {
        let dates = rest.dates(&at_hours(per_week_minutes));
        dates.map(|(_, stages)| end_of(&stages).is_some_and(|last| last <= end))
    };
    // The least pace that holds the end, found by halving.
    let (mut low, mut high) = (least / STEP + 1, most / STEP);
    if low > high || !holds(high * STEP)? {
        return Ok(None);
    }
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle * STEP)? { high = middle } else { low = middle + 1 }
    }
    let raise = at.proposal(Way::RaiseHours, rest.at_pace(&at_hours(high * STEP))?)?;
    let holds = raise.weeks.iter().all(|week| week.after <= most);
    Ok(Some(raise).filter(|_| holds))
}

/// What a week of the stages that are not over asks for on average, in clock minutes.
fn written_pace(at: &Standpoint<'_>) -> u32 {
    let (mut minutes, mut days) = (0, 0);
    for (stage, to) in ahead(at) {
        minutes += u64::from(stage.minutes);
        days += days_of(stage.from, to);
    }
    u32::try_from(minutes * 7 / days.max(1)).unwrap_or(u32::MAX)
}

/// What another pace begins from, read once for any number of paces.
pub(super) struct Rest<'a> {
    at: &'a Standpoint<'a>,
    need: Need<'a>,
    /// What days of this week that are over left open.
    open: Vec<Missing>,
    /// What the blocks of its other days hold, in clock minutes.
    room: u32,
}

impl<'a> Rest<'a> {
    pub(super) fn of(at: &'a Standpoint<'a>) -> Self {
        let blocks = Laying::of(at.roadmap, at.plan, at.stages, at.schedule).blocks(at.this_week());
        let to_come: Vec<Block> = blocks.into_iter().filter(|block| at.today <= block.date).collect();
        let room = room(at.plan.kept_in_blocks(), &to_come);
        Self { at, need: Need::of(at), open: at.open_of_days_over(&at.backlog()), room }
    }

    /// The changes of another pace: other [dates](Self::dates), and in the stage that runs, an open end too, what is
    /// missing spread over its weeks, and with it what days of this week that are over left open and its other days have no
    /// room for: those had the pace before. What weeks to come took over at that pace is spread anew.
    pub(super) fn at_pace(&self, plan: &Plan) -> Result<Changes, PlanError> {
        let Self { at, .. } = *self;
        if (at.plan.pace, plan.pace) == (Pace::AsWritten, Pace::AsWritten) {
            // What is kept free of the document's weeks changes no date.
            return Ok(Changes { buffer: plan.buffer, ..at.unchanged() });
        }
        let (lengths, stages) = self.dates(plan)?;
        let rolls_on = self.rolls_on(plan);
        let mut changes = Changes { pace: plan.pace, buffer: plan.buffer, lengths, ..at.unchanged() };
        // What weeks to come leave to those in which it was worked is settled anew.
        let stays = |moved: &MovedWork| {
            moved.to < at.next_week() && !(moved.is_early() && at.next_week() <= moved.from)
        };
        changes.moved.retain(stays);
        let schedule = at.days_with(&changes);
        let running = self.begun_last().map(|(stage, _)| stage).or(at.open_end());
        if let Some(stage) = stages.iter().find(|stage| running.is_some_and(|now| now.stage == stage.stage)) {
            let paced = Standpoint { plan, stages: &stages, schedule: &schedule, ..*at };
            let mut missing = paced.backlog();
            missing.missing.extend(paced.open_of_days_over(&missing).into_iter().map(|open| {
                let rolls_on = rolls_on.get(&open.activity).copied().unwrap_or(0);
                Missing { minutes: open.minutes.saturating_sub(rolls_on), ..open }
            }));
            evenly(at, &missing, stage.last_day().max(at.next_week()), &mut changes);
            if !stage.open_ended {
                settle_ahead(&paced, stage, &mut changes);
            }
        }
        Ok(changes)
    }

    /// The lengths and dates at another pace: stages that are over keep their days, the one that runs takes what is left
    /// to work of it and of them, and those ahead go by the pace; days off have their own days.
    fn dates(&self, plan: &Plan) -> Result<(Lengths, Vec<DatedStage>), PlanError> {
        let Self { at, need, .. } = self;
        let (mut lengths, written) = (begun(at), need.written());
        if let Some((stage, to)) = self.begun_last()
            && let Some(stretch) = written.stretches.iter().find(|stretch| stretch.item.id == stage.stage)
        {
            let (days, over) = (days_of(stage.from, to), days_until(stage.from, at.today));
            let (missing, whole) = (need.left_of_begun(), stretch.days(written.week).unwrap_or(days));
            let left = match plan.weekly_minutes() {
                Some(weekly) => self.days_at(plan, stage, stretch.minutes(written.week), weekly.into()),
                None => {
                    self.days_by_weeks(plan, stage, (stretch.minutes(written.week), whole), over.min(days))
                }
            };
            let is_over = to < at.today && missing == 0;
            // One that runs keeps today: its days that are over asked for no more than they did.
            lengths.insert(stage.stage, decided(if is_over { days } else { over + left.max(1) }, 0));
        }
        let stages = date_stages_by(written, plan, |stage, _| lengths.get(&stage).copied())?;
        let paced = Standpoint { plan, lengths: &lengths, stages: &stages, ..**at };
        let need = need.at(&paced);
        match self.begun_last() {
            // Its days to come are no more than what is left takes, of it and of stages that are over.
            Some((running, _)) => need.with_all_days_of(running.stage).dates(0),
            None => need.dates(0),
        }
    }

    /// What days of this week that are over left open, and its other days have room for beside what they ask for at
    /// another pace, of each activity: weeks are buckets, and it rolls on inside this one.
    fn rolls_on(&self, plan: &Plan) -> BTreeMap<ItemId, u32> {
        let Self { at, .. } = self;
        let minutes =
            |missing: &[Missing]| missing.iter().fold(0_u32, |sum, one| sum.saturating_add(one.minutes));
        let week = at.this_week();
        let last = week.checked_add_days(Days::new(6)).unwrap_or(week);
        let asks = match plan.weekly_minutes() {
            Some(weekly) => {
                let (rest, whole) =
                    (at.schedule.weight(at.today, last), at.schedule.usual_weight(week, last));
                u32::try_from(u64::from(weekly) * rest / whole.max(1)).unwrap_or(u32::MAX)
            }
            None => minutes(&at.backlog().left_this_week).saturating_sub(minutes(&self.open)),
        };
        let mut free = self.room.saturating_sub(asks);
        let mut rolls_on = BTreeMap::new();
        for Missing { activity, minutes, .. } in &self.open {
            let part = (*minutes).min(free);
            free -= part;
            *rolls_on.entry(*activity).or_default() += part;
        }
        rolls_on
    }

    /// The clock minutes that are left of the stages that have begun, but for what rolls on inside this week.
    fn left(&self, plan: &Plan) -> u64 {
        let rolls_on: u64 = self.rolls_on(plan).values().map(|minutes| u64::from(*minutes)).sum();
        self.need.left_of_begun().saturating_sub(rolls_on)
    }

    /// The days from today on that take what is left of the stage that runs, and of those before it, at so many minutes a
    /// week, where the whole of it is so many.
    fn days_at(&self, plan: &Plan, stage: &DatedStage, minutes: u64, weekly: u64) -> u64 {
        let (at, missing) = (self.at, self.left(plan));
        // Hours that the document doesn't state are never late: their days are over with them.
        let assumed = at.asked_from_today(stage, if stage.assumed { minutes } else { 0 });
        let to_come = (at.asked_from_today(stage, stage.minutes.into()) + assumed).min(missing + assumed);
        days_for(to_come, missing + assumed - to_come, weekly, days_until(at.today, at.next_week()))
    }

    /// The days from today on that the stage that runs takes by the document's weeks, where the whole of it is so many
    /// minutes and days, and so many of those are over: what they leave. After a pace by hours more can be left to work than
    /// they are for: it takes whole weeks more, as many as it does at the speed of the stage that asks for most.
    fn days_by_weeks(&self, plan: &Plan, stage: &DatedStage, (minutes, whole): (u64, u64), over: u64) -> u64 {
        let left = whole.saturating_sub(over);
        if self.left(plan) <= self.held_by(stage, minutes, whole) {
            return left;
        }
        let written = self.need.written();
        let speed = |stretch: &Stretch<'_>| {
            Some(stretch.minutes(written.week) * 7 / stretch.days(written.week)?.max(1))
        };
        let most = written.stretches.iter().filter_map(speed).max().unwrap_or(0).max(1);
        left + self.days_at(plan, stage, minutes, most).saturating_sub(left).div_ceil(7) * 7
    }

    /// What the days from today on would be for of a stage of so many minutes and days, if none were off.
    fn held_by(&self, stage: &DatedStage, minutes: u64, days: u64) -> u64 {
        let Self { at, .. } = self;
        let Some(last) = stage.from.checked_add_days(Days::new(days.max(1) - 1)) else { return minutes };
        let weight = |from| at.schedule.usual_weight(from, last);
        minutes * weight(at.today.max(stage.from)) / weight(stage.from).max(1)
    }

    /// The last stage that has begun, with its end, where it has one of its own.
    fn begun_last(&self) -> Option<(&'a DatedStage, NaiveDate)> {
        let last = self.at.stages.iter().rfind(|stage| stage.from <= self.at.today)?;
        Some((last, last.to.filter(|_| !last.open_ended)?))
    }
}

/// The least days from today on that hold so many minutes at a pace by the week: those to come on all of them, and those
/// that are late on the days from the next week on, so many days from today.
fn days_for(to_come: u64, late: u64, weekly: u64, next_week: u64) -> u64 {
    let days = ((to_come + late) * 7).div_ceil(weekly);
    if late == 0 {
        return days;
    }
    // to_come / days + late / (days - next_week) <= weekly / 7
    let holds = |days: &u64| {
        let later = days.saturating_sub(next_week);
        7 * (to_come * later + late * days) <= weekly * days * later
    };
    (days..days + next_week).find(holds).unwrap_or(days + next_week)
}
