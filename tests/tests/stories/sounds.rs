//! What is heard of the timer: an event at its time, once, as the person has it.

use crate::steps::{at_work, set};
use chrono::TimeDelta;
use serde_json::{Value, json};
use std::time::Duration;
use waymark::view::Sound::{Bell, Chime, Marimba, Wood};
use waymark_tests::World;

/// At work, where each event has a sound of its own: a focus begins with wood and ends with a bell, a break ends with a
/// chime.
fn with_sounds() -> World {
    let world = at_work();
    sounds(&world, json!({"focus_begins": "wood", "break_ends": "chime"}));
    world
}

/// Some of a setting, changed.
fn change(world: &World, name: &str, changes: &Value) {
    let mut setting = world.ask("get_frame")["settings"][name].clone();
    for (name, value) in changes.as_object().unwrap() {
        setting[name] = value.clone();
    }
    set(world, name, setting);
}

fn sounds(world: &World, changes: Value) {
    change(world, "sounds", &changes);
}

fn rules(world: &World, changes: Value) {
    change(world, "timer", &changes);
}

fn start(world: &World) {
    world.tell("start_timer", json!({"work": null}));
}

fn start_break(world: &World) {
    world.tell("start_break", json!({}));
}

#[test]
fn of_itself_a_focus_ends_with_a_bell_a_break_with_a_marimba_and_nothing_else_is_heard() {
    let world = at_work();
    start(&world);
    world.advance(24);
    assert_eq!(world.sounds(), []);
    world.advance(1);
    assert_eq!(world.sounds(), [Bell]);
    start_break(&world);
    assert_eq!(world.sounds(), []);
    world.advance(5);
    assert_eq!(world.sounds(), [Marimba]);
    world.advance(60);
    assert_eq!((world.sounds(), world.ticking()), (vec![], None));
}

#[test]
fn each_event_has_the_sound_that_was_chosen_for_it_or_none() {
    let world = with_sounds();
    start(&world);
    assert_eq!(world.sounds(), [Wood]);
    sounds(&world, json!({"focus_ends": null}));
    world.advance(25);
    assert_eq!(world.sounds(), []);
    start_break(&world);
    world.advance(5);
    assert_eq!(world.sounds(), [Chime]);
}

#[test]
fn only_a_beginning_sounds_as_one_and_only_an_end_that_was_reached() {
    let world = with_sounds();
    start(&world);
    assert_eq!(world.sounds(), [Wood]);
    world.tell("pause_timer", json!({}));
    world.tell("resume_timer", json!({}));
    world.tell("extend_interval", json!({"minutes": 5}));
    world.advance(5);
    let other =
        json!({"activity": null, "step": null, "block": null, "category": "writing", "title": "A letter"});
    world.tell("change_work", json!({"work": other}));
    world.tell("skip_interval", json!({}));
    assert_eq!(world.sounds(), [], "a focus that is cut short has not reached its end");
    world.tell("skip_interval", json!({}));
    assert_eq!(world.sounds(), [Wood], "nor has its break; the next focus begins");
    world.tell("finish_interval", json!({}));
    assert_eq!(world.sounds(), []);
}

#[test]
fn what_begins_by_itself_is_heard_as_the_end_before_it() {
    let world = with_sounds();
    rules(&world, json!({"starts_focus": true, "starts_breaks": true}));
    start(&world);
    assert_eq!(world.sounds(), [Wood]);
    world.advance(25);
    assert_eq!(world.sounds(), [Bell]);
    world.advance(5);
    assert_eq!(world.sounds(), [Chime]);
    sounds(&world, json!({"break_ends": null}));
    world.advance(30);
    assert_eq!(world.sounds(), [Bell, Wood], "where the end has no sound, as the beginning");
}

#[test]
fn a_focus_that_goes_into_overtime_is_heard_at_its_end_and_not_when_it_is_finished() {
    let world = with_sounds();
    rules(&world, json!({"overtime": true}));
    start(&world);
    world.advance(25);
    assert_eq!(world.sounds(), [Wood, Bell]);
    world.advance(3);
    world.tell("finish_interval", json!({}));
    assert_eq!(world.sounds(), []);
}

#[test]
fn what_was_slept_through_is_not_heard() {
    let world = with_sounds();
    start(&world);
    world.advance(25);
    start_break(&world);
    world.advance(4);
    world.sounds();
    world.sleep(2);
    assert_eq!((world.ask("get_timer")["state"].clone(), world.sounds()), (json!("ended"), vec![]));
}

#[test]
fn an_absence_that_counts_as_focus_is_not_heard_to_end_long_after_that() {
    let world = with_sounds();
    start(&world);
    world.advance(10);
    world.sounds();
    world.sleep(40);
    world.tell("resolve_absence", json!({"choice": "keep"}));
    assert_eq!((world.ask("get_timer")["state"].clone(), world.sounds()), (json!("ended"), vec![]));
}

#[test]
fn a_clock_that_was_set_is_no_lateness() {
    let world = with_sounds();
    start(&world);
    world.advance(10);
    world.set_clock(TimeDelta::hours(3));
    world.sounds();
    world.advance(15);
    assert_eq!(world.sounds(), [Bell]);
}

#[test]
fn a_restart_repeats_no_sound_and_loses_none() {
    let mut world = with_sounds();
    start(&world);
    world.advance(24);
    world.sounds();
    world.restart();
    assert_eq!(world.sounds(), []);
    world.advance(1);
    assert_eq!(world.sounds(), [Bell]);
    world.restart();
    assert_eq!(world.sounds(), []);
}

#[test]
fn one_switch_turns_all_of_it_off() {
    let world = with_sounds();
    sounds(&world, json!({"on": false, "ticking": true}));
    start(&world);
    world.advance(1);
    assert_eq!(world.ticking(), None);
    world.advance(24);
    assert_eq!(world.sounds(), []);
    assert!(!world.notice().sounds, "the system may add a sound of its own");
}

#[test]
fn the_notification_of_an_end_that_is_heard_is_shown_without_a_second_sound() {
    let world = with_sounds();
    start(&world);
    world.advance(25);
    assert!(world.notice().sounds);
    sounds(&world, json!({"break_ends": null}));
    start_break(&world);
    world.advance(5);
    assert!(!world.notice().sounds);
}

#[test]
fn who_asks_the_system_not_to_be_disturbed_hears_nothing() {
    let world = with_sounds();
    world.silence(true);
    start(&world);
    world.advance(25);
    assert_eq!(world.sounds(), []);
    world.silence(false);
    start_break(&world);
    world.advance(5);
    assert_eq!(world.sounds(), [Chime]);
}

#[test]
fn a_sound_can_be_tried_and_is_as_loud_as_it_will_be() {
    let world = World::new();
    sounds(&world, json!({"volume": 30}));
    world.tell("play_sound", json!({"sound": "marimba"}));
    assert_eq!(world.volumes(), [30]);
    world.tell("play_sound", json!({"sound": "chime"}));
    assert_eq!(world.sounds(), [Chime]);
}

#[test]
fn a_volume_that_is_none_is_refused_and_changes_nothing() {
    let world = World::new();
    let mut settings = world.ask("get_frame")["settings"].clone();
    settings["sounds"]["volume"] = json!(101);
    let refusal = world.refused("save_settings", json!({"settings": settings}));
    assert_eq!(refusal.code, "invalid");
    assert!(refusal.message.contains("0 to 100 %"), "{}", refusal.message);
    assert_eq!(world.ask("get_frame")["settings"]["sounds"]["volume"], 60);
}

#[test]
fn the_clock_ticks_while_a_focus_runs_and_at_no_other_time() {
    let world = with_sounds();
    sounds(&world, json!({"ticking": true, "volume": 40}));
    let ticking_after = |command: &str, arguments: Value| {
        world.tell(command, arguments);
        world.run_for(Duration::from_secs(1));
        world.ticking()
    };
    assert_eq!(world.ticking(), None);
    assert_eq!(ticking_after("start_timer", json!({"work": null})), Some(40));
    assert_eq!(ticking_after("pause_timer", json!({})), None);
    assert_eq!(ticking_after("resume_timer", json!({})), Some(40));
    sounds(&world, json!({"volume": 80}));
    world.advance(1);
    assert_eq!(world.ticking(), Some(80));
    world.advance(25);
    assert_eq!(world.ticking(), None);
    assert_eq!(ticking_after("start_break", json!({})), None);
    assert_eq!(ticking_after("skip_interval", json!({})), Some(80));
    sounds(&world, json!({"ticking": false}));
    world.advance(1);
    assert_eq!(world.ticking(), None);
}

#[test]
fn the_clock_ticks_on_after_a_restart_and_falls_silent_while_an_absence_is_asked_about() {
    let mut world = with_sounds();
    sounds(&world, json!({"ticking": true}));
    start(&world);
    world.advance(5);
    world.killed_for(1);
    assert_eq!(world.ticking(), Some(60));
    world.sleep(10);
    assert_eq!((world.ask("get_timer")["state"].clone(), world.ticking()), (json!("away"), None));
}
