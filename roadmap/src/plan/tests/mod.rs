//! What the plan promises, on roadmaps made by hand.

mod allocation;
mod buffer;
mod bundled;
mod busy;
mod dates;
mod days_off;
mod odd;
mod rolling;
mod seasons;
mod stability;
mod weeks;
mod zones;

use super::fixture::date;
use super::{DatedStage, Pace, Plan, date_stages};
use crate::Roadmap;
use chrono::Weekday;

/// A plan from Monday 30 November 2026.
fn plan(pace: Pace) -> Plan {
    Plan::new(date("2026-11-30"), pace, Weekday::Mon)
}

fn by_hours(hours: u32) -> Plan {
    plan(Pace::Hours { per_week_minutes: hours * 60 })
}

fn dated(roadmap: &Roadmap, plan: &Plan) -> Vec<DatedStage> {
    date_stages(roadmap, plan).expect("dates")
}
