//! What comes of a proposal: the end, the phases, the load of each week.

use super::{Changes, Proposal, Standpoint, Way};
use crate::plan::layout::Laying;
use crate::plan::{Buffer, DatedStage, Plan, PlanError, date_stages_with, end_of, week_of};
use crate::progress::SLACK;
use crate::schedule::{Block, FormerEnd, Schedule};
use crate::{ItemId, Roadmap};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The most weeks that are looked at: ten years.
const MOST_WEEKS: usize = 520;

/// A phase that ends on another day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhaseShift {
    /// The phase.
    pub phase: ItemId,
    /// Its last day now.
    pub before: NaiveDate,
    /// Its last day then.
    pub after: NaiveDate,
}

/// What a week asks for, in clock minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct WeekLoad {
    /// The week's first day.
    pub week: NaiveDate,
    /// What it asks for now.
    pub before: u32,
    /// What it asks for then.
    pub after: u32,
    /// What its blocks hold then, but for those outside the stage's hours.
    pub room: u32,
}

impl Standpoint<'_> {
    /// The first day of this week.
    pub(super) fn this_week(&self) -> NaiveDate {
        week_of(self.today, self.plan.week_start)
    }

    /// The first week that can take work over: this one on its first day, or else the next.
    pub(super) fn next_week(&self) -> NaiveDate {
        let week = self.this_week();
        if week == self.today { week } else { week.checked_add_days(Days::new(7)).unwrap_or(week) }
    }

    /// The weeks from the next one until some day's.
    pub(super) fn weeks_until(&self, last: NaiveDate) -> impl Iterator<Item = NaiveDate> + use<> {
        self.weeks_between(self.next_week(), last)
    }

    /// The weeks from one until some day's.
    pub(super) fn weeks_between(
        &self,
        first: NaiveDate,
        last: NaiveDate,
    ) -> impl Iterator<Item = NaiveDate> + use<> {
        std::iter::successors(Some(first), |week| week.checked_add_days(Days::new(7)))
            .take_while(move |week| *week <= last)
            .take(MOST_WEEKS)
    }

    /// True for a week of which days off leave nothing.
    pub(super) fn is_off(&self, week: NaiveDate) -> bool {
        let last = week.checked_add_days(Days::new(6)).unwrap_or(week);
        self.schedule.weight(week, last) == 0 && self.schedule.usual_weight(week, last) > 0
    }

    /// True for a week with days off that would be asked for more than its blocks hold.
    pub(super) fn is_crowded(&self, load: &WeekLoad) -> bool {
        let last = load.week.checked_add_days(Days::new(6)).unwrap_or(load.week);
        let has_less = self.schedule.weight(load.week, last) < self.schedule.usual_weight(load.week, last);
        has_less && load.after > load.room.saturating_add(SLACK)
    }

    /// The last day of the last stage with an end of its own.
    pub(super) fn end(&self) -> Option<NaiveDate> {
        end_of(self.stages)
    }

    /// The open-ended stage that runs, the longest of several.
    pub(super) fn open_end(&self) -> Option<&DatedStage> {
        let runs = |stage: &&DatedStage| stage.open_ended && stage.holds(self.today);
        self.stages.iter().filter(runs).max_by_key(|stage| stage.last_day())
    }

    /// The last day that can take work over: that of the stages with an end of their own, or of the open end that runs.
    pub(super) fn last_day(&self) -> Option<NaiveDate> {
        self.end().max(self.open_end().map(DatedStage::last_day))
    }

    /// What a proposal begins from: nothing is changed.
    pub(super) fn unchanged(&self) -> Changes {
        Changes {
            lengths: self.lengths.clone(),
            former_ends: self.schedule.former_ends.clone(),
            moved: self.schedule.moved.clone(),
            pace: self.plan.pace,
            buffer: self.plan.buffer,
            dropped: Vec::new(),
            budgets: Vec::new(),
        }
    }

    /// The days as changes make them.
    pub(super) fn days_with(&self, changes: &Changes) -> Schedule {
        let mut schedule = self.schedule.clone();
        schedule.moved.clone_from(&changes.moved);
        schedule.former_ends.clone_from(&changes.former_ends);
        schedule
    }

    /// The proposal of some changes, with what comes of them.
    pub(super) fn proposal(&self, way: Way, mut changes: Changes) -> Result<Proposal, PlanError> {
        let changed = super::dropping::with_budgets(self.roadmap, &changes.budgets);
        let roadmap: &Roadmap = changed.as_ref().unwrap_or(self.roadmap);
        let plan = Plan { pace: changes.pace, buffer: changes.buffer, ..*self.plan };
        let stages = date_stages_with(roadmap, &plan, &changes.lengths)?;
        for stage in &stages {
            let (from, to, off) = (stage.from, stage.last_day(), stage.off);
            let end = FormerEnd { from, until: self.today, to, off };
            changes.former_ends.forget_last(stage.stage, end);
        }
        let schedule = self.days_with(&changes);
        let after = Standpoint { roadmap, plan: &plan, stages: &stages, schedule: &schedule, ..*self };
        let laid = Laying::of(self.roadmap, self.plan, self.stages, self.schedule);
        let then = Laying::of(roadmap, &plan, &stages, &schedule);
        let asks = |laying: &Laying<'_>, week| {
            let demands = laying.asking.in_week(week);
            demands.iter().fold(0_u32, |sum, demand| sum.saturating_add(demand.minutes))
        };
        let last = self.last_day().max(end_of(&stages));
        let weeks = last.into_iter().flat_map(|last| self.weeks_until(last)).map(|week| WeekLoad {
            week,
            before: asks(&laid, week),
            after: asks(&then, week),
            room: room(plan.kept_in_blocks(), &then.blocks(week)),
        });
        Ok(Proposal {
            way,
            ends: (self.end(), end_of(&stages)),
            phases: shifts(self.stages, &stages),
            weeks: weeks.collect(),
            left_minutes: after.backlog().total(),
            changes,
        })
    }
}

/// The minutes that blocks hold of a stage's work.
pub(super) fn room(buffer: Buffer, blocks: &[Block]) -> u32 {
    let takes = |block: &&Block| block.category.is_work() && (!block.standing || block.given.is_some());
    let holds = |block: &Block| match block.given {
        Some(_) => block.room(),
        None => buffer.leaves(block.room()),
    };
    blocks.iter().filter(takes).fold(0, |sum, block| sum.saturating_add(holds(block)))
}

/// The phases that end on another day.
fn shifts(before: &[DatedStage], after: &[DatedStage]) -> Vec<PhaseShift> {
    let ends = |stages: &[DatedStage]| {
        let mut ends: BTreeMap<ItemId, NaiveDate> = BTreeMap::new();
        for stage in stages {
            if let Some(phase) = stage.phase {
                let end = ends.entry(phase).or_insert(stage.last_day());
                *end = stage.last_day().max(*end);
            }
        }
        ends
    };
    let then = ends(after);
    let mut shifts: Vec<PhaseShift> = ends(before)
        .into_iter()
        .filter_map(|(phase, before)| Some(PhaseShift { phase, before, after: *then.get(&phase)? }))
        .filter(|shift| shift.before != shift.after)
        .collect();
    shifts.sort_by_key(|shift| (shift.before, shift.phase));
    shifts
}
