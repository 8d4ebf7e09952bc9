//! Plans whose weeks ask for more than their blocks hold.

use super::{Scene, full_time};
use crate::plan::replan::{Way, without_room};
use crate::plan::{Pace, template_for};
use crate::schedule::{Schedule, templates_of};

/// The document's weeks on the blocks of another template.
fn on_template(pace_of_template: Pace) -> Scene {
    let mut scene = full_time("2026-11-30");
    let templates = templates_of(&scene.roadmap);
    scene.schedule = Schedule::of(template_for(&templates, pace_of_template).expect("a template").clone());
    scene
}

#[test]
fn weeks_that_ask_for_more_than_their_blocks_hold_do_not_pass_for_a_plan_that_holds() {
    assert_eq!(without_room(&full_time("2026-11-30").at()), 0);
    let part_time = on_template(Pace::Hours { per_week_minutes: 20 * 60 });
    let without = without_room(&part_time.at());
    assert!(without > 150 * 60, "about half of 460 h: {without}");

    let fit = part_time.proposal(Way::FitBlocks);
    assert!(fit.ends.1 > fit.ends.0);
    let after = part_time.accept(&fit);
    assert_eq!((without_room(&after.at()), after.ways()), (0, Vec::new()));
    assert!(fit.weeks.iter().all(|week| week.after <= week.room), "{:?}", fit.weeks);
    let asked = (part_time.asked_in_all(), after.asked_in_all());
    assert!(asked.0.abs_diff(asked.1) < 60, "no hour is lost: {asked:?}");
}

#[test]
fn without_any_blocks_everything_finds_none_and_no_pace_helps() {
    let mut scene = full_time("2026-11-30");
    let mut template = scene.schedule.seasons()[0].template.clone();
    template.blocks.clear();
    scene.schedule = Schedule::of(template);
    let asked = scene.asked_in_all();
    assert!(
        u64::from(without_room(&scene.at())).abs_diff(asked) < 60,
        "{} of {asked}",
        without_room(&scene.at())
    );
    assert_eq!(scene.ways(), []);
}
