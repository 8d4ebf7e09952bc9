//! Work of this week and of weeks to come whose time days off take.

use super::Standpoint;
use super::lengthen::{added_for_days_off, ahead, days_of};
use super::need::Need;
use crate::plan::share::days_now_from;
use crate::plan::{Asking, DatedStage, Demand};
use crate::progress::{Backlog, Missing, SLACK};
use crate::schedule::Schedule;
use chrono::{Days, NaiveDate};

/// What days off take of a plan.
pub(super) struct Displaced {
    /// What stages that are short of days ask of weeks beyond what the days of those can hold: all of a stage whose every
    /// day is off. What other weeks have taken over is in it no more.
    pub(super) work: Backlog,
    /// True where days off take at least half a week of a stage that is not over, unless other weeks have taken its
    /// work over; and where too few days are left for all of them.
    pub(super) short_of_days: bool,
    /// False where even later dates would have too few days to work on.
    pub(super) has_days: bool,
}

pub(super) fn displaced(at: &Standpoint<'_>) -> Displaced {
    let need = Need::of(at);
    let mut short = ahead(at);
    short.retain(|(stage, to)| need.length(stage, *to, stage.from, 0) > days_of(stage.from, *to));
    let work = Backlog { missing: work_of(at, &need, &short), ..Backlog::default() };
    // Of stages with stated hours the work tells; those without can only take longer.
    let without_hours = short.iter().any(|(stage, _)| stage.assumed);
    let has_days = need.has_days(0);
    Displaced { short_of_days: work.total() > SLACK || without_hours || !has_days, work, has_days }
}

/// What days off take of all stages that are not over, also of those that are not short of days by it.
pub(super) fn taken(at: &Standpoint<'_>) -> Backlog {
    Backlog { missing: work_of(at, &Need::of(at), &ahead(at)), ..Backlog::default() }
}

/// What stages that are short of days ask of weeks beyond what the days of those can hold, and all that is asked of weeks
/// of which no day is left, but no more than is not worked of the stages.
fn work_of(at: &Standpoint<'_>, need: &Need<'_>, short: &[(DatedStage, NaiveDate)]) -> Vec<Missing> {
    let took_over = at.schedule.moved.iter().map(|moved| moved.to);
    let Some(last) = short.iter().map(|(_, to)| *to).chain(took_over).max() else { return Vec::new() };
    let mut unworked = need.unworked().clone();
    let usual_days = need.usual_days();
    let mut days = at.schedule.clone();
    days.moved.clear();
    let usual = Asking::of(at.roadmap, at.plan, at.stages, usual_days);
    let before_moves = Asking::of(at.roadmap, at.plan, at.stages, &days);
    let after_moves = Asking::of(at.roadmap, at.plan, at.stages, at.schedule);
    let mut missing = Vec::new();
    for week in at.weeks_between(at.this_week(), last) {
        let asked_usually = usual.in_week(week);
        let is_off = at.is_off(week);
        let asking = if is_off { &after_moves } else { &before_moves };
        for demand in asking.in_week(week).iter().filter(|demand| !demand.assumed) {
            let Demand { activity, category, .. } = *demand;
            let beyond = if is_off {
                demand.minutes
            } else {
                let Some((stage, to)) = short.iter().find(|(stage, _)| stage.stage == demand.stage) else {
                    continue;
                };
                let usually = asked_usually.iter().find(|usual| usual.activity == activity);
                let part = part_left(at, usual_days, (stage, *to), week);
                let held = usually.map_or(0, |usual| part.of(usual.minutes));
                let given = at.schedule.moved.iter().filter(|moved| {
                    !moved.late && week < moved.to && (moved.activity, moved.from) == (activity, week)
                });
                let given = given.map(|moved| moved.minutes).fold(0, u32::saturating_add);
                demand.minutes.saturating_sub(held).saturating_sub(given)
            };
            let left = unworked.entry(demand.stage).or_default();
            let minutes = u32::try_from(*left).unwrap_or(u32::MAX).min(beyond);
            *left -= u64::from(minutes);
            if minutes > 0 {
                missing.push(Missing {
                    activity,
                    category,
                    from: week,
                    minutes,
                    open_ended: false,
                    late: false,
                });
            }
        }
    }
    missing
}

/// A part of what a week usually asks for.
struct Part {
    left: u64,
    of: u64,
}

impl Part {
    fn of(&self, minutes: u32) -> u32 {
        u32::try_from(u64::from(minutes) * self.left / self.of.max(1)).unwrap_or(u32::MAX)
    }
}

/// What a stage's days in a week hold of what they usually ask for. Days that were added for days off make a stage's
/// weeks ask for less: they hold what they would without those.
fn part_left(
    at: &Standpoint<'_>,
    usual: &Schedule,
    (stage, to): (&DatedStage, NaiveDate),
    week: NaiveDate,
) -> Part {
    let until = week.checked_add_days(Days::new(6)).unwrap_or(week).min(to);
    let from = stage.from.max(week);
    // Days before the stage had another end ask for what they did.
    let days = days_of(days_now_from(stage, at.schedule), to);
    let usually = days.saturating_sub(added_for_days_off(at, stage)).max(1);
    Part { left: at.schedule.weight(from, until) * days, of: usual.weight(from, until) * usually }
}
