//! What weeks that are over asked for and is not worked yet.

use super::Standpoint;
use crate::plan::payment::Payment;
use crate::plan::{Asking, DatedStage, Plan, week_of};
use crate::progress::Worked;
use crate::schedule::Schedule;
use crate::{Category, ItemId, Roadmap};
use chrono::{Days, NaiveDate};
use std::collections::BTreeSet;

/// Work of an activity that a week which is over asked for, and that is not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Missing {
    /// The activity.
    pub activity: ItemId,
    /// What kind of work it is.
    pub category: Category,
    /// The first day of the week that asked for it.
    pub from: NaiveDate,
    /// The clock minutes.
    pub minutes: u32,
}

/// What is missing, in the order of weeks and of the document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Backlog {
    /// The work that is missing.
    pub missing: Vec<Missing>,
    /// What was worked beyond all that weeks until the end of this one ask for, in clock minutes.
    pub ahead: u32,
}

impl Backlog {
    /// The clock minutes that are missing.
    pub fn total(&self) -> u32 {
        self.missing.iter().fold(0, |sum, missing| sum.saturating_add(missing.minutes))
    }
}

/// What is missing of a plan: of what weeks that are over asked for, what no work has paid off. Work pays off its own
/// activity first, the earliest week before later ones; then other activities of its category; then whatever is
/// missing, as in the verdict. Hours that the document doesn't state are never missing.
pub fn backlog(at: &Standpoint<'_>) -> Backlog {
    of_dates(at, at.stages, at.schedule)
}

/// The same if the stages had these dates, and the days were these.
pub(super) fn of_dates(at: &Standpoint<'_>, stages: &[DatedStage], schedule: &Schedule) -> Backlog {
    let Standpoint { roadmap, plan, worked, today, .. } = *at;
    let mut missing = asked(roadmap, plan, stages, schedule, today);
    let this_week = week_of(today, plan.week_start);
    let left: u64 = Asking::of(roadmap, plan, stages, schedule)
        .in_week(this_week)
        .iter()
        .filter(|demand| !demand.assumed)
        .map(|demand| u64::from(demand.minutes))
        .sum();
    let categories: BTreeSet<Category> = missing.iter().map(|missing| missing.category).collect();
    let counts = |session: &&Worked| {
        let is_missing = |category: Category| categories.contains(&category);
        session.day <= today && (session.activity.is_some() || session.category.is_some_and(is_missing))
    };
    let mut payment = Payment::of(worked.iter().filter(counts));
    pay(&mut missing, |missing, minutes| payment.pay_with_own(missing.activity, minutes));
    payment.release();
    pay(&mut missing, |missing, minutes| payment.pay_with_category(missing.category, minutes));
    let mut over = payment.over();
    pay(&mut missing, |_, minutes| {
        let paid = minutes.min(over);
        over -= paid;
        minutes - paid
    });
    missing.retain(|missing| missing.minutes > 0);
    Backlog { missing, ahead: u32::try_from(over.saturating_sub(left)).unwrap_or(u32::MAX) }
}

/// All that weeks which are over asked for, with the hours that the document states.
fn asked(
    roadmap: &Roadmap,
    plan: &Plan,
    stages: &[DatedStage],
    schedule: &Schedule,
    today: NaiveDate,
) -> Vec<Missing> {
    let asking = Asking::of(roadmap, plan, stages, schedule);
    let this_week = week_of(today, plan.week_start);
    let last = stages.iter().map(DatedStage::last_day).max().unwrap_or(plan.start);
    let first = week_of(plan.start, plan.week_start);
    let weeks = std::iter::successors(Some(first), |week| week.checked_add_days(Days::new(7)))
        .take_while(|week| *week < this_week && *week <= last);
    weeks
        .flat_map(|week| {
            let demands = asking.in_week(week).into_iter().filter(|demand| !demand.assumed);
            demands.map(move |demand| Missing {
                activity: demand.activity,
                category: demand.category,
                from: week,
                minutes: demand.minutes,
            })
        })
        .collect()
}

/// Pays off what is missing, the earliest first, with what `left` leaves of it.
fn pay(missing: &mut [Missing], mut left: impl FnMut(&Missing, u64) -> u64) {
    for missing in missing {
        let left = left(missing, u64::from(missing.minutes));
        missing.minutes = u32::try_from(left).unwrap_or(missing.minutes);
    }
}
