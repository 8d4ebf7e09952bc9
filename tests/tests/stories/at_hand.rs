//! What is at hand without the window: for the tray and the command line.

use crate::steps::{at_work, set};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use waymark::app::Hold;
use waymark_tests::World;

fn titles(world: &World) -> Vec<String> {
    world.at_hand().works.into_iter().map(|work| work.title).collect()
}

/// Every piece of work by the name that Today and the week have for it.
fn named_on_screen(world: &World) -> Vec<String> {
    let week: Value = world.call("get_week", json!({"day": world.today()}));
    let days = week["days"].as_array().unwrap();
    let blocks = days.iter().flat_map(|day| day["blocks"].as_array().unwrap());
    let mut names: Vec<String> = Vec::new();
    for block in blocks {
        names.push(block["title"].as_str().unwrap().to_owned());
        for portion in block["work"].as_array().unwrap() {
            let name = portion["step"]["text"].as_str().or(portion["title"].as_str());
            names.push(name.unwrap().to_owned());
        }
    }
    names
}

fn toggle(world: &World) -> Result<(), String> {
    world.aside(|app| app.toggle_timer())
}

fn state(world: &World) -> (String, String) {
    let timer = world.ask("get_timer");
    let text = |name: &str| timer[name].as_str().unwrap().to_owned();
    (text("state"), text("interval"))
}

#[track_caller]
fn is(world: &World, expected: (&str, &str)) {
    assert_eq!(state(world), (expected.0.to_owned(), expected.1.to_owned()));
}

#[test]
fn the_first_is_what_start_begins_with_and_three_others_go_by_their_names() {
    let world = at_work();
    let first = world.ask("get_timer")["work"]["title"].as_str().unwrap().to_owned();
    let titles = titles(&world);
    assert_eq!(titles[0], first);
    assert_eq!(titles.len(), 4, "{titles:?}");
    let known = named_on_screen(&world);
    for (at, title) in titles.iter().enumerate() {
        assert!(known.contains(title), "{title} is not among {known:?}");
        assert!(!titles[..at].contains(title), "{title} is offered once");
    }
}

#[test]
fn only_work_of_the_block_that_now_is_in_belongs_to_it() {
    let world = at_work();
    let current = world.ask("get_today")["current"].as_str().unwrap().to_owned();
    let works = world.at_hand().works;
    assert_eq!(works[0].block.as_ref(), Some(&current));
    assert!(works.iter().all(|work| work.block.as_ref().is_none_or(|block| *block == current)), "{works:?}");
}

#[test]
fn it_holds_until_the_next_block_begins_or_ends() {
    let world = at_work();
    let until = world.at_hand().until;
    let today = world.ask("get_today");
    let blocks = today["blocks"].as_array().unwrap();
    let current = blocks.iter().find(|block| block["key"] == today["current"]).unwrap();
    let left = current["end"].as_i64().unwrap() - today["now"]["minute"].as_i64().unwrap();
    assert_eq!(until, world.now() + TimeDelta::minutes(left));
}

#[test]
fn todays_focus_is_what_today_says() {
    let world = at_work();
    assert_eq!(world.at_hand().focused_minutes, 0);
    world.tell("start_timer", json!({"work": null}));
    world.advance(25);
    assert_eq!(world.at_hand().focused_minutes, 25);
    assert_eq!(world.ask("get_today")["figures"]["focused_minutes"], 25);
}

#[test]
fn reminders_are_held_for_a_while_or_until_the_morning() {
    let world = at_work();
    set(&world, "clock", json!("hours24"));
    let hold = |hold| {
        world.aside(|app| app.hold_reminders_for(hold)).unwrap();
        let until = world.ask("get_frame")["held_until"].as_str().unwrap().parse::<DateTime<Utc>>();
        (until.unwrap() - world.now(), world.at_hand().held_until)
    };
    assert_eq!(hold(Hold::Minutes(30)), (TimeDelta::minutes(30), Some("10:10".into())));
    let to_the_morning = TimeDelta::hours(22) + TimeDelta::minutes(20);
    assert_eq!(hold(Hold::Tomorrow), (to_the_morning, Some("tomorrow, 8:00".into())));
    world.tell("hold_reminders", json!({"until": null}));
    assert_eq!(world.at_hand().held_until, None);
}

#[test]
fn without_a_plan_nothing_is_offered() {
    let world = World::new();
    assert_eq!(titles(&world), Vec::<String>::new());
    assert_eq!(world.at_hand().focused_minutes, 0);
}

#[test]
fn toggling_does_what_the_one_button_does() {
    let world = at_work();
    toggle(&world).unwrap();
    is(&world, ("running", "focus"));
    toggle(&world).unwrap();
    is(&world, ("paused", "focus"));
    toggle(&world).unwrap();
    is(&world, ("running", "focus"));
    world.advance(25);
    is(&world, ("ended", "focus"));
    toggle(&world).unwrap();
    is(&world, ("running", "short-break"));
    world.advance(5);
    is(&world, ("ended", "short-break"));
    toggle(&world).unwrap();
    is(&world, ("running", "focus"));
}

#[test]
fn toggling_finishes_what_is_over() {
    let world = at_work();
    let mut rules = world.ask("get_frame")["settings"]["timer"].clone();
    rules["overtime"] = json!(true);
    set(&world, "timer", rules);
    toggle(&world).unwrap();
    world.advance(30);
    is(&world, ("running", "focus"));
    toggle(&world).unwrap();
    is(&world, ("ended", "focus"));
}

#[test]
fn toggling_after_an_absence_leaves_the_question_to_the_person() {
    let mut world = at_work();
    toggle(&world).unwrap();
    world.advance(10);
    world.killed_for(20);
    assert!(toggle(&world).is_err());
    is(&world, ("away", "focus"));
}
