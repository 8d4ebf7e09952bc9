//! What a person records about the roadmap.

use crate::steps::{begin, file, is_ticked, item, tick, walk, with_a_plan};
use serde_json::{Value, json};
use waymark_tests::World;

const STEP: &str = "HTTP parser by hand";

#[test]
fn a_tick_survives_a_restart_and_can_be_undone() {
    let mut world = with_a_plan();
    tick(&world, STEP, true);
    world.restart();
    assert!(is_ticked(&world, STEP));
    assert_eq!(world.ask("get_frame")["undo"], format!("tick “{STEP}”"));
    assert_eq!(world.ask("undo"), format!("tick “{STEP}”"));
    assert!(!is_ticked(&world, STEP));
    assert_eq!(world.ask("redo"), format!("tick “{STEP}”"));
    assert!(is_ticked(&world, STEP));
}

#[test]
fn undo_takes_back_the_latest_change_first() {
    let world = with_a_plan();
    tick(&world, "Echo server over raw sockets", true);
    tick(&world, STEP, true);
    world.ask("undo");
    assert!(is_ticked(&world, "Echo server over raw sockets") && !is_ticked(&world, STEP));
    world.ask("undo");
    assert!(!is_ticked(&world, "Echo server over raw sockets"));
}

#[test]
fn a_tick_moves_its_stage_and_the_screen_hears_of_it() {
    let world = with_a_plan();
    let done = || world.ask("get_roadmap")["stages"][0]["done"].clone();
    assert_eq!(done(), 0);
    world.changed();
    tick(&world, STEP, true);
    assert_eq!(done(), 1);
    assert!(world.changed().contains(&"roadmap".to_owned()));
}

#[test]
fn a_gate_counts_what_history_shows() {
    let world = World::new();
    let document = world.file(
        "small.md",
        "# Small plan

## Month 1: A page of one's own

### Week 1: The page

**Hands-On Project (10 hours):**

**Project 1: A home page**
1. Lay out the page
2. Put it online

## Success Metrics

### Month 1
- ✅ 1 project online
- ✅ Calm before a blank page
",
    );
    begin(&world, &file(&document));
    let metric = |at: usize| world.ask("get_roadmap")["gates"][0]["metrics"][at].clone();
    tick(&world, "Lay out the page", true);
    let half = metric(0);
    assert_eq!((&half["reading"], &half["needed"]), (&json!(0.0), &json!(1.0)), "{half}");
    assert_eq!((&half["counted"], &half["met"]), (&json!(true), &json!(false)), "{half}");
    tick(&world, "Put it online", true);
    let whole = metric(0);
    assert_eq!((&whole["reading"], &whole["met"]), (&json!(1.0), &json!(true)), "{whole}");
    tick(&world, "Calm before a blank page", true);
    let said = metric(1);
    assert_eq!((&said["counted"], &said["met"]), (&json!(false), &json!(true)), "{said}");
}

#[test]
fn a_heading_cannot_be_ticked() {
    let world = with_a_plan();
    let stage = item(&world, "Servers Without a Framework");
    let refusal = world.refused("set_done", json!({"item": stage["id"], "done": true}));
    assert!(refusal.message.contains("Servers Without a Framework"), "{}", refusal.message);
}

#[test]
fn an_option_is_picked_and_taken_back() {
    let world = with_a_plan();
    let roadmap = world.ask("get_roadmap");
    let items = walk(&roadmap["items"]);
    let choice = items.iter().find(|item| item["kind"] == "choice").expect("a choice");
    let option = walk(&choice["children"]).into_iter().find(|item| item["label"] == "B").expect("option B");
    let chosen = || item(&world, option["text"].as_str().unwrap())["record"]["chosen"].clone();
    world.tell("choose", json!({"choice": choice["id"], "option": option["id"]}));
    assert_eq!(chosen(), true);
    world.ask("undo");
    assert_ne!(chosen(), true);
}

#[test]
fn evidence_ticks_its_deliverable() {
    let world = with_a_plan();
    const WHAT: &str = "Public API address";
    let id = item(&world, WHAT)["id"].clone();
    world.tell("set_evidence", json!({"item": id, "evidence": "https://stops.example.org"}));
    assert_eq!(item(&world, WHAT)["record"]["evidence"], "https://stops.example.org");
    assert!(is_ticked(&world, WHAT));
    world.tell("open_resource", json!({"item": id}));
    assert_eq!(world.opened(), ["https://stops.example.org"]);
}

#[test]
fn to_take_evidence_away_leaves_a_tick_as_it_is() {
    let world = with_a_plan();
    const WHAT: &str = "Public API address";
    tick(&world, WHAT, true);
    world.tell("set_evidence", json!({"item": item(&world, WHAT)["id"], "evidence": ""}));
    assert!(is_ticked(&world, WHAT));
}

#[test]
fn a_relative_link_opens_below_the_folder_that_was_chosen() {
    let world = with_a_plan();
    let link = item(&world, "BACKEND_GLOSSARY.md")["id"].clone();
    let refusal = world.refused("open_resource", json!({"item": link}));
    assert!(refusal.message.contains("BACKEND_GLOSSARY.md"), "{}", refusal.message);
    let glossary = world.file("BACKEND_GLOSSARY.md", "words");
    world.tell("set_resource_base", json!({"base": glossary.parent()}));
    world.tell("open_resource", json!({"item": link}));
    assert_eq!(world.opened(), [glossary.canonicalize().unwrap().to_str().unwrap()]);
}

#[test]
fn behind_each_item_its_lines_can_be_seen() {
    let world = with_a_plan();
    let id = item(&world, STEP)["id"].clone();
    let source: Value = world.call("get_source", json!({"item": id}));
    assert_eq!(source["file_name"], crate::steps::DOCUMENT);
    let at = source["from"].as_u64().unwrap() - source["first_line"].as_u64().unwrap();
    let line = source["lines"][usize::try_from(at).unwrap()].as_str().unwrap();
    assert!(line.contains(STEP), "{line}");
}

#[test]
fn an_offer_ends_the_open_ended_stage_and_can_be_taken_back() {
    let world = with_a_plan();
    let open = || {
        let stages = world.ask("get_roadmap")["stages"].clone();
        stages.as_array().unwrap().last().expect("stages").clone()
    };
    let before = open();
    assert_eq!((&before["from"], &before["to"]), (&json!("2027-02-22"), &Value::Null));
    let end = |on: Value| json!({"stage": before["stage"], "on": on});
    let refusal = world.refused("end_stage", end(json!("2027-02-21")));
    assert!(refusal.message.contains("begins on 2027-02-22"), "{}", refusal.message);
    world.go_to("2027-03-10 18:00");
    let refusal = world.refused("end_stage", end(json!("2027-03-11")));
    assert!(refusal.message.contains("once it has"), "{}", refusal.message);
    world.tell("end_stage", end(json!("2027-03-09")));
    assert_eq!((&open()["to"], &open()["latest"]), (&json!("2027-03-09"), &Value::Null));
    let today = world.ask("get_today");
    assert_eq!((&today["verdict"]["standing"], &today["blocks"]), (&json!("finished"), &json!([])));
    world.tell("end_stage", end(Value::Null));
    assert_eq!(open(), before);
    world.ask("undo");
    assert_eq!(open()["to"], "2027-03-09");
}

#[test]
fn a_stage_with_weeks_ends_by_itself() {
    let world = with_a_plan();
    let first = world.ask("get_roadmap")["stages"][0]["stage"].clone();
    let refusal = world.refused("end_stage", json!({"stage": first, "on": "2026-12-01"}));
    assert!(refusal.message.contains("has an end of its own"), "{}", refusal.message);
}

#[test]
fn an_option_with_a_box_is_picked_done_and_ticked_in_its_file() {
    let world = World::new();
    let source = "# Sailing

## Week 1: Boats

**Choose one (6 hours):**

- [ ] A sloop
- [ ] A ketch

- [ ] Buy gloves
";
    let path = world.file("boats.md", source);
    begin(&world, &file(&path));
    world.tell("set_write_back", json!({"consent": true}));
    let total = || world.ask("get_roadmap")["stages"][0]["total"].clone();
    let before = total().as_u64().expect("how many can be ticked");
    let roadmap = world.ask("get_roadmap");
    let items = walk(&roadmap["items"]);
    let choice = items.iter().find(|item| item["kind"] == "choice").expect("a choice");
    let option = item(&world, "A ketch");
    world.tell("choose", json!({"choice": choice["id"], "option": option["id"]}));
    assert_eq!(total(), before + 1, "the picked option is to be done");
    tick(&world, "A ketch", true);
    let written = std::fs::read_to_string(&path).expect("the file");
    assert_eq!(written, source.replace("[ ] A ketch", "[x] A ketch"));
}
