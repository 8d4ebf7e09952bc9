//! Whether the plan holds, in figures that make one sentence.

use super::{Backlog, SLACK, Worked, backlog};
use crate::plan::{DatedStage, Plan, end_of, last_day_of, week_number};
use crate::schedule::Schedule;
use crate::{Category, Roadmap};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Whether the plan holds: "On pace: week 12 ends 21 February; 3 h behind in study".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Verdict {
    /// How it stands.
    pub standing: Standing,
    /// The number of the current week, from 1; none before the start.
    pub week: Option<u32>,
    /// How many weeks the plan has until it ends; none without stages.
    pub weeks: Option<u32>,
    /// The first day.
    pub starts: Option<NaiveDate>,
    /// The last day of the last stage with an end; after it, the latest end of an open-ended one.
    pub ends: Option<NaiveDate>,
    /// What is [missing](Backlog::missing), in clock minutes.
    pub behind_minutes: u32,
    /// Of that, what each category misses, the largest first; together they are all that is missing.
    pub behind: Vec<Shortfall>,
    /// What has been worked of weeks still to come, beyond all that is asked until the end of this week.
    pub ahead_minutes: u32,
    /// What this week asks for in all.
    pub week_planned_minutes: u32,
    /// What of that is still to do; never counted as late before the week is over.
    pub week_left_minutes: u32,
    /// What the work of this week paid off of earlier weeks.
    pub week_made_up_minutes: u32,
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
    /// What finished weeks asked for is worked, but for a tenth of a week (at least half an hour).
    OnPace,
    /// More than that is missing.
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

/// How the plan stands on `today`, by its [backlog](backlog()). `worked` is everything worked for the roadmap; `schedule`
/// says on which days there is work.
pub fn verdict(
    roadmap: &Roadmap,
    plan: &Plan,
    stages: &[DatedStage],
    schedule: &Schedule,
    worked: &[Worked],
    today: NaiveDate,
) -> Verdict {
    of_backlog(&backlog(roadmap, plan, stages, schedule, worked, today), plan, stages, today)
}

/// The same by a backlog that is reckoned already.
pub(super) fn of_backlog(backlog: &Backlog, plan: &Plan, stages: &[DatedStage], today: NaiveDate) -> Verdict {
    let ends = end_of(stages).filter(|end| today <= *end).or_else(|| last_day_of(stages));
    let behind = backlog.total();
    let slack = (backlog.asked_a_week / 10).max(SLACK);
    let standing = match (ends, week_number(plan, today)) {
        (None, _) => Standing::NoPlan,
        (Some(end), _) if today > end => Standing::Finished,
        _ if today < plan.start => Standing::BeforeStart,
        _ if behind > slack => Standing::Behind,
        _ if backlog.ahead > SLACK => Standing::Ahead,
        _ => Standing::OnPace,
    };
    let shortfall = |(category, minutes)| Shortfall { category, minutes };
    Verdict {
        standing,
        week: week_number(plan, today).filter(|_| today >= plan.start),
        weeks: ends.and_then(|end| week_number(plan, end)),
        starts: Some(plan.start),
        ends,
        behind_minutes: behind,
        behind: backlog.by_category().into_iter().map(shortfall).collect(),
        ahead_minutes: backlog.ahead,
        week_planned_minutes: backlog.asked_this_week,
        week_left_minutes: backlog.open_this_week(),
        week_made_up_minutes: backlog.made_up_this_week,
    }
}
