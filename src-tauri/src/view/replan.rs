//! Ways out when a plan is behind, ahead or short of days.

use chrono::NaiveDate;
use roadmap::plan::Pace;
use roadmap::plan::replan::{Way, WeekLoad};
use serde::Serialize;

/// A suggested change of the plan, with what comes of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ProposalView {
    /// The way it takes.
    pub way: Way,
    /// Names what it changes: accepting it says this again, so that what is accepted is what was seen.
    pub key: String,
    /// The last dated day now.
    pub ends: Option<NaiveDate>,
    /// The last dated day then.
    pub would_end: Option<NaiveDate>,
    /// The phases that end on another day.
    pub phases: Vec<PhaseMove>,
    /// What each week from now on asks for, now and then.
    pub weeks: Vec<WeekLoad>,
    /// The pace then, where it is another.
    pub pace: Option<Pace>,
    /// What is optional and goes.
    pub dropped: Vec<String>,
    /// Clock minutes that are missing and get no time by it.
    pub left_minutes: u32,
}

/// A phase that ends on another day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PhaseMove {
    /// What it is called.
    pub title: String,
    /// Its last day now.
    pub before: NaiveDate,
    /// Its last day then.
    pub after: NaiveDate,
}

/// What is missing of a plan, and the ways out.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ReplanView {
    /// Clock minutes that weeks which are over asked for and that are not worked.
    pub behind_minutes: u32,
    /// True once the plan's last day is over, that of an open end at the latest.
    pub has_ended: bool,
    /// Clock minutes worked beyond what is asked until the end of this week.
    pub ahead_minutes: u32,
    /// Clock minutes that the weeks from the next one on ask for beyond what their blocks hold; none where that is
    /// little.
    pub without_room_minutes: u32,
    /// True where days off take time of what is ahead, and neither dates nor other weeks make up for it.
    pub short_of_days: bool,
    /// The ways out, the gentlest first; none where the plan holds, or nothing helps.
    pub proposals: Vec<ProposalView>,
}
