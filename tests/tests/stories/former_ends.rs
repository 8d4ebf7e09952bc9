//! Another pace inside a stage: the weeks that are over stay as they were, also in a file, and undo takes all of it back.

use crate::steps::with_a_plan;
use serde_json::{Value, json};
use waymark_tests::World;

/// Wednesday of the second week of the stage that takes two; nothing was worked.
fn inside_a_stage() -> World {
    let world = with_a_plan();
    world.go_to("2027-01-13 12:00");
    world
}

/// What the weeks that are over were for.
fn weeks_over(world: &World) -> Vec<(Value, Value)> {
    let days = ["2026-11-30", "2026-12-07", "2026-12-14", "2026-12-21", "2026-12-28", "2027-01-04"];
    let week = |day: &&str| {
        let week: Value = world.call("get_week", json!({"day": day}));
        (week["ledger"]["total"]["planned_minutes"].clone(), week["days"].clone())
    };
    days.iter().map(week).collect()
}

fn planned(world: &World, day: &str) -> u64 {
    let week: Value = world.call("get_week", json!({"day": day}));
    week["ledger"]["total"]["planned_minutes"].as_u64().unwrap()
}

fn at_twenty_hours(world: &World) {
    let mut setup = world.ask("get_terms")["setup"].clone();
    setup["pace"] = json!({"kind": "hours", "per_week_minutes": 20 * 60});
    world.tell("save_terms", json!({"setup": setup}));
}

fn exported(world: &World, name: &str) -> Value {
    let roadmaps = world.ask("get_roadmaps");
    let active = roadmaps.as_array().unwrap().iter().find(|entry| entry["active"] == true).unwrap();
    let path = world.path(name);
    world.tell("export_roadmap", json!({"id": active["id"], "format": "json", "path": path}));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn a_slower_pace_leaves_the_weeks_that_are_over_and_asks_no_more_than_it_says() {
    let world = inside_a_stage();
    let (over, before) = (weeks_over(&world), exported(&world, "before.json"));
    at_twenty_hours(&world);
    assert_eq!(weeks_over(&world), over);
    for week in ["2027-01-18", "2027-01-25", "2027-02-01", "2027-02-08"] {
        assert!(planned(&world, week) <= 20 * 60 + 15, "{} in the week of {week}", planned(&world, week));
    }
    let figures = world.ask("get_replan");
    assert_eq!((&figures["behind_minutes"], &figures["ahead_minutes"]), (&json!(0), &json!(0)));
    world.ask("undo");
    assert_eq!(exported(&world, "after.json"), before, "taken back");
}

#[test]
fn a_file_keeps_what_the_weeks_that_are_over_asked_for() {
    let world = inside_a_stage();
    at_twenty_hours(&world);
    let (over, whole) = (weeks_over(&world), exported(&world, "whole.json"));
    assert_eq!(whole["days"]["former_ends"].as_array().unwrap().len(), 1);
    world.tell("import_roadmap", json!({"path": world.path("whole.json")}));
    let minutes =
        |over: Vec<(Value, Value)>| over.into_iter().map(|(planned, _)| planned).collect::<Vec<_>>();
    assert_eq!(minutes(weeks_over(&world)), minutes(over));
    let mut broken = whole;
    let twice = broken["days"]["former_ends"][0].clone();
    broken["days"]["former_ends"].as_array_mut().unwrap().push(twice);
    let path = world.file("broken.json", broken.to_string());
    assert!(world.refused("import_roadmap", json!({"path": path})).message.contains("two ends"));
}

#[test]
fn a_length_by_hand_leaves_the_weeks_that_are_over() {
    let world = inside_a_stage();
    let over = weeks_over(&world);
    let stages = world.ask("get_roadmap")["stages"].clone();
    let runs = stages.as_array().unwrap().iter().find(|stage| stage["to"] == "2027-01-17").expect("a stage");
    let edit = json!({"kind": "set-length", "stage": runs["stage"], "weeks": 3});
    world.tell("edit_roadmap", json!({"edit": edit}));
    assert_eq!(weeks_over(&world), over);
    assert!(planned(&world, "2027-01-18") > 0, "the third week has its part of what is left");
}
