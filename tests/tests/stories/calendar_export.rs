//! The plan as a calendar file, for any calendar program.

use crate::steps::{DOCUMENT, begin, file, with_a_plan};
use serde_json::{Value, json};
use std::fs;
use waymark_tests::World;
use waymark_tests::world::fixture;

fn export(world: &World) -> (Value, String) {
    let path = world.path("plan.ics");
    let written = world.call("export_calendar", json!({"path": path}));
    (written, fs::read_to_string(path).unwrap().replace("\r\n ", ""))
}

/// The values of a property, in order.
fn all<'t>(text: &'t str, property: &str) -> Vec<&'t str> {
    text.lines().filter_map(|line| line.strip_prefix(property)?.strip_prefix(':')).collect()
}

fn day(world: &World, date: &str) -> Vec<Value> {
    let week: Value = world.call("get_week", json!({"day": date}));
    let days = week["days"].as_array().unwrap();
    let found = days.iter().find(|day| day["date"] == date).expect("a day of its week");
    found["blocks"].as_array().unwrap().clone()
}

#[test]
fn blocks_of_work_and_gates_are_written_and_their_number_is_said() {
    let world = with_a_plan();
    let (written, text) = export(&world);
    let uids = all(&text, "UID");
    let count = |of: &str| uids.iter().filter(|uid| uid.contains(of)).count() as u64;
    assert!(count("gate-") > 0);
    assert_eq!((&written["blocks"], &written["gates"]), (&json!(count("/")), &json!(count("gate-"))));
    assert_eq!(written["until"], "2027-05-21");
    assert_eq!(all(&text, "BEGIN").len(), uids.len() + 1);
    assert!(!all(&text, "SUMMARY").contains(&"Lunch"), "meals are no work");
    assert!(all(&text, "DTSTART").iter().all(|start| *start >= "20261130"));
    let gates: Vec<&str> = all(&text, "DTSTART;VALUE=DATE");
    assert!(gates.contains(&"20270221"), "the last gate is on the last day: {gates:?}");
}

#[test]
fn a_block_that_is_moved_is_where_it_is_and_one_that_is_left_out_is_not_there() {
    let world = with_a_plan();
    let work: Vec<Value> =
        day(&world, "2026-11-30").into_iter().filter(|block| block["category"] != "rest").collect();
    let (moved, skipped) = (&work[0], &work[1]);
    let mut draft = json!({"date": "2026-12-01", "start": 1260, "end": 1320});
    for field in ["key", "category", "accepts", "title", "standing"] {
        draft[field] = moved[field].clone();
    }
    world.tell("save_day_block", json!({"draft": draft}));
    world.tell("skip_block", json!({"key": skipped["key"]}));
    let (_, text) = export(&world);
    let event = |key: &Value| {
        let uid = format!("UID:{}@", key.as_str().unwrap());
        text.split("BEGIN:VEVENT").find(|event| event.contains(&uid)).map(str::to_owned)
    };
    let event_of_moved = event(&moved["key"]).expect("the block that is moved");
    assert!(event_of_moved.contains("DTSTART:20261201T200000Z"), "{event_of_moved}");
    assert_eq!(event(&skipped["key"]), None);
}

#[test]
fn a_later_export_is_the_same_but_for_what_has_changed_also_after_a_restart() {
    let mut world = with_a_plan();
    let (_, first) = export(&world);
    let distinct: std::collections::BTreeSet<_> = all(&first, "UID").into_iter().collect();
    assert_eq!(distinct.len(), all(&first, "UID").len());
    world.restart();
    world.advance(1);
    assert_eq!(export(&world).1, first, "nothing has changed");
    let work = day(&world, "2026-12-01").into_iter().find(|block| block["category"] != "rest").unwrap();
    let mut draft = json!({"date": "2026-12-01", "start": 1260, "end": 1320});
    for field in ["key", "category", "accepts", "title", "standing"] {
        draft[field] = work[field].clone();
    }
    world.tell("save_day_block", json!({"draft": draft}));
    let (_, second) = export(&world);
    assert_eq!(all(&first, "UID").len(), all(&second, "UID").len());
    let event = |text: &str, uid: &str| -> String {
        let of = |event: &&str| all(event, "UID") == [uid];
        text.split("BEGIN:VEVENT").find(of).unwrap_or_else(|| panic!("no {uid}")).to_owned()
    };
    let number = |event: &str, property| all(event, property)[0].trim_end_matches('Z').replace('T', "");
    let number = |event: &str, property| number(event, property).parse::<i64>().unwrap();
    let mut changed = 0;
    for uid in all(&first, "UID") {
        let (was, is) = (event(&first, uid), event(&second, uid));
        for property in ["SEQUENCE", "LAST-MODIFIED", "DTSTAMP"] {
            assert_eq!(was != is, number(&was, property) < number(&is, property), "{is}");
        }
        changed += usize::from(was != is);
    }
    assert!((1..10).contains(&changed), "{changed}");
}

#[test]
fn a_gate_is_named_as_one_with_its_phase() {
    let world = with_a_plan();
    let (_, text) = export(&world);
    let titles: Vec<&str> = text
        .split("BEGIN:VEVENT")
        .filter(|event| event.contains("UID:gate-"))
        .map(|e| all(e, "SUMMARY")[0])
        .collect();
    assert!(titles.iter().all(|title| title.starts_with("Gate: Month ") && title.len() > 15), "{titles:?}");
}

#[test]
fn what_is_gone_from_the_plan_is_cancelled_until_it_is_back() {
    let mut world = with_a_plan();
    let (_, first) = export(&world);
    assert_eq!(all(&first, "STATUS"), [""; 0]);
    let gone = day(&world, "2026-12-01").into_iter().find(|block| block["category"] != "rest").unwrap();
    world.tell("skip_block", json!({"key": gone["key"]}));
    let event = |text: &str| {
        let uid = format!("UID:{}@", gone["key"].as_str().unwrap());
        text.split("BEGIN:VEVENT").find(|event| event.contains(&uid)).unwrap().to_owned()
    };
    for _ in 0..2 {
        let (_, text) = export(&world);
        assert_eq!(all(&text, "STATUS"), ["CANCELLED"]);
        assert!(event(&text).contains("STATUS:CANCELLED") && event(&text).contains("TRANSP:TRANSPARENT"));
        assert_eq!(all(&text, "UID").len(), all(&first, "UID").len());
        world.restart();
    }
    world.ask("undo");
    let (_, back) = export(&world);
    assert_eq!(all(&back, "STATUS"), [""; 0]);
}

#[test]
fn a_copy_of_a_roadmap_has_events_of_its_own() {
    let world = with_a_plan();
    let (_, first) = export(&world);
    let id = world.ask("get_roadmaps")[0]["id"].clone();
    world.tell("duplicate_roadmap", json!({"id": id}));
    let (_, copy) = export(&world);
    let of = |text: &str| all(text, "UID").into_iter().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(of(&first).len(), of(&copy).len());
    assert!(of(&copy).iter().all(|uid| !of(&first).contains(uid)));
}

/// The refusal of an export to a file of the world, which stays as it is.
fn refused(world: &World, name: &str) -> String {
    let path = world.path(name);
    let before = fs::read(&path).ok();
    let refusal = world.refused("export_calendar", json!({"path": path}));
    assert_eq!(fs::read(&path).ok(), before, "{refusal:?}");
    refusal.message
}

#[test]
fn a_calendar_that_is_read_is_not_written_over_and_nothing_joins_a_folder_of_them() {
    let world = with_a_plan();
    let busy = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n";
    world.tell("add_calendar", json!({"path": world.file("dentist.ics", busy)}));
    fs::create_dir(world.path("shared")).unwrap();
    world.file("shared/choir.ics", busy);
    world.tell("add_calendar", json!({"path": world.path("shared")}));
    for (name, way_out) in [
        ("dentist.ics", "another name"),
        ("shared/choir.ics", "another folder"),
        ("shared/plan.ics", "another folder"),
    ] {
        let says = refused(&world, name);
        assert!(says.contains(way_out), "{says}");
    }
    fs::create_dir(world.path("plan")).unwrap();
    let says = refused(&world, "plan");
    assert!(says.starts_with("plan is a folder"), "{says}");
    let says = refused(&world, "no/plan.ics");
    assert!(says.contains("plan.ics") && says.contains("folder"), "{says}");
}

#[test]
fn no_roadmaps_document_and_no_progress_file_is_written_over() {
    let world = World::at("2026-11-23 10:00");
    let document = world.file("plan.md", fs::read(fixture(DOCUMENT)).unwrap());
    begin(&world, &file(&document));
    world.tell("set_progress_file", json!({"path": world.file("README.md", "# Mine\n"), "fresh": true}));
    for name in ["plan.md", "README.md"] {
        let says = refused(&world, name);
        assert!(says.contains(name) && says.contains("another name"), "{says}");
    }
    // Also of a roadmap that is not the active one.
    begin(&world, &file(&world.file("other.md", "# Other\n\n## Week 1\n\n- [ ] a\n")));
    for name in ["plan.md", "README.md", "other.md"] {
        let says = refused(&world, name);
        assert!(says.contains(name) && says.contains("another name"), "{says}");
    }
}

#[test]
fn blocks_keep_their_local_time_when_the_clock_changes() {
    let world = World::at("2027-03-15 08:00");
    begin(&world, &file(&fixture(DOCUMENT)));
    let (_, text) = export(&world);
    let day_of = |date: &str| {
        let mut starts: Vec<&str> =
            all(&text, "DTSTART").into_iter().filter(|at| at.starts_with(date)).collect();
        starts.sort_unstable();
        starts.first().map(|at| at[9..13].to_owned())
    };
    let (before, after) = (day_of("20270326").unwrap(), day_of("20270329").unwrap());
    let hour = |at: &str| at[..2].parse::<u32>().unwrap();
    assert_eq!((hour(&before), &before[2..]), (hour(&after) + 1, &after[2..]), "an hour earlier in UTC");
}

#[test]
fn the_months_with_an_open_end_are_written_until_their_latest_day() {
    let world = with_a_plan();
    let (written, _) = export(&world);
    assert_eq!(written["until"], "2027-05-21", "three months from 22 February");
    world.go_to("2027-03-29 08:00");
    let (written, text) = export(&world);
    assert!(written["blocks"].as_u64() > Some(0), "{written}");
    let shown = day(&world, "2027-04-05").into_iter().find(|block| block["category"] != "rest");
    let uid = format!("{}@", shown.expect("a block of work")["key"].as_str().unwrap());
    assert!(all(&text, "UID").iter().any(|written| written.starts_with(&uid)), "{uid} is in the file");
}
