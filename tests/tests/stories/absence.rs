//! The app is killed, or the machine sleeps, in mid-interval.

use crate::steps::{at_work, number};
use serde_json::{Value, json};
use std::time::Duration;
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

/// A person who wants to be asked after five minutes without a touch.
fn asks(world: &World) {
    let mut settings = world.ask("get_frame")["settings"].clone();
    assert_eq!(settings["idle_minutes"], Value::Null, "nobody is asked unasked");
    settings["idle_minutes"] = json!(5);
    world.tell("save_settings", json!({"settings": settings}));
}

#[test]
fn nobody_there_for_so_long_is_asked_about_and_counts_nothing_by_itself() {
    let world = focused();
    asks(&world);
    world.leave(true);
    world.advance(4);
    assert_eq!(state(&world), "running");
    world.advance(1);
    let timer = world.ask("get_timer");
    assert_eq!((&timer["state"], &timer["away_idle"]), (&json!("away"), &json!(true)));
    world.advance(30);
    assert_eq!((state(&world), figures(&world)), (json!("away"), (0, 0)));
    assert_eq!(world.news(), [], "nor does it end");
    world.leave(false);
    world.advance(1);
    world.tell("resolve_absence", json!({"choice": "trim-to-last-seen"}));
    assert_eq!(figures(&world), (0, 10));
}

#[test]
fn the_break_that_an_absence_was_lasts_until_somebody_is_back() {
    let world = focused();
    asks(&world);
    world.leave(true);
    world.advance(8);
    world.leave(false);
    world.advance(20);
    world.tell("resolve_absence", json!({"choice": "count-as-break"}));
    let today = world.today();
    let sessions: Value = world.call("get_sessions", json!({"from": today, "to": today, "page": 0}));
    let rest =
        sessions["sessions"].as_array().unwrap().iter().find(|it| it["kind"] == "short-break").unwrap();
    let minutes = number(&rest["spent_seconds"]) / 60;
    assert!((7..=8).contains(&minutes), "{rest}");
}

#[test]
fn nobody_is_looked_for_unless_it_is_wanted_and_a_focus_runs() {
    let never = Duration::MAX;
    let world = focused();
    world.leave(true);
    world.advance(10);
    assert_eq!((state(&world), world.look()), (json!("running"), never));
    asks(&world);
    world.leave(false);
    assert_eq!(world.look(), Duration::from_secs(300), "the next time that it can matter");
    world.tell("pause_timer", json!({}));
    assert_eq!(world.look(), never);
    world.tell("resume_timer", json!({}));
    world.tell("skip_interval", json!({}));
    world.leave(true);
    world.advance(4);
    assert_eq!((world.ask("get_timer")["interval"].clone(), world.look()), (json!("short-break"), never));
}

#[test]
fn what_is_asked_of_the_timer_is_a_sign_of_somebody_too() {
    let world = focused();
    asks(&world);
    world.leave(true);
    world.advance(4);
    world.tell("count_interruption", json!({}));
    world.advance(4);
    assert_eq!(state(&world), "running");
    world.advance(1);
    assert_eq!(state(&world), "away");
    world.tell("resolve_absence", json!({"choice": "keep"}));
    world.advance(4);
    assert_eq!(state(&world), "running", "who answers is there");
}

#[test]
fn who_is_asked_after_a_restart_was_away_until_then() {
    let mut world = focused();
    asks(&world);
    world.leave(true);
    world.advance(6);
    world.restart();
    assert_eq!(world.ask("get_timer")["away_idle"], true);
    world.advance(4);
    world.leave(false);
    world.advance(1);
    assert_eq!(world.look(), Duration::MAX, "the end of the absence is known");
    assert_eq!(state(&world), "away");
}

#[test]
fn too_few_minutes_are_refused() {
    let world = at_work();
    let mut settings = world.ask("get_frame")["settings"].clone();
    settings["idle_minutes"] = json!(2);
    let refusal = world.refused("save_settings", json!({"settings": settings}));
    assert!(refusal.message.contains("choose 3 to 120"), "{}", refusal.message);
}
