//! The bundled roadmap as it is imported, laid out at both paces.

use super::super::{DatedStage, Plan, estimate, lay_out, template_for};
use super::{by_hours, dated, plan};
use crate::Category::JobSearch;
use crate::Roadmap;
use crate::document::{bundled, import};
use crate::plan::{Pace, Unplaced};
use crate::schedule::{Schedule, templates_of};
use chrono::Days;

fn roadmap() -> Roadmap {
    import(bundled()[0].source.as_bytes(), bundled()[0].name).expect("the bundled roadmap").roadmap
}

/// What finds no place, with the number of its week.
fn unplaced(roadmap: &Roadmap, plan: &Plan, stages: &[DatedStage], weeks: u64) -> Vec<(u64, Unplaced)> {
    let templates = templates_of(roadmap);
    let template = template_for(&templates, plan.pace).expect("a template");
    let schedule = Schedule::of(template.clone());
    let of_week = |number| {
        let week = plan.start + Days::new(7 * (number - 1));
        let layout = lay_out(roadmap, plan, stages, &schedule, week);
        layout.unplaced.into_iter().map(move |left| (number, left))
    };
    (1..=weeks).flat_map(of_week).collect()
}

#[test]
fn full_time_finds_a_place_for_all_but_four_hours_of_applications_in_weeks_11_and_12() {
    let (roadmap, plan) = (roadmap(), plan(Pace::AsWritten));
    let left = unplaced(&roadmap, &plan, &dated(&roadmap, &plan), 25);
    let left: Vec<_> = left.iter().map(|(week, left)| (*week, left.category, left.minutes)).collect();
    assert_eq!(left, [(11, JobSearch, 240), (12, JobSearch, 240)]);
}

#[test]
fn twenty_hours_a_week_find_a_place_for_everything_in_23_weeks() {
    let (roadmap, plan) = (roadmap(), by_hours(20));
    let stages = dated(&roadmap, &plan);
    assert_eq!(unplaced(&roadmap, &plan, &stages, 35), []);
    let estimate = estimate(&roadmap, &plan, &stages, &Schedule::default(), plan.start);
    assert_eq!((estimate.weeks, estimate.minutes), (23, 460 * 60));
    let stated = estimate.stated.expect("the document names a slower pace");
    assert!(stated.contains("6-9 months"), "{stated}");
}
