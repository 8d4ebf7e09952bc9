//! A person's own reminders, what holds reminders back, and what is shown of those that waited.

use crate::steps::{at_work, change, set, with_a_plan};
use serde_json::{Value, json};
use waymark_tests::World;

fn add(world: &World, words: &str) -> String {
    world.call("add_reminder", json!({"words": words}))
}

fn rule(world: &World, id: &str) -> Option<Value> {
    world.ask("get_reminders").as_array().unwrap().iter().find(|rule| rule["id"] == id).cloned()
}

fn titles(world: &World) -> Vec<String> {
    world.news().into_iter().map(|notice| notice.title).collect()
}

#[test]
fn a_reminder_in_plain_words_comes_once_and_can_be_done() {
    let mut world = World::new();
    let id = add(&world, "tomorrow 9am call Ada");
    assert_eq!(rule(&world, &id).unwrap()["words"], "2026-11-24 at 9:00");
    world.go_to("2026-11-24 08:59");
    assert_eq!(world.news(), []);
    world.advance(1);
    let notice = world.notice();
    assert_eq!(
        (notice.title.as_str(), &notice.actions[..]),
        ("call Ada", &["done".into(), "snooze".into(), "skip".into()][..])
    );
    world.press(&notice, "done");
    assert_eq!(world.ask("get_inbox")[0]["answer"], "done");
    world.restart();
    world.advance(2000);
    assert_eq!(world.news(), []);
}

#[test]
fn words_that_say_no_time_are_refused_with_examples() {
    let world = World::new();
    let refusal = world.refused("add_reminder", json!({"words": "call Ada"}));
    assert_eq!(refusal.code, "invalid");
    assert!(refusal.message.contains("Nothing in “call Ada” says when."), "{}", refusal.message);
    assert!(refusal.message.contains("every friday 17:00"), "{}", refusal.message);
    let read: Value = world.call("read_reminder", json!({"words": "every friday 17:00 review"}));
    assert_eq!((&read["words"], &read["text"]), (&json!("every Friday at 17:00"), &json!("review")));
    assert!(world.ask("get_reminders").as_array().unwrap().iter().all(|rule| rule["own"] == false));
}

#[test]
fn what_a_person_changes_of_rules_can_be_taken_back() {
    let mut world = World::new();
    let id = add(&world, "daily 21:30 write");
    change(&world, &id, "text", json!("write  a page"));
    world.restart();
    assert_eq!(rule(&world, &id).unwrap()["text"], "write a page");
    assert_eq!(world.ask("undo"), "change the reminder “write a page”");
    world.tell("remove_reminder", json!({"id": id}));
    assert_eq!(rule(&world, &id), None);
    world.ask("undo");
    assert_eq!(rule(&world, &id).unwrap()["text"], "write");
    world.ask("undo");
    assert_eq!(rule(&world, &id), None);
    change(&world, "block-start", "on", json!(false));
    assert_eq!(world.ask("undo"), "turn off “A block begins”");
    assert_eq!(rule(&world, "block-start").unwrap()["on"], true);
}

#[test]
fn a_rule_that_cannot_be_is_refused_and_stays_as_it_was() {
    let world = World::new();
    let quiet = json!({"quiet": "general"});
    let draft = |id: &str, timing: Value| json!({"draft": {"id": id, "on": true, "timing": timing, "quiet": quiet, "text": ""}});
    let refusal =
        world.refused("save_reminder", draft("block-start", json!({"when": "before", "minutes": 2000})));
    assert_eq!(refusal.message, "A reminder can't come more than a day before its block.");
    world.refused("save_reminder", draft("block-start", json!({"when": "daily", "minute": 540})));
    let gone = world.refused("save_reminder", draft("own-7", json!({"when": "daily", "minute": 540})));
    assert_eq!(gone.code, "stale");
    assert_eq!(rule(&world, "block-start").unwrap()["timing"], json!({"when": "before", "minutes": 0}));
}

#[test]
fn snoozed_until_tomorrow_it_comes_with_the_first_block() {
    let world = with_a_plan();
    add(&world, "2026-11-30 20:00 call Ada");
    world.go_to("2026-11-30 20:00");
    let call = |world: &World| world.news().into_iter().find(|notice| notice.title == "call Ada");
    let notice = call(&world).expect("it came");
    world.tell("snooze_inbox", json!({"id": notice.entry, "length": "tomorrow"}));
    let week: Value = world.call("get_week", json!({"day": "2026-12-01"}));
    let blocks = week["days"][1]["blocks"].as_array().unwrap();
    let first = blocks
        .iter()
        .filter(|block| block["category"] != "rest")
        .map(|block| block["start"].as_u64().unwrap())
        .min()
        .unwrap();
    world.go_to(&format!("2026-12-01 {:02}:{:02}", (first - 1) / 60, (first - 1) % 60));
    assert_eq!(call(&world), None);
    world.advance(1);
    assert!(call(&world).is_some());
}

#[test]
fn during_a_focus_reminders_wait_in_the_inbox_and_come_together_after_it() {
    let world = at_work();
    add(&world, "today 9:50 call Ada");
    add(&world, "today 9:55 water plants");
    world.tell("start_timer", json!({"work": null}));
    world.advance(20);
    assert_eq!(world.news(), []);
    let inbox = world.ask("get_inbox");
    assert_eq!((&inbox[0]["title"], &inbox[1]["title"]), (&json!("water plants"), &json!("call Ada")));
    world.advance(5);
    let told = titles(&world);
    assert!(told.contains(&"2 reminders have waited for you".to_owned()), "{told:?}");
    world.advance(30);
    assert!(titles(&world).iter().all(|title| !title.contains("waited")), "once");
}

#[test]
fn one_that_waited_alone_is_shown_as_it_is_and_one_that_was_looked_at_is_not() {
    let world = World::new();
    world.silence(true);
    add(&world, "today 10:10 call Ada");
    world.advance(30);
    assert_eq!(world.news(), []);
    world.silence(false);
    world.advance(1);
    let notice = world.notice();
    assert_eq!((notice.title.as_str(), notice.actions.len()), ("call Ada", 3));
    world.silence(true);
    add(&world, "today 11:00 water plants");
    world.advance(60);
    world.tell("see_inbox", json!({}));
    world.silence(false);
    world.advance(5);
    assert_eq!(world.news(), []);
}

#[test]
fn while_the_system_asks_for_quiet_they_wait_and_then_come_as_one_summary() {
    let world = World::new();
    world.silence(true);
    add(&world, "today 10:10 call Ada");
    add(&world, "today 10:20 water plants");
    world.advance(30);
    assert_eq!(world.news(), []);
    let inbox = world.ask("get_inbox");
    assert_eq!((&inbox[0]["held"], &inbox[1]["held"]), (&json!("system"), &json!("system")));
    world.changed();
    world.silence(false);
    let changed = world.changed();
    assert!(changed.contains(&"inbox".to_owned()), "{changed:?}");
    world.advance(1);
    assert_eq!(world.notice().title, "2 reminders have waited for you");
    world.advance(30);
    assert_eq!(world.news(), [], "once");
}

#[test]
fn who_wants_them_all_the_same_gets_them_while_the_system_asks_for_quiet() {
    let world = World::new();
    set(&world, "hold_in_silence", json!(false));
    world.silence(true);
    add(&world, "today 10:10 call Ada");
    world.advance(30);
    assert_eq!(world.notice().title, "call Ada");
}

#[test]
fn quiet_hours_hold_until_they_are_over_and_the_heart_beats_then() {
    let world = World::new();
    set(&world, "quiet_hours", json!({"from": 22 * 60, "to": 7 * 60}));
    add(&world, "today 23:00 lights out");
    let loud = add(&world, "today 23:30 lock the door");
    change(&world, &loud, "quiet", json!({"quiet": "never"}));
    world.go_to("2026-11-24 06:59");
    assert_eq!(titles(&world), ["lock the door"]);
    world.advance(1);
    assert_eq!(titles(&world), ["lights out"]);
    let refusal = world.refused("save_settings", {
        let mut settings = world.ask("get_frame")["settings"].clone();
        settings["quiet_hours"] = json!({"from": 60, "to": 60});
        json!({"settings": settings})
    });
    assert_eq!(refusal.code, "invalid");
}

#[test]
fn reminders_are_held_back_for_as_long_as_the_person_says() {
    let world = World::new();
    add(&world, "in 20 minutes stretch");
    let until = world.now() + chrono::TimeDelta::hours(1);
    world.tell("hold_reminders", json!({"until": until}));
    assert_eq!(world.ask("get_frame")["held_until"], json!(until));
    world.advance(59);
    assert_eq!(world.news(), []);
    world.advance(1);
    assert_eq!(titles(&world), ["stretch"]);
    assert_eq!(world.ask("get_frame")["held_until"], Value::Null);
}

#[test]
fn what_is_held_back_comes_together_once_the_person_lets_it() {
    let world = World::new();
    for words in ["in 5 minutes stretch", "in 10 minutes water plants"] {
        add(&world, words);
    }
    world.tell("hold_reminders", json!({"until": world.now() + chrono::TimeDelta::hours(8)}));
    world.advance(20);
    assert_eq!(world.news(), []);
    let inbox = world.ask("get_inbox");
    assert_eq!((&inbox[0]["held"], &inbox[1]["held"]), (&json!("person"), &json!("person")));
    world.tell("hold_reminders", json!({"until": null}));
    world.advance(1);
    assert_eq!(titles(&world), ["2 reminders have waited for you"]);
    assert_eq!(world.ask("get_inbox")[0]["held"], Value::Null);
}

#[test]
fn the_inbox_says_what_holds_an_entry_back_and_when_one_comes_again() {
    let world = World::new();
    set(&world, "quiet_hours", json!({"from": 9 * 60, "to": 12 * 60}));
    add(&world, "in 5 minutes stretch");
    world.advance(5);
    let entry = world.ask("get_inbox")[0].clone();
    assert_eq!((&entry["held"], &entry["again"]), (&json!("quiet-hours"), &Value::Null));
    world.tell("snooze_inbox", json!({"id": entry["id"], "length": "half-hour"}));
    let entry = world.ask("get_inbox")[0].clone();
    let again = world.now() + chrono::TimeDelta::minutes(30);
    assert_eq!((&entry["held"], &entry["again"]), (&Value::Null, &json!(again)));
}

#[test]
fn after_a_sleep_or_a_late_start_one_word_is_said_of_all_that_came() {
    let mut world = World::new();
    for words in ["daily 12:00 lunch", "daily 13:00 walk", "today 14:00 call Ada"] {
        add(&world, words);
    }
    world.sleep(5 * 60);
    let notice = world.notice();
    assert_eq!(notice.title, "3 reminders have waited for you");
    assert_eq!(notice.body, "12:00 lunch\n13:00 walk\n14:00 call Ada");
    world.killed_for(24 * 60);
    assert_eq!(world.notice().title, "2 reminders have waited for you");
    let inbox = world.ask("get_inbox");
    assert_eq!(inbox.as_array().unwrap().len(), 5, "each once, and open: {inbox}");
    assert!(inbox.as_array().unwrap().iter().all(|entry| entry["answer"] == Value::Null));
}

#[test]
fn another_zone_and_a_clock_that_is_set_bring_none_twice() {
    let world = World::new();
    add(&world, "daily 12:00 lunch");
    world.go_to("2026-11-23 12:00");
    assert_eq!(titles(&world), ["lunch"]);
    world.travel_to(chrono_tz::America::New_York);
    world.advance(30 * 60);
    assert_eq!(titles(&world), ["lunch"], "the next day's, by the clock there");
    world.set_clock(chrono::TimeDelta::hours(-30));
    world.advance(20 * 60);
    assert_eq!(titles(&world), Vec::<String>::new());
}
