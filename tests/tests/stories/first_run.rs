//! From a document to Today.

use crate::steps::{DOCUMENT, begin, bundled, file, walk};
use serde_json::{Value, json};
use waymark_tests::World;
use waymark_tests::world::fixture;

#[test]
fn before_the_first_run_there_is_no_plan() {
    let world = World::new();
    assert_eq!(world.ask("get_frame")["plan"], Value::Null);
    assert!(!world.refused("get_today", json!({})).message.is_empty());
}

#[test]
fn the_bundled_roadmap_becomes_a_plan_from_next_monday() {
    let world = World::new();
    begin(&world, &bundled(&world));
    let plan = &world.ask("get_frame")["plan"];
    assert_eq!(plan["start"], "2026-11-30");
    assert_eq!(plan["end"], "2027-02-21", "12 weeks as written");
    assert_eq!((&plan["weeks"], &plan["sample"]), (&json!(12), &json!(false)));
}

#[test]
fn a_document_with_dates_begins_on_its_first_unless_that_has_passed() {
    let world = World::new();
    for (first, start) in [("2027-01-06", "2027-01-06"), ("2026-11-02", "2026-11-30")] {
        let text = format!("# Thesis\n\n## {first} – 2027-01-17: Read\n- [ ] Papers\n");
        let preview: Value = world.call("preview", json!({"source": file(&world.file("thesis.md", text))}));
        assert_eq!(preview["proposal"]["start"], start);
    }
}

#[test]
fn until_its_start_today_shows_what_to_do_first() {
    let world = World::new();
    begin(&world, &bundled(&world));
    let today = world.ask("get_today");
    assert_eq!((&today["week"], &today["verdict"]["standing"]), (&json!(0), &json!("before-start")));
    let first = today["day_zero"].as_array().unwrap();
    assert!(!first.is_empty(), "the document's own next steps");
    assert!(first.iter().all(|line| line["done"] == false));
}

#[test]
fn on_its_first_day_today_has_blocks_and_work() {
    let world = World::new();
    begin(&world, &bundled(&world));
    world.go_to("2026-11-30 11:00");
    let today = world.ask("get_today");
    assert_eq!(today["week"], 1);
    assert!(today["blocks"].as_array().unwrap().len() > 5, "a full day: {}", today["blocks"]);
    assert!(today["work"]["step"]["text"].is_string(), "a step to start on: {}", today["work"]);
}

#[test]
fn a_file_is_recognised_whole() {
    let world = World::new();
    let preview: Value = world.call("preview", json!({"source": file(&fixture(DOCUMENT))}));
    assert_eq!(preview["file_name"], DOCUMENT);
    assert_eq!(preview["title"], "3-6 Month Backend Python Engineer Roadmap");
    let counts = &preview["counts"];
    let expected = json!({"phases": 4, "weeks": 12, "minutes": 460 * 60, "choices": 2});
    for (what, number) in expected.as_object().unwrap() {
        assert_eq!(&counts[what], number, "{what}");
    }
    assert_eq!(preview["roles"][0], "Backend Engineer");
}

#[test]
fn days_of_the_week_are_written_as_the_screen_writes_them() {
    let world = World::new();
    let preview: Value = world.call("preview", json!({"source": bundled(&world)}));
    let mut setup = preview["proposal"].clone();
    assert_eq!(setup["week_start"], "mon");
    setup["week_start"] = json!("sun");
    world.tell("begin", json!({"source": preview["source"], "setup": setup}));
    assert_eq!(world.ask("get_terms")["setup"]["week_start"], "sun");
    assert_eq!(world.ask("get_frame")["settings"]["week_start"], "sun");
}

#[test]
fn what_was_recognised_stands_beside_its_line() {
    let world = World::new();
    let preview: Value = world.call("preview", json!({"source": file(&fixture(DOCUMENT))}));
    let stages = preview["phases"][1]["stages"].as_array().unwrap();
    let double =
        stages.iter().find(|stage| stage["weeks"] == json!([6, 7])).expect("weeks 6 and 7 are one stage");
    let line = usize::try_from(double["line"].as_u64().unwrap()).unwrap();
    assert_eq!(preview["lines"][line - 1], "### Week 6-7: File Processing Service");
    assert_eq!(double["minutes"], 60 * 60);
}

#[test]
fn what_was_not_recognised_is_listed_and_nothing_else() {
    let world = World::new();
    let preview: Value = world.call("preview", json!({"source": file(&fixture(DOCUMENT))}));
    let allowed = std::fs::read_to_string(fixture("reference-like.notes.txt")).unwrap();
    let notes = preview["notes"].as_array().unwrap();
    assert!(!notes.is_empty(), "the document has lines that mean nothing to Waymark");
    for note in notes {
        let text = note["text"].as_str().unwrap().trim();
        assert!(
            allowed.lines().any(|line| line.trim() == text),
            "line {} was recognised before: {text}",
            note["line"]
        );
    }
}

#[test]
fn looking_at_a_document_keeps_nothing() {
    let world = World::new();
    let source = file(&fixture(DOCUMENT));
    let preview: Value = world.call("preview", json!({"source": source}));
    let _: Value = world.call("estimate", json!({"source": source, "setup": preview["proposal"]}));
    assert_eq!(world.ask("get_frame")["plan"], Value::Null);
    assert_eq!(world.ask("get_frame")["undo"], Value::Null);
}

#[test]
fn a_plan_survives_a_restart() {
    let mut world = World::new();
    begin(&world, &file(&fixture(DOCUMENT)));
    let before = world.ask("get_roadmap");
    world.restart();
    assert_eq!(world.ask("get_roadmap"), before);
}

#[test]
fn beginning_can_be_undone_whole() {
    let world = World::new();
    begin(&world, &bundled(&world));
    let undone = world.ask("undo");
    assert!(undone.as_str().unwrap().starts_with("start"), "{undone}");
    assert_eq!(world.ask("get_frame")["plan"], Value::Null);
    world.ask("redo");
    assert_eq!(world.ask("get_frame")["plan"]["weeks"], 12);
}

#[test]
fn the_other_parts_of_the_document_have_their_place() {
    let world = World::new();
    begin(&world, &file(&fixture(DOCUMENT)));
    let roadmap = world.ask("get_roadmap");
    let about: Vec<_> = walk(&roadmap["items"]).iter().filter_map(|item| item["about"].as_str()).collect();
    for part in
        ["outcomes", "accounts", "setup", "reading", "pitfalls", "tips", "next-steps", "checklist", "funnel"]
    {
        assert!(about.contains(&part), "{part} is not among {about:?}");
    }
}
