//! A week template that is changed while the plan runs: the days that are over stay as they were.

use crate::steps::{begin, file, with_a_plan};
use serde_json::{Value, json};
use waymark_tests::World;
use waymark_tests::world::fixture;

/// The weeks of the plan that are over, and the one that has begun, by their first days.
const OVER: [&str; 3] = ["2026-11-30", "2026-12-07", "2026-12-14"];
const WEEK: &str = "2026-12-21";

/// Wednesday of the plan's fourth week. A focus was worked in the first day's block of deep work.
fn in_the_fourth_week() -> World {
    let world = with_a_plan();
    world.go_to("2026-11-30 09:40");
    world.tell("start_timer", json!({"work": null}));
    world.advance(25);
    world.go_to("2026-12-23 12:00");
    world
}

/// A week as the screen shows it, but for what time it is now.
fn week(world: &World, day: &str) -> Value {
    let mut week: Value = world.call("get_week", json!({"day": day}));
    week["now"] = Value::Null;
    week
}

fn weeks_over(world: &World) -> Vec<Value> {
    OVER.iter().map(|day| week(world, day)).collect()
}

/// A day of its week.
fn day(world: &World, date: &str) -> Value {
    let week = week(world, date);
    let days = week["days"].as_array().unwrap();
    days.iter().find(|one| one["date"] == date).expect("a day of its week").clone()
}

fn at(world: &World, date: &str, start: u64) -> Option<Value> {
    let day = day(world, date);
    day["blocks"].as_array().unwrap().iter().find(|block| block["start"] == start).cloned()
}

/// The block of deep work at half past nine.
fn deep_work(world: &World, date: &str) -> Value {
    at(world, date, 570).unwrap_or_else(|| panic!("no deep work on {date}"))
}

/// A block of its template, on that weekday.
fn draft_of(block: &Value, weekday: &str) -> Value {
    let mut draft = json!({"id": block["template_block"], "week": block["date"], "days": [weekday]});
    for field in ["start", "end", "category", "accepts", "title", "standing", "pinned"] {
        draft[field] = block[field].clone();
    }
    draft
}

fn save(world: &World, draft: &Value) {
    world.tell("save_block", json!({"draft": draft}));
}

/// All that is kept of the active roadmap.
fn export(world: &World, name: &str) -> Value {
    let roadmaps = world.ask("get_roadmaps");
    let active = roadmaps.as_array().unwrap().iter().find(|entry| entry["active"] == true).unwrap();
    let path = world.path(name);
    world.tell("export_roadmap", json!({"id": active["id"], "format": "json", "path": path}));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn template(world: &World, words: &str) -> Value {
    let all = world.ask("get_templates")["all"].clone();
    let named = |template: &&Value| template["name"].as_str().unwrap().contains(words);
    all.as_array().unwrap().iter().find(named).unwrap_or_else(|| panic!("no {words}"))["id"].clone()
}

/// Every way to change a block of the template, each on another weekday from today on.
fn change_everything(world: &World) {
    let mut longer = draft_of(&deep_work(world, "2026-12-23"), "wed");
    (longer["end"], longer["title"]) = (json!(600), json!("Short work"));
    save(world, &longer);
    let mut other = draft_of(&deep_work(world, "2026-12-24"), "thu");
    (other["category"], other["accepts"]) = (json!("networking"), json!([]));
    save(world, &other);
    world.tell("remove_block", json!({"id": deep_work(world, "2026-12-25")["template_block"]}));
    let mut added = longer.clone();
    (added["id"], added["days"]) = (Value::Null, json!(["mon", "wed"]));
    (added["start"], added["end"], added["title"]) = (json!(300), json!(330), json!("Early bird"));
    save(world, &added);
}

#[test]
fn weeks_that_are_over_are_the_same_whatever_becomes_of_their_template() {
    let world = in_the_fourth_week();
    let (over, this, kept) = (weeks_over(&world), week(&world, WEEK), export(&world, "before.json"));
    assert_eq!(deep_work(&world, "2026-11-30")["pips_done"], 1);
    change_everything(&world);
    assert_eq!(weeks_over(&world), over, "blocks, hours and pomodoros");
    for yesterday in [0, 1] {
        assert_eq!(week(&world, WEEK)["days"][yesterday]["blocks"], this["days"][yesterday]["blocks"]);
    }
    assert_eq!(deep_work(&world, "2026-12-23")["title"], "Short work");
    assert_eq!(deep_work(&world, "2026-12-24")["category"], "networking");
    assert!(at(&world, "2026-12-25", 570).is_none() && at(&world, "2027-01-01", 570).is_none());
    let early = |date| at(&world, date, 300).is_some();
    assert!(!early("2026-12-21") && early("2026-12-23") && early("2026-12-28"), "from today on");
    for _ in 0..4 {
        world.ask("undo");
    }
    assert_eq!((week(&world, WEEK), export(&world, "after.json")), (this, kept));
}

#[test]
fn a_change_on_a_later_day_leaves_what_the_one_before_made() {
    let world = in_the_fourth_week();
    let end_on = |end: u64, date: &str| {
        let mut draft = draft_of(&deep_work(&world, date), "wed");
        draft["end"] = json!(end);
        save(&world, &draft);
    };
    end_on(600, "2026-12-23");
    end_on(620, "2026-12-23");
    world.go_to("2026-12-30 03:00");
    assert_eq!(world.ask("get_today")["now"]["date"], "2026-12-29", "a day goes on until four");
    end_on(640, "2026-12-30");
    let ends = ["2026-12-16", "2026-12-23", "2026-12-30"].map(|date| deep_work(&world, date)["end"].clone());
    assert_eq!(ends, [json!(750), json!(620), json!(640)]);
}

#[test]
fn a_block_that_goes_to_another_weekday_stays_where_it_was_on_days_that_are_over() {
    let world = in_the_fourth_week();
    let (monday, over) = (deep_work(&world, "2026-12-21"), weeks_over(&world));
    let mut sunday = draft_of(&monday, "sun");
    (sunday["start"], sunday["end"]) = (json!(1200), json!(1290));
    save(&world, &sunday);
    assert_eq!(weeks_over(&world), over);
    assert_eq!(deep_work(&world, "2026-12-21"), monday, "it was there on Monday");
    assert!(at(&world, "2026-12-27", 1200).is_some(), "and is there on Sunday");
    assert!(at(&world, "2026-12-28", 570).is_none() && at(&world, "2026-12-20", 1200).is_none());
}

#[test]
fn what_was_worked_today_in_a_block_goes_with_it_to_a_day_still_to_come() {
    let world = with_a_plan();
    world.go_to("2026-12-07 09:40");
    world.tell("start_timer", json!({"work": null}));
    world.advance(25);
    let monday = deep_work(&world, "2026-12-07");
    assert_eq!(monday["pips_done"], 1);
    let mut sunday = draft_of(&monday, "sun");
    (sunday["start"], sunday["end"]) = (json!(1200), json!(1290));
    save(&world, &sunday);
    assert_eq!(at(&world, "2026-12-13", 1200).unwrap()["pips_done"], 1);
    world.ask("undo");
    assert_eq!(deep_work(&world, "2026-12-07")["pips_done"], 1);
}

#[test]
fn what_was_different_on_a_day_that_is_over_stays_so_by_its_name_then() {
    let world = in_the_fourth_week();
    let (monday, tuesday) = (deep_work(&world, "2026-12-21"), deep_work(&world, "2026-12-22"));
    world.tell("skip_block", json!({"key": monday["key"]}));
    world.tell("remove_block", json!({"id": monday["template_block"]}));
    assert_eq!(week(&world, WEEK)["skipped"][0]["title"], monday["title"]);
    let mut every = draft_of(&tuesday, "tue");
    every["title"] = json!("Other work");
    save(&world, &every);
    world.tell("restore_block", json!({"key": monday["key"]}));
    assert_eq!(deep_work(&world, "2026-12-21"), monday);
    let mut once = json!({});
    for field in ["key", "date", "start", "category", "accepts", "title", "standing"] {
        once[field] = monday[field].clone();
    }
    once["end"] = json!(700);
    world.tell("save_day_block", json!({"draft": once}));
    assert_eq!(deep_work(&world, "2026-12-21")["end"], 700, "a day that is over can still be changed alone");
}

/// Wednesday of the second of eight weeks that ask for 80 hours from Monday to Friday, with the document's text for
/// another end of the day.
fn in_a_long_stage() -> (World, impl Fn(&str) -> String) {
    let world = World::new();
    let text = |hours: &str| {
        format!(
            "# Plan\n\n## Month 1: Basics\n\n### Week 1-8: Read\n\n**Study (80 hours):**\n- [ ] Read a book\n\n\
             ## Daily Schedule (Full-Time)\n\n**Monday - Friday:**\n```\n9:00 AM - {hours}: Study\n```\n"
        )
    };
    let path = world.file("plan.md", text("12:00 PM"));
    begin(&world, &file(&path));
    world.go_to("2026-12-09 12:00");
    (world, text)
}

#[test]
fn a_working_day_that_is_gained_or_lost_leaves_the_hours_of_days_that_are_over() {
    let (world, _) = in_a_long_stage();
    let over = week(&world, "2026-11-30");
    assert_eq!(over["ledger"]["total"]["planned_minutes"], 600, "{}", over["ledger"]);
    let mut added = draft_of(&at(&world, "2026-12-09", 540).unwrap(), "sat");
    added["id"] = Value::Null;
    save(&world, &added);
    assert!(at(&world, "2026-12-12", 540).is_some());
    assert_eq!(week(&world, "2026-11-30"), over, "with Saturdays from now on");
    world.tell("remove_block", json!({"id": at(&world, "2026-12-11", 540).unwrap()["template_block"]}));
    assert_eq!(week(&world, "2026-11-30"), over, "and without Fridays");
    for day in ["2026-12-09", "2027-01-04"] {
        world.tell("use_template", json!({"day": day, "template": template(&world, "Part")}));
        assert_eq!(week(&world, "2026-11-30"), over, "with another template from {day} on");
    }
}

#[test]
fn a_document_that_is_read_again_changes_its_template_from_today_on() {
    let (world, text) = in_a_long_stage();
    let before = weeks_over(&world);
    assert!(at(&world, "2026-12-01", 540).is_some(), "{}", day(&world, "2026-12-01"));
    world.file("plan.md", text("10:00 AM"));
    let key = world.call::<Value>("compare_document", json!({"path": null}))["key"].clone();
    world.tell("read_again", json!({"path": null, "key": key}));
    assert_eq!(weeks_over(&world)[0], before[0]);
    assert_eq!(at(&world, "2026-12-08", 540).unwrap()["end"], 720);
    assert_eq!(at(&world, "2026-12-09", 540).unwrap()["end"], 600);
}

#[test]
fn a_way_out_that_opens_blocks_to_other_work_leaves_the_weeks_that_are_over() {
    let world = in_the_fourth_week();
    let findings = world.ask("get_plan_check")["findings"].clone();
    let opens = |remedy: &Value| remedy["change"]["kind"] == "open-blocks";
    let found = findings.as_array().unwrap().iter().find_map(|finding| {
        let place = finding["finding"]["remedies"].as_array().unwrap().iter().position(opens)?;
        Some((finding["finding"]["key"].clone(), place))
    });
    let (key, remedy) = found.unwrap_or_else(|| panic!("no way out opens blocks in {findings}"));
    let (over, this) = (weeks_over(&world), week(&world, "2026-12-28"));
    world.tell("resolve_finding", json!({"key": key, "remedy": remedy}));
    assert_eq!(weeks_over(&world), over);
    assert_ne!(week(&world, "2026-12-28")["days"], this["days"]);
}

#[test]
fn a_template_without_weeks_behind_it_keeps_nothing_of_what_it_was() {
    let world = with_a_plan();
    let mut draft = draft_of(&deep_work(&world, "2026-11-30"), "mon");
    draft["end"] = json!(600);
    save(&world, &draft);
    world.go_to("2026-11-30 12:00");
    draft["end"] = json!(620);
    save(&world, &draft);
    assert_eq!(export(&world, "plan.json")["former"], json!([]));
    world.go_to("2026-12-01 12:00");
    world.tell("rename_template", json!({"id": template(&world, "Full-Time"), "name": "My week"}));
    save(&world, &draft);
    assert_eq!(export(&world, "plan.json")["former"], json!([]), "another name, and the same blocks");
}

#[test]
fn a_template_that_only_weeks_that_are_over_followed_is_kept_for_them() {
    let world = in_the_fourth_week();
    let over = weeks_over(&world);
    let full_time = template(&world, "Full-Time");
    world.tell("use_template", json!({"day": "2026-12-23", "template": template(&world, "Part-Time")}));
    let refusal = world.refused("remove_template", json!({"id": full_time}));
    assert!(refusal.message.contains("that are over followed"), "{}", refusal.message);
    assert_eq!(weeks_over(&world), over);
}

#[test]
fn a_copy_and_a_file_have_the_weeks_that_are_over_as_they_were() {
    let world = in_the_fourth_week();
    let monday = deep_work(&world, "2026-12-21");
    world.tell("skip_block", json!({"key": monday["key"]}));
    change_everything(&world);
    world.tell("remove_block", json!({"id": monday["template_block"]}));
    let (over, whole) = (weeks_over(&world), export(&world, "whole.json"));
    assert_eq!(whole["former"].as_array().unwrap().len(), 1);
    world.tell("import_roadmap", json!({"path": world.path("whole.json")}));
    assert_eq!(export(&world, "again.json"), whole);
    let shown = weeks_over(&world);
    for (shown, over) in shown.iter().zip(&over) {
        assert_eq!(shown["ledger"], over["ledger"]);
    }
    assert_eq!(deep_work(&world, "2026-11-30")["pips_done"], 1);
    assert_eq!(week(&world, WEEK)["skipped"][0]["title"], monday["title"]);
    let mut broken = whole;
    broken["former"][0]["template"] = json!(7);
    let path = world.file("broken.json", broken.to_string());
    assert!(world.refused("import_roadmap", json!({"path": path})).message.contains("damaged"));
}

/// The terms with the template of that name.
fn terms_with(world: &World, words: &str) -> Value {
    let terms = world.ask("get_terms");
    let named = |template: &&Value| template["name"].as_str().unwrap().contains(words);
    let mut setup = terms["setup"].clone();
    setup["template"] = terms["templates"].as_array().unwrap().iter().find(named).unwrap()["index"].clone();
    setup
}

#[test]
fn another_template_in_the_settings_takes_over_today_and_leaves_the_days_before() {
    let world = in_the_fourth_week();
    let (over, monday) = (weeks_over(&world), day(&world, "2026-12-21"));
    assert_eq!(world.ask("get_terms")["begun"], true);
    let setup = terms_with(&world, "Part-Time");
    let estimate: Value = world.call("estimate_terms", json!({"setup": setup}));
    world.tell("save_terms", json!({"setup": setup}));
    assert_eq!(weeks_over(&world), over);
    assert_eq!(day(&world, "2026-12-21")["blocks"], monday["blocks"]);
    let name = day(&world, "2026-12-23")["template"].clone();
    assert!(name.as_str().unwrap().contains("Part-Time"), "{name}");
    assert_eq!(world.ask("get_templates")["seasons"][1]["from"], "2026-12-23");
    let terms = world.ask("get_terms");
    assert_eq!(terms["setup"], setup, "what is in force today");
    let now: Value = world.call("estimate_terms", json!({"setup": terms["setup"]}));
    assert_eq!(now["without_room_minutes"], estimate["without_room_minutes"]);
    world.tell("save_terms", json!({"setup": terms_with(&world, "Full-Time")}));
    assert_eq!(world.ask("get_templates")["seasons"].as_array().unwrap().len(), 1, "as it was");
}

#[test]
fn before_the_plan_has_begun_or_with_another_first_day_the_plan_begins_with_the_template() {
    let world = World::new();
    begin(&world, &file(&fixture(crate::steps::DOCUMENT)));
    assert_eq!(world.ask("get_terms")["begun"], false);
    world.tell("save_terms", json!({"setup": terms_with(&world, "Part-Time")}));
    let holds = |words: &str| day(&world, "2026-11-30")["template"].as_str().unwrap().contains(words);
    assert!(holds("Part-Time"));
    world.go_to("2026-12-23 12:00");
    let mut setup = terms_with(&world, "Full-Time");
    setup["start"] = json!("2026-11-23");
    world.tell("save_terms", json!({"setup": setup}));
    assert!(holds("Full-Time"));
    assert_eq!(world.ask("get_templates")["seasons"].as_array().unwrap().len(), 1);
}

#[test]
fn days_that_are_over_get_no_other_template_nor_lose_theirs() {
    let world = in_the_fourth_week();
    world.tell("use_template", json!({"day": "2026-12-24", "template": template(&world, "Part-Time")}));
    world.go_to("2027-01-04 12:00");
    let over = day(&world, "2026-12-28");
    for change in [
        json!({"day": "2026-12-24", "template": null}),
        json!({"day": "2026-12-14", "template": template(&world, "Part-Time")}),
        json!({"day": "2026-11-30", "template": template(&world, "Part-Time")}),
    ] {
        let refused = world.refused("use_template", change);
        assert!(refused.message.contains("Choose today or a later day"), "{}", refused.message);
    }
    world.tell("use_template", json!({"day": "2027-01-04", "template": template(&world, "Full-Time")}));
    assert_eq!(day(&world, "2026-12-28"), over);
}
