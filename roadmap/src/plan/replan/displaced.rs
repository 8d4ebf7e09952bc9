//! Work of weeks to come whose time days off take.

use super::Standpoint;
use super::lengthen::{ahead, days_of};
use super::need::Need;
use crate::plan::{Asking, Demand};
use crate::progress::{Backlog, Missing};
use crate::schedule::Schedule;

/// What stages that are short of days ask of weeks to come beyond what those would ask without the days off: all of a
/// stage whose every day is off. What other weeks have taken over is in it no more.
pub(super) fn displaced(at: &Standpoint<'_>) -> Backlog {
    let need = Need::of(at);
    let mut short = ahead(at);
    short.retain(|(stage, to)| need.length(stage, *to, stage.from, 0) > days_of(stage.from, *to));
    let Some(last) = short.iter().map(|(_, to)| *to).max() else { return Backlog::default() };

    let seasons = || at.schedule.seasons().to_vec();
    let usual_days = Schedule::new(seasons(), Vec::new());
    let mut days = at.schedule.clone();
    days.moved.clear();
    let usual = Asking::of(at.roadmap, at.plan, at.stages, &usual_days);
    let asking = Asking::of(at.roadmap, at.plan, at.stages, &days);
    let mut missing = Vec::new();
    for week in at.weeks_until(last) {
        let asked_usually = usual.in_week(week);
        let of_short = |demand: &Demand| {
            let (stage, to) = short.iter().find(|(stage, _)| stage.stage == demand.stage)?;
            let is_off = at.schedule.weight(stage.from, *to) == 0;
            let usually = asked_usually.iter().find(|usual| usual.activity == demand.activity && !is_off);
            let moved = at.schedule.moved.iter();
            let moved = moved.filter(|moved| (moved.activity, moved.from) == (demand.activity, week));
            let less = moved.map(|moved| moved.minutes).fold(0, u32::saturating_add);
            let usually = usually.map_or(0, |usual| usual.minutes);
            Some(demand.minutes.saturating_sub(usually).saturating_sub(less))
        };
        for demand in asking.in_week(week).iter().filter(|demand| !demand.assumed) {
            if let Some(minutes) = of_short(demand).filter(|minutes| *minutes > 0) {
                let Demand { activity, category, .. } = *demand;
                missing.push(Missing { activity, category, from: week, minutes, open_ended: false });
            }
        }
    }
    Backlog { missing, ..Backlog::default() }
}
