//! How the week before ended.

use super::verdict::of_backlog;
use super::{Backlog, SLACK, Standing, Worked, backlog};
use crate::Roadmap;
use crate::plan::{DatedStage, Plan, week_of};
use crate::schedule::Schedule;
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// A week of the plan that ended behind or ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeekEnd {
    /// Its first day.
    pub week: NaiveDate,
    /// [`Behind`](Standing::Behind) or [`Ahead`](Standing::Ahead).
    pub standing: Standing,
    /// By how many clock minutes, as the verdict has it on the day after.
    pub minutes: u32,
}

/// How the week before that of `today` ended, where that is worth a word: behind or ahead by the
/// [verdict's](fn@super::verdict) own measure, so within a tenth of a week (at least half an hour) it was met. A week that
/// changed nothing about that is no news, however much earlier ones left open; nor is one before the plan's start. In an
/// open end, where earlier weeks are let go, each week that left something open is news.
/// After the plan's last day it ended behind by more than half an hour. What was worked since does not count.
pub fn week_end(
    roadmap: &Roadmap,
    plan: &Plan,
    stages: &[DatedStage],
    schedule: &Schedule,
    worked: &[Worked],
    today: NaiveDate,
) -> Option<WeekEnd> {
    let over = week_of(today, plan.week_start);
    let week = over.checked_sub_days(Days::new(7))?;
    if over <= plan.start {
        return None;
    }
    let until = |day: NaiveDate| {
        let worked: Vec<Worked> = worked.iter().filter(|session| session.day < day).copied().collect();
        backlog(roadmap, plan, stages, schedule, &worked, day)
    };
    let standing_of = |backlog: &Backlog, day: NaiveDate| {
        let verdict = of_backlog(backlog, plan, stages, day);
        match verdict.standing {
            Standing::Finished if verdict.behind_minutes > SLACK => Some(Standing::Behind),
            standing @ (Standing::Behind | Standing::Ahead) => Some(standing),
            _ => None,
        }
    };
    let then = until(over);
    let standing = standing_of(&then, over)?;
    let minutes = |backlog: &Backlog| match standing {
        Standing::Ahead => backlog.ahead,
        _ => backlog.total(),
    };
    let before = until(week);
    let of_open_end = then.missing.iter().filter(|missing| missing.open_ended);
    let is_news = standing_of(&before, week) != Some(standing)
        || minutes(&then) > minutes(&before).saturating_add(SLACK)
        || of_open_end.map(|missing| missing.minutes).sum::<u32>() > SLACK;
    is_news.then(|| WeekEnd { week, standing, minutes: minutes(&then) })
}
