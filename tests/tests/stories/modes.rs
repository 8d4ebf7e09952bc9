//! The timer's ways: flowtime, countdowns, overtime, what begins by itself, other work under way, notes and reasons.

use crate::steps::{at_work, number, set};
use serde_json::{Value, json};
use waymark_tests::World;

/// Changes one of the timer's rules.
fn rule(world: &World, name: &str, value: Value) {
    let mut timer = world.ask("get_frame")["settings"]["timer"].clone();
    timer[name] = value;
    set(world, "timer", timer);
}

fn start(world: &World, mode: Value) {
    world.tell("start_timer", json!({"work": null, "mode": mode}));
}

fn timer(world: &World, part: &str) -> Value {
    world.ask("get_timer")[part].clone()
}

fn figures(world: &World) -> (u64, u64) {
    let figures = &world.ask("get_today")["figures"];
    (number(&figures["pomodoros"]), number(&figures["focused_minutes"]))
}

fn own(title: &str) -> Value {
    json!({"activity": null, "step": null, "block": null, "category": "study", "title": title})
}

#[test]
fn flowtime_counts_up_and_earns_a_fifth_of_its_focus() {
    let world = at_work();
    start(&world, json!({"kind": "flowtime"}));
    world.advance(50);
    assert_eq!(timer(&world, "deadline"), Value::Null);
    assert_eq!(timer(&world, "elapsed_seconds"), 50 * 60);
    assert_eq!(world.news(), [], "nothing is due");
    world.tell("finish_interval", json!({}));
    assert_eq!((timer(&world, "state"), timer(&world, "next_break_seconds")), (json!("ended"), json!(600)));
    world.tell("start_break", json!({}));
    assert_eq!(timer(&world, "planned_seconds"), 600);
    assert_eq!(figures(&world), (0, 50));
    world.tell("stop_timer", json!({}));
    assert_eq!(timer(&world, "mode"), json!({"kind": "flowtime"}), "it is offered again");
}

#[test]
fn a_countdown_ends_after_its_length_and_offers_no_break() {
    let world = at_work();
    start(&world, json!({"kind": "countdown", "seconds": 600}));
    world.advance(10);
    let notice = world.notice();
    assert_eq!(notice.body, "The countdown is over.");
    assert_eq!(notice.actions, ["start", "extend"]);
    assert_eq!(timer(&world, "earns_break"), false);
    assert_eq!(figures(&world), (0, 10));
    world.press(&notice, "start");
    assert_eq!(timer(&world, "planned_seconds"), 600, "another one of that length");
}

#[test]
fn a_countdown_of_10_000_minutes_and_a_break_of_no_share_are_refused() {
    let world = at_work();
    let mode = json!({"kind": "countdown", "seconds": 600_000});
    let refusal = world.refused("start_timer", json!({"work": null, "mode": mode}));
    assert_eq!(refusal.code, "invalid");
    assert!(refusal.message.contains("A countdown can't last 600000 seconds"), "{}", refusal.message);
    let mut settings = world.ask("get_frame")["settings"].clone();
    settings["timer"]["flow_break_percent"] = json!(0);
    assert_eq!(world.refused("save_settings", json!({"settings": settings})).code, "invalid");
}

#[test]
fn in_overtime_a_focus_counts_on_until_the_notification_starts_the_break() {
    let world = at_work();
    rule(&world, "overtime", json!(true));
    start(&world, Value::Null);
    world.advance(25);
    let notice = world.notice();
    assert_eq!(notice.body, "It counts on until you finish it.");
    assert_eq!(figures(&world), (1, 25), "it counts from its end on");
    world.advance(7);
    assert_eq!((timer(&world, "state"), timer(&world, "over_seconds")), (json!("running"), json!(7 * 60)));
    assert_eq!(world.news(), [], "it is announced once");
    world.press(&notice, "start-break");
    assert_eq!(timer(&world, "interval"), "short-break");
    assert_eq!(figures(&world), (1, 32));
}

#[test]
fn a_break_that_begins_by_itself_is_announced_and_waits_for_no_answer() {
    let world = at_work();
    rule(&world, "starts_breaks", json!(true));
    start(&world, Value::Null);
    world.advance(25);
    let notice = world.notice();
    assert_eq!((notice.body.as_str(), notice.actions.len()), ("A break of 5 min has begun.", 0));
    assert!(!notice.withdrawn);
    assert_eq!((timer(&world, "state"), timer(&world, "interval")), (json!("running"), json!("short-break")));
    world.advance(5);
    assert_eq!(timer(&world, "state"), "ended");
}

#[test]
fn a_focus_that_begins_by_itself_is_for_what_comes_next() {
    let world = at_work();
    rule(&world, "starts_focus", json!(true));
    start(&world, Value::Null);
    world.advance(25);
    world.press(&world.notice(), "start-break");
    world.tell("set_done", json!({"item": timer(&world, "work")["step"], "done": true}));
    let next = world.ask("get_today")["work"]["step"].clone();
    world.advance(5);
    assert_eq!((timer(&world, "state"), timer(&world, "interval")), (json!("running"), json!("focus")));
    assert_eq!(timer(&world, "work")["step"], next["item"]);
    let notice = world.notice();
    assert_eq!(notice.body, format!("Now: {}", next["text"].as_str().unwrap()));
}

#[test]
fn after_a_sleep_over_a_breaks_end_the_focus_waits() {
    let world = at_work();
    rule(&world, "starts_focus", json!(true));
    start(&world, Value::Null);
    world.advance(25);
    world.tell("start_break", json!({}));
    world.sleep(60);
    assert_eq!((timer(&world, "state"), timer(&world, "interval")), (json!("ended"), json!("short-break")));
}

#[test]
fn other_work_takes_over_to_the_second_and_the_pomodoro_counts_once() {
    let world = at_work();
    start(&world, Value::Null);
    let deadline = timer(&world, "deadline");
    world.advance(10);
    world.tell("change_work", json!({"work": own("Tax return")}));
    assert_eq!(
        (timer(&world, "deadline"), timer(&world, "work")["title"].clone()),
        (deadline, json!("Tax return"))
    );
    assert_eq!(figures(&world), (0, 10));
    world.advance(15);
    assert_eq!(figures(&world), (1, 25));
    let ledger = world.ask("get_today")["ledger"]["total"].clone();
    assert_eq!(ledger["focused_minutes"], 10, "the rest was outside the roadmap");
}

#[test]
fn a_note_interruptions_and_a_reason_are_kept_and_the_round_begins_anew() {
    let world = at_work();
    start(&world, Value::Null);
    world.advance(25);
    world.tell("note_interval", json!({"text": " slow "}));
    assert_eq!((timer(&world, "note"), timer(&world, "round")), (json!("slow"), json!(1)));
    world.tell("reset_round", json!({}));
    assert_eq!(timer(&world, "round"), 0);
    start(&world, Value::Null);
    world.advance(5);
    world.tell("count_interruption", json!({}));
    assert_eq!(timer(&world, "interruptions"), 1);
    let reason = "x".repeat(501);
    assert_eq!(world.refused("stop_timer", json!({"reason": reason})).code, "invalid");
    world.tell("stop_timer", json!({"reason": "the door bell"}));
    let kept = world.tables()["session"].join("\n");
    assert!(kept.contains("'slow'") && kept.contains("'the door bell'"), "{kept}");
}

#[test]
fn a_note_in_a_break_that_began_by_itself_is_of_the_focus_before_it() {
    let world = at_work();
    rule(&world, "starts_breaks", json!(true));
    start(&world, Value::Null);
    let focus = timer(&world, "session");
    world.tell("note_interval", json!({"text": "slow", "session": focus}));
    world.advance(26);
    assert_eq!(timer(&world, "interval"), "short-break");
    assert_eq!((timer(&world, "session"), timer(&world, "note")), (focus.clone(), json!("slow")));
    world.tell("note_interval", json!({"text": "slow reader", "session": focus}));
    assert_eq!(timer(&world, "note"), "slow reader");
    world.tell("stop_timer", json!({}));
    let page: Value =
        world.call("get_sessions", json!({"from": "2026-11-01", "to": "2026-12-31", "page": 0}));
    let notes: Vec<_> = page["sessions"].as_array().unwrap().iter().map(|it| it["note"].clone()).collect();
    assert_eq!(notes, [Value::Null, json!("slow reader")]);
    world.tell("note_interval", json!({"text": "kept late", "session": focus}));
    assert_eq!(timer(&world, "session"), Value::Null);
    assert_eq!(world.refused("note_interval", json!({"text": "x", "session": 7})).code, "stale");
}

#[test]
fn the_mode_that_is_chosen_in_a_break_is_that_of_the_next_focus() {
    let world = at_work();
    start(&world, Value::Null);
    world.advance(25);
    world.tell("start_break", json!({}));
    world.tell("choose_mode", json!({"mode": {"kind": "countdown", "seconds": 600}}));
    assert_eq!(
        (timer(&world, "mode")["kind"].clone(), timer(&world, "interval")),
        (json!("pomodoro"), json!("short-break"))
    );
    world.tell("skip_interval", json!({}));
    assert_eq!(
        (timer(&world, "mode")["kind"].clone(), timer(&world, "planned_seconds")),
        (json!("countdown"), json!(600))
    );
    assert_eq!(
        world.refused("choose_mode", json!({"mode": {"kind": "countdown", "seconds": 0}})).code,
        "invalid"
    );
}

#[test]
fn killed_in_overtime_it_goes_on_where_it_was() {
    let mut world = at_work();
    rule(&world, "overtime", json!(true));
    start(&world, Value::Null);
    world.advance(27);
    world.killed_for(1);
    assert_eq!(timer(&world, "over_seconds"), 3 * 60);
    world.tell("finish_interval", json!({}));
    assert_eq!(figures(&world), (1, 28));
}
