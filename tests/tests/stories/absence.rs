//! The app is killed, or the machine sleeps, in mid-interval.

use crate::steps::{at_work, number};
use serde_json::{Value, json};
use waymark_tests::World;

/// Ten minutes into a focus interval.
fn focused() -> World {
    let world = at_work();
    world.tell("start_timer", json!({"work": null}));
    world.advance(10);
    world
}

fn state(world: &World) -> Value {
    world.ask("get_timer")["state"].clone()
}

fn figures(world: &World) -> (u64, u64) {
    let figures = &world.ask("get_today")["figures"];
    (number(&figures["pomodoros"]), number(&figures["focused_minutes"]))
}

#[test]
fn killed_and_back_within_two_minutes_the_timer_goes_on_to_its_deadline() {
    let mut world = focused();
    let deadline = world.ask("get_timer")["deadline"].clone();
    world.killed_for(1);
    assert_eq!(state(&world), "running");
    assert_eq!(world.ask("get_timer")["deadline"], deadline);
    world.advance(14);
    assert_eq!(state(&world), "ended");
    assert_eq!(figures(&world), (1, 25), "it counts exactly once");
    world.notice();
}

#[test]
fn killed_over_its_end_it_is_announced_and_counts_once() {
    let mut world = focused();
    world.advance(14);
    world.killed_for(1);
    assert_eq!(state(&world), "ended");
    world.notice();
    assert_eq!(figures(&world), (1, 25));
    world.restart();
    assert_eq!(figures(&world), (1, 25));
    assert_eq!(world.news(), [], "and is not announced again");
}

#[test]
fn back_after_more_than_two_minutes_it_asks() {
    let mut world = focused();
    world.killed_for(10);
    assert_eq!(state(&world), "away");
    assert!(world.ask("get_timer")["away_since"].is_string());
    assert_eq!(figures(&world), (0, 0), "nothing counts before the answer");
    world.restart();
    assert_eq!(state(&world), "away", "the question stays");
}

#[test]
fn to_keep_an_absence_counts_all_of_it() {
    let mut world = focused();
    world.killed_for(10);
    world.tell("resolve_absence", json!({"choice": "keep"}));
    assert_eq!(state(&world), "running");
    world.advance(5);
    assert_eq!(figures(&world), (1, 25));
}

#[test]
fn to_trim_an_absence_counts_until_last_seen() {
    let mut world = focused();
    world.killed_for(10);
    world.tell("resolve_absence", json!({"choice": "trim-to-last-seen"}));
    let (pomodoros, minutes) = figures(&world);
    assert_eq!(pomodoros, 0);
    assert!((9..=10).contains(&minutes), "{minutes} minutes, seen at most 30 s before");
}

#[test]
fn to_discard_an_absence_counts_nothing() {
    let mut world = focused();
    world.killed_for(10);
    world.tell("resolve_absence", json!({"choice": "discard"}));
    assert_eq!(figures(&world), (0, 0));
    assert_eq!(state(&world), "idle");
}

#[test]
fn an_absence_can_have_been_the_break() {
    let mut world = focused();
    world.killed_for(10);
    world.tell("resolve_absence", json!({"choice": "count-as-break"}));
    let (_, minutes) = figures(&world);
    assert!((9..=10).contains(&minutes), "{minutes} minutes of focus");
}

#[test]
fn a_machine_that_slept_asks_too() {
    let world = focused();
    world.sleep(60);
    assert_eq!(state(&world), "away");
}

#[test]
fn a_break_runs_on_without_the_app() {
    let mut world = focused();
    world.advance(15);
    world.press(&world.notice(), "start-break");
    world.killed_for(60);
    assert_eq!(state(&world), "ended");
    let inbox = world.ask("get_inbox");
    let over =
        inbox.as_array().unwrap().iter().find(|entry| entry["title"] == "Break over").expect("an entry");
    assert_eq!(over["actions"], json!(["start", "extend"]), "it can still be answered");
    assert_eq!(world.news(), [], "and is no news an hour later");
}
