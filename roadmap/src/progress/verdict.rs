//! Whether the plan holds, in figures that make one sentence.

use super::{SLACK, Worked};
use crate::plan::{Asking, DatedStage, Demand, Plan, week_number, week_of};
use crate::schedule::Schedule;
use crate::{Category, Roadmap};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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
    /// What finished weeks asked for and is not worked yet, in clock minutes, all categories together.
    pub behind_minutes: u32,
    /// The categories in which more than half an hour is missing, the largest first; more work in
    /// another category doesn't make up for it here.
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

/// How the plan stands on `today`.
///
/// Weeks are buckets: only finished weeks can be behind, and what is worked in this week pays off
/// what earlier ones left. Hours that the document doesn't state are never late. A session counts
/// where it was for an activity, whenever that was, or for a category that its week asks for: a plan
/// that starts again later keeps what was worked on it. `worked` is everything worked for the roadmap;
/// `schedule` says on which days there is work.
pub fn verdict(
    roadmap: &Roadmap,
    plan: &Plan,
    stages: &[DatedStage],
    schedule: &Schedule,
    worked: &[Worked],
    today: NaiveDate,
) -> Verdict {
    let this_week = week_of(today, plan.week_start);
    let asking = Asking::of(roadmap, plan, stages, schedule);
    let mut count = Count::default();
    let mut week_planned = 0;
    let mut finished_weeks = 0_u64;
    let first = week_of(plan.start, plan.week_start);
    count.work_before(first.min(this_week), worked);
    let mut week = Some(first).filter(|week| *week <= this_week);
    while let Some(at) = week {
        let demands: Vec<Demand> = asking.in_week(at).into_iter().filter(|demand| !demand.assumed).collect();
        count.work(&demands, worked, at, today);
        if at < this_week {
            finished_weeks += 1;
            count.plan(&demands);
        } else {
            week_planned = demands.iter().map(|demand| i64::from(demand.minutes)).sum();
        }
        week = at.checked_add_days(Days::new(7)).filter(|week| *week <= this_week);
    }
    let dated_end = stages.iter().filter_map(|stage| stage.to).max();
    let last = stages.iter().map(DatedStage::last_day).max();
    let ends = dated_end.filter(|end| today <= *end).or(last);
    let balance = count.worked() - count.planned();
    let slack =
        (count.planned() / i64::try_from(finished_weeks.max(1)).unwrap_or(1) / 10).max(i64::from(SLACK));
    let ahead = balance - week_planned;
    let standing = match (ends, week_number(plan, today)) {
        (None, _) => Standing::NoPlan,
        (Some(end), _) if today > end => Standing::Finished,
        _ if today < plan.start => Standing::BeforeStart,
        _ if balance < -slack => Standing::Behind,
        _ if ahead > i64::from(SLACK) => Standing::Ahead,
        _ => Standing::OnPace,
    };
    Verdict {
        standing,
        week: week_number(plan, today).filter(|_| today >= plan.start),
        weeks: ends.and_then(|end| week_number(plan, end)),
        starts: Some(plan.start),
        ends,
        behind_minutes: to_minutes(-balance),
        behind: count.shortfalls(),
        ahead_minutes: to_minutes(ahead),
        week_planned_minutes: to_minutes(week_planned),
        week_left_minutes: to_minutes(week_planned - balance.max(0)),
    }
}

/// What is planned and worked in each category, in seconds.
#[derive(Debug, Default)]
struct Count(BTreeMap<Category, (i64, i64)>);

impl Count {
    /// Adds what a finished week asked for.
    fn plan(&mut self, demands: &[Demand]) {
        for demand in demands {
            self.0.entry(demand.category).or_default().0 += i64::from(demand.minutes) * 60;
        }
    }

    /// Adds what was worked in a week for the roadmap: on an activity, or in a category that the
    /// week asks for. What else is worked stands outside the stage's hours.
    fn work(&mut self, demands: &[Demand], worked: &[Worked], week: NaiveDate, today: NaiveDate) {
        let in_week = |session: &&Worked| {
            let days = session.day.signed_duration_since(week).num_days();
            (0..7).contains(&days) && session.day <= today
        };
        let asked = |session: &&Worked| {
            session.activity.is_some()
                || demands.iter().any(|demand| Some(demand.category) == session.category)
        };
        worked.iter().filter(in_week).filter(asked).for_each(|session| self.add(session));
    }

    /// Adds what was worked on activities before a week.
    fn work_before(&mut self, week: NaiveDate, worked: &[Worked]) {
        let before = worked.iter().filter(|session| session.activity.is_some() && session.day < week);
        before.for_each(|session| self.add(session));
    }

    fn add(&mut self, session: &Worked) {
        if let Some(category) = session.category {
            self.0.entry(category).or_default().1 += i64::from(session.worked_seconds);
        }
    }

    fn planned(&self) -> i64 {
        self.0.values().map(|(planned, _)| planned).sum::<i64>() / 60
    }

    fn worked(&self) -> i64 {
        self.0.values().map(|(_, worked)| worked).sum::<i64>() / 60
    }

    /// The categories that miss more than the slack, the largest first.
    fn shortfalls(&self) -> Vec<Shortfall> {
        let mut behind: Vec<Shortfall> = self
            .0
            .iter()
            .map(|(category, (planned, worked))| (*category, (planned - worked) / 60))
            .filter(|(_, minutes)| *minutes > i64::from(SLACK))
            .map(|(category, minutes)| Shortfall { category, minutes: to_minutes(minutes) })
            .collect();
        behind.sort_by_key(|shortfall| std::cmp::Reverse(shortfall.minutes));
        behind
    }
}

fn to_minutes(minutes: i64) -> u32 {
    u32::try_from(minutes.max(0)).unwrap_or(u32::MAX)
}
