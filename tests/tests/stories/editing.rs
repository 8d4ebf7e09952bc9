//! Changing by hand what the roadmap says.

use crate::steps::{DOCUMENT, at_work, file, item, ledger_line, number, tick, with_a_plan};
use serde_json::{Value, json};
use waymark_tests::World;
use waymark_tests::world::fixture;

const STEP: &str = "HTTP parser by hand";

fn edit(world: &World, edit: &Value) {
    world.tell("edit_roadmap", json!({"edit": edit}));
}

/// The words of the steps that follow each other where this one is.
fn order(world: &World) -> Vec<String> {
    let roadmap = world.ask("get_roadmap");
    let activity = crate::steps::walk(&roadmap["items"])
        .into_iter()
        .find(|item| item["kind"] == "activity" && item["category"] == "hands-on")
        .expect("an activity");
    let steps = crate::steps::walk(&activity["children"]);
    let steps = steps.into_iter().filter(|item| item["kind"] == "step");
    steps.map(|step| step["text"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_step_is_renamed_keeps_its_tick_and_undo_gives_the_old_words_back() {
    let mut world = with_a_plan();
    tick(&world, STEP, true);
    let id = item(&world, STEP)["id"].clone();
    edit(&world, &json!({"kind": "rename", "item": id, "text": "HTTP parser, state by state"}));
    world.restart();
    let renamed = item(&world, "state by state");
    assert_eq!(renamed["id"], id);
    assert!(renamed["record"]["done_at"].is_string());
    assert_eq!(world.ask("undo"), format!("rename “{STEP}”"));
    assert_eq!(item(&world, STEP)["id"], id);
}

#[test]
fn a_step_is_added_moved_and_removed_and_each_can_be_undone() {
    let mut world = with_a_plan();
    let before = order(&world);
    let id = item(&world, STEP)["id"].clone();
    let at = before.iter().position(|step| step.contains(STEP)).unwrap();
    edit(&world, &json!({"kind": "add", "at": id, "text": "Read the RFC"}));
    let added = order(&world);
    assert_eq!((added.len(), added[at + 1].as_str()), (before.len() + 1, "Read the RFC"));
    let new = item(&world, "Read the RFC")["id"].clone();
    edit(&world, &json!({"kind": "move", "item": new, "by": -1}));
    assert_eq!(order(&world)[at], "Read the RFC");
    edit(&world, &json!({"kind": "remove", "item": id}));
    world.restart();
    assert!(!order(&world).iter().any(|step| step.contains(STEP)));
    for _ in 0..3 {
        world.ask("undo");
    }
    assert_eq!(order(&world), before);
    for _ in 0..3 {
        world.ask("redo");
    }
    assert_eq!(order(&world)[at], "Read the RFC");
}

#[test]
fn hours_given_to_an_activity_move_the_week_and_the_finish() {
    let world = with_a_plan();
    let activity = world.ask("get_roadmap")["activities"][0]["activity"].clone();
    let asked = || {
        let week: Value = world.call("get_week", json!({"day": "2026-11-30"}));
        number(&ledger_line(&week["ledger"], "study")["planned_minutes"])
    };
    assert_eq!(asked(), 15 * 60);
    let budget = json!({"per": "stage", "least": 600, "most": 600});
    edit(&world, &json!({"kind": "set-budget", "activity": activity, "budget": budget}));
    assert_eq!(asked(), 10 * 60);
}

#[test]
fn what_was_worked_on_a_removed_activity_still_counts_and_is_there_again_after_undo() {
    let world = at_work();
    world.tell("start_timer", json!({"work": null}));
    world.advance(25);
    let worked = |world: &World| number(&world.ask("get_today")["figures"]["worked_minutes"]);
    let activity = world.ask("get_timer")["work"]["activity"].clone();
    edit(&world, &json!({"kind": "remove", "item": activity}));
    assert_eq!(worked(&world), 25);
    world.ask("undo");
    let roadmap = world.ask("get_roadmap");
    let hours = roadmap["activities"].as_array().unwrap().iter().find(|one| one["activity"] == activity);
    assert_eq!(hours.expect("the activity")["worked_minutes"], 25);
}

#[test]
fn what_was_removed_is_listed_with_its_record_and_brought_back() {
    let mut world = at_work();
    world.tell("start_timer", json!({"work": null}));
    world.advance(25);
    let id = world.ask("get_timer")["work"]["activity"].clone();
    let before = world.ask("get_roadmap");
    let activity = crate::steps::walk(&before["items"]).into_iter().find(|item| item["id"] == id).unwrap();
    let below = crate::steps::walk(&activity["children"]);
    let step = below.iter().find(|item| item["kind"] == "step").expect("a step");
    world.tell("set_done", json!({"item": step["id"], "done": true}));
    let before = world.ask("get_roadmap");
    assert_eq!(world.ask("get_removed"), json!([]));

    edit(&world, &json!({"kind": "remove", "item": id}));
    world.restart();
    let removed = world.ask("get_removed");
    let [line] = removed.as_array().unwrap().as_slice() else { panic!("one line, not {removed}") };
    assert_eq!(line["item"]["id"], id);
    let within = line["within"].as_array().unwrap().iter().map(|item| item["kind"].as_str().unwrap());
    assert_eq!(within.collect::<Vec<_>>(), ["phase", "stage"]);
    assert_eq!(line["on"], "2026-11-30");
    assert_eq!((number(&line["below"]), number(&line["done"])), (below.len() as u64, 1));
    assert_eq!(number(&line["worked_minutes"]), 25);

    world.tell("bring_back", json!({"item": id}));
    assert_eq!(world.ask("get_roadmap"), before, "with its place, its ticks and its hours");
    assert_eq!(world.ask("get_removed"), json!([]));
    let words = format!("bring back “{}”", activity["text"].as_str().unwrap());
    assert_eq!(world.ask("undo"), words);
    assert_eq!(world.ask("get_removed"), removed);
    assert_eq!(world.ask("redo"), words);
    assert_eq!(world.ask("get_roadmap"), before);
    assert_eq!(world.refused("bring_back", json!({"item": id})).code, "stale");
}

#[test]
fn stages_and_whole_parts_come_back_to_their_place_and_dates_behind_them_move_on() {
    let world = with_a_plan();
    let before = world.ask("get_roadmap");
    let stages = before["stages"].as_array().unwrap().iter().map(|stage| &stage["stage"]);
    let parts = before["items"].as_array().unwrap().iter().map(|part| &part["id"]);
    for id in stages.chain(parts) {
        edit(&world, &json!({"kind": "remove", "item": id}));
        assert_eq!(world.ask("get_removed")[0]["item"]["id"], *id);
        world.tell("bring_back", json!({"item": id}));
        assert_eq!(world.ask("get_roadmap"), before, "{id}");
    }
    let first = &before["stages"][0]["stage"];
    edit(&world, &json!({"kind": "remove", "item": first}));
    assert_ne!(world.ask("get_roadmap")["stages"][0]["to"], before["stages"][1]["to"]);
}

#[test]
fn nonsense_is_refused_and_changes_nothing() {
    let world = with_a_plan();
    let before = world.ask("get_roadmap");
    let id = item(&world, STEP)["id"].clone();
    for (edit, code) in [
        (json!({"kind": "rename", "item": id, "text": " "}), "invalid"),
        (json!({"kind": "rename", "item": id, "text": "a".repeat(501)}), "invalid"),
        (json!({"kind": "remove", "item": 0}), "stale"),
        (json!({"kind": "set-budget", "activity": id, "budget": null}), "stale"),
    ] {
        assert_eq!(world.refused("edit_roadmap", json!({"edit": edit})).code, code, "{edit}");
    }
    assert_eq!(world.ask("get_roadmap"), before);
    assert_eq!(world.ask("get_frame")["undo"], format!("start “{}”", before["title"].as_str().unwrap()));
}

#[test]
fn a_length_that_no_calendar_has_is_refused_and_changes_nothing() {
    let world = World::new();
    let source = file(&fixture(DOCUMENT));
    let preview: Value = world.call("preview", json!({"source": source}));
    let mut setup = preview["proposal"].clone();
    setup["start"] = json!("9999-06-07");
    world.tell("begin", json!({"source": source, "setup": setup}));
    let stages = world.ask("get_roadmap")["stages"].clone();
    let edit = json!({"kind": "set-length", "stage": stages[0]["stage"], "weeks": 52});
    assert_eq!(world.refused("edit_roadmap", json!({"edit": edit})).code, "invalid");
    assert_eq!(world.ask("get_roadmap")["stages"], stages);
}
