//! A block begins while the window is hidden; and a reminder of the person's own.

use crate::steps::{begin, in_24_hours};
use serde_json::json;
use waymark_tests::window::Home;
use waymark_tests::{Desktop, Window, patiently};

const DAY: u64 = 24 * 60;

#[test]
fn a_block_that_begins_is_announced_outside_and_its_button_starts_it() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let window = Window::open(&desktop, &home);
    begin(&window);
    desktop.tray();
    // On every day, so that it makes no difference which day it is, or whether it ends meanwhile.
    let today = window.ask("get_today")["now"].clone();
    let now = today["minute"].as_u64().unwrap();
    // Not the next minute, which may begin before the block is saved: what had begun by then is not announced.
    let start = (now + 2) % DAY;
    let draft = json!({"id": null, "week": today["date"], "days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], "start": start,
        "end": (start + 30).min(DAY), "category": "networking", "accepts": [], "title": "Call an old colleague",
        "standing": true, "pinned": false});
    window.invoke("save_block", json!({"draft": draft})).expect("a block that is taken");
    window.close();
    patiently("the window to hide", || (!window.is_visible()).then_some(()));

    let begins = desktop.notification_after_next_minute("Call an old colleague");
    assert_eq!(begins.labels(), ["Start", "Snooze 10 min", "Skip"]);
    desktop.press(&begins, "Start");
    patiently("the timer to run", || {
        let timer = window.ask("get_timer");
        (timer["state"] == "running" && timer["work"]["title"] == "Call an old colleague").then_some(())
    });
    let inbox = window.ask("get_inbox");
    let entry = inbox.as_array().unwrap().iter().find(|entry| entry["title"] == "Call an old colleague");
    assert_eq!(entry.expect("its mirror in the app")["answer"], "started");
}

#[test]
fn a_reminder_in_plain_words_is_read_as_it_is_typed_and_kept_until_it_is_removed() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let window = Window::open(&desktop, &home);
    window.resize(960, 640);
    begin(&window);
    in_24_hours(&window);
    let own = || {
        let rules = window.ask("get_reminders").as_array().unwrap().clone();
        rules.into_iter().find(|rule| rule["own"] == true)
    };
    window.button("Settings").click();
    window.css("[aria-label='A new reminder in your words']").enter("every friday 17:00 look for a referral");
    window.text("Fridays at 17:00").appears();
    window.press("Enter");
    let remove = window.button("Remove “look for a referral”");
    remove.appears();
    let timing = json!({"when": "weekly", "weekday": "fri", "minute": 17 * 60});
    assert_eq!(own().expect("a rule")["timing"], timing);
    remove.click();
    remove.vanishes();
    assert_eq!(own(), None);
}
