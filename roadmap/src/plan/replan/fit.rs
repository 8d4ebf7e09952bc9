//! Weeks that ask for more than their blocks hold: what finds no block, and the pace that finds one.

use super::outcome::{WeekLoad, room};
use super::pace::{STEP, at_pace};
use super::{Proposal, Standpoint, Way};
use crate::plan::layout::Laying;
use crate::plan::{Buffer, Pace, Plan, PlanError};
use chrono::NaiveDate;

/// What may find no block before it is said, as a part of all that is asked for: a twentieth. Weeks are no exact
/// measure, and a block more helps.
const PART: u64 = 20;

/// A week still to come, in clock minutes: what it asks for, what its blocks hold of that, and what they would hold if
/// nothing were kept free.
struct Week {
    asks: u32,
    room: u32,
    whole: u32,
}

/// The weeks from the next one until the last stage with an end is over, or the open end that runs.
/// Hours that the document doesn't state fill what room there is.
fn weeks(at: &Standpoint<'_>) -> Vec<Week> {
    let laying = Laying::of(at.roadmap, at.plan, at.stages, at.schedule);
    let last = at.last_day().filter(|last| at.today <= *last);
    let week = |week: NaiveDate| {
        let demands = laying.asking.in_week(week);
        let stated = demands.iter().filter(|demand| !demand.assumed);
        let blocks = laying.blocks(week);
        Week {
            asks: stated.fold(0, |sum, demand| sum.saturating_add(demand.minutes)),
            room: room(at.plan.kept_in_blocks(), &blocks),
            whole: room(Buffer::NONE, &blocks),
        }
    };
    last.into_iter().flat_map(|last| at.weeks_until(last)).map(week).collect()
}

/// What the weeks still to come ask for beyond what their blocks hold, in clock minutes; none where that is
/// little of the whole.
pub fn without_room(at: &Standpoint<'_>) -> u32 {
    let weeks = weeks(at);
    let asked: u64 = weeks.iter().map(|week| u64::from(week.asks)).sum();
    let without: u64 = weeks.iter().map(|week| u64::from(week.asks.saturating_sub(week.room))).sum();
    if without * PART > asked { u32::try_from(without).unwrap_or(u32::MAX) } else { 0 }
}

/// The clock minutes that the blocks hold in most weeks still to come, in whole [`STEP`]s.
pub(super) fn held(at: &Standpoint<'_>) -> u32 {
    let mut rooms: Vec<u32> = weeks(at).iter().map(|week| week.whole).collect();
    rooms.sort_unstable();
    rooms.get(rooms.len() / 2).map_or(0, |room| room / STEP * STEP)
}

/// The pace that the blocks [hold](held); nothing where that neither dates the plan later nor asks for less beyond the
/// blocks, or where there are no blocks at all.
pub(super) fn fit_blocks(at: &Standpoint<'_>) -> Result<Option<Proposal>, PlanError> {
    let held = held(at);
    if held == 0 {
        return Ok(None);
    }
    let plan = Plan { pace: Pace::Hours { per_week_minutes: held }, ..*at.plan };
    let fit = at.proposal(Way::FitBlocks, at_pace(at, &plan)?)?;
    let beyond = |asks: fn(&WeekLoad) -> u32| -> u64 {
        fit.weeks.iter().map(|week| u64::from(asks(week).saturating_sub(week.room))).sum()
    };
    let helps = fit.ends.1 > fit.ends.0 || beyond(|week| week.after) < beyond(|week| week.before);
    Ok(Some(fit).filter(|_| helps))
}
