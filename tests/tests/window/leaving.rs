//! Closing, opening again, starting twice.

use crate::steps::begin;
use waymark_tests::window::Home;
use waymark_tests::world::fixture;
use waymark_tests::{Desktop, Window, patiently};

#[track_caller]
fn is_hidden(window: &Window) {
    patiently("the window to hide", || (!window.is_visible()).then_some(()));
}

#[track_caller]
fn is_shown(window: &Window) {
    patiently("the window to be shown", || window.is_visible().then_some(()));
}

#[test]
fn closing_leaves_the_tray_and_says_so_once() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let window = Window::open(&desktop, &home);
    begin(&window);
    desktop.tray();
    window.close();
    is_hidden(&window);
    let said = desktop.notification("stays in the tray");
    desktop.tray().click("Open");
    is_shown(&window);
    window.close();
    is_hidden(&window);
    let again = desktop.shown().into_iter().filter(|shown| shown.title == said.title).count();
    assert_eq!(again, 1);
}

#[test]
fn without_a_tray_closing_quits() {
    let (desktop, home) = (Desktop::without_tray(), Home::new());
    let window = Window::open(&desktop, &home);
    window.close();
    window.wait_for_end();
}

#[test]
fn a_second_start_brings_the_first_forward_with_its_file() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let window = Window::open(&desktop, &home);
    begin(&window);
    desktop.tray();
    window.close();
    is_hidden(&window);
    let file = fixture("reference-like.md");
    let ended = window.start_again(&desktop, &home, &[file.to_str().unwrap()]);
    assert!(ended.success());
    is_shown(&window);
    window.text("Backend Python Engineer").appears();
    window.text("reference-like.md").appears();
}
