//! An interval at real speed, from Today to the notification and back.

use crate::steps::{begin, pomodoros, set_lengths};
use serde_json::json;
use waymark_tests::desktop::Manners;
use waymark_tests::window::Home;
use waymark_tests::{Desktop, Window, patiently};

#[test]
fn an_interval_ends_with_a_notification_whose_button_starts_the_break() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let window = Window::open(&desktop, &home);
    begin(&window);
    set_lengths(&window, 2, 600);
    let work = window.ask("get_timer")["work"]["title"].as_str().unwrap().to_owned();
    window.button("Start").click();

    let ended = desktop.notification(&work);
    assert_eq!(ended.program, "Waymark");
    assert_eq!(ended.labels(), ["Start break", "5 more minutes", "Skip"]);
    desktop.press(&ended, "Start break");

    window.button("Pause").appears();
    let timer = window.ask("get_timer");
    assert_eq!((&timer["state"], &timer["interval"]), (&json!("running"), &json!("short-break")));
    assert_eq!(pomodoros(&window), 1);
}

#[test]
fn space_starts_and_pauses() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let window = Window::open(&desktop, &home);
    begin(&window);
    window.button("Start").appears();
    window.press("Space");
    window.button("Pause").appears();
    window.press("Space");
    window.button("Resume").appears();
}

#[test]
fn without_buttons_or_without_an_answer_the_interval_ends_all_the_same() {
    for manners in [Manners::WithoutButtons, Manners::Hanging] {
        let (desktop, home) = (Desktop::with_notifications(manners), Home::new());
        let window = Window::open(&desktop, &home);
        begin(&window);
        set_lengths(&window, 1, 600);
        window.button("Start").click();
        window.button("Start break").click();
        patiently("the notification", || (!desktop.shown().is_empty()).then_some(()));
        window.button("Pause").appears();
    }
}

#[test]
fn on_a_bare_desktop_the_app_works_and_says_what_is_missing() {
    works_and_says_what_is_missing(&Desktop::bare());
}

#[test]
fn without_a_session_bus_the_app_works_and_says_what_is_missing() {
    let mut desktop = Desktop::start();
    desktop.unplug();
    works_and_says_what_is_missing(&desktop);
}

#[track_caller]
fn works_and_says_what_is_missing(desktop: &Desktop) {
    let home = Home::new();
    let window = Window::open(desktop, &home);
    begin(&window);
    set_lengths(&window, 1, 600);
    window.button("Start").click();
    window.button("Start break").appears();
    for missing in ["notifications", "tray"] {
        patiently(&format!("a word about {missing}"), || {
            let troubles = window.ask("get_frame")["troubles"].clone();
            troubles.as_array()?.iter().find(|trouble| trouble["about"] == missing).map(drop)
        });
    }
    window.button("Inbox").click();
    window.text("Done:").appears();
}
