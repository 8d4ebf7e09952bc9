//! Sessions as a person corrects them, and those that reach into another day.

use crate::steps::{at_work, ledger_line, number, with_a_plan};
use serde_json::{Value, json};
use waymark_tests::World;

fn sessions(world: &World) -> Vec<Value> {
    let page: Value =
        world.call("get_sessions", json!({"from": "2026-11-01", "to": "2026-12-31", "page": 0}));
    page["sessions"].as_array().unwrap().clone()
}

/// Sessions in a word each: what they were for, and their minutes.
fn words(world: &World) -> Vec<String> {
    let word = |session: &Value| {
        format!("{} {}", session["work"]["title"].as_str().unwrap(), number(&session["spent_seconds"]) / 60)
    };
    sessions(world).iter().map(word).collect()
}

fn own(title: &str) -> Value {
    json!({"activity": null, "step": null, "block": null, "category": "study", "title": title})
}

/// A session of the first day, in UTC, an hour behind the clock.
fn draft(title: &str, from: &str, to: &str) -> Value {
    let at = |time: &str| format!("2026-11-30T{time}:00Z");
    json!({"work": own(title), "started_at": at(from), "ended_at": at(to), "note": null})
}

fn add(world: &World, title: &str, from: &str, to: &str) {
    world.tell("add_session", json!({"draft": draft(title, from, to)}));
}

/// A finished focus from 9:40 to 10:05 on the day's work, and what it left.
fn worked() -> World {
    let world = at_work();
    world.tell("start_timer", json!({"work": null}));
    world.advance(25);
    world.tell("stop_timer", json!({}));
    world
}

#[test]
fn sessions_are_listed_the_latest_first_a_page_at_a_time() {
    let world = at_work();
    for minute in 0..51 {
        let time = |at: u32| format!("{:02}:{:02}", at / 60, at % 60);
        add(&world, &format!("Part {minute}"), &time(minute * 2), &time(minute * 2 + 1));
        add(&world, &format!("Rest {minute}"), &time(minute * 2 + 1), &time(minute * 2 + 2));
    }
    let page = |page: u32| -> Value {
        world.call("get_sessions", json!({"from": "2026-11-01", "to": "2026-11-30", "page": page}))
    };
    let first = page(0);
    assert_eq!(
        (first["sessions"][0]["work"]["title"].as_str(), &first["more"]),
        (Some("Rest 50"), &json!(true))
    );
    let second = page(1);
    assert_eq!((second["sessions"].as_array().unwrap().len(), &second["more"]), (2, &json!(false)));
    assert_eq!(second["sessions"][1]["work"]["title"], "Part 0");
}

#[test]
fn unassigned_work_is_assigned_later_and_counts_there() {
    let world = at_work();
    let work = world.ask("get_work_choices")[0].clone();
    let category = work["category"].as_str().unwrap();
    world.tell("start_timer", json!({"work": own("Focus")}));
    world.advance(25);
    world.tell("stop_timer", json!({}));
    let session = sessions(&world)[0].clone();
    assert_eq!(session["outside"], true);
    let assigned = json!({"activity": work["activity"], "step": null, "block": null, "category": category,
        "title": "Assigned"});
    let draft = json!({"work": assigned, "started_at": session["started_at"], "ended_at": session["ended_at"],
        "note": "at last"});
    world.tell("change_session", json!({"id": session["id"], "draft": draft}));
    let line =
        |world: &World| ledger_line(&world.ask("get_today")["ledger"], category)["worked_minutes"].clone();
    assert_eq!(line(&world), 25);
    assert_eq!(
        (sessions(&world)[0]["outside"].clone(), sessions(&world)[0]["note"].clone()),
        (json!(false), json!("at last"))
    );
    assert_eq!(world.ask("undo"), "change the session “Focus”");
    assert_eq!((line(&world), sessions(&world)[0].clone()), (json!(0), session));
}

#[test]
fn what_is_added_split_and_removed_is_one_step_of_undo_each() {
    let world = worked();
    let before = world.tables();
    add(&world, "Reading", "07:00", "08:00");
    let reading = sessions(&world)[1]["id"].clone();
    let added = world.tables();
    world.tell("split_session", json!({"id": reading, "at": "2026-11-30T07:20:00Z"}));
    assert_eq!(words(&world)[1..], ["Reading 40", "Reading 20"]);
    let split = world.tables();
    world.tell("remove_session", json!({"id": reading}));
    assert_eq!(words(&world)[1..], ["Reading 40"]);
    for expected in [split, added, before] {
        world.ask("undo");
        assert_eq!(world.tables()["session"], expected["session"]);
    }
}

#[test]
fn a_pomodoro_that_is_split_still_counts_once() {
    let world = worked();
    let session = sessions(&world)[0].clone();
    world.tell("split_session", json!({"id": session["id"], "at": "2026-11-30T08:50:00Z"}));
    let figures = world.ask("get_today")["figures"].clone();
    assert_eq!((&figures["pomodoros"], &figures["focused_minutes"]), (&json!(1), &json!(25)));
    let refusal = world.refused("split_session", json!({"id": session["id"], "at": "2026-11-30T12:00:00Z"}));
    assert_eq!(refusal.code, "invalid");
}

#[test]
fn nothing_overlaps_and_the_refusal_names_the_other_one() {
    let world = worked();
    let title = sessions(&world)[0]["work"]["title"].as_str().unwrap().to_owned();
    let refusal = world.refused("add_session", json!({"draft": draft("Reading", "08:30", "08:45")}));
    assert_eq!(refusal.code, "invalid");
    let named = format!("It overlaps “{title}” on 30 November from 9:40 to 10:05");
    assert!(refusal.message.starts_with(&named), "{}", refusal.message);
    add(&world, "Reading", "08:00", "08:40");
    let id = sessions(&world)[1]["id"].clone();
    let longer = json!({"id": id, "draft": draft("Reading", "08:00", "08:41")});
    assert_eq!(world.refused("change_session", longer).code, "invalid");
    assert_eq!(words(&world)[1..], ["Reading 40"], "nothing changed");
}

#[test]
fn what_is_under_way_is_taken_time_and_there_is_no_session_in_the_future() {
    let world = at_work();
    world.tell("start_timer", json!({"work": own("Focus")}));
    world.advance(10);
    let refusal = world.refused("add_session", json!({"draft": draft("Reading", "08:30", "08:45")}));
    assert!(refusal.message.contains("“Focus”, which has been under way since 9:40"), "{}", refusal.message);
    world.tell("stop_timer", json!({}));
    let refusal = world.refused("add_session", json!({"draft": draft("Reading", "08:50", "08:51")}));
    assert!(refusal.message.contains("in the future"), "{}", refusal.message);
}

#[test]
fn what_the_timer_holds_is_changed_once_it_has_gone_on() {
    let world = at_work();
    world.tell("start_timer", json!({"work": null}));
    world.advance(25);
    let session = sessions(&world)[0].clone();
    assert_eq!(session["held"], true);
    assert_eq!(world.refused("remove_session", json!({"id": session["id"]})).code, "stale");
    world.tell("stop_timer", json!({}));
    world.tell("remove_session", json!({"id": session["id"]}));
    assert_eq!(world.refused("remove_session", json!({"id": session["id"]})).code, "stale");
}

#[test]
fn a_session_that_was_added_since_stands_in_the_way_of_five_more_minutes() {
    let world = at_work();
    world.tell("start_timer", json!({"work": null}));
    world.advance(45);
    add(&world, "Reading", "09:10", "09:20");
    assert_eq!(world.refused("extend_interval", json!({"minutes": 5})).code, "invalid");
    assert_eq!(world.ask("get_timer")["state"], "ended");
}

#[test]
fn a_session_over_the_end_of_a_day_counts_for_both_and_is_one_in_the_list() {
    let world = with_a_plan();
    world.go_to("2026-12-01 03:50");
    world.tell("start_timer", json!({"work": null}));
    world.advance(25);
    world.tell("stop_timer", json!({}));
    assert_eq!(sessions(&world).len(), 1);
    assert_eq!(sessions(&world)[0]["day"], "2026-11-30");
    let week: Value = world.call("get_week", json!({"day": "2026-11-30"}));
    assert_eq!(
        (&week["days"][0]["worked_minutes"], &week["days"][1]["worked_minutes"]),
        (&json!(10), &json!(15))
    );
    assert_eq!(week["ledger"]["total"]["worked_minutes"], 25);
    let figures = world.ask("get_today")["figures"].clone();
    assert_eq!((&figures["focused_minutes"], &figures["pomodoros"]), (&json!(15), &json!(0)));
}

#[test]
fn a_session_over_the_end_of_a_week_counts_for_both_weeks() {
    let world = with_a_plan();
    world.go_to("2026-12-07 03:50");
    world.tell("start_timer", json!({"work": null}));
    world.advance(25);
    world.tell("stop_timer", json!({}));
    let worked = |day: &str| {
        let week: Value = world.call("get_week", json!({"day": day}));
        let days = week["days"].as_array().unwrap().iter();
        days.map(|day| number(&day["worked_minutes"])).collect::<Vec<_>>()
    };
    assert_eq!(worked("2026-11-30")[6], 10);
    assert_eq!(worked("2026-12-07")[0], 15);
}
