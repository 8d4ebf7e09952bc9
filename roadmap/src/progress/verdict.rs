//! Whether the plan holds, in figures that make one sentence.

use super::Worked;
use crate::plan::{DatedStage, Plan};
use crate::{Category, Roadmap};
use chrono::{NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// Whether the plan holds: "On pace: week 12 ends 21 February; 3 h behind in study".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Verdict {
    /// How it stands.
    pub standing: Standing,
    /// The number of the current week, from 1; none before the start.
    pub week: Option<u32>,
    /// How many weeks the plan has; none where no stage has an end.
    pub weeks: Option<u32>,
    /// The first day.
    pub starts: Option<NaiveDate>,
    /// The last day of the last stage with an end, or else the latest end of an open-ended one.
    pub ends: Option<NaiveDate>,
    /// What finished weeks asked for and nobody has worked yet, in clock minutes.
    pub behind_minutes: u32,
    /// The same by category, the largest first.
    pub behind: Vec<Shortfall>,
    /// What has been worked beyond everything asked until the end of this week.
    pub ahead_minutes: u32,
    /// What this week asks for in all.
    pub week_planned_minutes: u32,
    /// What of that is still to do; never counted as late before the week is over.
    pub week_left_minutes: u32,
}

/// How a plan stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// There are no dates to compare with.
    NoPlan,
    /// The first day is still to come.
    BeforeStart,
    /// All that finished weeks asked for is worked, give or take half an hour.
    OnPace,
    /// Finished weeks asked for more than has been worked.
    Behind,
    /// More is worked than is asked for until the end of this week.
    Ahead,
    /// The last day is over.
    Finished,
}

/// What is missing in one category.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Shortfall {
    /// The category.
    pub category: Category,
    /// The clock minutes missing.
    pub minutes: u32,
}

/// How the plan stands on `today`.
///
/// Weeks are buckets: only finished weeks can be behind, and what is worked in this week pays off
/// what earlier ones left. `worked` is everything worked since the plan's start; `rest` are the
/// template's days of rest.
pub fn verdict(
    roadmap: &Roadmap,
    plan: &Plan,
    stages: &[DatedStage],
    rest: &[Weekday],
    worked: &[Worked],
    today: NaiveDate,
) -> Verdict {
    let _ = (roadmap, stages, rest, worked, today);
    Verdict {
        standing: Standing::NoPlan,
        week: None,
        weeks: None,
        starts: Some(plan.start),
        ends: None,
        behind_minutes: 0,
        behind: Vec::new(),
        ahead_minutes: 0,
        week_planned_minutes: 0,
        week_left_minutes: 0,
    }
}
