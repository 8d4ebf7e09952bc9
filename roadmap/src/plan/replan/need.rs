//! How many days stages need, for what is missing and for days off.

use super::Standpoint;
use super::lengthen::{added_for_days_off, ahead, days_of, days_until, decided, whole_weeks};
use crate::ItemId;
use crate::plan::dates::date_stages_by;
use crate::plan::stretch::Written;
use crate::plan::{DatedStage, Lengths, PlanError, week_of};
use crate::schedule::Schedule;
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;
use std::rc::Rc;

/// How much of a week days off must take before the plan is short of days: half of it.
const HALF: u64 = 2;

/// The longest that days off may push a stage: ten years.
const MOST_DAYS: u64 = 3660;

/// What stages need of days.
pub(super) struct Need<'a> {
    at: &'a Standpoint<'a>,
    written: Rc<Written<'a>>,
    /// The same days with none off.
    usual: Rc<Schedule>,
    /// What is not worked of each stage, in clock minutes.
    unworked: Rc<BTreeMap<ItemId, u64>>,
    /// True where what is left goes by days alone: days off count however few they are, and nothing for being worked.
    by_days: bool,
}

impl<'a> Need<'a> {
    pub(super) fn of(at: &'a Standpoint<'a>) -> Self {
        let mut usual = Schedule::new(at.schedule.seasons().to_vec(), Vec::new());
        usual.former_ends.clone_from(&at.schedule.former_ends);
        Self {
            at,
            written: Rc::new(Written::of(at.roadmap)),
            usual: Rc::new(usual),
            unworked: Rc::new(
                at.unworked().into_iter().map(|(stage, minutes)| (stage.stage, minutes)).collect(),
            ),
            by_days: false,
        }
    }

    /// The same at another pace or by other lengths of stages that are not over: neither the roadmap nor what is worked
    /// of it differs.
    pub(super) fn at<'b>(&self, at: &'b Standpoint<'b>) -> Need<'b>
    where
        'a: 'b,
    {
        let (written, usual, unworked) = (self.written.clone(), self.usual.clone(), self.unworked.clone());
        Need { at, written, usual, unworked, by_days: self.by_days }
    }

    /// The same where all days that a stage has left are for work, whatever of it is worked.
    pub(super) fn with_all_days_of(mut self, stage: ItemId) -> Self {
        Rc::make_mut(&mut self.unworked).remove(&stage);
        self
    }

    /// The same days with none off.
    pub(super) fn usual_days(&self) -> &Schedule {
        &self.usual
    }

    /// What is not worked of each stage with an end of its own, in clock minutes.
    pub(super) fn unworked(&self) -> &BTreeMap<ItemId, u64> {
        &self.unworked
    }

    /// What the roadmap says of lengths and hours.
    pub(super) fn written(&self) -> &Written<'a> {
        &self.written
    }

    /// The clock minutes that the stages with an end of their own which have begun ask for, and that are not worked. What
    /// was worked ahead on later ones is not in it.
    pub(super) fn left_of_begun(&self) -> u64 {
        let begun = self.at.stages.iter().filter(|stage| !stage.open_ended && stage.from <= self.at.today);
        begun.filter_map(|stage| self.unworked.get(&stage.stage)).sum()
    }

    /// The lengths that stages need if the first that is not over takes so many days longer for what is missing, and
    /// their dates then.
    pub(super) fn dates(&self, mut behind: u64) -> Result<(Lengths, Vec<DatedStage>), PlanError> {
        self.dates_by(|stage, to, begins| {
            let behind = std::mem::take(&mut behind);
            Some((self.length(stage, to, begins, behind), behind))
        })
    }

    /// The lengths that stages need if days that were added for days off go where those take them no more, and their
    /// dates then. A stage that is short of days as it stands stays as it is.
    pub(super) fn freed(mut self) -> Result<(Lengths, Vec<DatedStage>), PlanError> {
        // However few days are off still, those are not free.
        self.by_days = true;
        self.dates_by(|stage, to, begins| {
            let may_change = added_for_days_off(self.at, stage) > 0 || begins != stage.from;
            let has_enough = || self.needs(stage, to, stage.from, 0) <= days_of(stage.from, to);
            (may_change && has_enough()).then(|| (self.needs(stage, to, begins, 0), 0))
        })
    }

    /// Lengths and dates by what each stage ahead takes, of its last day now and the day on which it begins then: its days,
    /// and how many of them are for what is missing. None where it stays as it is.
    fn dates_by(
        &self,
        mut takes: impl FnMut(&DatedStage, NaiveDate, NaiveDate) -> Option<(u64, u64)>,
    ) -> Result<(Lengths, Vec<DatedStage>), PlanError> {
        let mut lengths = self.at.lengths.clone();
        let ahead: BTreeMap<ItemId, (DatedStage, NaiveDate)> =
            ahead(self.at).into_iter().map(|(stage, to)| (stage.stage, (stage, to))).collect();
        let stages = date_stages_by(&self.written, self.at.plan, |stage, begins| {
            if let Some((stage, to)) = ahead.get(&stage)
                && let Some((days, behind)) = takes(stage, *to, begins)
                && days != days_of(stage.from, *to)
            {
                let off = days.saturating_sub(self.without_days_off(stage, *to, behind));
                lengths.insert(stage.stage, decided(days, off));
            }
            lengths.get(&stage).copied()
        })?;
        Ok((lengths, stages))
    }

    /// The days that a stage which ends on `to` takes if it begins on that day, and so many more are for what is missing:
    /// one that runs no fewer than it has.
    pub(super) fn length(&self, stage: &DatedStage, to: NaiveDate, begins: NaiveDate, behind: u64) -> u64 {
        let needs = self.needs(stage, to, begins, behind);
        if begins < self.at.today { needs.max(days_of(stage.from, to)) } else { needs }
    }

    /// The same, however many days one that runs has.
    fn needs(&self, stage: &DatedStage, to: NaiveDate, begins: NaiveDate, behind: u64) -> u64 {
        let Standpoint { today, .. } = *self.at;
        let was = days_of(stage.from, to);
        let gone = days_until(begins, today);
        let left = self.left(stage, to, begins, gone) + behind;
        if left == 0 && gone > 0 {
            return was;
        }
        let total = gone + self.with_days_off(begins.max(today), left);
        let least = self.without_days_off(stage, to, behind);
        least + whole_weeks(self.at, total.saturating_sub(least), true)
    }

    /// The same but for days off.
    pub(super) fn without_days_off(&self, stage: &DatedStage, to: NaiveDate, behind: u64) -> u64 {
        // What is over is over: a stage that should have ended goes on from today.
        let goes_on = behind > 0 && to < self.at.today;
        let so_far = if goes_on { days_until(stage.from, self.at.today) } else { 0 };
        let so_far = whole_weeks(self.at, so_far, true);
        usual_days(self.at, stage, to).max(so_far) + behind
    }

    /// How many usual days of a stage are left: none where its hours are worked, and none for days off that are over.
    fn left(&self, stage: &DatedStage, to: NaiveDate, begins: NaiveDate, gone: u64) -> u64 {
        let (was, usual) = (days_of(stage.from, to), usual_days(self.at, stage, to));
        let yesterday = begins.checked_add_days(Days::new(gone)).and_then(|day| day.pred_opt());
        let off = yesterday.map_or(0, |yesterday| self.days_off(begins, yesterday));
        let by_dates = (usual + off).min(was).saturating_sub(gone).min(usual);
        match self.unworked.get(&stage.stage) {
            Some(minutes) if !stage.assumed && !self.by_days => {
                let to_come = self.at.asked_from_today(stage, stage.minutes.into());
                if *minutes < to_come { (by_dates * minutes).div_ceil(to_come) } else { by_dates }
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

    /// True where enough days to work on are to come for what is left of all stages and so many days more of the first:
    /// of those behind an open end, from the day after it.
    pub(super) fn has_days(&self, mut behind: u64) -> bool {
        let mut from = self.at.today.max(self.at.plan.start);
        ahead(self.at).into_iter().all(|(stage, to)| {
            from = from.max(stage.from);
            let left = self.left(&stage, to, stage.from, days_until(stage.from, self.at.today));
            let enough = self.enough(from, left + std::mem::take(&mut behind));
            from = enough.and_then(|days| from.checked_add_days(Days::new(days))).unwrap_or(NaiveDate::MAX);
            enough.is_some()
        })
    }

    /// The days that it takes from a day on to have [enough](Self::enough); as many where that is never.
    fn with_days_off(&self, from: NaiveDate, days: u64) -> u64 {
        self.enough(from, days).unwrap_or(days)
    }

    /// True where the last of the days from one to the other are working days of a week of which no day is left.
    fn ends_off(&self, from: NaiveDate, to: NaiveDate) -> bool {
        let week = week_of(to, self.at.plan.week_start);
        self.at.is_off(week) && self.usual.weight(from.max(week), to) > 0
    }

    /// The days that it takes from a day on to have as many working days as `days` usually have; none where days off have
    /// no end. Days off that take less than half a week count for a need [by days](Self::by_days) alone, or where the last
    /// of the days are in a week that is wholly off: no day after them takes their work then.
    fn enough(&self, from: NaiveDate, days: u64) -> Option<u64> {
        if days == 0 {
            return Some(0);
        }
        let last = |days: u64| from.checked_add_days(Days::new(days.max(1) - 1)).unwrap_or(NaiveDate::MAX);
        let wanted = self.usual.weight(from, last(days));
        let week = self.usual.weight(from, last(7)).max(1);
        let has = |days: u64| self.at.schedule.weight(from, last(days));
        let taken = wanted - has(days).min(wanted);
        let is_little = taken * HALF < week && !self.ends_off(from, last(days));
        if taken == 0 || (is_little && !self.by_days) {
            return Some(days);
        }
        // The least number of days that has enough, found by halving.
        let (mut low, mut high) = (days, days + MOST_DAYS);
        if has(high) < wanted {
            return None;
        }
        while low < high {
            let middle = low + (high - low) / 2;
            if has(middle) >= wanted { high = middle } else { low = middle + 1 }
        }
        Some(high)
    }
}

/// The days that a stage takes but for those that were added for days off.
fn usual_days(at: &Standpoint<'_>, stage: &DatedStage, to: NaiveDate) -> u64 {
    days_of(stage.from, to).saturating_sub(added_for_days_off(at, stage)).max(1)
}
