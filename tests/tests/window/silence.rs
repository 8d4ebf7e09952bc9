//! The person asks the desktop not to disturb.

use crate::steps::{begin, store_of};
use chrono::{NaiveDate, NaiveTime};
use roadmap::reminders::{OccurrenceKey, RuleId};
use roadmap_store::table::occurrence::{self, NewEntry};
use roadmap_store::{Label, StoreError};
use serde_json::{Value, json};
use waymark_tests::desktop::{Manners, Wayland};
use waymark_tests::window::Home;
use waymark_tests::{Desktop, Window, patiently};

const SUMMARY: &str = "2 reminders have waited for you";

/// Starts the app on an inbox in which two reminders wait to be shown.
#[track_caller]
fn with_two_that_wait(desktop: &Desktop, home: &Home) -> Window {
    let window = Window::open(desktop, home);
    begin(&window);
    for rule in window.ask("get_reminders").as_array().unwrap() {
        let draft = json!({"id": rule["id"], "on": false, "timing": rule["timing"], "quiet": rule["quiet"], "text": rule["text"]});
        window.invoke("save_reminder", json!({"draft": draft})).expect("a rule that is off");
    }
    let today: NaiveDate = window.ask("get_today")["now"]["date"].as_str().unwrap().parse().unwrap();
    window.kill();

    let at = today.and_time(NaiveTime::MIN);
    let mut store = store_of(home, today);
    let added = store.transact(&Label::Own, at.and_utc(), |to| {
        for title in ["call Ada", "water plants"] {
            let rule = RuleId("of-the-test".to_owned());
            let key = OccurrenceKey { rule, subject: title.to_owned(), at, snooze: 0 };
            let entry: NewEntry<Value, Value> = NewEntry {
                key,
                roadmap: None,
                due: at.and_utc(),
                title: title.to_owned(),
                body: String::new(),
                category: None,
                about: json!({"about": "word"}),
                answer: None,
            };
            let id = occurrence::add(to, &entry)?.expect("it is new");
            occurrence::wait(to, id)?;
        }
        Ok::<(), StoreError>(())
    });
    added.unwrap();
    drop(store);
    Window::open(desktop, home)
}

#[track_caller]
fn both_are_held(window: &Window) {
    patiently("both to be held by the system", || {
        let inbox = window.ask("get_inbox").as_array().unwrap().clone();
        let held = inbox.iter().filter(|entry| entry["held"] == "system").count();
        (held == 2).then_some(())
    });
}

#[test]
fn while_plasma_is_not_to_disturb_reminders_wait_and_then_come_as_one() {
    let (desktop, home) = (Desktop::with_notifications(Manners::Plasma), Home::new());
    desktop.inhibit(true);
    let window = with_two_that_wait(&desktop, &home);
    assert_eq!(window.ask("get_surroundings")["no_silence"], Value::Null);
    both_are_held(&window);
    assert_eq!(desktop.shown(), []);
    desktop.inhibit(false);
    desktop.notification(SUMMARY);
    assert_eq!(desktop.shown().len(), 1);
}

#[test]
fn while_gnome_is_not_to_disturb_reminders_wait_and_then_come_as_one() {
    let (desktop, home) = (Desktop::under_wayland(Wayland::Gnome), Home::new());
    home.show_banners(false);
    let window = with_two_that_wait(&desktop, &home);
    assert_eq!(window.ask("get_surroundings")["no_silence"], Value::Null);
    both_are_held(&window);
    assert_eq!(desktop.shown(), []);
    home.show_banners(true);
    desktop.notification(SUMMARY);
    assert_eq!(desktop.shown().len(), 1);
}

#[test]
fn where_a_desktop_does_not_tell_reminders_come_and_the_setting_says_so() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let window = with_two_that_wait(&desktop, &home);
    desktop.notification(SUMMARY);
    window.press("Control+,");
    window.text("This system does not tell programs whether it is asked not to disturb.").appears();
}

#[test]
fn a_desktop_that_never_answers_holds_nothing_back_for_long() {
    let (desktop, home) = (Desktop::with_notifications(Manners::Hanging), Home::new());
    let window = with_two_that_wait(&desktop, &home);
    patiently("it to be known that it does not tell", || {
        window.ask("get_surroundings")["no_silence"].is_string().then_some(())
    });
    let inbox = window.ask("get_inbox").as_array().unwrap().clone();
    assert_eq!(inbox.iter().find(|entry| !entry["held"].is_null()), None);
}
