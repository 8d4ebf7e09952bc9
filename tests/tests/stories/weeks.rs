//! Dates, blocks and what found no place.

use crate::steps::{DOCUMENT, begin, file, ledger_line, number, part_time, with_a_plan};
use serde_json::{Value, json};
use waymark_tests::World;
use waymark_tests::world::fixture;

fn week(world: &World, day: &str) -> Value {
    world.call("get_week", json!({"day": day}))
}

#[test]
fn as_written_the_document_keeps_its_weeks() {
    let world = with_a_plan();
    let roadmap = world.ask("get_roadmap");
    let stages = roadmap["stages"].as_array().unwrap();
    let dates: Vec<_> = stages.iter().map(|stage| (stage["from"].clone(), stage["to"].clone())).collect();
    assert_eq!(dates[0], (json!("2026-11-30"), json!("2026-12-06")), "week 1");
    assert_eq!(dates[5], (json!("2027-01-04"), json!("2027-01-17")), "weeks 6 and 7");
    assert_eq!(dates[9], (json!("2027-02-08"), json!("2027-02-21")), "weeks 11 and 12");
    assert_eq!(dates[10], (json!("2027-02-22"), json!(null)), "from month 4 the end is open");
    assert_eq!(stages.len(), 11, "no part of the document makes a stage twice");
}

#[test]
fn at_20_hours_a_week_460_hours_take_23_weeks() {
    let world = World::new();
    let source = file(&fixture(DOCUMENT));
    let setup = part_time(&world, &source);
    let estimate: Value = world.call("estimate", json!({"source": source, "setup": setup}));
    assert_eq!((&estimate["weeks"], &estimate["end"]), (&json!(23), &json!("2027-05-09")));
    assert!(estimate["stated"].as_str().unwrap().contains("6-9 months"), "what the document itself says");
    world.tell("begin", json!({"source": source, "setup": setup}));
    assert_eq!(world.ask("get_frame")["plan"]["end"], "2027-05-09");
    let template = week(&world, "2026-11-30")["template"].clone();
    assert!(template.as_str().unwrap().contains("Part-Time"), "{template}");
}

#[test]
fn a_week_has_seven_days_and_says_what_each_block_is_for() {
    let world = with_a_plan();
    let week = week(&world, "2026-12-02");
    assert_eq!((&week["from"], &week["number"]), (&json!("2026-11-30"), &json!(1)));
    let days = week["days"].as_array().unwrap();
    assert_eq!(days.len(), 7);
    assert_eq!(days[0]["blocks"].as_array().unwrap().len(), 9, "a full working day, meals included");
    assert_eq!(days[0]["scheduled_minutes"], 11 * 60);
    let deep_work = days[0]["blocks"].as_array().unwrap().iter().find(|block| block["start"] == 9 * 60 + 30);
    assert!(deep_work.unwrap()["work"][0]["title"].is_string(), "the block is for something");
    assert!(week["stages"][0]["goal"].as_str().unwrap().contains("Learn how a server works"));
}

#[test]
fn what_a_week_asks_beyond_its_blocks_is_placed_elsewhere_or_shown() {
    let world = with_a_plan();
    // Week 10 asks for 40 hours of hands-on work, and the template has 28.
    let week = week(&world, "2027-02-01");
    assert_eq!(week["number"], 10);
    let line = ledger_line(&week["ledger"], "hands-on");
    assert_eq!(line["planned_minutes"], 40 * 60);
    let (placed, unplaced) = (number(&line["scheduled_minutes"]), number(&line["unplaced_minutes"]));
    assert!(placed >= 28 * 60, "the blocks of its own category hold 28 hours: {placed}");
    assert_eq!(placed - number(&line["standing_minutes"]) + unplaced, 40 * 60, "nothing is dropped: {line}");
    let shown: u64 = week["unplaced"].as_array().unwrap().iter().map(|left| number(&left["minutes"])).sum();
    let all: u64 = week["ledger"]["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| number(&line["unplaced_minutes"]))
        .sum();
    assert_eq!(shown, all, "what found no place is shown by name");
}

#[test]
fn the_weeks_of_rehearsal_have_a_routine_of_their_own() {
    let world = with_a_plan();
    let routine = week(&world, "2027-02-08");
    let usual = week(&world, "2027-02-01");
    assert_ne!(routine["days"][0]["blocks"], usual["days"][0]["blocks"]);
    let own: u64 = number(&routine["days"][0]["scheduled_minutes"]);
    assert_eq!(own, 6 * 60, "two hours each in the morning, the afternoon and the evening");
}

#[test]
fn a_week_with_a_routine_of_its_own_says_when_the_templates_days_are_back() {
    let world = World::new();
    let text = "# Plan\n\n## Month 1: Interviews\n\n### Week 1-2: Rehearsal\n\n**Interview Preparation (40 hours):**\n\n\
        **Daily Routine:**\n```\nMorning (2 hours):\n- Crack 2 puzzles\n\nEvening (2 hours):\n- Repair gaps\n```\n\n\
        ### Week 3: Projects\n\n**Study (20 hours):**\n- [ ] Read a book\n";
    begin(&world, &file(&world.file("plan.md", text)));
    let first = week(&world, "2026-11-30");
    assert_eq!(first["days"][0]["blocks"].as_array().unwrap().len(), 2, "morning and evening");
    for day in ["2026-11-30", "2026-12-07"] {
        assert_eq!(week(&world, day)["own_routine"]["template_again"], "2026-12-14", "{day}");
    }
    assert_eq!(week(&world, "2026-12-14")["own_routine"], Value::Null);
}

#[test]
fn a_block_of_the_routine_that_was_left_out_is_not_listed_once_its_stage_has_gone_elsewhere() {
    let world = with_a_plan();
    let morning = week(&world, "2027-02-15")["days"][0]["blocks"][0].clone();
    world.tell("skip_block", json!({"key": morning["key"]}));
    let skipped = || week(&world, "2027-02-15")["skipped"].as_array().unwrap().len();
    assert_eq!(skipped(), 1);
    let mut setup = world.ask("get_terms")["setup"].clone();
    setup["start"] = json!("2027-01-04");
    world.tell("save_terms", json!({"setup": setup}));
    assert_eq!(skipped(), 0, "no block of that name is there to be put back");
    world.ask("undo");
    assert_eq!(skipped(), 1, "and it is again with its stage");
}

#[test]
fn where_what_follows_has_its_own_days_too_the_templates_are_not_back() {
    let world = with_a_plan();
    assert_eq!(week(&world, "2027-02-01")["own_routine"], Value::Null);
    assert_eq!(week(&world, "2027-02-08")["own_routine"], json!({"template_again": null}));
}

#[test]
fn a_block_of_the_routine_says_what_the_routine_does_in_it() {
    let world = with_a_plan();
    let monday = &week(&world, "2027-02-08")["days"][0]["blocks"];
    let morning = monday[0]["work"][0]["title"].as_str().unwrap();
    assert!(morning.contains("; "), "all lines of the morning: {morning}");
}

#[test]
fn other_work_that_finds_its_place_in_the_routine_goes_by_its_own_words() {
    let world = with_a_plan();
    let days = week(&world, "2027-02-08")["days"].clone();
    let blocks = days.as_array().unwrap().iter().flat_map(|day| day["blocks"].as_array().unwrap());
    let other: Vec<&Value> = blocks
        .flat_map(|block| {
            block["work"].as_array().unwrap().iter().filter(|work| work["category"] != block["category"])
        })
        .collect();
    assert!(!other.is_empty(), "some hours of the job search are in blocks of interview practice");
    for work in other {
        assert!(work["step"]["text"].is_string(), "a step of its own activity: {work}");
    }
}

/// The steps that the blocks of a week are for, in order.
fn steps_of_week(world: &World, day: &str) -> Vec<i64> {
    let week = week(world, day);
    let days = week["days"].as_array().unwrap();
    let blocks = days.iter().flat_map(|day| day["blocks"].as_array().unwrap());
    let work = blocks.flat_map(|block| block["work"].as_array().unwrap());
    work.filter_map(|portion| portion["step"]["item"].as_i64()).collect()
}

#[test]
fn the_second_week_of_a_stage_goes_on_where_the_first_is_to_end() {
    let world = with_a_plan();
    let (first, second) = (steps_of_week(&world, "2027-01-04"), steps_of_week(&world, "2027-01-11"));
    assert!(!first.is_empty() && !second.is_empty());
    let hands_on = |steps: &[i64]| (steps.iter().min().copied(), steps.iter().max().copied());
    assert!(hands_on(&second).1 > hands_on(&first).1, "it reaches further: {first:?} {second:?}");
    assert!(hands_on(&second).0 > hands_on(&first).0, "and does not begin anew: {first:?} {second:?}");
}

#[test]
fn a_block_is_added_changed_removed_and_brought_back() {
    let world = with_a_plan();
    let draft = json!({"id": null, "week": "2026-11-30", "days": ["sun"], "start": 600, "end": 660, "category": "review", "accepts": [],
        "title": "Look back", "standing": true, "pinned": false});
    let sunday = || week(&world, "2026-11-30")["days"][6]["blocks"].clone();
    let found = || sunday().as_array().unwrap().iter().find(|block| block["title"] == "Look back").cloned();
    world.tell("save_block", json!({"draft": draft}));
    let block = found().expect("the new block");
    let mut changed = draft.clone();
    changed["id"] = block["template_block"].clone();
    changed["end"] = json!(690);
    world.tell("save_block", json!({"draft": changed}));
    assert_eq!(found().unwrap()["end"], 690);
    world.tell("remove_block", json!({"id": block["template_block"]}));
    assert!(found().is_none());
    world.ask("undo");
    assert_eq!(found().unwrap()["end"], 690);
}

#[test]
fn a_block_that_ends_before_it_begins_is_refused() {
    let world = with_a_plan();
    let draft = json!({"id": null, "week": "2026-11-30", "days": ["sun"], "start": 600, "end": 540, "category": "review", "accepts": [],
        "title": "Look back", "standing": true, "pinned": false});
    assert_eq!(world.refused("save_block", json!({"draft": draft})).code, "invalid");
}

#[test]
fn behind_is_said_only_of_weeks_that_are_over() {
    let world = with_a_plan();
    let verdict = || world.ask("get_today")["verdict"].clone();
    world.go_to("2026-12-06 20:00");
    assert_eq!(verdict()["standing"], "on-pace", "the week is not over: {}", verdict());
    world.go_to("2026-12-07 08:00");
    assert_eq!((&verdict()["standing"], &verdict()["behind_minutes"]), (&json!("behind"), &json!(40 * 60)));
}
