//! The command line: what reaches the app that runs, and what happens where none does.

use crate::steps::{begin, set_lengths};
use serde_json::json;
use waymark_tests::window::Home;
use waymark_tests::{Desktop, Window, patiently};

#[track_caller]
fn timer_is(window: &Window, state: &str, interval: &str) {
    patiently(&format!("the timer to be {state} in {interval}"), || {
        let timer = window.ask("get_timer");
        (timer["state"] == state && timer["interval"] == interval).then_some(())
    });
}

#[test]
fn a_second_process_works_the_timer_without_showing_the_window() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let window = Window::open(&desktop, &home);
    begin(&window);
    set_lengths(&window, 1500, 300);
    desktop.tray().click("Hide Waymark");
    patiently("the window to hide", || (!window.is_visible()).then_some(()));
    let ask = |words: &str| assert!(window.start_again(&desktop, &home, &[words]).success(), "{words}");

    ask("--toggle");
    timer_is(&window, "running", "focus");
    ask("--toggle");
    timer_is(&window, "paused", "focus");
    ask("--toggle");
    timer_is(&window, "running", "focus");
    ask("--skip");
    timer_is(&window, "running", "short-break");
    ask("--hidden");
    assert!(!window.is_visible(), "nobody asked for the window");

    ask("--show");
    patiently("the window to be shown", || window.is_visible().then_some(()));
    timer_is(&window, "running", "short-break");
}

#[test]
fn where_none_runs_toggle_starts_it_in_the_tray_with_the_timer() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let window = Window::open_with(&desktop, &home, &["--toggle"]);
    timer_is(&window, "running", "focus");
    desktop.tray().entry("Open Waymark");
    assert!(!window.is_visible());
}

#[test]
fn where_none_runs_there_is_nothing_to_skip() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let (ended, said) = Window::run_to_its_end(&desktop, &home, &["--skip"]);
    assert_eq!(ended.code(), Some(1));
    assert!(said.contains("no Waymark was found running"), "{said}");
    assert!(!home.data().exists(), "nothing was begun");
}

#[test]
fn an_option_that_there_is_not_is_named() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let (ended, said) = Window::run_to_its_end(&desktop, &home, &["--togle"]);
    assert_eq!(ended.code(), Some(2));
    assert!(said.contains("--togle") && said.contains("--toggle"), "{said}");
    let window = Window::open(&desktop, &home);
    let refused = window.start_again(&desktop, &home, &["--show", "--hidden"]);
    assert_eq!(refused.code(), Some(2));
    assert_eq!(window.ask("get_timer")["state"], json!("idle"));
}
