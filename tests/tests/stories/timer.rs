//! A Pomodoro on the day's work, from Start to the ledger.

use crate::steps::{at_work, ledger_line, number, with_a_plan};
use serde_json::{Value, json};
use waymark_tests::World;

/// Starts on what Today offers.
fn start(world: &World) {
    world.tell("start_timer", json!({"work": null}));
}

#[track_caller]
fn timer_is(world: &World, state: &str, interval: &str) {
    let timer = world.ask("get_timer");
    assert_eq!((&timer["state"], &timer["interval"]), (&json!(state), &json!(interval)));
}

/// Focus intervals finished today.
fn pomodoros(world: &World) -> u64 {
    number(&world.ask("get_today")["figures"]["pomodoros"])
}

#[test]
fn start_runs_25_minutes_on_the_days_work() {
    let world = at_work();
    let offered = world.ask("get_today")["work"].clone();
    start(&world);
    let timer = world.ask("get_timer");
    assert_eq!((&timer["state"], &timer["planned_seconds"]), (&json!("running"), &json!(25 * 60)));
    assert_eq!(timer["work"]["title"], offered["step"]["text"]);
    assert_eq!(timer["work"]["block"], offered["block"], "the block that now is in");
    world.advance(24);
    assert_eq!(world.ask("get_timer")["remaining_seconds"], 60);
    assert_eq!(world.news(), []);
}

#[test]
fn at_its_end_a_notification_offers_what_comes_next() {
    let world = at_work();
    start(&world);
    let work = world.ask("get_timer")["work"]["title"].as_str().unwrap().to_owned();
    world.advance(25);
    let notice = world.notice();
    assert!(notice.title.contains(&work), "{notice:?} names {work:?}");
    assert_eq!(notice.actions, ["start-break", "extend", "skip"]);
    timer_is(&world, "ended", "focus");
}

#[test]
fn the_notification_starts_the_break_and_the_session_counts_once() {
    let world = at_work();
    start(&world);
    world.advance(25);
    let notice = world.notice();
    world.press(&notice, "start-break");
    timer_is(&world, "running", "short-break");
    assert!(
        world.notices().iter().all(|shown| shown.entry != notice.entry || shown.withdrawn),
        "it is taken back"
    );
    // Pressed again, as a hasty person does, it does nothing.
    world.press(&notice, "start-break");
    timer_is(&world, "running", "short-break");
    assert_eq!(pomodoros(&world), 1);
    world.advance(5);
    assert!(world.notice().title.contains("Break over"));
    assert_eq!(pomodoros(&world), 1);
}

/// In a break, with the step before it ticked; and what comes next.
fn in_a_break_after_a_step() -> (World, Value) {
    let world = at_work();
    start(&world);
    world.advance(25);
    world.press(&world.notice(), "start-break");
    let step = world.ask("get_timer")["work"]["step"].clone();
    world.tell("set_done", json!({"item": step, "done": true}));
    let next = world.ask("get_today")["work"]["step"].clone();
    assert_ne!(next["item"], step);
    (world, next)
}

#[test]
fn after_the_break_the_next_step_comes_once_one_is_done() {
    let (world, next) = in_a_break_after_a_step();
    world.advance(5);
    let notice = world.notice();
    assert!(notice.body.contains(next["text"].as_str().unwrap()), "{notice:?} names {next}");
    world.press(&notice, "start");
    assert_eq!(world.ask("get_timer")["work"]["step"], next["item"]);
}

#[test]
fn to_skip_the_break_starts_the_next_step_too() {
    let (world, next) = in_a_break_after_a_step();
    world.tell("skip_interval", json!({}));
    timer_is(&world, "running", "focus");
    assert_eq!(world.ask("get_timer")["work"]["step"], next["item"]);
    assert_eq!(pomodoros(&world), 1);
}

#[test]
fn the_ledger_moves_by_focus_and_break_with_the_focus_beside() {
    let world = at_work();
    let category = world.ask("get_today")["work"]["category"].as_str().unwrap().to_owned();
    start(&world);
    world.advance(25);
    world.changed();
    world.press(&world.notice(), "start-break");
    world.advance(5);
    assert!(world.changed().contains(&"plan".to_owned()), "the screen hears of it");
    let today = world.ask("get_today");
    let line = ledger_line(&today["ledger"], &category);
    assert_eq!((&line["worked_minutes"], &line["focused_minutes"]), (&json!(30), &json!(25)));
    let week: Value = world.call("get_week", json!({"day": "2026-11-30"}));
    assert_eq!(week["ledger"], today["ledger"]);
    assert_eq!(week["days"][0]["worked_minutes"], 30);
    let activity = today["work"]["activity"].clone();
    let roadmap = world.ask("get_roadmap");
    let hours = roadmap["activities"].as_array().unwrap().iter().find(|hours| hours["activity"] == activity);
    assert_eq!(hours.unwrap()["worked_minutes"], 30);
}

#[test]
fn the_fourth_focus_earns_a_break_of_15_minutes() {
    let world = at_work();
    for round in 1..=4 {
        start(&world);
        world.advance(25);
        let notice = world.notice();
        world.press(&notice, "start-break");
        if round < 4 {
            timer_is(&world, "running", "short-break");
            world.advance(5);
            world.news();
        }
    }
    timer_is(&world, "running", "long-break");
    assert_eq!(world.ask("get_timer")["planned_seconds"], 15 * 60);
    assert_eq!(pomodoros(&world), 4);
}

#[test]
fn a_pause_takes_no_time_from_the_interval() {
    let world = at_work();
    start(&world);
    world.advance(10);
    world.tell("pause_timer", json!({}));
    world.advance(30);
    timer_is(&world, "paused", "focus");
    assert_eq!(world.ask("get_timer")["remaining_seconds"], 15 * 60);
    world.tell("resume_timer", json!({}));
    world.advance(15);
    timer_is(&world, "ended", "focus");
    assert_eq!(world.ask("get_today")["figures"]["focused_minutes"], 25);
}

#[test]
fn five_more_minutes_count_with_the_same_session() {
    let world = at_work();
    start(&world);
    world.advance(25);
    world.press(&world.notice(), "extend");
    timer_is(&world, "running", "focus");
    world.advance(5);
    timer_is(&world, "ended", "focus");
    assert_eq!(pomodoros(&world), 1);
    assert_eq!(world.ask("get_today")["figures"]["focused_minutes"], 30);
}

#[test]
fn what_was_stopped_counts_its_minutes_and_is_no_pomodoro() {
    let world = at_work();
    start(&world);
    world.advance(10);
    world.tell("stop_timer", json!({}));
    timer_is(&world, "idle", "focus");
    assert_eq!(pomodoros(&world), 0);
    assert_eq!(world.ask("get_today")["figures"]["focused_minutes"], 10);
    world.advance(30);
    let about_an_interval = world.news().into_iter().filter(|notice| notice.title.contains("Done"));
    assert_eq!(about_an_interval.count(), 0);
}

#[test]
fn a_second_start_is_refused_while_one_runs() {
    let world = at_work();
    start(&world);
    assert_eq!(world.refused("start_timer", json!({"work": null})).code, "stale");
    timer_is(&world, "running", "focus");
}

#[test]
fn a_clock_that_is_set_takes_no_time_from_the_interval() {
    let world = at_work();
    start(&world);
    world.advance(10);
    world.set_clock(chrono::TimeDelta::hours(1));
    assert_eq!(world.ask("get_timer")["remaining_seconds"], 15 * 60);
    world.set_clock(chrono::TimeDelta::hours(-2));
    assert_eq!(world.ask("get_timer")["remaining_seconds"], 15 * 60);
}

#[test]
fn the_inbox_has_what_the_notification_said() {
    let world = at_work();
    start(&world);
    world.advance(25);
    let notice = world.notice();
    let inbox = world.ask("get_inbox");
    let entry = &inbox[0];
    assert_eq!((&entry["id"], &entry["title"]), (&json!(notice.entry), &json!(notice.title)));
    assert_eq!((&entry["kind"], &entry["seen"]), (&json!("interval-end"), &json!(false)));
    assert_eq!(entry["actions"], json!(["start-break", "extend", "skip"]));
    assert_eq!(world.ask("get_frame")["unread"], inbox.as_array().unwrap().len());
    world.tell("see_inbox", json!({}));
    assert_eq!(world.ask("get_frame")["unread"], 0);
}

#[test]
fn any_open_step_can_be_worked_on_the_current_stage_first() {
    let world = at_work();
    let choices = world.ask("get_work_choices");
    let current = world.ask("get_roadmap")["current"].clone();
    assert_eq!(choices[0]["stage"], current);
    let has = |words: &str| {
        let choices = world.ask("get_work_choices");
        let steps = choices.as_array().unwrap().iter().flat_map(|choice| choice["steps"].as_array().unwrap());
        steps.clone().any(|step| step["text"].as_str().unwrap().contains(words))
    };
    assert!(has("HTTP parser by hand"));
    crate::steps::tick(&world, "HTTP parser by hand", true);
    assert!(!has("HTTP parser by hand"), "what is done is not offered");
}

/// Some open work of the roadmap that no block of now is for.
fn other_work(world: &World) -> Value {
    let choices = world.ask("get_work_choices");
    let offered = world.ask("get_today")["work"]["activity"].clone();
    let other = choices.as_array().unwrap().iter().find(|choice| {
        choice["activity"] != offered && choice["steps"].as_array().is_some_and(|steps| steps.len() > 1)
    });
    let other = other.expect("another activity with steps");
    json!({"activity": other["activity"], "step": other["steps"][0]["item"], "block": null,
        "category": other["category"], "title": other["steps"][0]["text"]})
}

#[test]
fn what_was_chosen_goes_on_after_its_break_and_today_shows_its_steps() {
    let world = at_work();
    let work = other_work(&world);
    world.tell("start_timer", json!({"work": work}));
    assert_eq!(world.ask("get_today")["work"]["step"]["item"], work["step"]);
    world.advance(25);
    world.tell("start_break", json!({}));
    assert_eq!(world.ask("get_timer")["next"]["step"], work["step"]);
    world.tell("set_done", json!({"item": work["step"], "done": true}));
    let next = world.ask("get_timer")["next"].clone();
    assert_eq!(next["activity"], work["activity"]);
    assert_ne!(next["step"], work["step"], "the next step of the same activity");
    world.tell("start_timer", json!({"work": null}));
    assert_eq!(world.ask("get_timer")["work"]["step"], next["step"]);
}

#[test]
fn once_its_block_is_over_the_days_next_work_is_offered() {
    let world = at_work();
    start(&world);
    let block = world.ask("get_timer")["work"]["block"].clone();
    world.advance(25);
    world.go_to("2026-11-30 13:10");
    let next = world.ask("get_timer")["next"].clone();
    assert!(next["block"].is_string() && next["block"] != block, "a block still to come: {next}");
}

#[test]
fn begun_before_its_block_the_work_is_over_with_it() {
    let world = with_a_plan();
    world.go_to("2026-11-30 09:20");
    start(&world);
    let block = world.ask("get_timer")["work"]["block"].clone();
    assert!(block.is_string(), "the block of deep work, ten minutes early");
    world.advance(25);
    world.go_to("2026-11-30 13:10");
    assert_ne!(world.ask("get_timer")["next"]["block"], block);
}

#[test]
fn the_next_morning_asks_the_day_again() {
    let world = at_work();
    world.tell("start_timer", json!({"work": other_work(&world)}));
    world.advance(25);
    world.go_to("2026-12-01 09:40");
    assert_eq!(world.ask("get_timer")["next"]["block"], world.ask("get_today")["current"]);
}

#[test]
fn work_outside_the_roadmap_is_focus_and_counts_towards_nothing_it_asks() {
    let world = at_work();
    let work =
        json!({"activity": null, "step": null, "block": null, "category": "study", "title": "Tax return"});
    world.tell("start_timer", json!({"work": work}));
    let today = world.ask("get_today");
    assert_eq!((&today["work"]["title"], &today["work"]["steps"]), (&json!("Tax return"), &json!([])));
    world.advance(25);
    let today = world.ask("get_today");
    assert_eq!(today["figures"]["pomodoros"], 1);
    assert_eq!(ledger_line(&today["ledger"], "study")["worked_minutes"], 0);
}

#[test]
fn work_of_a_removed_roadmap_is_not_gone_on_with() {
    let world = at_work();
    world.tell("load_sample", json!({}));
    world.tell("start_timer", json!({"work": other_work(&world)}));
    world.advance(25);
    world.tell("remove_sample", json!({}));
    let next = world.ask("get_timer")["next"].clone();
    assert_eq!(next["activity"], world.ask("get_today")["work"]["activity"]);
}
