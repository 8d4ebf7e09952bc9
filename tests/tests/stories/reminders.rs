//! A block begins, and the person hears of it once.

use crate::steps::{change, set, with_a_plan};
use serde_json::{Value, json};
use waymark_tests::World;

/// The first morning, just before the block of deep work at 9:30.
fn before_deep_work() -> World {
    let world = with_a_plan();
    world.go_to("2026-11-30 09:29");
    world.news();
    world
}

#[test]
fn a_block_is_announced_when_it_begins_and_only_once() {
    let mut world = before_deep_work();
    world.advance(1);
    let notice = world.notice();
    assert!(notice.body.contains(", 9:30 to"), "{notice:?}");
    assert_eq!(notice.actions, ["start", "snooze", "skip"]);
    world.advance(60);
    world.restart();
    world.advance(1);
    assert_eq!(world.news(), []);
}

#[test]
fn its_button_starts_the_blocks_work() {
    let world = before_deep_work();
    world.advance(1);
    let block = world.ask("get_today")["current"].clone();
    world.press(&world.notice(), "start");
    let timer = world.ask("get_timer");
    assert_eq!((&timer["state"], &timer["work"]["block"]), (&json!("running"), &block));
}

#[test]
fn its_button_ends_what_runs_and_keeps_what_was_done_of_it() {
    let world = before_deep_work();
    set(&world, "hold_in_focus", json!(false));
    let other =
        json!({"activity": null, "step": null, "block": null, "category": "writing", "title": "A letter"});
    world.tell("start_timer", json!({"work": other}));
    world.advance(1);
    let block = world.ask("get_today")["current"].clone();
    world.press(&world.notice(), "start");
    let timer = world.ask("get_timer");
    assert_eq!((&timer["state"], &timer["work"]["block"]), (&json!("running"), &block));
    let figures = world.ask("get_today")["figures"].clone();
    assert_eq!((&figures["focused_minutes"], &figures["pomodoros"]), (&json!(1), &json!(0)));
}

#[test]
fn its_button_leaves_alone_what_is_under_way_on_that_block() {
    let world = before_deep_work();
    world.advance(1);
    let notice = world.notice();
    world.tell("start_timer", json!({"work": null}));
    world.advance(19);
    world.press(&notice, "start");
    assert_eq!(world.ask("get_timer")["remaining_seconds"], 6 * 60);
    world.advance(6);
    assert_eq!(world.ask("get_today")["figures"]["pomodoros"], 1);
}

#[test]
fn its_button_starts_what_is_next_by_then() {
    let world = before_deep_work();
    world.advance(1);
    let notice = world.notice();
    let step = world.ask("get_today")["work"]["step"].clone();
    world.tell("set_done", json!({"item": step["item"], "done": true}));
    let next = world.ask("get_today")["work"]["step"]["item"].clone();
    assert_ne!(next, step["item"]);
    world.press(&notice, "start");
    assert_eq!(world.ask("get_timer")["work"]["step"], next);
}

#[test]
fn after_its_block_the_button_starts_the_work_alone() {
    let world = before_deep_work();
    world.advance(1);
    let notice = world.notice();
    world.go_to("2026-12-01 08:00");
    world.press(&notice, "start");
    let work = world.ask("get_timer")["work"].clone();
    assert!(work["activity"].is_number(), "{work}");
    assert_eq!(work["block"], Value::Null);
}

#[test]
fn it_says_the_time_as_the_person_reads_it() {
    let world = before_deep_work();
    let mut settings = world.ask("get_frame")["settings"].clone();
    settings["clock"] = json!("hours12");
    world.tell("save_settings", json!({"settings": settings}));
    world.advance(1);
    let notice = world.notice();
    assert!(notice.body.contains("9:30 am to 12:30 pm"), "{notice:?}");
}

#[test]
fn snoozed_it_comes_again_after_ten_minutes() {
    let world = before_deep_work();
    world.advance(1);
    let first = world.notice();
    world.press(&first, "snooze");
    world.advance(9);
    assert_eq!(world.news(), []);
    world.advance(1);
    let second = world.notice();
    assert_eq!(second.title, first.title);
    assert_ne!(second.entry, first.entry);
    world.advance(30);
    assert_eq!(world.news(), []);
}

#[test]
fn skipped_it_does_not_come_again() {
    let world = before_deep_work();
    world.advance(1);
    world.press(&world.notice(), "skip");
    world.advance(60);
    assert_eq!(world.news(), []);
    assert_eq!(world.ask("get_inbox")[0]["answer"], "skipped");
}

#[test]
fn who_is_at_it_already_is_not_disturbed() {
    let world = before_deep_work();
    let week: Value = world.call("get_week", json!({"day": "2026-11-30"}));
    let blocks = week["days"][0]["blocks"].as_array().unwrap();
    let deep_work = blocks.iter().find(|block| block["start"] == 9 * 60 + 30).expect("deep work at 9:30");
    let portion = &deep_work["work"][0];
    let work = json!({"activity": portion["activity"], "step": null, "block": null,
        "category": portion["category"], "title": portion["title"]});
    world.tell("start_timer", json!({"work": work}));
    world.advance(20);
    assert_eq!(world.news(), []);
}

#[test]
fn nobody_is_reminded_before_the_plan_starts_or_on_days_of_rest() {
    let world = with_a_plan();
    world.go_to("2026-11-29 23:00");
    assert_eq!(world.notices(), []);
}

#[test]
fn turned_off_no_reminder_comes() {
    let world = before_deep_work();
    change(&world, "block-start", "on", json!(false));
    world.advance(60);
    assert_eq!(world.news(), []);
}

#[test]
fn a_reminder_can_come_some_minutes_before() {
    let world = with_a_plan();
    change(&world, "block-start", "timing", json!({"when": "before", "minutes": 15}));
    world.go_to("2026-11-30 09:14");
    world.news();
    world.advance(1);
    assert!(world.notice().body.contains(", 9:30 to"));
    world.advance(15);
    assert_eq!(world.news(), [], "and not again at the beginning");
}

#[test]
fn without_native_notifications_the_inbox_has_them_all() {
    let world = before_deep_work();
    let mut settings = world.ask("get_frame")["settings"].clone();
    settings["notify"] = json!(false);
    world.tell("save_settings", json!({"settings": settings}));
    world.advance(1);
    assert_eq!(world.news(), []);
    let entry = &world.ask("get_inbox")[0];
    assert_eq!((&entry["kind"], &entry["answer"]), (&json!("block-start"), &json!(null)));
}

#[test]
fn what_another_plan_has_in_the_past_is_not_missed() {
    let mut world = with_a_plan();
    world.go_to("2026-11-30 20:50");
    world.news();
    let entries = || world.ask("get_inbox").as_array().unwrap().len();
    let before = entries();
    let draft = json!({"id": null, "week": "2026-11-30", "days": ["mon"], "start": 540, "end": 570, "category": "study", "accepts": [],
        "title": "Early reading", "standing": true, "pinned": false});
    world.tell("save_block", json!({"draft": draft}));
    world.advance(1);
    assert_eq!(entries(), before, "a block that was added in the evening did not begin in the morning");
    world.restart();
    world.advance(1);
    assert_eq!(world.ask("get_inbox").as_array().unwrap().len(), before);
    world.go_to("2026-12-07 09:00");
    assert!(world.news().iter().any(|notice| notice.body.contains("Early reading")), "next week it comes");
}

#[test]
fn turned_on_in_the_evening_the_days_reminders_do_not_come_at_once() {
    let world = with_a_plan();
    change(&world, "block-start", "on", json!(false));
    world.go_to("2026-11-30 21:30");
    change(&world, "block-start", "on", json!(true));
    world.advance(1);
    assert_eq!(world.ask("get_inbox"), json!([]));
}

#[test]
fn a_reminder_a_day_before_comes_in_time_in_the_night_too() {
    let world = with_a_plan();
    let draft = json!({"id": null, "week": "2026-11-30", "days": ["wed"], "start": 30, "end": 60, "category": "study", "accepts": [],
        "title": "Night reading", "standing": true, "pinned": false});
    world.tell("save_block", json!({"draft": draft}));
    change(&world, "block-start", "timing", json!({"when": "before", "minutes": 24 * 60}));
    world.go_to("2026-12-01 00:29");
    world.news();
    world.advance(1);
    assert!(world.notice().body.contains("Night reading"));
}

#[test]
fn what_a_late_change_of_a_day_brings_into_the_past_is_not_missed() {
    let world = with_a_plan();
    let entries = || world.ask("get_inbox").as_array().unwrap().len();
    world.go_to("2026-11-30 20:50");
    let before = entries();
    let draft = json!({"key": null, "date": "2026-11-30", "start": 540, "end": 600, "category": "study",
        "accepts": [], "title": "Reading, noted late", "standing": false});
    world.tell("save_day_block", json!({"draft": draft}));
    world.advance(1);
    assert_eq!(entries(), before, "a block of one day");
    let line = json!({"id": null, "from": "2026-12-01", "to": "2026-12-01", "relief": "off", "title": ""});
    world.tell("save_days_off", json!({"line": line}));
    world.go_to("2026-12-01 20:50");
    let before = entries();
    world.ask("undo");
    world.advance(1);
    assert_eq!(entries(), before, "a day that is no longer off");
    let block = &world.call::<Value>("get_week", json!({"day": "2026-12-01"}))["days"][1]["blocks"][0];
    let mut moved = json!({"date": "2026-12-01", "start": 1200, "end": 1230});
    for field in ["key", "category", "accepts", "title", "standing"] {
        moved[field] = block[field].clone();
    }
    world.tell("save_day_block", json!({"draft": moved}));
    world.advance(1);
    assert_eq!(entries(), before, "a block that was moved");
    let id: Value = world.call("add_template", json!({"name": "Early", "copy": null}));
    let draft = json!({"id": null, "week": "2026-12-07", "days": ["tue"], "start": 300, "end": 360, "category": "study",
        "accepts": [], "title": "Early bird", "standing": false, "pinned": false});
    world.tell("use_template", json!({"day": "2026-12-07", "template": id}));
    world.tell("save_block", json!({"draft": draft}));
    world.advance(1);
    world.tell("use_template", json!({"day": "2026-12-01", "template": id}));
    world.advance(1);
    assert_eq!(entries(), before, "another template");
}
