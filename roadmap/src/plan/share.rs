//! What part of a stage's hours some of its days have.

use super::DatedStage;
use crate::schedule::{FormerEnd, Schedule, Weights};
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
    /// The days of a stage from `first` to `last`, by what they [weigh](Weights); all alike where none
    /// of the stage has any weight.
    ///
    /// What days off take goes to the days behind them, as those before may be over: a week that was done as planned is
    /// not behind because of a vacation to come. Where nothing is behind them it stays on them, though they have no room
    /// for it. Of a stage that was made longer for days off, these take only what that has not made up for.
    ///
    /// The same with the days of a template that takes over inside the stage: what it leaves goes to its own days, and the
    /// days before it ask for what they would if their template went on, whether it was changed or another one follows it.
    /// And the same where the stage had [another end](crate::schedule::FormerEnd): the days until then ask for what they
    /// did by that, and the rest goes to those from then on.
    pub(super) fn of(stage: &DatedStage, first: NaiveDate, last: NaiveDate, schedule: &Schedule) -> Self {
        let end = stage.last_day();
        let weights = schedule.weights();
        let rests = weights.of(stage.from, end) == 0;
        let before = first.pred_opt().filter(|before| *before >= stage.from);
        let term = Term::now(stage);
        let is_plain = term.taken(stage, weights) == 0
            && weights.changes(stage.from, end).next().is_none()
            && former(stage, schedule).is_empty();
        let (until, of): (&dyn Fn(NaiveDate) -> u64, u64) = if rests {
            (&|day| days_between(stage.from, day), days_between(stage.from, end))
        } else if is_plain {
            (&|day| weights.of(stage.from, day), weights.of(stage.from, end))
        } else {
            (&|day| parts_until(stage, schedule, day), WHOLE)
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

/// The end that a stage has, or had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Term {
    /// Its last day.
    to: NaiveDate,
    /// How many of its days were added for days off.
    off: u32,
}

impl Term {
    /// The end that a stage has.
    fn now(stage: &DatedStage) -> Self {
        Self { to: stage.last_day(), off: stage.off }
    }

    /// What days off take of the stage's weight and no days added for them make up for; nothing of an open-ended stage,
    /// whose other days all share it.
    fn taken(self, stage: &DatedStage, weights: Weights<'_>) -> u64 {
        if stage.open_ended {
            return 0;
        }
        let taken = weights.usual(stage.from, self.to) - weights.of(stage.from, self.to);
        let added =
            match self.off.checked_sub(1).and_then(|days| self.to.checked_sub_days(Days::new(days.into()))) {
                Some(first) => weights.usual(first.max(stage.from), self.to),
                None => 0,
            };
        taken.saturating_sub(added)
    }

    /// What the days from one to another have of so many parts that the days until this end share: stretch by stretch, as
    /// each has of what is left what it weighs beside all days from it on as they would be under its own template and with
    /// none of them off that nothing makes up for. The last one has all that is left.
    fn parts_until(
        self,
        stage: &DatedStage,
        schedule: &Schedule,
        first: NaiveDate,
        day: NaiveDate,
        whole: u64,
    ) -> u64 {
        let now = Term::now(stage);
        let mut left = whole;
        for (from, to) in stretches(first, self.to, schedule) {
            let weights = schedule.weights().as_from(from);
            let weight = weights.of(from, self.to);
            let of = if to < self.to {
                weight + self.taken(stage, weights).min(weights.usual(from, self.to) - weight)
            } else {
                weight
            };
            let until = |last: NaiveDate| match of {
                // Days behind the end that it had can take now what days off took.
                0 if self != now => 0,
                0 => part(left, days_between(from, last), days_between(from, self.to)),
                of => part(left, weights.of(from, last), of),
            };
            if day <= to {
                return whole - left + until(day);
            }
            left -= until(to);
        }
        whole
    }
}

/// The ends that a stage had on days of its own and then no longer, each with the first day that it did not hold on, the
/// earliest first.
fn former(stage: &DatedStage, schedule: &Schedule) -> Vec<(Term, NaiveDate)> {
    let end = stage.last_day();
    let of_its_days =
        |former: &&FormerEnd| former.from == stage.from && stage.from < former.until && former.until <= end;
    let kept = schedule.former_ends.of(stage.stage).iter().filter(of_its_days);
    let mut former: Vec<(Term, NaiveDate)> =
        kept.map(|former| (Term { to: former.to, off: former.off }, former.until)).collect();
    let mut next = Term::now(stage);
    former.reverse();
    former.retain(|(term, _)| std::mem::replace(&mut next, *term) != *term);
    former.reverse();
    former
}

/// The first of a stage's days that share what is left by the end that it has now.
pub(super) fn days_now_from(stage: &DatedStage, schedule: &Schedule) -> NaiveDate {
    former(stage, schedule).last().map_or(stage.from, |(_, until)| *until)
}

/// The days on which a stage got another end, the earliest first.
pub(super) fn got_another_end(stage: &DatedStage, schedule: &Schedule) -> impl Iterator<Item = NaiveDate> {
    former(stage, schedule).into_iter().map(|(_, until)| until)
}

/// A stage with the end that it had on a day.
pub(super) fn as_of(stage: &DatedStage, schedule: &Schedule, day: NaiveDate) -> DatedStage {
    match former(stage, schedule).into_iter().find(|(_, until)| day < *until) {
        Some((Term { to, off }, _)) => DatedStage { to: Some(to), off, ..*stage },
        None => *stage,
    }
}

/// The part of a stage from its first day to a day: until it had another end what it had by that, and what is left then
/// by the next one.
fn parts_until(stage: &DatedStage, schedule: &Schedule, day: NaiveDate) -> u64 {
    let (mut asked, mut from) = (0, stage.from);
    for (term, until) in former(stage, schedule) {
        if day < until {
            return asked + term.parts_until(stage, schedule, from, day, WHOLE - asked);
        }
        let last = until.pred_opt().unwrap_or(until);
        asked += term.parts_until(stage, schedule, from, last, WHOLE - asked);
        from = until;
    }
    asked + Term::now(stage).parts_until(stage, schedule, from, day, WHOLE - asked)
}

/// The days from one to the other in stretches, one after the other, each of days off or of others and under one template.
fn stretches(from: NaiveDate, to: NaiveDate, schedule: &Schedule) -> Vec<(NaiveDate, NaiveDate)> {
    let less = schedule.less_between(from, to).flat_map(|(from, to)| [Some(from), to.succ_opt()]);
    let changes = schedule.weights().changes(from, to);
    let mut begins: Vec<NaiveDate> =
        less.flatten().chain(changes).chain([from]).filter(|day| *day <= to).collect();
    begins.sort_unstable();
    begins.dedup();
    let ends = begins.iter().skip(1).filter_map(NaiveDate::pred_opt).chain([to]);
    begins.iter().copied().zip(ends).collect()
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
