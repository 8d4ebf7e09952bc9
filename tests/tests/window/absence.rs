//! The app is killed in mid-interval.

use crate::steps::{begin, pomodoros, set_lengths};
use serde_json::json;
use waymark_tests::window::Home;
use waymark_tests::{Desktop, Window, patiently};

#[test]
fn killed_in_mid_interval_it_goes_on_and_counts_once() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let window = Window::open(&desktop, &home);
    begin(&window);
    set_lengths(&window, 5, 600);
    window.button("Start").click();
    window.button("Pause").appears();
    let deadline = window.ask("get_timer")["deadline"].clone();
    window.kill();

    let window = Window::open(&desktop, &home);
    let timer = window.ask("get_timer");
    // On a very busy machine it may be over by now.
    assert!(timer["deadline"] == deadline || timer["state"] == "ended", "{timer}");
    window.button("Start break").appears();
    patiently("the one notification", || (desktop.shown().len() == 1).then_some(()));
    assert_eq!(pomodoros(&window), 1);
    window.kill();

    let window = Window::open(&desktop, &home);
    assert_eq!(pomodoros(&window), json!(1));
    window.button("Start break").appears();
}
