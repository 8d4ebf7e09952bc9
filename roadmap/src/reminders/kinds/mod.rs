//! The kinds of rules, a file each.
//!
//! A new one is a file that implements [`Kind`], and a line in [`ALL`].

mod block_end;
mod block_start;
mod checkpoint;
mod day_end;
mod day_start;
mod gate;
mod networking;
mod noon;
mod own;
mod plan_event;
mod planning;
mod reflection;
mod week_end;

use super::local::at_minute;
use super::{Moment, Rule, Situation, Timing, Told};
use chrono::NaiveDate;
use std::borrow::Cow;
use std::fmt;
use std::mem::discriminant;

/// Every kind, in the order in which a screen lists them.
pub const ALL: &[&dyn Kind] = &[
    &block_start::BlockStart,
    &block_end::BlockEnd,
    &day_start::DayStart,
    &day_end::DayEnd,
    &noon::NothingByNoon,
    &planning::WeeklyPlanning,
    &reflection::WeeklyReflection,
    &week_end::WeekEnd,
    &checkpoint::Checkpoint,
    &gate::Gate,
    &networking::Networking,
    OWN,
];

/// The kind of the rules that a person makes.
pub const OWN: &dyn Kind = &own::Own;

/// A kind of rule.
pub trait Kind: fmt::Debug + Sync {
    /// Names it for good, in the store too.
    fn name(&self) -> &'static str;

    /// What it is called.
    fn title(&self) -> &'static str;

    /// Whether its rule is on until the person says otherwise.
    fn starts_on(&self) -> bool {
        false
    }

    /// The timing of its one rule until the person says otherwise; none where the person makes the rules.
    fn usual(&self) -> Option<Timing>;

    /// Whether a rule of it can have that timing: one like the usual.
    fn can_be(&self, timing: &Timing) -> bool {
        self.usual().is_some_and(|usual| discriminant(&usual) == discriminant(timing))
    }

    /// Whether it is about the plan, so that there is none without one.
    fn is_of_plan(&self) -> bool {
        true
    }

    /// The times around now that a rule of it applies, due or not.
    fn moments<'a>(&self, rule: &Rule, situation: &Situation<'a>) -> Vec<Moment<'a>>;

    /// What is said at one of them.
    fn tell(&self, rule: &Rule, moment: &Moment<'_>, situation: &Situation<'_>) -> Told;
}

impl PartialEq for dyn Kind {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
    }
}

/// The kind of that name, if there is one.
pub fn named(name: &str) -> Option<&'static dyn Kind> {
    ALL.iter().copied().find(|kind| kind.name() == name)
}

/// The moment of a rule on a date, at its time of day. It keeps.
fn on_date<'a>(date: NaiveDate, minute: u16, situation: &Situation<'_>) -> Moment<'a> {
    let (at, due) = at_minute(situation.local.zone, date, minute);
    Moment { subject: Cow::Owned(date.to_string()), at, due, begins: due, until: None }
}

/// The moments of a rule on the dates around now that its timing and the plan have.
fn on_dates_of_plan<'a>(rule: &Rule, situation: &Situation<'a>) -> Vec<Moment<'a>> {
    let Some((plan, minute)) = situation.plan.zip(rule.timing.minute()) else { return Vec::new() };
    let dates = situation.dates().filter(|date| rule.timing.is_on(*date) && plan.holds(*date));
    dates.map(|date| on_date(date, minute, situation)).collect()
}

/// The moments of a rule on the local days around now that have blocks, at its time of day, until that day is over.
fn on_working_days<'a>(rule: &Rule, situation: &Situation<'a>) -> Vec<Moment<'a>> {
    let Some(minute) = rule.timing.minute() else { return Vec::new() };
    let days = situation.working_days().into_keys();
    days.map(|day| {
        let (at, due) = situation.local.on(day, minute);
        let until = Some(situation.local.end_of(day));
        Moment { subject: Cow::Owned(day.to_string()), at, due, begins: due, until }
    })
    .collect()
}

/// The day that a moment of [`on_working_days`] is of.
fn day_of(moment: &Moment<'_>) -> NaiveDate {
    moment.subject.parse().unwrap_or_else(|_| moment.at.date())
}
