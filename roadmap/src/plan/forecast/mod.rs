//! The forecast: from the person's own past weeks, when the milestones ahead are reached.
//!
//! Its ranges are measured: people made by rule (`tests/generators.rs`), whose past it sees and whose future
//! it doesn't, end within the range of 80 % in 75 to 85 of 100 cases (`tests/coverage.rs`).

mod chance;
mod counting;
mod futures;
mod rhythm;

use crate::ItemId;
use crate::plan::stretch::ITEM_MINUTES;
use chance::Chance;
use chrono::{Days, NaiveDate};
use futures::{FUTURES, HORIZON, days_ahead, days_until};
use rhythm::Rhythm;
use serde::{Deserialize, Serialize};

/// How many weeks back are looked at. People change: a new job, a new term. Sixteen weeks are about a
/// term, and as many as the ranges have been measured with.
pub const WEEKS_LOOKED_AT: u32 = 16;

/// The fewest weeks that a range is given from: with fewer there is no telling what one week carries over to
/// the next.
pub const WEEKS_NEEDED: u32 = 6;

/// The share of a week's days that may be off before the week says too little of the pace.
const MOSTLY_OFF: f64 = 0.5;

/// What a range of whole days is longer at either end than the moments that it is drawn from: the
/// correction for continuity.
const HALF_A_DAY: f64 = 0.5;

/// A past week.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct PastWeek {
    /// Its first day.
    pub first_day: NaiveDate,
    /// The clock minutes worked in it.
    pub minutes: u32,
    /// How many items were finished in it.
    pub items: u32,
    /// The share of its days that were off, 0 to 1.
    pub off: f64,
}

/// Something ahead: a phase's gate, or the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Milestone {
    /// What is reached.
    pub item: ItemId,
    /// The clock minutes to work until then, from today on.
    pub minutes_left: u32,
    /// How many items are to be finished until then.
    pub items_left: u32,
}

/// What is known of the time ahead.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ahead<'a> {
    /// The first day of it.
    pub today: NaiveDate,
    /// The share of the days that are off, 0 to 1, of each seven days from today on. Beyond, none are.
    pub days_off: &'a [f64],
    /// The clock minutes of a week by the template or the pace.
    pub template_minutes: u32,
}

/// When a milestone is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Forecast {
    /// The milestone.
    pub item: ItemId,
    /// When, as far as can be said.
    pub reached: Reached,
}

/// When something is reached, as far as can be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Reached {
    /// At this pace; today where nothing is left.
    Between {
        /// The day that is as likely too early as too late.
        median: NaiveDate,
        /// The days that it is within in one of two cases.
        half: DateRange,
        /// The days that it is within in four of five cases; they hold those of `half`.
        most: DateRange,
    },
    /// There is too little history for a range.
    TooEarly {
        /// How many past weeks say something: those with at least half of their days to work in.
        weeks_seen: u32,
        /// How many it takes.
        weeks_needed: u32,
        /// The day by the template alone; none where it has no hours or takes more than ten years.
        by_template: Option<NaiveDate>,
    },
    /// More likely than not it takes more than ten years, or nothing was done at all.
    NotAtThisPace,
}

/// From one day to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct DateRange {
    /// The first day.
    pub from: NaiveDate,
    /// The last day; ten years ahead where it is later.
    pub to: NaiveDate,
}

/// When each milestone is reached, in their order, a later one never before an earlier one.
///
/// `history` are whole weeks, from the first one of work on, those in which nothing was done included;
/// of them the last [`WEEKS_LOOKED_AT`] before today count. What is left is measured in minutes,
/// where any milestone has some, otherwise in items. A milestone that leaves less than an earlier one
/// leaves as much as that.
///
/// The range is wide where past weeks differ much, or where good and bad weeks come in rows. It isn't held
/// back for being wide: the ranges that remained would be those that are narrow by luck, and wrong
/// too often. The same history gives the same ranges, on every machine.
pub fn forecast(history: &[PastWeek], milestones: &[Milestone], ahead: &Ahead<'_>) -> Vec<Forecast> {
    let by_minutes = milestones.iter().any(|milestone| milestone.minutes_left > 0);
    let mut most = 0.0;
    let left = milestones.iter().map(|milestone| {
        let left = if by_minutes { milestone.minutes_left } else { milestone.items_left };
        most = f64::max(most, f64::from(left));
        most
    });
    let left: Vec<f64> = left.collect();
    let weeks = weeks_before(history, ahead.today, by_minutes);
    let reached = if weeks.len() < WEEKS_NEEDED as usize {
        let item = if by_minutes { 1 } else { ITEM_MINUTES };
        too_early(weeks.len() as u32, &left, f64::from(item), ahead)
    } else {
        at_this_pace(&weeks, &left, ahead, by_minutes)
    };
    let today = DateRange { from: ahead.today, to: ahead.today };
    let done = Reached::Between { median: ahead.today, half: today, most: today };
    let forecasts = milestones.iter().zip(left).zip(reached).map(|((milestone, left), reached)| Forecast {
        item: milestone.item,
        reached: if left > 0.0 { reached } else { done },
    });
    forecasts.collect()
}

/// What was done in each of the weeks looked at, as if none of its days had been off, the oldest first.
fn weeks_before(history: &[PastWeek], today: NaiveDate, by_minutes: bool) -> Vec<f64> {
    let recent = i64::from(7 * WEEKS_LOOKED_AT + 6);
    let mut weeks: Vec<&PastWeek> = history
        .iter()
        .filter(|week| (7..=recent).contains(&today.signed_duration_since(week.first_day).num_days()))
        .filter(|week| share(week.off) <= MOSTLY_OFF)
        .collect();
    weeks.sort_by_key(|week| week.first_day);
    weeks.dedup_by_key(|week| week.first_day);
    let done = |week: &PastWeek| f64::from(if by_minutes { week.minutes } else { week.items });
    weeks.into_iter().map(|week| done(week) / (1.0 - share(week.off))).collect()
}

/// By the template alone; `minutes` are what one of what is left takes.
fn too_early(weeks_seen: u32, left: &[f64], minutes: f64, ahead: &Ahead<'_>) -> Vec<Reached> {
    let left: Vec<f64> = left.iter().map(|left| left * minutes).collect();
    let minutes = f64::from(ahead.template_minutes);
    let days = days_until(&left, &ahead.capacities(), |capacity| minutes * capacity).into_iter();
    let too_early = |days: f64| Reached::TooEarly {
        weeks_seen,
        weeks_needed: WEEKS_NEEDED,
        by_template: days.is_finite().then(|| ahead.day(days)),
    };
    days.map(too_early).collect()
}

/// From what was done in past weeks.
fn at_this_pace(weeks: &[f64], left: &[f64], ahead: &Ahead<'_>, by_minutes: bool) -> Vec<Reached> {
    if weeks.iter().all(|week| *week <= 0.0) {
        return vec![Reached::NotAtThisPace; left.len()];
    }
    let seed = weeks.iter().fold(0, |seed: u64, week| seed.rotate_left(9) ^ week.to_bits());
    let rhythm = Rhythm::of(weeks, !by_minutes);
    let futures = days_ahead(&rhythm, left, &ahead.capacities(), Chance::of(seed));
    let reached = |days: Vec<f64>| {
        let place = |place: usize| days.get(place).copied().unwrap_or(f64::INFINITY);
        if place(FUTURES / 2).is_infinite() {
            return Reached::NotAtThisPace;
        }
        let median = ahead.day(place(FUTURES / 2));
        let without = |outside: usize| DateRange {
            from: ahead.day(place(outside) + HALF_A_DAY).min(median),
            to: ahead.day(place(FUTURES - 1 - outside) - HALF_A_DAY).max(median),
        };
        Reached::Between { median, half: without(FUTURES / 4), most: without(FUTURES / 10) }
    };
    futures.into_iter().map(reached).collect()
}

impl Ahead<'_> {
    /// The share of a week's work that the days off leave, for each seven days from today on.
    fn capacities(&self) -> Vec<f64> {
        let known = self.days_off.iter().map(|off| 1.0 - share(*off));
        known.chain(std::iter::repeat(1.0)).take(HORIZON).collect()
    }

    /// The day on which so many days are over, at most ten years ahead.
    fn day(&self, days: f64) -> NaiveDate {
        let whole = days.min((7 * HORIZON) as f64).ceil().max(1.0) as u64 - 1;
        self.today.checked_add_days(Days::new(whole)).unwrap_or(NaiveDate::MAX)
    }
}

/// What was meant as a share: from 0 to 1, and nothing where it is no number.
fn share(of: f64) -> f64 {
    if of.is_nan() { 0.0 } else { of.clamp(0.0, 1.0) }
}

#[cfg(test)]
mod tests;
