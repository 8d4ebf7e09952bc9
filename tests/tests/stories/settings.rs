//! What a person sets stays set.

use crate::steps::{at_work, ledger_line, set, with_a_plan};
use serde_json::{Value, json};
use waymark_tests::World;

#[test]
fn settings_survive_a_restart_and_can_be_undone() {
    let mut world = World::new();
    set(&world, "theme", json!("dark"));
    world.restart();
    assert_eq!(world.ask("get_frame")["settings"]["theme"], "dark");
    world.ask("undo");
    assert_eq!(world.ask("get_frame")["settings"]["theme"], "system");
}

#[test]
fn the_timer_takes_its_lengths() {
    let world = at_work();
    let lengths = json!({"focus_seconds": 600, "short_break_seconds": 60, "long_break_seconds": 300, "long_break_after": 2});
    set(&world, "timer", lengths);
    world.tell("start_timer", json!({"work": null}));
    world.advance(10);
    assert_eq!(world.ask("get_timer")["state"], "ended");
    assert_eq!(world.ask("get_timer")["next_break_seconds"], 60);
}

#[test]
fn a_length_of_nothing_is_refused_and_changes_nothing() {
    let world = World::new();
    let mut settings = world.ask("get_frame")["settings"].clone();
    settings["timer"]["focus_seconds"] = json!(0);
    let refusal = world.refused("save_settings", json!({"settings": settings}));
    assert_eq!(refusal.code, "invalid");
    assert!(refusal.message.contains("focus"), "{}", refusal.message);
    assert_eq!(world.ask("get_frame")["settings"]["timer"]["focus_seconds"], 25 * 60);
}

#[test]
fn who_counts_focus_alone_has_no_breaks_in_the_ledger() {
    let world = at_work();
    set(&world, "counting", json!("focus-only"));
    let category = world.ask("get_today")["work"]["category"].as_str().unwrap().to_owned();
    world.tell("start_timer", json!({"work": null}));
    world.advance(25);
    world.press(&world.notice(), "start-break");
    world.advance(5);
    let today = world.ask("get_today");
    assert_eq!(ledger_line(&today["ledger"], &category)["worked_minutes"], 25);
}

#[test]
fn another_pace_moves_the_end_and_keeps_what_was_done() {
    let world = with_a_plan();
    crate::steps::tick(&world, "HTTP parser by hand", true);
    let mut setup = world.ask("get_terms")["setup"].clone();
    setup["pace"] = json!({"kind": "hours", "per_week_minutes": 20 * 60});
    let estimate: Value = world.call("estimate_terms", json!({"setup": setup}));
    world.tell("save_terms", json!({"setup": setup}));
    assert_eq!(world.ask("get_frame")["plan"]["end"], estimate["end"]);
    assert!(crate::steps::is_ticked(&world, "HTTP parser by hand"));
    world.ask("undo");
    assert_eq!(world.ask("get_frame")["plan"]["end"], "2027-02-21");
}
