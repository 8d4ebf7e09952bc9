//! When days end is the person's own: what is asked of a day follows it, and what was recorded stays.

use crate::nights::{is_on, nights, once, weekly};
use crate::steps::{begin, file, set, with_a_plan};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use waymark_tests::World;
use waymark_tests::world::fixture;

/// Days end so many minutes after midnight from now on.
#[track_caller]
fn days_end_at(world: &World, minutes: u32) {
    set(world, "day_boundary", json!(minutes));
}

fn today(world: &World) -> String {
    world.ask("get_frame")["plan"]["today"].as_str().unwrap().to_owned()
}

/// The days of the plan's first week that something is worked on.
fn worked_on(world: &World) -> Vec<String> {
    let week: Value = world.call("get_week", json!({"day": "2026-11-30"}));
    let days = week["days"].as_array().unwrap().iter();
    let worked = days.filter(|day| day["worked_minutes"] != 0);
    worked.map(|day| day["date"].as_str().unwrap().to_owned()).collect()
}

/// Works for a while.
fn work(world: &World) {
    world.tell("start_timer", json!({"work": null}));
    world.advance(20);
    world.tell("stop_timer", json!({}));
}

fn block(date: &str, start: u64, end: u64) -> (String, u64, u64) {
    (date.to_owned(), start, end)
}

#[test]
fn work_counts_for_the_day_that_the_boundary_says() {
    let cases = [
        (0, "2026-12-01 00:30", "2026-12-01"),
        (240, "2026-12-01 00:30", "2026-11-30"),
        (240, "2026-12-01 05:30", "2026-12-01"),
        (360, "2026-12-01 05:30", "2026-11-30"),
    ];
    for (boundary, at, day) in cases {
        let world = with_a_plan();
        days_end_at(&world, boundary);
        world.go_to(at);
        assert_eq!(today(&world), day, "{boundary} at {at}");
        work(&world);
        assert_eq!(worked_on(&world), [day], "{boundary} at {at}");
        assert_eq!(world.ask("get_today")["figures"]["worked_minutes"], 20, "{boundary} at {at}");
    }
}

#[test]
fn another_boundary_makes_it_another_day_at_once_and_moves_no_record() {
    let world = with_a_plan();
    world.go_to("2026-12-01 00:30");
    work(&world);
    world.changed();
    days_end_at(&world, 0);
    world.advance(0);
    assert_eq!(world.changed(), ["frame", "plan", "roadmap", "timer"]);
    assert_eq!(world.ask("get_today")["now"], json!({"date": "2026-12-01", "minute": 50}));
    work(&world);
    assert_eq!(worked_on(&world), ["2026-11-30", "2026-12-01"]);
    world.ask("undo");
    world.advance(0);
    assert_eq!(world.ask("get_today")["now"], json!({"date": "2026-11-30", "minute": 1440 + 70}));
    assert_eq!(worked_on(&world), ["2026-11-30", "2026-12-01"]);
    world.ask("redo");
    assert_eq!(today(&world), "2026-12-01");
}

#[test]
fn the_heart_beats_when_the_day_ends_by_the_new_boundary() {
    let world = with_a_plan();
    for (boundary, before, then, day) in [
        (0, "2026-11-30 23:59", "2026-12-01 00:00", "2026-12-01"),
        (330, "2026-12-02 05:29", "2026-12-02 05:30", "2026-12-02"),
    ] {
        days_end_at(&world, boundary);
        world.go_to(before);
        world.changed();
        world.go_to(then);
        assert!(world.changed().contains(&"frame".to_owned()), "{then}");
        assert_eq!(today(&world), day);
    }
}

#[test]
fn after_a_start_the_day_is_the_one_that_the_boundary_says() {
    let mut world = with_a_plan();
    days_end_at(&world, 0);
    world.go_to("2026-11-30 23:00");
    world.killed_for(90);
    world.advance(0);
    assert_eq!(today(&world), "2026-12-01");
    let folder: PathBuf = Path::new(world.ask("get_terms")["data_folder"].as_str().unwrap()).join("backups");
    assert!(folder.join("waymark-2026-12-01.db").exists(), "{:?}", std::fs::read_dir(folder).unwrap());
}

#[test]
fn a_time_at_which_days_cant_end_is_refused_and_changes_nothing() {
    let world = World::new();
    for minutes in [7, 375, 1440, 65535] {
        let mut settings = world.ask("get_frame")["settings"].clone();
        settings["day_boundary"] = json!(minutes);
        let refusal = world.refused("save_settings", json!({"settings": settings}));
        assert_eq!(refusal.code, "invalid");
        assert!(refusal.message.contains("whole quarter of an hour"), "{}", refusal.message);
    }
    assert_eq!(world.ask("get_frame")["settings"]["day_boundary"], 240);
}

#[test]
fn a_block_goes_on_until_its_day_ends() {
    for (boundary, words) in [(0, "0:00"), (60, "1:00"), (360, "6:00")] {
        let world = with_a_plan();
        days_end_at(&world, boundary);
        let end = u16::try_from(1440 + boundary).unwrap();
        let refused = world.refused("save_day_block", once("2026-11-30", 1320, end + 5));
        assert!(refused.message.contains(&format!("after {words},")), "{}", refused.message);
        world.tell("save_day_block", once("2026-11-30", 1320, end));
        assert_eq!(nights(&world, "2026-11-30"), [block("2026-11-30", 1320, end.into())]);
    }
}

#[test]
fn a_refusal_is_in_the_persons_clock_face() {
    let world = with_a_plan();
    set(&world, "clock", json!("hours12"));
    for (boundary, words) in [(0, "12:00 am"), (90, "1:30 am")] {
        days_end_at(&world, boundary);
        let refused = world.refused("save_day_block", once("2026-11-30", 1320, 1700));
        assert!(refused.message.contains(words), "{}", refused.message);
    }
}

#[test]
fn a_time_of_the_night_is_of_the_day_that_it_belongs_to() {
    let world = with_a_plan();
    days_end_at(&world, 360);
    world.tell("save_block", weekly("wed", 330, 360));
    days_end_at(&world, 0);
    world.tell("save_day_block", once("2026-12-04", 30, 90));
    let expected = [block("2026-12-01", 1770, 1800), block("2026-12-04", 30, 90)];
    assert_eq!(nights(&world, "2026-11-30"), expected);
}

#[test]
fn a_block_that_goes_on_after_an_earlier_boundary_stays_and_is_on_until_its_end() {
    let world = with_a_plan();
    // On the last day of a week, so that the next week begins within it.
    for (date, next) in [("2026-12-01", "2026-12-02"), ("2026-12-06", "2026-12-07")] {
        days_end_at(&world, 240);
        world.tell("save_day_block", once(date, 1320, 1560));
        days_end_at(&world, 60);
        assert!(nights(&world, date).contains(&block(date, 1320, 1560)));
        for now in [format!("{date} 23:00"), format!("{next} 00:30"), format!("{next} 01:30")] {
            world.go_to(&now);
            is_on(&world);
            assert_eq!(world.ask("get_today")["work"]["until"], 1560, "{now}");
        }
        assert_eq!(today(&world), next);
        world.go_to(&format!("{next} 02:00"));
        assert_eq!(world.ask("get_today")["current"], Value::Null);
    }
}

/// A change of the night's block of a date, which begins and ends so from now on.
fn changed(world: &World, date: &str, start: u16, end: u16) -> Value {
    let week: Value = world.call("get_week", json!({"day": date}));
    let mut days = week["days"].as_array().unwrap().iter();
    let blocks = days.find(|day| day["date"] == date).unwrap()["blocks"].as_array().unwrap();
    let block = blocks.iter().find(|block| block["title"] == "Night reading").unwrap();
    let mut draft = once(date, start, end);
    draft["draft"]["key"] = block["key"].clone();
    draft
}

#[test]
fn a_block_of_a_night_stays_in_it_when_it_is_changed_under_another_boundary() {
    let cases = [
        (240, (1530, 1590), 0, (1545, 1590)),
        (0, (60, 180), 240, (75, 180)),
        (0, (60, 180), 240, (45, 180)),
        (240, (1320, 1560), 0, (1320, 1500)),
    ];
    for (before, (start, end), after, (from, until)) in cases {
        let world = with_a_plan();
        days_end_at(&world, before);
        world.tell("save_day_block", once("2026-12-07", start, end));
        days_end_at(&world, after);
        world.tell("save_day_block", changed(&world, "2026-12-07", from, until));
        assert_eq!(nights(&world, "2026-12-07"), [block("2026-12-07", from.into(), until.into())]);
    }
}

#[test]
fn a_block_of_more_than_24_hours_is_refused_and_stays_as_it_was() {
    let world = with_a_plan();
    world.tell("save_day_block", once("2026-12-01", 1530, 1590));
    days_end_at(&world, 0);
    let refused = world.refused("save_day_block", changed(&world, "2026-12-01", 105, 1590));
    assert_eq!(refused.code, "invalid");
    assert!(refused.message.contains("longer than 24 hours"), "{}", refused.message);
    assert_eq!(nights(&world, "2026-12-01"), [block("2026-12-01", 1530, 1590)]);
    world.tell("save_day_block", changed(&world, "2026-12-01", 150, 1590));
    assert_eq!(nights(&world, "2026-12-01"), [block("2026-12-01", 150, 1590)]);
}

#[test]
fn a_block_that_goes_on_after_an_earlier_boundary_can_be_changed_and_made_no_longer() {
    let world = with_a_plan();
    world.tell("save_day_block", once("2026-12-01", 1320, 1560));
    days_end_at(&world, 60);
    let mut draft = changed(&world, "2026-12-01", 1320, 1560);
    draft["draft"]["category"] = json!("review");
    world.tell("save_day_block", draft.clone());
    draft["draft"]["end"] = json!(1575);
    world.refused("save_day_block", draft.clone());
    draft["draft"]["end"] = json!(1545);
    world.tell("save_day_block", draft);
    assert_eq!(nights(&world, "2026-12-01"), [block("2026-12-01", 1320, 1545)]);
}

#[test]
fn a_block_that_begins_before_a_later_boundary_stays_and_is_on_at_its_time() {
    let world = with_a_plan();
    days_end_at(&world, 0);
    world.tell("save_day_block", once("2026-12-01", 60, 180));
    world.tell("save_day_block", once("2026-12-07", 60, 180));
    days_end_at(&world, 240);
    assert_eq!(nights(&world, "2026-12-01"), [block("2026-12-01", 60, 180)]);
    for (now, day) in [("2026-12-01 01:30", "2026-11-30"), ("2026-12-07 01:30", "2026-12-06")] {
        world.go_to(now);
        assert_eq!(today(&world), day);
        is_on(&world);
    }
}

#[test]
fn a_week_is_over_with_its_last_day_and_said_once() {
    let world = with_a_plan();
    let ended = |world: &World| world.ask("get_today")["ended_week"]["week"].clone();
    world.go_to("2026-12-07 00:30");
    assert_eq!(ended(&world), Value::Null);
    days_end_at(&world, 0);
    assert_eq!(ended(&world), "2026-11-30");
    let said = |world: &World| world.news().iter().filter(|notice| notice.title.starts_with("Week ")).count();
    world.go_to("2026-12-07 12:00");
    assert_eq!(said(&world), 1);
    for boundary in [360, 240, 15] {
        days_end_at(&world, boundary);
        world.advance(5);
        assert_eq!(said(&world), 0, "{boundary}");
    }
}

#[test]
fn in_the_night_in_which_clocks_are_set_back_a_day_that_has_begun_goes_on() {
    let world = World::at("2026-10-23 10:00");
    begin(&world, &file(&fixture(crate::steps::DOCUMENT)));
    days_end_at(&world, 150);
    world.go_to("2026-10-25 02:15");
    assert_eq!(today(&world), "2026-10-24");
    world.advance(30);
    assert_eq!(today(&world), "2026-10-25", "2:45 in summer time");
    world.advance(30);
    assert_eq!(today(&world), "2026-10-25", "2:15 again, in winter time");
    world.advance(24 * 60);
    assert_eq!(today(&world), "2026-10-25", "2:15 a day later");
}

#[test]
fn in_the_night_in_which_clocks_are_set_forward_the_day_ends_where_they_go_on() {
    let world = World::at("2027-03-26 10:00");
    begin(&world, &file(&fixture(crate::steps::DOCUMENT)));
    days_end_at(&world, 150);
    world.go_to("2027-03-28 01:59");
    assert_eq!(today(&world), "2027-03-27");
    world.advance(1);
    assert_eq!(today(&world), "2027-03-28", "3:00");
}

#[test]
fn the_frame_says_when_days_can_end_and_on_which_day_weeks_begin() {
    let world = with_a_plan();
    let frame = world.ask("get_frame");
    assert_eq!(frame["week_start"], "mon");
    let ends = frame["day_ends"].as_array().unwrap();
    assert_eq!((&ends[0], &ends[1], &ends[ends.len() - 1]), (&json!(0), &json!(15), &json!(360)));
    for end in ends {
        set(&world, "day_boundary", end.clone());
    }
    set(&world, "week_start", json!("sun"));
    assert_eq!(world.ask("get_frame")["week_start"], "sun");
}
