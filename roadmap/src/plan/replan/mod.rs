//! Replanning: ways out when a plan is behind or ahead, days off are in its way, or its blocks hold too little, each a
//! proposal that a person accepts whole or leaves.
//!
//! Belongs here: what each proposal changes, and what comes of it. It is kept and taken back by the app.
//! What moves: lengths of stages that are not over, work of weeks that are over, the pace, what is optional.
//! What never does: stages that are over, done work, blocks, the step that a session runs for. Only where all stages with
//! an end are over the last one can go on, and an open end after it begins anew.

mod displaced;
mod dropping;
mod fit;
mod lengthen;
mod need;
mod outcome;
mod pace;
mod settle;
mod spread;

pub use fit::without_room;
pub use outcome::{PhaseShift, WeekLoad};

use self::displaced::{Displaced, displaced};
use super::remaining::unworked;
use super::share::Share;
use super::{Asking, Buffer, DatedStage, Demand, Lengths, Pace, Plan, PlanError};
use crate::progress::{self, Backlog, Missing, SLACK, Worked, paying};
use crate::schedule::{FormerEnd, FormerEnds, MovedWork, Schedule};
use crate::{ItemId, Roadmap};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A plan as it stands.
#[derive(Debug, Clone, Copy)]
pub struct Standpoint<'a> {
    /// The roadmap.
    pub roadmap: &'a Roadmap,
    /// Its start and pace.
    pub plan: &'a Plan,
    /// The lengths that were decided.
    pub lengths: &'a Lengths,
    /// Its stages with their dates, by those lengths.
    pub stages: &'a [DatedStage],
    /// Its days.
    pub schedule: &'a Schedule,
    /// All that was worked for it.
    pub worked: &'a [Worked],
    /// The local day.
    pub today: NaiveDate,
    /// The step that a session runs for.
    pub in_hand: Option<ItemId>,
}

impl Standpoint<'_> {
    /// How far behind or ahead it is: the [backlog](progress::backlog) that every screen goes by.
    pub fn backlog(&self) -> Backlog {
        self.backlog_with(self.stages)
    }

    /// The same if the stages had these dates.
    pub(super) fn backlog_with(&self, stages: &[DatedStage]) -> Backlog {
        progress::backlog(self.roadmap, self.plan, stages, self.schedule, self.worked, self.today)
    }

    /// The ends as they are now of stages that may get another: of the one that runs, or would go on.
    fn ends_now(&self) -> impl Iterator<Item = (ItemId, FormerEnd)> {
        let begun = lengthen::ahead(self).into_iter().filter(|(stage, _)| stage.from < self.today);
        begun.map(|(stage, to)| {
            (stage.stage, FormerEnd { from: stage.from, until: self.today, to, off: stage.off })
        })
    }

    /// Its days where stages keep the ends that they have for their days that are over.
    fn keeping_ends(&self) -> Schedule {
        let mut schedule = self.schedule.clone();
        for (stage, end) in self.ends_now() {
            schedule.former_ends.keep(stage, end);
        }
        schedule
    }

    /// What the days of this week that are over left open, of stages with an end of their own.
    fn open_of_days_over(&self, backlog: &Backlog) -> Vec<Missing> {
        let week = self.this_week();
        let asking = Asking::of(self.roadmap, self.plan, self.stages, self.schedule);
        let (asked, over) = (asking.in_week(week), asking.in_week_until(week, self.today));
        let minutes_of = |demands: &[Demand], activity| {
            demands.iter().find(|demand| demand.activity == activity).map_or(0, |demand| demand.minutes)
        };
        let open = backlog.left_this_week.iter().filter(|left| !left.open_ended).map(|left| {
            let to_come = minutes_of(&asked, left.activity).saturating_sub(minutes_of(&over, left.activity));
            Missing { minutes: left.minutes.saturating_sub(to_come), late: true, ..*left }
        });
        open.filter(|open| open.minutes > 0).collect()
    }

    /// What a stage's days from today on ask for of so many minutes of the whole of it.
    fn asked_from_today(&self, stage: &DatedStage, minutes: u64) -> u64 {
        let yesterday = self.today.pred_opt().filter(|yesterday| *yesterday >= stage.from);
        let over = yesterday.map_or(0, |yesterday| {
            Share::of(stage, stage.from, yesterday.min(stage.last_day()), self.schedule).of_total(minutes)
        });
        minutes.saturating_sub(over)
    }

    /// The clock minutes that are budgeted for each stage with an end of its own, and that no work has paid off.
    fn unworked(&self) -> Vec<(DatedStage, u64)> {
        let Self { roadmap, plan, stages, schedule, worked, .. } = *self;
        let paying = paying(roadmap, plan, stages, schedule, worked);
        let unworked = unworked(roadmap, stages, &paying).into_iter();
        unworked.map(|(stage, _, minutes)| (*stage, minutes)).collect()
    }
}

/// A way out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// The dates from now on are later: what is missing, and the days off, get the time they need.
    PushDates,
    /// The dates stay; what is missing goes into the room that the blocks still have, the earliest first.
    UseSlack,
    /// The dates stay; each week that is left takes its part of what is missing, and has back what it gave away for days
    /// off that are free again.
    Compress,
    /// What is optional goes, and what is missing is spread over the weeks that are left.
    DropOptional,
    /// More hours a week, so that the end stays.
    RaiseHours,
    /// The hours a week that the blocks hold; the dates from now on follow.
    FitBlocks,
    /// The dates from now on are earlier, by what was worked ahead and by days that were off and are free again.
    PullForward,
    /// Another pace, which the person asked for.
    AtPace,
}

/// What a proposal changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes {
    /// The decided lengths, all of them.
    pub lengths: Lengths,
    /// The ends that stages had before, all of them.
    pub former_ends: FormerEnds,
    /// The work that other weeks take over, all of it.
    pub moved: Vec<MovedWork>,
    /// The pace.
    pub pace: Pace,
    /// What of each week is kept free.
    pub buffer: Buffer,
    /// Optional steps that go.
    pub dropped: Vec<ItemId>,
    /// What activities ask for, in clock minutes for the whole of their stage, where that is less now.
    pub budgets: Vec<(ItemId, u32)>,
}

/// A suggested change of a plan, with what comes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The way it takes.
    pub way: Way,
    /// What it changes.
    pub changes: Changes,
    /// The last day of the stages with an end of their own now, and then.
    pub ends: (Option<NaiveDate>, Option<NaiveDate>),
    /// The phases that end on another day.
    pub phases: Vec<PhaseShift>,
    /// What each week from now on asks for, now and then, and what its blocks hold.
    pub weeks: Vec<WeekLoad>,
    /// What is missing and gets no time by it, in clock minutes.
    pub left_minutes: u32,
}

/// True where days off take time of stages that are not over, and neither dates nor other weeks make up for it.
pub fn short_of_days(at: &Standpoint<'_>) -> bool {
    displaced(at).short_of_days
}

/// The plan at another pace, or with another share of it kept free, from today on.
///
/// # Errors
/// As [`Plan::check`], and [`PlanError::EndOutOfRange`].
pub fn at_pace(at: &Standpoint<'_>, pace: Pace, buffer: Buffer) -> Result<Proposal, PlanError> {
    let plan = Plan { pace, buffer, ..*at.plan };
    plan.check()?;
    let schedule = at.keeping_ends();
    let at = Standpoint { schedule: &schedule, ..*at };
    at.proposal(Way::AtPace, pace::at_pace(&at, &plan)?)
}

/// What needs other time: what is missing, and what days off take the time of.
fn without_time(mut missing: Backlog, displaced: Backlog) -> Backlog {
    missing.missing.extend(displaced.missing);
    missing
}

/// The ways out, the gentlest first; none where the plan holds.
///
/// # Errors
/// [`PlanError::EndOutOfRange`] where even the latest date is beyond what a plan may reach.
pub fn proposals(at: &Standpoint<'_>) -> Result<Vec<Proposal>, PlanError> {
    let schedule = at.keeping_ends();
    let at = &Standpoint { schedule: &schedule, ..*at };
    let missing = at.backlog();
    let behind = missing.total() > SLACK;
    let Displaced { work: displaced, short_of_days, has_days } = displaced(at);
    let mut found = Vec::new();
    if behind || short_of_days {
        let without_time = without_time(missing.clone(), displaced);
        // Room for a part of what days off take leaves the dates short of days all the same, and so does a week of few days
        // that is still asked for more than they hold.
        let slack = spread::use_slack(at, &without_time)?;
        let mends =
            |slack: &Proposal| slack.left_minutes == 0 && !slack.weeks.iter().any(|week| at.is_crowded(week));
        found.extend(slack.filter(|slack| behind || mends(slack)));
        if has_days {
            found.extend(lengthen::push_dates(at, &missing)?);
        }
        found.extend(spread::compress(at, &without_time)?);
        found.extend(dropping::drop_optional(at, &without_time)?);
        if has_days {
            found.extend(pace::raise_hours(at)?);
        }
    }
    if !short_of_days && without_room(at) > 0 {
        if !behind {
            found.extend(lengthen::give_back(at)?);
        }
        found.extend(fit::fit_blocks(at)?);
    }
    if !behind && !short_of_days {
        found.extend(spread::take_back(at)?);
    }
    if !behind && (!short_of_days || missing.ahead > SLACK) {
        found.extend(lengthen::pull_forward(at, &missing)?);
    }
    Ok(found)
}

#[cfg(test)]
mod tests;
