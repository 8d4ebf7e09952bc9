//! What part of a stage's hours some of its days have.

use super::DatedStage;
use crate::schedule::Schedule;
use chrono::{Days, NaiveDate};

/// What a whole stage is where days off put work behind them, in parts: enough that no minute is lost in rounding.
const WHOLE: u64 = 1 << 40;

/// Some days of a stage, by their part in it: what is before them, what they are, and what it has in all.
#[derive(Debug, Clone, Copy)]
pub(super) struct Share {
    before: u64,
    days: u64,
    of: u64,
}

impl Share {
    /// The days of a stage from `first` to `last`, by what they [weigh](Schedule::weight); all alike where none
    /// of the stage has any weight.
    ///
    /// What days off take goes to the days behind them, as those before may be over: a week that was done as planned is
    /// not behind because of a vacation to come. Where nothing is behind them it stays on them, though they have no room
    /// for it. Of a stage that was made longer for days off, these take only what that has not made up for.
    pub(super) fn of(stage: &DatedStage, first: NaiveDate, last: NaiveDate, schedule: &Schedule) -> Self {
        let end = stage.last_day();
        let rests = schedule.weight(stage.from, end) == 0;
        let before = first.pred_opt().filter(|before| *before >= stage.from);
        let taken = taken(stage, schedule);
        let (until, of): (&dyn Fn(NaiveDate) -> u64, u64) = if rests {
            (&|day| days_between(stage.from, day), days_between(stage.from, end))
        } else if taken == 0 || stage.open_ended {
            (&|day| schedule.weight(stage.from, day), schedule.weight(stage.from, end))
        } else {
            (&|day| parts_until(stage, schedule, taken, day), WHOLE)
        };
        let before = before.map_or(0, until);
        Self { before, days: until(last).saturating_sub(before), of }
    }

    /// Their part of a total. The parts of all days make the total.
    pub(super) fn of_total(self, total: u64) -> u64 {
        let until = |part: u64| {
            let of = u128::from(self.of.max(1));
            u64::try_from(u128::from(total) * u128::from(part) / of).unwrap_or(u64::MAX)
        };
        until(self.before + self.days) - until(self.before)
    }
}

/// What days off take of a stage's weight and no days added for them make up for.
fn taken(stage: &DatedStage, schedule: &Schedule) -> u64 {
    let end = stage.last_day();
    let taken = schedule.usual_weight(stage.from, end) - schedule.weight(stage.from, end);
    let added = match stage.off.checked_sub(1).and_then(|days| end.checked_sub_days(Days::new(days.into()))) {
        Some(first) => schedule.usual_weight(first.max(stage.from), end),
        None => 0,
    };
    taken.saturating_sub(added)
}

/// The part of a stage from its first day to a day, where days off take so much of its weight: stretch by stretch, as
/// each has of what is left what it weighs beside all days from it on as they would be with none of them off. The last
/// one has all that is left.
fn parts_until(stage: &DatedStage, schedule: &Schedule, taken: u64, day: NaiveDate) -> u64 {
    let end = stage.last_day();
    let mut left = WHOLE;
    for (from, to) in stretches(stage, schedule) {
        let weight = schedule.weight(from, end);
        let of =
            if to < end { weight + taken.min(schedule.usual_weight(from, end) - weight) } else { weight };
        let until = |last: NaiveDate| match of {
            0 => part(left, days_between(from, last), days_between(from, to)),
            of => part(left, schedule.weight(from, last), of),
        };
        if day <= to {
            return WHOLE - left + until(day);
        }
        left -= until(to);
    }
    WHOLE - left
}

/// A stage in stretches of days off and of others, one after the other.
fn stretches(stage: &DatedStage, schedule: &Schedule) -> Vec<(NaiveDate, NaiveDate)> {
    let end = stage.last_day();
    let mut stretches = Vec::new();
    let mut next = Some(stage.from);
    for (from, to) in schedule.less_between(stage.from, end) {
        if let (Some(begin), Some(before)) = (next, from.pred_opt())
            && begin <= before
        {
            stretches.push((begin, before));
        }
        stretches.push((from, to));
        next = to.succ_opt();
    }
    if let Some(begin) = next.filter(|begin| *begin <= end) {
        stretches.push((begin, end));
    }
    stretches
}

/// `part` of `of` parts of a number, rounded up: what comes to whole minutes stays whole.
fn part(number: u64, part: u64, of: u64) -> u64 {
    let parts = u128::from(number) * u128::from(part);
    u64::try_from(parts.div_ceil(u128::from(of.max(1)))).unwrap_or(number)
}

/// How many days there are from one to the other, both included.
pub(super) fn days_between(from: NaiveDate, to: NaiveDate) -> u64 {
    u64::try_from(to.signed_duration_since(from).num_days() + 1).unwrap_or(0)
}
