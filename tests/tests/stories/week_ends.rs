//! A week ends behind: it is said once, ways out are pointed at, and it can be left as it is.

use crate::steps::{begin, bundled, number, with_a_plan};
use chrono::{Days, NaiveDate};
use serde_json::{Value, json};
use waymark_tests::World;
use waymark_tests::world::Notice;

/// What was announced of weeks since this was last asked.
fn of_weeks(world: &World) -> Vec<Notice> {
    world.news().into_iter().filter(|notice| notice.title.starts_with("Week ")).collect()
}

fn in_inbox(world: &World) -> usize {
    let entries = world.ask("get_inbox");
    entries.as_array().unwrap().iter().filter(|entry| entry["kind"] == "week-end").count()
}

fn ended(world: &World) -> Value {
    world.ask("get_today")["ended_week"].clone()
}

#[test]
fn a_week_that_ends_behind_is_said_once_when_the_next_days_work_begins() {
    let mut world = with_a_plan();
    world.go_to("2026-12-07 07:00");
    assert_eq!(of_weeks(&world), [], "not in the night");
    world.go_to("2026-12-07 12:00");
    let [notice] = &of_weeks(&world)[..] else { panic!("one word about the week") };
    assert_eq!(
        (&notice.title[..], &notice.actions[..]),
        ("Week 1 ended 40 h behind", &["see-ways".to_owned()][..])
    );
    world.restart();
    world.go_to("2026-12-09 20:00");
    assert_eq!((of_weeks(&world), in_inbox(&world)), (vec![], 1));
}

#[test]
fn after_a_sleep_it_is_said_on_the_same_day_and_later_only_kept() {
    let mut world = with_a_plan();
    world.go_to("2026-12-06 20:00");
    world.sleep(20 * 60);
    let told = world.news().iter().filter(|notice| notice.body.contains("Week 1 ended")).count();
    assert_eq!(told, 1, "on Monday at 16:00, with what else came meanwhile");
    world.go_to("2026-12-13 20:00");
    world.news();
    world.killed_for(2 * 24 * 60);
    world.advance(60);
    assert_eq!((of_weeks(&world), in_inbox(&world)), (vec![], 2), "on Tuesday it is in the inbox");
}

#[test]
fn today_says_it_for_three_days() {
    let world = with_a_plan();
    world.go_to("2026-12-06 20:00");
    assert_eq!(ended(&world), Value::Null);
    world.go_to("2026-12-07 08:00");
    let week = json!({"week": "2026-11-30", "number": 1, "standing": "behind", "minutes": 40 * 60});
    assert_eq!(ended(&world), week);
    world.go_to("2026-12-09 20:00");
    assert_eq!(ended(&world), week);
    world.go_to("2026-12-10 08:00");
    assert_eq!(ended(&world), Value::Null);
}

#[test]
fn a_week_that_is_left_as_it_is_stays_so_until_that_is_taken_back() {
    let mut world = with_a_plan();
    world.go_to("2026-12-07 08:00");
    let before = ended(&world);
    world.tell("leave_week", json!({"week": before["week"]}));
    assert_eq!(ended(&world), Value::Null);
    world.restart();
    assert_eq!(ended(&world), Value::Null);
    assert_eq!(world.ask("undo"), "leave week 1 as it is");
    assert_eq!(ended(&world), before);
    world.ask("redo");
    world.go_to("2026-12-14 08:00");
    assert_eq!(ended(&world)["number"], 2, "the next one is another matter");
}

#[test]
fn a_way_that_is_taken_settles_it() {
    let world = with_a_plan();
    world.go_to("2026-12-07 08:00");
    let ways = world.ask("get_replan")["proposals"].clone();
    let push = ways.as_array().unwrap().iter().find(|way| way["way"] == "push-dates").unwrap();
    world.tell("accept_proposal", json!({"way": push["way"], "key": push["key"]}));
    assert_eq!(ended(&world), Value::Null);
}

#[test]
fn the_button_shows_the_ways_as_long_as_the_week_is_the_last_one() {
    let world = with_a_plan();
    world.go_to("2026-12-07 12:00");
    let notice = of_weeks(&world).remove(0);
    world.press(&notice, "see-ways");
    let actions = || {
        let entries = world.ask("get_inbox");
        let mut found = entries.as_array().unwrap().iter().filter(|entry| entry["id"] == notice.entry);
        found.next().unwrap()["actions"].clone()
    };
    assert_eq!(actions(), json!(["see-ways"]), "who comes back can look again");
    world.go_to("2026-12-14 08:00");
    assert_eq!(actions(), json!([]));
}

#[test]
fn nothing_is_said_before_the_plan_begins_nor_of_a_sample() {
    let world = World::new();
    begin(&world, &bundled(&world));
    world.go_to("2026-11-30 12:00");
    assert_eq!((of_weeks(&world), ended(&world)), (vec![], Value::Null));
    world.tell("load_sample", json!(null));
    world.go_to("2026-12-14 12:00");
    assert_eq!((of_weeks(&world), in_inbox(&world)), (vec![], 0));
}

/// How far behind each screen says the plan is, all of it and by its parts: Today, the Week, what each week left, and
/// the ways out.
fn behind(world: &World) -> Vec<u64> {
    let today = world.ask("get_today");
    let week = |day: &Value| -> Value { world.call("get_week", json!({"day": day})) };
    let parts = today["verdict"]["behind"].as_array().unwrap().iter();
    let last: NaiveDate = today["now"]["date"].as_str().unwrap().parse().unwrap();
    let weeks = (0..26).map(|week| json!(last - Days::new(7 * week)));
    vec![
        number(&today["verdict"]["behind_minutes"]),
        parts.map(|part| number(&part["minutes"])).sum(),
        number(&week(&today["now"]["date"])["behind_minutes"]),
        weeks.map(|day| number(&week(&day)["left_open_minutes"])).sum(),
        number(&world.ask("get_replan")["behind_minutes"]),
    ]
}

#[test]
fn each_screen_says_the_same_of_the_sample_after_a_week_that_was_missed() {
    let world = World::new();
    world.tell("load_sample", json!({}));
    let before = behind(&world);
    assert_eq!(before, [before[0]; 5]);
    world.go_to("2026-11-30 08:00");
    let after = behind(&world);
    assert!(after[0] > before[0] + 20 * 60, "{before:?} {after:?}");
    assert_eq!(after, [after[0]; 5]);
}

#[test]
fn each_screen_says_the_same_in_the_midst_of_a_stage() {
    let world = with_a_plan();
    world.go_to("2027-01-06 10:00");
    world.tell("start_timer", json!({"work": null}));
    world.advance(90);
    world.tell("stop_timer", json!({}));
    world.go_to("2027-01-11 08:00");
    let found = behind(&world);
    assert!(found[0] > 5 * 40 * 60, "five weeks and one of two of a stage: {found:?}");
    assert_eq!(found, [found[0]; 5]);
}

#[test]
fn an_open_end_does_not_carry_what_its_weeks_left_for_ever() {
    let world = with_a_plan();
    world.go_to("2027-03-08 08:00");
    let left = |day: &str| number(&world.call::<Value>("get_week", json!({"day": day}))["left_open_minutes"]);
    let (first, second) = (left("2027-02-22"), left("2027-03-01"));
    assert!(first == 0 && second > 0, "{first} {second}");
    let early = behind(&world)[0];
    world.go_to("2027-05-03 08:00");
    assert_eq!(behind(&world), [early; 5]);
}
