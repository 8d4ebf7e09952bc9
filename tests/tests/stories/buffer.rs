//! A share of each week is kept free for what comes in between.

use crate::steps::{begin, file, number, part_time, with_a_plan};
use serde_json::{Value, json};
use waymark_tests::World;
use waymark_tests::world::fixture;

/// The plan at 20 hours a week.
fn at_twenty_hours() -> World {
    let world = World::new();
    let source = file(&fixture("reference-like.md"));
    let setup = part_time(&world, &source);
    world.tell("begin", json!({"source": source, "setup": setup}));
    world
}

fn terms(world: &World, percent: u8) -> Value {
    let mut setup = world.ask("get_terms")["setup"].clone();
    setup["buffer"] = json!(percent);
    setup
}

fn end(world: &World) -> Value {
    world.ask("get_frame")["plan"]["end"].clone()
}

#[test]
fn by_hours_it_dates_the_plan_anew_as_it_said_before_and_undo_takes_it_back() {
    let world = at_twenty_hours();
    let before = end(&world);
    let kept = terms(&world, 20);
    let estimate: Value = world.call("estimate_terms", json!({"setup": kept}));
    assert_eq!(end(&world), before, "only looked at");
    let mut sixteen = world.ask("get_terms")["setup"].clone();
    sixteen["pace"]["per_week_minutes"] = json!(16 * 60);
    let as_sixteen: Value = world.call("estimate_terms", json!({"setup": sixteen}));
    assert_eq!(estimate["end"], as_sixteen["end"], "as at 16 h a week");
    world.tell("save_terms", json!({"setup": kept}));
    assert_eq!(end(&world), estimate["end"]);
    assert_ne!(end(&world), before);
    world.ask("undo");
    assert_eq!((end(&world), world.ask("get_terms")["setup"]["buffer"].clone()), (before, json!(0)));
}

#[test]
fn as_written_the_dates_stay_and_what_the_blocks_no_longer_hold_is_told() {
    let world = with_a_plan();
    let week = || -> Value { world.call("get_week", json!({"day": "2026-11-30"})) };
    let before = (end(&world), number(&week()["ledger"]["total"]["unplaced_minutes"]));
    world.tell("save_terms", json!({"setup": terms(&world, 30)}));
    let total = week()["ledger"]["total"].clone();
    assert_eq!(end(&world), before.0);
    let (planned, left) = (number(&total["planned_minutes"]), number(&total["unplaced_minutes"]));
    let held = number(&total["scheduled_minutes"]) - number(&total["standing_minutes"]);
    assert!(left > before.1, "{total}");
    assert_eq!(held + left, planned, "{total}");
}

#[test]
fn an_export_and_a_copy_keep_it() {
    let world = with_a_plan();
    world.tell("save_terms", json!({"setup": terms(&world, 10)}));
    let (active, path) = (world.ask("get_roadmaps")[0]["id"].clone(), world.path("plan.json"));
    world.tell("export_roadmap", json!({"id": active, "format": "json", "path": path}));
    world.tell("duplicate_roadmap", json!({"id": active}));
    assert_eq!(world.ask("get_terms")["setup"]["buffer"], 10);
    world.tell("import_roadmap", json!({"path": path}));
    assert_eq!(world.ask("get_terms")["setup"]["buffer"], 10);
}

#[test]
fn more_than_half_is_refused_in_words() {
    let world = with_a_plan();
    let refusal = world.refused("save_terms", json!({"setup": terms(&world, 60)}));
    assert_eq!(refusal.code, "invalid");
    assert!(refusal.message.contains("at most 50"), "{}", refusal.message);
}

#[test]
fn a_plan_from_before_there_was_one_keeps_nothing_free() {
    let world = World::new();
    begin(&world, &file(&fixture("reference-like.md")));
    assert_eq!(world.ask("get_terms")["setup"]["buffer"], 0);
}
