//! "Try it six weeks in": a history that is plainly a sample, and leaves nothing.

use crate::steps::{DOCUMENT, begin, file, number};
use serde_json::{Value, json};
use waymark_tests::World;
use waymark_tests::world::fixture;

#[test]
fn the_sample_has_a_history_and_says_what_it_is() {
    let world = World::new();
    world.tell("load_sample", json!({}));
    let frame = world.ask("get_frame");
    assert_eq!((&frame["plan"]["sample"], &frame["plan"]["week"]), (&json!(true), &json!(7)));
    let roadmap = world.ask("get_roadmap");
    let first = &roadmap["stages"][0];
    assert!(number(&first["worked_minutes"]) > 0, "hours in week 1: {first}");
    assert_eq!(first["done"], first["total"], "week 1 is ticked");
    let past: Value = world.call("get_week", json!({"day": "2026-11-04"}));
    for category in ["study", "hands-on", "interview-prep", "review", "writing", "networking"] {
        let line = crate::steps::ledger_line(&past["ledger"], category);
        assert!(number(&line["worked_minutes"]) > 0, "worked in a week that is over: {line}");
    }
    let today = world.ask("get_today");
    assert!(number(&today["figures"]["days_in_a_row"]) > 0);
    assert_ne!(today["verdict"]["standing"], "before-start");
}

#[test]
fn the_samples_six_weeks_are_enough_for_a_forecast() {
    let world = World::new();
    world.tell("load_sample", json!({}));
    let forecast = world.ask("get_forecast");
    let [next, .., end] = &forecast.as_array().unwrap()[..] else { panic!("gates and the end: {forecast}") };
    assert_eq!((&next["reached"]["kind"], &end["reached"]["kind"]), (&json!("between"), &json!("between")));
    assert_eq!(next["months"], json!({"from": 2, "to": 2}), "all of month 1 is ticked");
}

#[test]
fn the_sample_reminds_of_nothing_that_is_past() {
    let world = World::new();
    world.tell("load_sample", json!({}));
    world.advance(1);
    assert_eq!(world.news(), []);
    assert_eq!(world.ask("get_inbox"), json!([]));
}

#[test]
fn removed_it_leaves_nothing() {
    let mut world = World::new();
    world.tell("load_sample", json!({}));
    world.tell("remove_sample", json!({}));
    assert_eq!(world.ask("get_frame")["plan"], Value::Null);
    world.restart();
    begin(&world, &file(&fixture(DOCUMENT)));
    let roadmap = world.ask("get_roadmap");
    for stage in roadmap["stages"].as_array().unwrap() {
        assert_eq!((&stage["done"], &stage["worked_minutes"]), (&json!(0), &json!(0)), "{stage}");
    }
    assert_eq!(world.ask("get_today")["figures"]["days_in_a_row"], 0);
}

#[test]
fn what_it_announced_goes_with_it_and_what_the_own_plan_announced_stays() {
    let world = crate::steps::at_work();
    let own = world.ask("get_inbox");
    assert!(own.as_array().is_some_and(|entries| !entries.is_empty()), "the first block was announced");
    world.tell("load_sample", json!({}));
    world.go_to("2026-12-01 12:00");
    assert_ne!(world.ask("get_inbox"), own);
    world.changed();
    world.tell("remove_sample", json!({}));
    assert_eq!(world.ask("get_inbox"), own);
    assert!(world.changed().contains(&"inbox".to_owned()));
}

#[test]
fn the_persons_own_plan_is_there_again_afterwards() {
    let world = World::new();
    begin(&world, &file(&fixture(DOCUMENT)));
    let own = world.ask("get_roadmap");
    world.tell("load_sample", json!({}));
    assert_eq!(world.ask("get_frame")["plan"]["sample"], true);
    world.tell("remove_sample", json!({}));
    assert_eq!(world.ask("get_roadmap"), own);
}

#[test]
fn to_remove_it_can_be_undone() {
    let world = World::new();
    world.tell("load_sample", json!({}));
    let before = world.ask("get_today");
    world.tell("remove_sample", json!({}));
    world.ask("undo");
    assert_eq!(world.ask("get_today"), before);
}

#[test]
fn what_runs_while_the_sample_is_loaded_still_counts_for_the_persons_own_plan() {
    let world = crate::steps::at_work();
    world.tell("start_timer", json!({"work": null}));
    world.advance(5);
    world.tell("load_sample", json!({}));
    world.advance(20);
    assert_eq!(world.ask("get_timer")["state"], "ended");
    world.tell("remove_sample", json!({}));
    assert_eq!(world.ask("get_today")["figures"]["pomodoros"], 1);
}

#[test]
fn its_removal_can_be_undone_after_something_was_worked() {
    let world = crate::steps::at_work();
    world.tell("load_sample", json!({}));
    let sample = world.ask("get_roadmap");
    world.tell("remove_sample", json!({}));
    world.tell("start_timer", json!({"work": null}));
    world.advance(25);
    assert_eq!(world.ask("undo"), "remove the sample");
    assert_eq!(world.ask("get_roadmap"), sample);
    world.ask("redo");
    assert_eq!(world.ask("get_today")["figures"]["pomodoros"], 1);
}

#[test]
fn what_was_worked_on_the_sample_does_not_count_for_the_own_plan() {
    let world = crate::steps::at_work();
    world.tell("load_sample", json!({}));
    let items = world.ask("get_roadmap")["activities"].clone();
    let work = json!({"activity": items[0]["activity"], "step": null, "block": null, "category": "study",
        "title": "Of the sample"});
    world.tell("start_timer", json!({"work": work}));
    world.advance(5);
    world.tell("remove_sample", json!({}));
    world.advance(20);
    assert_eq!(world.ask("get_today")["figures"]["pomodoros"], 0);
}
