//! The mini window: the timer beside whatever else is on the screen.

use crate::steps::begin;
use serde_json::json;
use waymark_tests::desktop::Hands;
use waymark_tests::window::Home;
use waymark_tests::{Desktop, Window, patiently};

const MAIN: &str = "/";
const MINI: &str = "/mini.html";

#[track_caller]
fn timer_is(window: &Window, state: &str) {
    patiently(&format!("the timer to be {state}"), || {
        (window.ask("get_timer")["state"] == state).then_some(())
    });
}

#[track_caller]
fn stands_at(window: &Window, place: (i64, i64)) {
    patiently(&format!("the window at {place:?}"), || (window.place() == place).then_some(()));
}

#[test]
fn the_mini_window_works_the_timer_and_comes_back_where_it_was() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let window = Window::open(&desktop, &home);
    begin(&window);
    window.button("Start").click();
    window.button("Mini window").click();

    window.turn_to(MINI);
    window.button("Pause").click();
    timer_is(&window, "paused");
    window.button("Resume").appears();
    window.press("Space");
    timer_is(&window, "running");
    let refused = window.invoke("undo", json!({})).unwrap_err();
    assert!(refused.as_str().unwrap().contains("not allowed"), "{refused}");
    window.put_at((300, 200));
    stands_at(&window, (300, 200));
    window.press_away("Escape");
    patiently("the mini window to be gone", || (window.pages() == 1).then_some(()));

    window.turn_to(MAIN);
    window.press("m");
    window.turn_to(MINI);
    stands_at(&window, (300, 200));
    window.turn_to(MAIN);
    window.quit();

    let window = Window::open(&desktop, &home);
    window.turn_to(MINI);
    stands_at(&window, (300, 200));
    window.turn_to(MAIN);
    desktop.tray().click("Hide mini window");
    patiently("the mini window to be gone", || (window.pages() == 1).then_some(()));
    desktop.tray().entry("Show mini window");
}

#[test]
fn the_mini_window_is_dragged_by_whatever_is_no_button() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let window = Window::open(&desktop, &home);
    begin(&window);
    window.button("Mini window").click();
    window.turn_to(MINI);
    window.put_at((300, 200));
    stands_at(&window, (300, 200));
    let hands = Hands::new();
    // The ring, the figure, and the room beside the buttons.
    for grip in [(45, 30), (110, 20), (250, 80)] {
        let (x, y) = window.place();
        let from = (x + grip.0, y + grip.1);
        hands.point_at(from);
        hands.hold();
        // The window manager takes over a moment after the press, from where the pointer is by then.
        let held = patiently(&format!("the window to follow the press at {grip:?}"), || {
            hands.point_at((from.0 + 20, from.1 + 20));
            let place = window.place();
            hands.point_at((from.0 + 60, from.1 + 50));
            (window.place() == (place.0 + 40, place.1 + 30)).then(|| window.place())
        });
        hands.point_at((from.0 + 10, from.1 + 90));
        stands_at(&window, (held.0 - 50, held.1 + 40));
        hands.let_go();
    }
    timer_is(&window, "idle");
}

#[test]
fn the_mini_window_goes_on_while_the_main_window_is_hidden_and_brings_it_back() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let window = Window::open(&desktop, &home);
    begin(&window);
    desktop.tray().click("Show mini window");
    window.turn_to(MINI);
    desktop.tray().click("Hide Waymark");
    desktop.tray().entry("Open Waymark");
    window.button("Start").click();
    window.button("Pause").appears();
    window.button("Open Waymark").click();
    desktop.tray().entry("Hide Waymark");
    window.turn_to(MAIN);
    patiently("the main window to be shown", || window.is_visible().then_some(()));
}

#[test]
fn without_a_tray_closing_the_main_window_takes_the_mini_window_along() {
    let (desktop, home) = (Desktop::bare(), Home::new());
    let window = Window::open(&desktop, &home);
    begin(&window);
    window.button("Mini window").click();
    window.turn_to(MINI);
    window.close();
    window.wait_for_end();
}
