//! Work after midnight: a day goes on until 4:00.

use crate::steps::with_a_plan;
use serde_json::{Value, json};
use waymark_tests::World;

/// A block that is there every week.
pub(crate) fn weekly(day: &str, start: u16, end: u16) -> Value {
    json!({"draft": {"id": null, "week": "2026-11-30", "days": [day], "start": start, "end": end, "category": "study",
        "accepts": [], "title": "Night reading", "standing": true, "pinned": false}})
}

/// A block of one date alone.
pub(crate) fn once(date: &str, start: u16, end: u16) -> Value {
    json!({"draft": {"key": null, "date": date, "start": start, "end": end, "category": "study",
        "accepts": [], "title": "Night reading", "standing": true}})
}

/// When the blocks of the night are: date, start and end.
pub(crate) fn nights(world: &World, day: &str) -> Vec<(String, u64, u64)> {
    let week: Value = world.call("get_week", json!({"day": day}));
    let days = week["days"].as_array().unwrap().iter();
    let blocks = days.flat_map(|day| day["blocks"].as_array().unwrap().clone());
    blocks
        .filter(|block| block["title"] == "Night reading")
        .map(|block| {
            let date = block["date"].as_str().unwrap().to_owned();
            (date, block["start"].as_u64().unwrap(), block["end"].as_u64().unwrap())
        })
        .collect()
}

/// Claims that the block of the night is on: Today says so, and its work is offered.
#[track_caller]
pub(crate) fn is_on(world: &World) {
    let today = world.ask("get_today");
    assert!(today["current"].is_string(), "{today}");
    assert_eq!(today["work"]["block"], today["current"]);
}

#[test]
fn a_block_over_midnight_is_on_until_its_end() {
    let world = with_a_plan();
    world.tell("save_day_block", once("2026-11-30", 1380, 1500));
    for now in ["2026-11-30 23:30", "2026-12-01 00:30"] {
        world.go_to(now);
        is_on(&world);
        assert_eq!(world.ask("get_today")["work"]["until"], 1500);
    }
    world.go_to("2026-12-01 01:00");
    assert_eq!(world.ask("get_today")["current"], Value::Null);
}

#[test]
fn a_block_after_midnight_is_one_of_the_day_before() {
    let world = with_a_plan();
    world.tell("save_block", weekly("mon", 1500, 1620));
    world.tell("save_day_block", once("2026-12-02", 1440, 1680));
    let found = nights(&world, "2026-11-30");
    assert_eq!(found, [("2026-11-30".to_owned(), 1500, 1620), ("2026-12-02".to_owned(), 1440, 1680)]);
    for now in ["2026-12-01 01:30", "2026-12-03 03:59"] {
        world.go_to(now);
        is_on(&world);
    }
}

#[test]
fn a_time_before_the_day_begins_is_of_the_night_before() {
    let world = with_a_plan();
    world.tell("save_block", weekly("wed", 30, 120));
    world.tell("save_block", weekly("mon", 60, 120));
    world.tell("save_day_block", once("2026-12-04", 60, 120));
    let found = nights(&world, "2026-11-30");
    let expected = [("2026-12-01", 1470, 1560), ("2026-12-03", 1500, 1560), ("2026-12-06", 1500, 1560)];
    assert_eq!(found, expected.map(|(date, start, end)| (date.to_owned(), start, end)));
    world.go_to("2026-12-02 00:40");
    is_on(&world);
}

#[test]
fn a_block_that_goes_on_when_the_next_day_has_begun_is_refused() {
    let world = with_a_plan();
    for (start, end) in [(1500, 1681), (1680, 1690), (120, 300)] {
        let refused = world.refused("save_day_block", once("2026-11-30", start, end));
        assert!(refused.message.contains("4:00"), "{start} to {end}: {}", refused.message);
    }
}

/// A plan with a block from 1:00 to 3:00 on a day of each week, before the day begins: older databases have such.
fn with_a_block_before_the_day_begins(weekday: &str) -> World {
    let world = with_a_plan();
    world.tell("save_block", weekly(weekday, 300, 420));
    let active = world.ask("get_roadmaps")[0]["id"].clone();
    let path = world.path("plan.json");
    world.tell("export_roadmap", json!({"id": active, "format": "json", "path": path}));
    let mut whole: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    let templates = whole["templates"].as_array_mut().unwrap().iter_mut();
    let mut blocks = templates.flat_map(|template| template["blocks"].as_array_mut().unwrap());
    let block = blocks.find(|block| block["title"] == "Night reading").unwrap();
    (block["start"], block["end"]) = (json!(60), json!(180));
    std::fs::write(&path, whole.to_string()).unwrap();
    world.tell("import_roadmap", json!({"path": path}));
    world
}

#[test]
fn a_block_that_was_kept_before_its_day_begins_is_on_at_its_time() {
    let world = with_a_block_before_the_day_begins("tue");
    assert_eq!(nights(&world, "2026-11-30"), [("2026-12-01".to_owned(), 60, 180)]);
    world.go_to("2026-12-01 01:30");
    assert!(world.ask("get_today")["work"]["block"].as_str().unwrap().starts_with("2026-12-01/"));
    world.go_to("2026-12-01 12:00");
    assert!(world.ask("get_today")["verdict"].is_object());
}

#[test]
fn such_a_block_on_the_first_day_of_a_week_is_on_too() {
    let world = with_a_block_before_the_day_begins("mon");
    for (now, on) in [("2026-12-07 00:59", false), ("2026-12-07 01:00", true), ("2026-12-07 03:00", false)] {
        world.go_to(now);
        let today = world.ask("get_today");
        let key = today["current"].as_str().unwrap_or_default();
        assert_eq!(key.starts_with("2026-12-07/"), on, "{now}: {key}");
        assert!(!on || today["work"]["block"] == key, "{today}");
    }
}

#[test]
fn an_hour_of_sunday_night_and_of_the_week_after_it_counts_once() {
    let world = with_a_block_before_the_day_begins("mon");
    let monday = || {
        let week: Value = world.call("get_week", json!({"day": "2026-12-07"}));
        let blocks = week["days"][0]["blocks"].as_array().unwrap().iter();
        let night = blocks.clone().find(|block| block["title"] == "Night reading").unwrap().clone();
        (night["busy_minutes"].clone(), night["busy"].clone())
    };
    assert_eq!(monday(), (json!(0), json!([])));
    world.tell("save_day_block", once("2026-12-06", 1320, 1560));
    let taken = json!([{"start": 60, "end": 120, "title": "", "all_day": false}]);
    assert_eq!(monday(), (json!(60), taken));
}
