//! Work that other weeks take over, by weeks.

use super::{Demand, week_of};
use crate::ItemId;
use crate::schedule::MovedWork;
use chrono::{NaiveDate, Weekday};
use std::collections::BTreeMap;

/// What each week has given away and taken over. Together they are the same; what was taken over may be given away again.
#[derive(Debug, Default)]
pub(super) struct Moves {
    given: BTreeMap<NaiveDate, Vec<Given>>,
    taken: BTreeMap<NaiveDate, Vec<Taken>>,
}

/// Work that a week gives away.
#[derive(Debug)]
struct Given {
    activity: ItemId,
    minutes: u32,
    late: bool,
}

/// Work that a week takes over.
#[derive(Debug)]
struct Taken {
    demand: Demand,
    /// True where it comes from a later week: it was worked before its time.
    early: bool,
}

impl Moves {
    /// The moves, each as far as its week asks for so much. `asked` says what a week asks for before any.
    pub(super) fn of(
        moved: &[MovedWork],
        week_start: Weekday,
        asked: impl Fn(NaiveDate) -> Vec<Demand>,
    ) -> Self {
        let mut moves = Self::default();
        let mut left: BTreeMap<NaiveDate, Vec<Demand>> = BTreeMap::new();
        for moved in moved {
            let (from, to) = (week_of(moved.from, week_start), week_of(moved.to, week_start));
            if from == to {
                continue;
            }
            let asks = left.entry(from).or_insert_with(|| asked(from));
            let is_it = |demand: &&mut Demand| demand.activity == moved.activity && demand.minutes > 0;
            let Some(demand) = asks.iter_mut().find(is_it) else { continue };
            let minutes = demand.minutes.min(moved.minutes);
            demand.minutes -= minutes;
            let given = Demand { minutes, ..*demand };
            let MovedWork { activity, late, .. } = *moved;
            moves.given.entry(from).or_default().push(Given { activity, minutes, late });
            moves.taken.entry(to).or_default().push(Taken { demand: given, early: moved.is_early() });
            // What a week took over it can give away again.
            add(given, left.entry(to).or_insert_with(|| asked(to)));
        }
        moves
    }

    /// Adds what a week took over and takes off what it gave away, of both; false where it did neither. For what was planned
    /// late work is not taken off, and what was worked before its time is not added.
    pub(super) fn apply(&self, week: NaiveDate, as_planned: bool, demands: &mut Vec<Demand>) -> bool {
        let (given, taken) = (self.given.get(&week), self.taken.get(&week));
        for Taken { demand, .. } in taken.into_iter().flatten().filter(|taken| !(taken.early && as_planned)) {
            add(*demand, demands);
        }
        for Given { activity, minutes, .. } in
            given.into_iter().flatten().filter(|given| !(given.late && as_planned))
        {
            let mut left = *minutes;
            for demand in demands.iter_mut().filter(|demand| demand.activity == *activity) {
                let less = demand.minutes.min(left);
                demand.minutes -= less;
                left -= less;
            }
        }
        given.is_some() || taken.is_some()
    }
}

/// Adds work to what a week asks for.
fn add(more: Demand, demands: &mut Vec<Demand>) {
    let same = |demand: &&mut Demand| (demand.activity, demand.stage) == (more.activity, more.stage);
    match demands.iter_mut().find(same) {
        Some(demand) => demand.minutes = demand.minutes.saturating_add(more.minutes),
        None => demands.push(Demand { days: (NaiveDate::MIN, NaiveDate::MAX), ..more }),
    }
}
