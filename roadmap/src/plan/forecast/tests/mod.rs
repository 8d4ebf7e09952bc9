//! What the forecast promises, on histories made by rule.

mod coverage;
mod generators;
mod generators_hold;
mod hostile;
mod promises;

use super::{Ahead, DateRange, Milestone, PastWeek, Reached, forecast};
use crate::ItemId;
use crate::plan::fixture::date;
use chrono::{Days, NaiveDate};

/// A Monday.
fn today() -> NaiveDate {
    date("2027-03-01")
}

/// Past weeks until today, the oldest first, none with a day off and an item for each three hours.
fn past(minutes: &[u32]) -> Vec<PastWeek> {
    let count = minutes.len() as u64;
    let week = |(place, minutes): (u64, &u32)| PastWeek {
        first_day: today() - Days::new(7 * (count - place)),
        minutes: *minutes,
        items: minutes / 180,
        off: 0.0,
    };
    (0..).zip(minutes).map(week).collect()
}

/// Milestones that leave so many minutes.
fn hours_left(minutes: &[u32]) -> Vec<Milestone> {
    let of = |(item, minutes): (i64, &u32)| Milestone {
        item: ItemId(item),
        minutes_left: *minutes,
        items_left: minutes / 180,
    };
    (1..).zip(minutes).map(of).collect()
}

/// From today on, with 10 h a week by the template.
const fn ahead(days_off: &[f64], today: NaiveDate) -> Ahead<'_> {
    Ahead { today, days_off, template_minutes: 600 }
}

/// What is said of each milestone.
fn reached(history: &[PastWeek], milestones: &[Milestone], days_off: &[f64]) -> Vec<Reached> {
    forecast(history, milestones, &ahead(days_off, today())).iter().map(|forecast| forecast.reached).collect()
}

/// The median and both ranges, where a milestone has them.
fn range(reached: Reached) -> (NaiveDate, DateRange, DateRange) {
    match reached {
        Reached::Between { median, half, most } => (median, half, most),
        other => panic!("no range: {other:?}"),
    }
}
