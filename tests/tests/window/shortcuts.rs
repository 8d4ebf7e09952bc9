//! Keys that reach Waymark while another program is in front.

use crate::steps::begin;
use serde_json::{Value, json};
use waymark_tests::desktop::Hands;
use waymark_tests::window::Home;
use waymark_tests::{Desktop, Window, patiently};

#[track_caller]
fn timer_is(window: &Window, state: &str) {
    patiently(&format!("the timer to be {state}"), || {
        (window.ask("get_timer")["state"] == state).then_some(())
    });
}

/// What the system says to the keys for something.
fn problem(window: &Window, wish: &str) -> Value {
    let rows = window.ask("get_shortcuts")["rows"].as_array().unwrap().clone();
    rows.into_iter().find(|row| row["wish"] == wish).unwrap()["problem"].take()
}

fn choose(window: &Window, wish: &str, chord: Option<&str>) {
    window.invoke("set_shortcut", json!({"wish": wish, "chord": chord})).unwrap();
}

#[test]
fn keys_reach_the_app_while_its_window_is_hidden_until_they_are_taken_away() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let window = Window::open(&desktop, &home);
    begin(&window);
    window.press("Control+,");
    window.button("Start, pause or go on").click();
    window.press("Control+Alt+p");
    window.role("button", "Start, pause or go on: Ctrl Alt P").appears();
    choose(&window, "show", Some("Control+Shift+F9"));
    desktop.tray().click("Hide Waymark");
    desktop.tray().entry("Open Waymark");

    let hands = Hands::new();
    hands.press(&["Control", "Alt", "p"]);
    timer_is(&window, "running");
    // With Caps Lock on, it is the same key.
    hands.press(&["CapsLock"]);
    hands.press(&["Control", "Alt", "p"]);
    hands.press(&["CapsLock"]);
    timer_is(&window, "paused");
    hands.press(&["Control", "Shift", "F9"]);
    desktop.tray().entry("Hide Waymark");

    // Given back, they are another program's to have.
    choose(&window, "toggle", None);
    hands.keep_for_myself(&["Control", "Alt", "p"]);
}

#[test]
fn keys_that_another_program_has_are_said_to_be_taken_and_come_with_the_next_start() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let hands = Hands::new();
    let window = Window::open(&desktop, &home);
    begin(&window);
    hands.keep_for_myself(&["Control", "Alt", "p"]);
    choose(&window, "toggle", Some("Control+Alt+P"));
    window.press("Control+,");
    window.text("Another program already has these keys").appears();
    window.quit();

    drop(hands);
    let window = Window::open(&desktop, &home);
    assert_eq!(problem(&window, "toggle"), Value::Null);
    Hands::new().press(&["Control", "Alt", "p"]);
    timer_is(&window, "running");
    window.quit();

    // Whoever leaves gives them back.
    Hands::new().keep_for_myself(&["Control", "Alt", "p"]);
}
