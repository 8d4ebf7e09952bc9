//! Blocks that go to another day for good: what becomes of the week that has begun, and of a focus under way in one.

use crate::nights::weekly;
use crate::steps::with_a_plan;
use serde_json::{Value, json};
use waymark_tests::World;

/// A week as the screen shows it, but for what time it is now.
fn week(world: &World, day: &str) -> Value {
    let mut week: Value = world.call("get_week", json!({"day": day}));
    week["now"] = Value::Null;
    week
}

fn at(world: &World, date: &str, start: u64) -> Option<Value> {
    let week = week(world, date);
    let mut blocks =
        week["days"].as_array().unwrap().iter().flat_map(|day| day["blocks"].as_array().unwrap());
    blocks.find(|block| block["date"] == date && block["start"] == start).cloned()
}

/// The block of deep work at half past nine.
fn deep_work(world: &World, date: &str) -> Value {
    at(world, date, 570).unwrap_or_else(|| panic!("no deep work on {date}"))
}

/// A block in the evening of another weekday, for every week.
fn every(world: &World, block: &Value, weekday: &str) {
    let mut draft = json!({"id": block["template_block"], "week": block["date"], "days": [weekday],
        "start": 1200, "end": 1290});
    for field in ["category", "accepts", "title", "standing", "pinned"] {
        draft[field] = block[field].clone();
    }
    world.tell("save_block", json!({"draft": draft}));
}

/// A block at another time, on its date alone.
fn once(world: &World, block: &Value, date: &str, start: u64) {
    let mut draft = json!({"key": block["key"], "date": date, "start": start, "end": start + 90});
    for field in ["category", "accepts", "title", "standing"] {
        draft[field] = block[field].clone();
    }
    world.tell("save_day_block", json!({"draft": draft}));
}

/// The block that the timer's interval is in, as its week has it.
fn block_under_way(world: &World, date: &str, start: u64) -> bool {
    let block = at(world, date, start).unwrap_or_else(|| panic!("nothing on {date} at {start}"));
    world.ask("get_timer")["work"]["block"] == block["key"]
}

/// Friday of this week, which is on Wednesday, and the one after.
const FRIDAY: &str = "2026-12-25";
const NEXT_FRIDAY: &str = "2027-01-01";

/// Wednesday of the plan's fourth week.
fn on_wednesday(time: &str) -> World {
    let world = with_a_plan();
    world.go_to(&format!("2026-12-23 {time}"));
    world
}

#[test]
fn a_block_that_goes_to_a_weekday_that_is_over_stays_where_it_was_this_week() {
    let world = on_wednesday("12:00");
    let (before, friday) = (week(&world, FRIDAY), deep_work(&world, FRIDAY));
    every(&world, &friday, "mon");
    let kept = deep_work(&world, FRIDAY);
    for field in ["date", "end", "category", "accepts", "title", "standing", "work"] {
        assert_eq!(kept[field], friday[field], "{field}");
    }
    assert_eq!(kept["single"], true, "it is there on its date alone");
    assert!(at(&world, "2026-12-21", 1200).is_none(), "Monday is over");
    assert!(at(&world, "2026-12-28", 1200).is_some() && at(&world, NEXT_FRIDAY, 570).is_none());
    world.ask("undo");
    assert_eq!(week(&world, FRIDAY), before, "one undo");
}

#[test]
fn a_block_that_comes_back_to_the_day_on_which_it_stayed_is_there_once() {
    let world = on_wednesday("12:00");
    let friday = deep_work(&world, FRIDAY);
    every(&world, &friday, "mon");
    let other = friday["work"][0]["activity"].clone();
    world.tell("give_block", json!({"key": deep_work(&world, FRIDAY)["key"], "activity": other}));
    let monday = at(&world, "2026-12-28", 1200).expect("next week's");
    let mut back = json!({"id": monday["template_block"], "week": monday["date"], "days": ["fri"]});
    for field in ["start", "end", "category", "accepts", "title", "standing", "pinned"] {
        back[field] = friday[field].clone();
    }
    world.tell("save_block", json!({"draft": back}));
    let is = week(&world, FRIDAY);
    let blocks = is["days"].as_array().unwrap().iter().flat_map(|day| day["blocks"].as_array().unwrap());
    let there: Vec<&Value> = blocks
        .filter(|block| (&block["date"], &block["start"]) == (&friday["date"], &friday["start"]))
        .collect();
    assert_eq!(there.len(), 1, "{there:?}");
    assert_eq!(
        (&there[0]["single"], &there[0]["given"]),
        (&json!(false), &other),
        "with what was said of it"
    );
    world.ask("undo");
    assert_eq!(deep_work(&world, FRIDAY)["single"], true);
}

#[test]
fn what_was_said_of_it_by_hand_this_week_stays_too() {
    let world = on_wednesday("12:00");
    let friday = deep_work(&world, FRIDAY);
    let asks = week(&world, FRIDAY)["asks"].clone();
    let other = |asked: &&Value| asked["activity"] != friday["work"][0]["activity"];
    let given = asks.as_array().unwrap().iter().find(other).unwrap()["activity"].clone();
    world.tell("give_block", json!({"key": friday["key"], "activity": given}));
    once(&world, &friday, "2026-12-26", 1230);
    every(&world, &friday, "mon");
    let kept = at(&world, "2026-12-26", 1230).expect("where it was moved to");
    assert_eq!((&kept["given"], &kept["end"]), (&given, &json!(1320)));
    assert!(at(&world, FRIDAY, 570).is_none());
}

#[test]
fn what_was_left_out_of_this_week_or_has_a_day_off_does_not_come_back() {
    let world = on_wednesday("12:00");
    let (thursday, friday) = (deep_work(&world, "2026-12-24"), deep_work(&world, FRIDAY));
    world.tell("skip_block", json!({"key": thursday["key"]}));
    let line = json!({"id": null, "from": FRIDAY, "to": FRIDAY, "relief": "off", "title": "Holiday"});
    world.tell("save_days_off", json!({"line": line}));
    every(&world, &thursday, "mon");
    every(&world, &friday, "tue");
    assert!(at(&world, "2026-12-24", 570).is_none() && at(&world, FRIDAY, 570).is_none());
}

#[test]
fn a_focus_under_way_counts_for_its_block_wherever_that_goes_meanwhile() {
    let world = with_a_plan();
    world.go_to("2026-12-07 09:40");
    world.tell("start_timer", json!({"work": null}));
    let monday = deep_work(&world, "2026-12-07");
    world.advance(5);
    every(&world, &monday, "sun");
    assert!(block_under_way(&world, "2026-12-13", 1200));
    world.ask("undo");
    assert!(block_under_way(&world, "2026-12-07", 570), "it is taken back with the block");
    world.ask("redo");
    world.advance(20);
    assert_eq!(at(&world, "2026-12-13", 1200).unwrap()["pips_done"], 1);
}

#[test]
fn a_focus_in_a_block_that_stays_this_week_counts_for_that() {
    let world = on_wednesday("09:40");
    world.tell("start_timer", json!({"work": null}));
    every(&world, &deep_work(&world, "2026-12-23"), "mon");
    assert!(block_under_way(&world, "2026-12-23", 570));
    world.ask("undo");
    assert!(block_under_way(&world, "2026-12-23", 570));
    world.ask("redo");
    world.advance(25);
    assert_eq!(deep_work(&world, "2026-12-23")["pips_done"], 1);
}

#[test]
fn a_focus_goes_with_a_block_of_one_date_to_another_one() {
    let world = with_a_plan();
    let single = json!({"key": null, "date": "2026-12-07", "start": 1320, "end": 1410, "category": "study",
        "accepts": [], "title": "Library", "standing": false});
    world.tell("save_day_block", json!({"draft": single}));
    world.go_to("2026-12-07 22:05");
    world.tell("start_timer", json!({"work": null}));
    let block = at(&world, "2026-12-07", 1320).unwrap();
    assert_eq!(world.ask("get_timer")["work"]["block"], block["key"]);
    once(&world, &block, "2026-12-13", 1320);
    assert!(block_under_way(&world, "2026-12-13", 1320));
}

#[test]
fn a_focus_begun_before_its_block_goes_with_it() {
    let world = on_wednesday("08:20");
    world.tell("start_timer", json!({"work": null}));
    assert!(block_under_way(&world, "2026-12-23", 570), "before it begins");
    every(&world, &deep_work(&world, "2026-12-23"), "mon");
    for step in ["undo", "redo", "undo"] {
        world.ask(step);
        assert!(block_under_way(&world, "2026-12-23", 570), "{step}");
    }
}

#[test]
fn a_focus_after_midnight_goes_with_the_block_of_its_night() {
    let world = with_a_plan();
    world.tell("save_block", weekly("sun", 1500, 1620));
    world.go_to("2026-12-07 01:30");
    world.tell("start_timer", json!({"work": null}));
    let night = at(&world, "2026-12-06", 1500).expect("a block of Sunday's night");
    assert!(block_under_way(&world, "2026-12-06", 1500));
    every(&world, &night, "mon");
    for step in ["undo", "redo", "undo"] {
        world.ask(step);
        assert!(block_under_way(&world, "2026-12-06", 1500), "{step}");
    }
}

#[test]
fn what_comes_after_a_break_goes_with_its_block() {
    let world = on_wednesday("09:40");
    world.tell("start_timer", json!({"work": null}));
    world.advance(25);
    world.tell("start_break", json!({}));
    let mut days = week(&world, "2026-12-23")["days"].as_array().unwrap().clone().into_iter();
    let today = days.find(|day| day["date"] == "2026-12-23").unwrap();
    let later = |block: &&Value| block["start"].as_u64() > Some(570) && block["work"][0].is_object();
    let later = today["blocks"].as_array().unwrap().iter().find(later).expect("another block");
    let work = json!({"activity": later["work"][0]["activity"], "step": null, "block": later["key"],
        "category": later["category"], "title": later["title"]});
    world.tell("change_work", json!({"work": work}));
    let next = || world.ask("get_timer")["next"]["block"].clone();
    assert_eq!(next(), later["key"]);
    every(&world, later, "thu");
    let moved = at(&world, "2026-12-24", 1200).expect("tomorrow's")["key"].clone();
    assert_eq!(next(), moved);
    world.ask("undo");
    assert_eq!(next(), later["key"]);
    world.ask("redo");
    assert_eq!(next(), moved);
}
