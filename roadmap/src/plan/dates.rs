//! From when to when each stage runs.

use super::stretch::{Length, Stretch, Written};
use super::{Plan, PlanError, YEARS};
use crate::{ItemId, Roadmap};
use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A stage with its dates. Both ends are days of the stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DatedStage {
    /// The stage; a phase or section where the document has no stages below it.
    pub stage: ItemId,
    /// The phase it is in, if it is in one.
    pub phase: Option<ItemId>,
    /// True where it ends with an event, even once that has [happened](crate::item::Record::ended_on).
    pub open_ended: bool,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day; none where it is open-ended and has not ended yet.
    pub to: Option<NaiveDate>,
    /// Where it is open-ended: the day on which it ends if nothing has ended it before.
    pub latest: Option<NaiveDate>,
    /// The clock minutes that the document budgets for the whole of it, or 0 where it gives none;
    /// 0 too where it is open-ended, since that depends on how long it lasts.
    pub minutes: u32,
    /// True where the document gives it no hours at all, and what it asks for is an assumption. Hours that it gives
    /// may be none.
    pub assumed: bool,
    /// How many of its days were added for days off by a decision.
    pub off: u32,
}

impl DatedStage {
    /// The last day it can run: its end, or its latest end where it is open-ended.
    pub fn last_day(&self) -> NaiveDate {
        self.to.or(self.latest).unwrap_or(self.from)
    }

    /// True where the day is one of its days.
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.last_day()
    }
}

/// Dates every stage of the roadmap, in the order of the document, each from the day after the one
/// before; open-ended stages of one phase run side by side.
///
/// As written, a stage takes as many weeks as it names; without weeks, its part of its phase's
/// months, or as long as its hours take in a working week. At a pace by hours its hours decide:
/// after `n` minutes of work, `7 n / pace` days are over (the pace [without what is kept free](super::Buffer)), rounded up to whole days. A stage without
/// hours counts as working weeks of what the document states or plans for its week, or 40 h; one without
/// weeks too, as an hour for each thing to do. An open-ended stage ends on the day that the person says
/// it did, and after its phase's months, or three, at the latest.
///
/// # Errors
/// What [`Plan::check`] says, and [`PlanError::EndOutOfRange`].
pub fn date_stages(roadmap: &Roadmap, plan: &Plan) -> Result<Vec<DatedStage>, PlanError> {
    date_stages_with(roadmap, plan, &Lengths::new())
}

/// How long a stage takes by the person's decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecidedLength {
    /// All its days, at least one.
    pub days: u32,
    /// How many of them were added for days off.
    pub off: u32,
}

/// The stages whose length was decided.
pub type Lengths = BTreeMap<ItemId, DecidedLength>;

/// The same where the person has decided how long some stages take: they do, whatever their weeks or hours
/// come to, and the next begins on the day after.
///
/// # Errors
/// As [`date_stages`].
pub fn date_stages_with(
    roadmap: &Roadmap,
    plan: &Plan,
    lengths: &Lengths,
) -> Result<Vec<DatedStage>, PlanError> {
    date_stages_by(&Written::of(roadmap), plan, |stage, _| lengths.get(&stage).copied())
}

/// The same where the length is decided once it is known on which day a stage begins.
pub(super) fn date_stages_by(
    written: &Written<'_>,
    plan: &Plan,
    mut decide: impl FnMut(ItemId, NaiveDate) -> Option<DecidedLength>,
) -> Result<Vec<DatedStage>, PlanError> {
    plan.check()?;
    let mut dated: Vec<DatedStage> = Vec::new();
    let mut run = Run { first: plan.start, days: 0, minutes: 0 };
    let mut open: Option<Open> = None;
    for stretch in &written.stretches {
        let phase = stretch.phase.map(|phase| phase.id);
        let stage = |from, to, latest, off| DatedStage {
            stage: stretch.item.id,
            phase,
            open_ended: stretch.is_open(),
            from,
            to,
            latest,
            minutes: u32::try_from(stretch.budgeted()).unwrap_or(u32::MAX),
            assumed: !stretch.states_hours(),
            off,
        };
        if let Length::Open { months } = stretch.length {
            let beside = open.take().filter(|open| phase.is_some() && open.phase == phase);
            let mut beside = match beside {
                Some(beside) => beside,
                None => {
                    let from = after(plan, run.first, run.days)?;
                    Open { phase, from, latest: months_after(plan, from, months)?, over: from }
                }
            };
            let ended = stretch.item.record.ended_on.map(|day| day.max(beside.from));
            beside.over = beside.over.max(ended.unwrap_or(beside.latest));
            run = Run { first: after(plan, beside.over, 1)?, days: 0, minutes: 0 };
            dated.push(stage(beside.from, ended, ended.is_none().then_some(beside.latest), 0));
            open = Some(beside);
            continue;
        }
        let from = after(plan, run.first, run.days)?;
        open = None;
        let (to, off) = match decide(stretch.item.id, from) {
            Some(DecidedLength { days, off }) => {
                let to = after(plan, from, u64::from(days).max(1) - 1)?;
                run = Run { first: after(plan, to, 1)?, days: 0, minutes: 0 };
                (to, off)
            }
            None => {
                run.go_on(stretch, plan, written.week);
                (after(plan, run.first, run.days - 1)?, 0)
            }
        };
        dated.push(stage(from, Some(to), None, off));
    }
    Ok(dated)
}

/// The open-ended stages of a phase, which run side by side.
struct Open {
    phase: Option<ItemId>,
    from: NaiveDate,
    latest: NaiveDate,
    /// The last day of those so far.
    over: NaiveDate,
}

/// Stages one after the other: what has gone by since the first of them began.
struct Run {
    first: NaiveDate,
    days: u64,
    minutes: u64,
}

impl Run {
    /// Adds a stretch with an end: at least a day.
    fn go_on(&mut self, stretch: &Stretch<'_>, plan: &Plan, week: u32) {
        match plan.weekly_minutes() {
            None => self.days = self.days.saturating_add(stretch.days(week).unwrap_or(1)),
            Some(minutes) => {
                self.minutes = self.minutes.saturating_add(stretch.minutes(week));
                let days = self.minutes.saturating_mul(7).div_ceil(u64::from(minutes));
                self.days = days.max(self.days + 1);
            }
        }
    }
}

fn after(plan: &Plan, day: NaiveDate, days: u64) -> Result<NaiveDate, PlanError> {
    in_range(plan, day.checked_add_days(Days::new(days)))
}

fn months_after(plan: &Plan, from: NaiveDate, months: u32) -> Result<NaiveDate, PlanError> {
    in_range(plan, from.checked_add_months(Months::new(months)).and_then(|end| end.pred_opt()))
}

fn in_range(plan: &Plan, day: Option<NaiveDate>) -> Result<NaiveDate, PlanError> {
    day.filter(|day| YEARS.contains(&day.year())).ok_or(PlanError::EndOutOfRange { start: plan.start })
}

/// The last day of the stages that have an end of their own: an open-ended one has none, even once it has
/// ended. None where no stage has one.
pub fn end_of(stages: &[DatedStage]) -> Option<NaiveDate> {
    stages.iter().filter(|stage| !stage.open_ended).filter_map(|stage| stage.to).max()
}

/// The last day that has a date, that of an open end at the latest.
pub fn last_day_of(stages: &[DatedStage]) -> Option<NaiveDate> {
    stages.iter().map(DatedStage::last_day).max()
}

/// The stage that runs on that day; the first of several.
pub fn stage_on(stages: &[DatedStage], day: NaiveDate) -> Option<&DatedStage> {
    stages.iter().find(|stage| stage.holds(day))
}

/// The stages that run on any day of the week that begins on `week`.
pub fn stages_in(stages: &[DatedStage], week: NaiveDate) -> impl Iterator<Item = &DatedStage> {
    stages.iter().filter(move |stage| super::days_of(week).any(|day| stage.holds(day)))
}
