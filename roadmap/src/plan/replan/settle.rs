//! Work that was done before its time, once dates are reckoned from what is left.

use super::{Changes, Standpoint};
use crate::plan::{Asking, DatedStage, Demand, week_of};
use crate::progress::paying_for;
use crate::schedule::MovedWork;
use crate::{Category, ItemId};
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

/// Clock minutes by weeks, the earliest first.
type ByWeek = Vec<(NaiveDate, u32)>;

/// The dates of a stage with an end that runs are reckoned from what is left of it, also where some of what its days to
/// come ask for is worked already. The weeks in which it was take that over, from each week to come its part, so that none
/// of those asks for more than the pace.
pub(super) fn settle_ahead(at: &Standpoint<'_>, stage: &DatedStage, changes: &mut Changes) {
    let schedule = at.days_with(changes);
    let at = &Standpoint { schedule: &schedule, ..*at };
    let asking = Asking::of(at.roadmap, at.plan, at.stages, at.schedule);
    let paid = paid_before_time(at, &asking);
    let mut worked = WorkedWeeks::of(at, &asking);
    for ((activity, category), weeks) in asked_from_today(at, &asking, stage) {
        let all: u64 = weeks.iter().map(|(_, minutes)| u64::from(*minutes)).sum();
        let paid = u64::from(paid.get(&activity).copied().unwrap_or(0)).min(all);
        let (mut before, mut settled) = (0, 0);
        for (from, minutes) in weeks {
            before += u64::from(minutes);
            let until = paid * before / all.max(1);
            let minutes = u32::try_from(until - settled).unwrap_or(minutes);
            settled = until;
            // Days of this week that are over were for what is seen in their blocks.
            if from > at.this_week() || at.today == from {
                let taken = worked.take((activity, category), from, minutes).into_iter();
                changes.moved.extend(taken.map(|(to, minutes)| MovedWork {
                    activity,
                    from,
                    to,
                    minutes,
                    late: false,
                }));
            }
        }
    }
}

/// What the days from today on ask of each activity of a stage, by weeks.
fn asked_from_today(
    at: &Standpoint<'_>,
    asking: &Asking<'_>,
    stage: &DatedStage,
) -> BTreeMap<(ItemId, Category), ByWeek> {
    let mut asked: BTreeMap<(ItemId, Category), ByWeek> = BTreeMap::new();
    let this_week = at.this_week();
    let rest = rest_of_this_week(at, asking).into_iter().map(|demand| (this_week, demand));
    let later = at.weeks_between(this_week, stage.last_day()).skip(1);
    let later = later.flat_map(|week| asking.in_week(week).into_iter().map(move |demand| (week, demand)));
    for (week, demand) in rest.chain(later).filter(|(_, demand)| demand.stage == stage.stage) {
        asked.entry((demand.activity, demand.category)).or_default().push((week, demand.minutes));
    }
    asked
}

/// What the rest of this week asks for, but for what it took over.
fn rest_of_this_week(at: &Standpoint<'_>, asking: &Asking<'_>) -> Vec<Demand> {
    let week = at.this_week();
    let next = week.checked_add_days(Days::new(7)).unwrap_or(week);
    let (whole, over) = (asking.in_week_until(week, next), asking.in_week_until(week, at.today));
    let asked = asking.in_week(week);
    let of = |demands: &[Demand], activity: ItemId| {
        let of_it = demands.iter().filter(|demand| demand.activity == activity);
        of_it.fold(0_u32, |sum, demand| sum.saturating_add(demand.minutes))
    };
    let rest = |demand: &Demand| {
        let minutes = demand.minutes.min(of(&asked, demand.activity));
        Demand { minutes: minutes.saturating_sub(of(&over, demand.activity)), ..*demand }
    };
    whole.iter().map(rest).collect()
}

/// What the days from today on ask of each activity that is worked already.
fn paid_before_time(at: &Standpoint<'_>, asking: &Asking<'_>) -> BTreeMap<ItemId, u32> {
    let backlog = at.backlog();
    let mut paid: BTreeMap<ItemId, u32> = BTreeMap::new();
    for ahead in &backlog.paid_ahead {
        *paid.entry(ahead.activity).or_default() += ahead.minutes;
    }
    for Demand { activity, minutes, .. } in rest_of_this_week(at, asking) {
        let left = backlog.left_this_week.iter().filter(|left| left.activity == activity);
        let left = left.fold(0_u32, |sum, left| sum.saturating_add(left.minutes));
        *paid.entry(activity).or_default() += minutes.saturating_sub(left);
    }
    paid
}

/// The weeks in which work was done, of each activity, and of each category for none: what other weeks can still leave to
/// them.
struct WorkedWeeks {
    of_activity: BTreeMap<ItemId, ByWeek>,
    of_category: BTreeMap<Category, ByWeek>,
}

impl WorkedWeeks {
    fn of(at: &Standpoint<'_>, asking: &Asking<'_>) -> Self {
        let mut seconds: BTreeMap<(NaiveDate, Option<ItemId>, Option<Category>), u64> = BTreeMap::new();
        // No week before the plan asks for anything, so the first one takes what was worked in those.
        let first = week_of(at.plan.start, at.plan.week_start);
        let until_now = at.worked.iter().filter(|session| session.day <= at.today).copied();
        for session in paying_for(asking, at.plan, &until_now.collect::<Vec<_>>()) {
            let week = week_of(session.day, at.plan.week_start).max(first);
            let category = session.category.filter(|_| session.activity.is_none());
            *seconds.entry((week, session.activity, category)).or_default() +=
                u64::from(session.worked_seconds);
        }
        let mut weeks = Self { of_activity: BTreeMap::new(), of_category: BTreeMap::new() };
        for ((week, activity, category), seconds) in seconds {
            let by_week = match (activity, category) {
                (Some(activity), _) => weeks.of_activity.entry(activity).or_default(),
                (None, Some(category)) => weeks.of_category.entry(category).or_default(),
                (None, None) => continue,
            };
            by_week.push((week, u32::try_from(seconds / 60).unwrap_or(u32::MAX)));
        }
        weeks.leave_out_settled(at);
        weeks
    }

    /// Takes off what they have taken over before.
    fn leave_out_settled(&mut self, at: &Standpoint<'_>) {
        for moved in at.schedule.moved.iter().filter(|moved| moved.is_early()) {
            let by_week = self.of_activity.get_mut(&moved.activity).into_iter().flatten();
            for (_, minutes) in by_week.filter(|(week, _)| *week == moved.to) {
                *minutes = minutes.saturating_sub(moved.minutes);
            }
        }
    }

    /// So many minutes of an activity, or else of its category, from the latest weeks before one: what was worked before
    /// its time was worked last.
    fn take(
        &mut self,
        (activity, category): (ItemId, Category),
        before: NaiveDate,
        mut minutes: u32,
    ) -> ByWeek {
        let of_activity = self.of_activity.get_mut(&activity);
        let mut taken = ByWeek::new();
        for weeks in of_activity.into_iter().chain(self.of_category.get_mut(&category)) {
            for (week, left) in weeks.iter_mut().rev().filter(|(week, _)| *week < before) {
                let part = minutes.min(*left);
                minutes -= part;
                *left -= part;
                if part > 0 {
                    taken.push((*week, part));
                }
            }
        }
        taken
    }
}
