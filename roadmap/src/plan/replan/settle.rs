//! Work that was done before its time, once dates are reckoned from what is left.

use super::{Changes, Standpoint};
use crate::ItemId;
use crate::plan::{Asking, DatedStage, Demand};
use crate::schedule::MovedWork;
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

/// The dates of a stage with an end that runs are reckoned from what is left of it, also where some of what its days to come ask for
/// is worked already: this week takes that over, from each of those weeks its part, so that none of them asks for more than
/// the pace.
pub(super) fn settle_ahead(at: &Standpoint<'_>, stage: &DatedStage, changes: &mut Changes) {
    let schedule = at.days_with(changes);
    let at = &Standpoint { schedule: &schedule, ..*at };
    let asking = Asking::of(at.roadmap, at.plan, at.stages, at.schedule);
    let this_week = at.this_week();
    let paid = paid_before_time(at, &asking);
    let mut asked: BTreeMap<ItemId, Vec<(NaiveDate, u32)>> = BTreeMap::new();
    for (activity, minutes) in from_today(at, &asking) {
        asked.entry(activity).or_default().push((this_week, minutes));
    }
    for week in at.weeks_between(this_week, stage.last_day()).skip(1) {
        for demand in asking.in_week(week) {
            asked.entry(demand.activity).or_default().push((week, demand.minutes));
        }
    }
    let of_stage = asking.activities_of(stage.stage);
    for (activity, weeks) in asked.into_iter().filter(|(activity, _)| of_stage.contains(activity)) {
        let all: u64 = weeks.iter().map(|(_, minutes)| u64::from(*minutes)).sum();
        let paid = u64::from(paid.get(&activity).copied().unwrap_or(0)).min(all);
        let (mut before, mut taken) = (0, 0);
        for (from, minutes) in weeks {
            before += u64::from(minutes);
            let until = paid * before / all.max(1);
            let minutes = u32::try_from(until - taken).unwrap_or(minutes);
            taken = until;
            if minutes > 0 && from != this_week {
                changes.moved.push(MovedWork { activity, from, to: this_week, minutes, late: false });
            }
        }
    }
}

/// What the days from today on ask of each activity that is worked already.
fn paid_before_time(at: &Standpoint<'_>, asking: &Asking<'_>) -> BTreeMap<ItemId, u32> {
    let backlog = at.backlog();
    let mut paid: BTreeMap<ItemId, u32> = BTreeMap::new();
    for ahead in &backlog.paid_ahead {
        *paid.entry(ahead.activity).or_default() += ahead.minutes;
    }
    for (activity, minutes) in from_today(at, asking) {
        let left = backlog.left_this_week.iter().filter(|left| left.activity == activity);
        let left = left.fold(0_u32, |sum, left| sum.saturating_add(left.minutes));
        *paid.entry(activity).or_default() += minutes.saturating_sub(left);
    }
    paid
}

/// What the rest of this week asks of each activity, but for what it took over.
fn from_today(at: &Standpoint<'_>, asking: &Asking<'_>) -> Vec<(ItemId, u32)> {
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
        (demand.activity, minutes.saturating_sub(of(&over, demand.activity)))
    };
    whole.iter().map(rest).collect()
}
