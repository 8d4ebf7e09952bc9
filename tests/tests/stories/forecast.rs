//! When the end is reached at one's own pace.

use crate::steps::{DOCUMENT, file, with_a_plan};
use chrono::{Days, NaiveDate};
use serde_json::{Value, json};
use waymark_tests::World;
use waymark_tests::world::fixture;

fn end(world: &World) -> Value {
    world.ask("get_forecast").as_array().unwrap().last().unwrap().clone()
}

#[test]
fn with_too_little_history_it_says_so_and_uses_the_plan() {
    let world = with_a_plan();
    world.go_to("2026-11-30 08:00");
    let end = end(&world);
    assert_eq!(end["reached"]["kind"], "too-early");
    assert_eq!((&end["reached"]["weeks_seen"], &end["planned"]), (&json!(0), &json!("2027-02-21")));
    assert!(end["reached"]["by_template"].is_string());
}

#[test]
fn by_the_template_a_plan_takes_its_weeks_from_its_start_on_also_after_a_push() {
    let world = World::at("2026-11-27 08:00");
    let source = file(&fixture(DOCUMENT));
    let preview: Value = world.call("preview", json!({"source": source}));
    let mut setup = preview["proposal"].clone();
    setup["start"] = json!("2027-02-01");
    world.tell("begin", json!({"source": source, "setup": setup}));
    let by_template =
        || end(&world)["reached"]["by_template"].as_str().unwrap().parse::<NaiveDate>().unwrap();
    let planned = end(&world)["planned"].as_str().unwrap().parse::<NaiveDate>().unwrap();
    let off = |day: NaiveDate| day.signed_duration_since(planned).num_days().abs();
    assert!(off(by_template()) <= 7, "{} {planned}", by_template());
    world.go_to("2027-03-01 08:00");
    let missed = by_template();
    let ways = world.ask("get_replan");
    let push = ways["proposals"].as_array().unwrap().iter().find(|way| way["way"] == "push-dates").unwrap();
    world.tell("accept_proposal", json!({"way": "push-dates", "key": push["key"]}));
    assert_eq!(by_template(), missed, "what a week asks for is not less for being later");
}

#[test]
fn after_six_weeks_of_history_the_end_has_a_range_that_days_off_push() {
    let world = World::new();
    world.tell("load_sample", json!(null));
    let today = || world.ask("get_today")["now"]["date"].as_str().unwrap().parse::<NaiveDate>().unwrap();
    let before = end(&world)["reached"].clone();
    assert_eq!(before["kind"], "between", "{before}");
    assert!(before["most"]["from"].as_str() <= before["half"]["from"].as_str());
    assert!(before["half"]["to"].as_str() <= before["most"]["to"].as_str());
    let to = today() + Days::new(20);
    let line = json!({"id": null, "from": today(), "to": to, "relief": "off", "title": "Away"});
    world.tell("save_days_off", json!({"line": line}));
    let after = end(&world)["reached"].clone();
    assert!(after["median"].as_str() > before["median"].as_str(), "{before} {after}");
}

/// Monday, 18 January 2027, with a plan that began on a day before.
fn begun_on(start: &str) -> World {
    let world = World::at("2027-01-18 08:00");
    let source = file(&fixture(DOCUMENT));
    let preview: Value = world.call("preview", json!({"source": source}));
    let mut setup = preview["proposal"].clone();
    setup["start"] = json!(start);
    world.tell("begin", json!({"source": source, "setup": setup}));
    world
}

/// Gives the plan sessions on the Fridays of its last weeks: how many each, of how many seconds, and of which category
/// where they are for no activity.
fn worked(world: &World, weeks: u64, each: &[(u32, u32, Option<&str>)]) {
    world.tell("start_timer", json!({"work": null}));
    world.advance(10);
    world.tell("stop_timer", json!({}));
    let path = world.path("plan.json");
    let active = world.ask("get_roadmaps")[0]["id"].clone();
    world.tell("export_roadmap", json!({"id": active, "format": "json", "path": path}));
    let mut whole: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    let one = whole["sessions"][0].clone();
    assert!(one["work"]["activity"].is_number(), "{one}");
    let friday = NaiveDate::from_ymd_opt(2027, 1, 15).unwrap();
    let mut sessions = Vec::new();
    for week in 0..weeks {
        for (count, seconds, category) in each {
            for _ in 0..*count {
                let mut session = one.clone();
                session["key"] = json!(sessions.len() + 1);
                session["day"] = json!(friday - Days::new(7 * week));
                session["spent_seconds"] = json!(seconds);
                if let Some(category) = category {
                    session["work"]["activity"] = Value::Null;
                    session["work"]["step"] = Value::Null;
                    session["work"]["category"] = json!(category);
                }
                sessions.push(session);
            }
        }
    }
    whole["sessions"] = json!(sessions);
    std::fs::write(&path, whole.to_string()).unwrap();
    world.tell("import_roadmap", json!({"path": path}));
}

/// When the end is reached after seven such weeks.
fn reached(each: &[(u32, u32, Option<&str>)]) -> Value {
    let world = begun_on("2026-11-30");
    worked(&world, 7, each);
    let reached = end(&world)["reached"].clone();
    assert_eq!(reached["kind"], "between", "{reached}");
    reached
}

#[test]
fn what_is_worked_outside_the_stages_hours_makes_nobody_faster() {
    let alone = reached(&[(20, 1800, None)]);
    assert_eq!(reached(&[(20, 1800, None), (10, 3600, Some("networking"))]), alone);
    assert_ne!(reached(&[(20, 1800, None), (10, 3600, Some("study"))]), alone, "the weeks ask for study");
}

#[test]
fn seconds_of_short_sessions_are_not_lost() {
    assert_eq!(reached(&[(60, 610, None)]), reached(&[(10, 3660, None)]));
}

#[test]
fn a_first_week_that_began_in_its_midst_says_nothing_of_the_pace() {
    let world = begun_on("2026-12-10");
    worked(&world, 6, &[(20, 1800, None)]);
    let reached = &end(&world)["reached"];
    assert_eq!((&reached["kind"], &reached["weeks_seen"]), (&json!("too-early"), &json!(5)));
}

#[test]
fn weeks_that_are_busy_push_the_end_without_a_day_off() {
    let world = begun_on("2026-11-30");
    worked(&world, 7, &[(20, 1800, None)]);
    let before = end(&world)["reached"]["median"].clone();
    let away = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Away\r\n\
        DTSTART;VALUE=DATE:20270201\r\nDTEND;VALUE=DATE:20270222\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let path = world.file("away.ics", away);
    world.tell("add_calendar", json!({"path": path}));
    let after = end(&world)["reached"]["median"].clone();
    assert!(after.as_str() > before.as_str(), "{before} {after}");
}

/// A world with seven weeks of work, of which a range is told.
fn told() -> World {
    let world = begun_on("2026-11-30");
    worked(&world, 7, &[(20, 1800, None)]);
    assert_eq!(end(&world)["reached"]["kind"], "between");
    world
}

#[test]
fn weeks_at_another_pace_say_nothing_of_the_one_chosen_now() {
    let world = told();
    let mut setup = world.ask("get_terms")["setup"].clone();
    setup["pace"] = json!({"kind": "hours", "per_week_minutes": 12 * 60});
    world.tell("save_terms", json!({"setup": setup}));
    let reached = end(&world)["reached"].clone();
    assert_eq!((&reached["kind"], &reached["weeks_seen"]), (&json!("too-early"), &json!(0)));
    setup["role"] = json!("Anything");
    world.tell("save_terms", json!({"setup": setup}));
    assert_eq!(end(&world)["reached"], reached, "terms that change nothing of the pace");
    world.ask("undo");
    world.ask("undo");
    assert_eq!(end(&world)["reached"]["kind"], "between");
}

#[test]
fn weeks_of_a_template_with_other_hours_say_nothing_of_the_one_that_took_over() {
    let world = told();
    let all = world.ask("get_templates")["all"].clone();
    let named = |template: &&Value| template["name"].as_str().unwrap().contains("Part-Time");
    let part_time = all.as_array().unwrap().iter().find(named).unwrap()["id"].clone();
    world.tell("use_template", json!({"day": "2027-01-18", "template": part_time}));
    let reached = end(&world)["reached"].clone();
    assert_eq!((&reached["kind"], &reached["weeks_seen"]), (&json!("too-early"), &json!(0)));
    world.ask("undo");
    let copy: Value = world.call("add_template", json!({"name": "The same week", "copy": all[0]["id"]}));
    world.tell("use_template", json!({"day": "2027-01-18", "template": copy}));
    assert_eq!(end(&world)["reached"]["kind"], "between", "with the same hours it is the same pace");
}
