//! Setting right before the plan begins what was guessed wrong in a document.

use crate::steps::{begin, file, item, tick, walk};
use serde_json::{Value, json};
use std::path::PathBuf;
use waymark_tests::World;

/// A document that names no weeks, and so leaves much to be guessed.
const BOAT: &str = "# Build a boat

## The hull

- [ ] Cut the planks
- [ ] Bend the ribs

## Words about wood

- Oak is heavy
- Larch lasts

## Rigging

**Ropes:**

- Splice
- Whip
";

/// Two ways to the same end.
const TRACKS: &str = "# Learn to sail

## Track A: On the lake

### Week 1: Wind

- [ ] Beat

### Week 2: Water

- [ ] Heel

## Track B: At sea

### Week 1: Tides

- [ ] Read the tables
";

fn boat(world: &World) -> (PathBuf, Value) {
    let path = world.file("boat.md", BOAT);
    let source = file(&path);
    (path, source)
}

fn preview(world: &World, source: &Value) -> Value {
    world.call("preview", json!({"source": source}))
}

fn said<'a>(preview: &'a Value, text: &str) -> &'a Value {
    let items = walk(&preview["items"]);
    items.into_iter().find(|item| item["text"] == text).unwrap_or_else(|| panic!("nothing says {text:?}"))
}

fn reason<'a>(preview: &'a Value, text: &str) -> &'a Value {
    let id = &said(preview, text)["id"];
    let reasons = preview["reasons"].as_array().unwrap().iter();
    reasons
        .into_iter()
        .find(|reason| reason["item"] == *id)
        .unwrap_or_else(|| panic!("no reason for {text:?}"))
}

fn correct(world: &World, source: &Value, text: &str, taken: &Value) -> Value {
    let id = said(&preview(world, source), text)["id"].clone();
    world.call("correct", json!({"source": source, "item": id, "taken": taken}))
}

#[test]
fn each_line_says_why_it_was_taken_for_what_it_was_and_guesses_say_so() {
    let world = World::new();
    let (_, source) = boat(&world);
    let preview = preview(&world, &source);
    assert_eq!(said(&preview, "The hull")["kind"], "stage");
    assert_eq!(reason(&preview, "The hull")["sure"], false);
    assert_eq!(reason(&preview, "Cut the planks")["sure"], true);
    let items = walk(&preview["items"]);
    let reasons: Vec<_> =
        preview["reasons"].as_array().unwrap().iter().map(|reason| &reason["item"]).collect();
    assert!(items.iter().all(|item| reasons.contains(&&item["id"])), "each has a reason");
}

#[test]
fn a_wrong_guess_is_set_right_and_remembered_for_the_next_time() {
    let mut world = World::new();
    let (path, source) = boat(&world);
    let stages = |preview: &Value| preview["counts"]["stages"].as_u64().unwrap();
    let before = stages(&preview(&world, &source));
    let after = correct(&world, &source, "Words about wood", &json!({"as": "section"}));
    assert_eq!(stages(&after), before - 1);
    assert_eq!(reason(&after, "Words about wood")["corrected"], true);
    world.restart();
    // Other lines of the document may have changed by then.
    std::fs::write(&path, format!("{BOAT}\n## Sails\n\n- [ ] Sew\n")).unwrap();
    let again = preview(&world, &source);
    assert_eq!(said(&again, "Words about wood")["kind"], "section");
    assert_eq!(stages(&again), before);
    begin(&world, &source);
    assert_eq!(item(&world, "Words about wood")["kind"], "section");
}

#[test]
fn a_block_becomes_hands_on_work_of_twelve_hours_and_both_hold() {
    let world = World::new();
    let (_, source) = boat(&world);
    let hours = json!({"as": "hours", "budget": {"per": "stage", "least": 720, "most": 720}});
    correct(&world, &source, "Ropes", &json!({"as": "activity", "category": "hands-on"}));
    let after = correct(&world, &source, "Ropes", &hours);
    let ropes = said(&after, "Ropes");
    assert_eq!(
        (&ropes["kind"], &ropes["category"], &ropes["budget"]["least"]),
        (&json!("activity"), &json!("hands-on"), &json!(720))
    );
    assert_eq!(after["counts"]["minutes"], 720);
    let readings: Value = world.call("get_readings", json!({"source": source, "item": ropes["id"]}));
    assert_eq!(readings["takes_hours"], true);
    assert_eq!(readings["taken"][0], json!({"as": "category", "category": "hands-on"}));
}

#[test]
fn nothing_is_offered_that_would_change_nothing() {
    let world = World::new();
    let (_, source) = boat(&world);
    let now = preview(&world, &source);
    for item in walk(&now["items"]) {
        let readings: Value = world.call("get_readings", json!({"source": source, "item": item["id"]}));
        for taken in readings["taken"].as_array().unwrap().iter().skip(1) {
            let arguments = json!({"source": source, "item": item["id"], "taken": taken});
            let after: Value = world.call("correct", arguments);
            assert_ne!(after["items"], now["items"], "{} taken for {taken}", item["text"]);
            world.ask("undo");
        }
    }
}

#[test]
fn a_correction_is_taken_back_by_its_line_or_by_undo() {
    let world = World::new();
    let (_, source) = boat(&world);
    let before = preview(&world, &source);
    let after = correct(&world, &source, "The hull", &json!({"as": "section"}));
    assert_ne!(after["items"], before["items"]);
    let id = &said(&after, "The hull")["id"];
    let back: Value = world.call("take_correction_back", json!({"source": source, "item": id}));
    assert_eq!(back, before);
    correct(&world, &source, "The hull", &json!({"as": "section"}));
    assert_eq!(world.ask("undo"), "say what “The hull” is");
    assert_eq!(preview(&world, &source), before);
}

#[test]
fn corrections_hold_when_the_document_is_read_again() {
    let world = World::new();
    let (path, source) = boat(&world);
    correct(&world, &source, "Words about wood", &json!({"as": "section"}));
    begin(&world, &source);
    tick(&world, "Bend the ribs", true);
    std::fs::write(&path, BOAT.replace("- Larch lasts\n", "- Larch lasts\n- Ash bends\n")).unwrap();
    let comparison: Value = world.call("compare_document", json!({"path": null}));
    world.tell("read_again", json!({"path": null, "key": comparison["key"]}));
    assert_eq!(item(&world, "Words about wood")["kind"], "section");
    assert_eq!(item(&world, "Ash bends")["kind"], "entry");
    assert!(item(&world, "Bend the ribs")["record"]["done_at"].is_string());
}

#[test]
fn a_file_under_a_new_name_is_read_as_the_same_document_was() {
    let world = World::new();
    let (path, source) = boat(&world);
    correct(&world, &source, "Words about wood", &json!({"as": "section"}));
    begin(&world, &source);
    let moved = path.with_file_name("ship.md");
    std::fs::rename(&path, &moved).unwrap();
    assert_eq!(said(&preview(&world, &file(&moved)), "Words about wood")["kind"], "section");
    let other = world.file("raft.md", BOAT.replace("Larch", "Ash"));
    assert_eq!(said(&preview(&world, &file(&other)), "Words about wood")["kind"], "stage");
}

#[test]
fn of_two_tracks_the_picked_one_is_dated_and_the_pick_is_remembered() {
    let world = World::new();
    let path = world.file("sail.md", TRACKS);
    let source = file(&path);
    let first = preview(&world, &source);
    assert_eq!((first["tracks"].as_array().unwrap().len(), &first["track"]), (2, &Value::Null));
    assert_eq!(first["counts"]["weeks"], 2);
    let label = first["tracks"][1]["label"].clone();
    let picked: Value = world.call("pick_track", json!({"source": source, "label": label}));
    assert_eq!((&picked["track"], &picked["counts"]["weeks"]), (&label, &json!(1)));
    assert_eq!(picked["tracks"], first["tracks"]);
    begin(&world, &source);
    let roadmap = world.ask("get_roadmap");
    let stages: Vec<_> =
        roadmap["stages"].as_array().unwrap().iter().map(|stage| stage["stage"].clone()).collect();
    assert_eq!(stages, [item(&world, "Tides")["id"].clone()]);
    world.tell("set_write_back", json!({"consent": true}));
    tick(&world, "Read the tables", true);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), TRACKS.replace("[ ] Read", "[x] Read"));
    let comparison: Value = world.call("compare_document", json!({"path": null}));
    assert_eq!(comparison["differences"], json!([]));
}

#[test]
fn a_roadmap_from_nothing_has_its_weeks_and_hours_and_can_be_filled() {
    let mut world = World::new();
    let minutes = json!([{"category": "study", "minutes": 300}, {"category": "hands-on", "minutes": 600}]);
    let source = json!({"from": "own", "title": "Learn *to* [fly]", "weeks": 3, "minutes": minutes});
    let preview = preview(&world, &source);
    assert_eq!(
        (&preview["title"], &preview["counts"]["weeks"], &preview["counts"]["minutes"]),
        (&json!("Learn *to* [fly]"), &json!(3), &json!(2700))
    );
    begin(&world, &source);
    let stage = world.ask("get_roadmap")["stages"][2]["stage"].clone();
    world.tell("edit_roadmap", json!({"edit": {"kind": "set-length", "stage": stage, "weeks": 2}}));
    world.tell(
        "edit_roadmap",
        json!({"edit": {"kind": "add-stage", "after": stage, "title": "Landing", "weeks": 1}}),
    );
    world.restart();
    assert_eq!(item(&world, "Landing")["weeks"], json!({"from": 5, "to": 5}));
    assert_eq!(world.ask("get_document")["state"]["is"], "none");
    for (weeks, says) in [(0, "weeks"), (9_999, "weeks")] {
        let source = json!({"from": "own", "title": "Fly", "weeks": weeks, "minutes": minutes});
        let refusal = world.refused("preview", json!({"source": source}));
        assert!(refusal.code == "invalid" && refusal.message.contains(says), "{}", refusal.message);
    }
    let nameless = json!({"from": "own", "title": " ", "weeks": 1, "minutes": minutes});
    assert_eq!(world.refused("preview", json!({"source": nameless})).code, "invalid");
}
