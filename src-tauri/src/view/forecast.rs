//! When gates and the end are reached at the person's own pace.

use chrono::NaiveDate;
use roadmap::ItemId;
use roadmap::item::NumberRange;
use roadmap::plan::Reached;
use serde::Serialize;

/// When something ahead is reached.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ForecastLine {
    /// The phase; none for the end of the plan.
    pub phase: Option<ItemId>,
    /// The phase's months, where it names some.
    pub months: Option<NumberRange>,
    /// What the phase is called.
    pub title: String,
    /// The day that the plan has for it.
    pub planned: NaiveDate,
    /// When, as far as can be said.
    pub reached: Reached,
}
