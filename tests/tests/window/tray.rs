//! The tray's icon and menu, read and clicked over D-Bus.

use crate::steps::{begin, set_lengths};
use serde_json::{Value, json};
use std::path::PathBuf;
use waymark_tests::desktop::Tray;
use waymark_tests::window::Home;
use waymark_tests::{Desktop, Window, patiently};

/// Waits until the timer stands like that.
#[track_caller]
fn is(window: &Window, state: &str, interval: &str) {
    patiently(&format!("the timer to be {state} in {interval}"), || {
        let timer = window.ask("get_timer");
        (timer["state"] == state && timer["interval"] == interval).then_some(())
    });
}

/// The work that the timer is for, or would begin with.
fn work(window: &Window) -> String {
    window.ask("get_timer")["work"]["title"].as_str().unwrap().to_owned()
}

/// As much of a title as no menu cuts.
fn beginning(title: &str) -> String {
    title.chars().take(40).collect()
}

/// The pieces of work that the menu offers, in these words.
fn offered(tray: &Tray<'_>, words: &str) -> Vec<String> {
    tray.labels().iter().filter_map(|label| label.strip_prefix(words).map(str::to_owned)).collect()
}

#[test]
fn the_menu_works_a_whole_cycle() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let window = Window::open(&desktop, &home);
    begin(&window);
    set_lengths(&window, 1500, 300);
    let tray = desktop.tray();
    let first = work(&window);

    tray.says("Nothing running");
    tray.entry(&format!("Start: {}", beginning(&first)));
    for running in ["Pause", "+5", "Skip", "Stop"] {
        tray.has_no(running);
    }
    let others = offered(&tray, "Start: ").split_off(1);
    assert!(!others.is_empty() && others.len() <= 3, "{others:?}");
    tray.click(&format!("Start: {}", beginning(&first)));
    is(&window, "running", "focus");
    tray.says(&format!("25 min left: {}", beginning(&first)));

    tray.click("+5 minutes");
    tray.says("30 min left");
    tray.click("Pause");
    is(&window, "paused", "focus");
    tray.says("Paused with 30 min left");
    tray.click("Resume");
    is(&window, "running", "focus");

    let other = beginning(&offered(&tray, "Switch to: ")[0]);
    tray.click(&format!("Switch to: {other}"));
    tray.says(&other);
    assert!(work(&window).starts_with(&other), "{}", work(&window));

    tray.click("Skip to the break");
    is(&window, "running", "short-break");
    tray.says("5 min left of the break");
    tray.click(&format!("Start: {other}"));
    is(&window, "running", "focus");
    tray.click("Stop");
    is(&window, "idle", "focus");
    tray.entry("Start: ");
    tray.has_no("Stop");
    tray.click("Quit");
    window.wait_for_end();
}

#[test]
fn reminders_are_held_back_and_come_again_from_the_menu() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let window = Window::open(&desktop, &home);
    let tray = desktop.tray();
    let held = || window.ask("get_frame")["held_until"].clone();
    assert_eq!(held(), Value::Null);
    tray.has_no("Let them come again");
    tray.entry("Snooze reminders");
    tray.click("For 2 hours");
    tray.entry("Let them come again");
    tray.tells("Reminders snoozed until");
    assert_ne!(held(), Value::Null);
    let for_two_hours = held();
    tray.click("Until tomorrow morning");
    patiently("another time to hold until", || (held() != for_two_hours).then_some(()));
    tray.click("Let them come again");
    patiently("reminders to come again", || (held() == Value::Null).then_some(()));
    tray.has_no("Reminders snoozed until");
    tray.has_no("Let them come again");
}

#[test]
fn the_menu_hides_the_window_opens_it_and_leads_to_the_settings() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let window = Window::open(&desktop, &home);
    begin(&window);
    let tray = desktop.tray();
    let visible = |wanted: bool| {
        patiently(&format!("a window that is visible: {wanted}"), || {
            (window.is_visible() == wanted).then_some(())
        });
    };
    tray.click("Hide Waymark");
    visible(false);
    tray.click("Open Waymark");
    visible(true);
    tray.click("Hide Waymark");
    visible(false);
    tray.click("Settings");
    visible(true);
    window.role("heading", "Settings").appears();
    tray.entry("Hide Waymark");
}

#[test]
fn a_host_that_comes_late_and_again_gets_the_icon() {
    let (desktop, home) = (Desktop::without_tray(), Home::new());
    let window = Window::open(&desktop, &home);
    let missing = || {
        let troubles = window.ask("get_frame")["troubles"].clone();
        troubles.as_array().unwrap().iter().any(|trouble| trouble["about"] == "tray")
    };
    let there = |wanted: bool| {
        patiently(&format!("the app to know of a tray: {wanted}"), || (missing() != wanted).then_some(()));
    };
    there(false);
    desktop.start_tray();
    desktop.tray().entry("Start a focus");
    there(true);

    desktop.end_tray();
    there(false);
    desktop.start_tray();
    there(true);
    let tray = desktop.tray();
    tray.click("Start a focus");
    is(&window, "running", "focus");
    tray.says("min left");
    tray.click("Stop");
    is(&window, "idle", "focus");
}

#[test]
fn waymarks_with_different_folders_have_pictures_of_their_own() {
    let (desktop, here, there) = (Desktop::start(), Home::new(), Home::new());
    let window = Window::open(&desktop, &here);
    let picture = PathBuf::from(desktop.tray().text("IconName"));
    assert!(picture.is_file(), "{}", picture.display());
    let other = window.start_beside(&desktop, &there, &["--hidden"]);
    let other_picture = patiently("the other's picture", || {
        Some(PathBuf::from(desktop.tray().text("IconName"))).filter(|other| *other != picture)
    });
    assert!(other_picture.is_file() && picture.is_file());
    drop(other);
}

#[test]
fn the_picture_and_the_menu_stay_as_they_are_while_nothing_changes() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let window = Window::open(&desktop, &home);
    let tray = desktop.tray();
    tray.entry("Start a focus");
    let before = (tray.text("IconName"), tray.revision());
    // Many changes, and none that the tray shows.
    for week_start in ["sat", "sun", "mon"] {
        let mut settings = window.ask("get_frame")["settings"].clone();
        settings["week_start"] = json!(week_start);
        window.invoke("save_settings", json!({"settings": settings})).expect("settings that are taken");
    }
    // What is said next comes after all that.
    tray.click("For 1 hour");
    tray.entry("Let them come again");
    tray.click("Let them come again");
    tray.has_no("Let them come again");
    tray.has_no("Reminders snoozed until");
    assert_eq!(tray.text("IconName"), before.0);
    assert_eq!(tray.revision(), before.1 + 4, "two entries came and went");
}
