//! Which hours pay for what stages ask.

use super::Worked;
use crate::plan::{Asking, DatedStage, Demand, Plan, week_of};
use crate::schedule::Schedule;
use crate::{Category, Roadmap};
use chrono::NaiveDate;
use std::collections::BTreeMap;

impl Worked {
    /// True where it pays for what stages ask, given what the week it was done in asks: work on an activity always,
    /// whenever that was, and other work where the week asks for hours of its category. So what is worked in blocks
    /// outside the stages' hours or outside the roadmap pays for nothing, and hours that the document doesn't state ask
    /// for none.
    pub fn pays(&self, asked_in_its_week: &[Demand]) -> bool {
        let asks = |category: Category| {
            asked_in_its_week.iter().any(|demand| !demand.assumed && demand.category == category)
        };
        self.category.is_some_and(|category| self.activity.is_some() || asks(category))
    }
}

/// The work that [pays](Worked::pays) for what stages ask. What was for an activity that the plan asks no hours for, as
/// it has none of its own or is there no more, counts for its category.
pub fn paying(
    roadmap: &Roadmap,
    plan: &Plan,
    stages: &[DatedStage],
    schedule: &Schedule,
    worked: &[Worked],
) -> Vec<Worked> {
    paying_for(&Asking::of(roadmap, plan, stages, schedule), plan, worked)
}

/// The same of what is asked, read already.
pub(crate) fn paying_for(asking: &Asking<'_>, plan: &Plan, worked: &[Worked]) -> Vec<Worked> {
    let mut asked: BTreeMap<NaiveDate, Vec<Demand>> = BTreeMap::new();
    let known = worked.iter().map(|session| {
        let activity = session.activity.filter(|activity| asking.asks_hours_of(*activity));
        Worked { activity, ..*session }
    });
    let mut pays = |session: &Worked| match session.activity {
        Some(_) => session.pays(&[]),
        None => {
            let week = week_of(session.day, plan.week_start);
            session.pays(asked.entry(week).or_insert_with(|| asking.in_week(week)))
        }
    };
    known.filter(|session| pays(session)).collect()
}
