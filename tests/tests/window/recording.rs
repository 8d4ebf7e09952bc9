//! A tick, from the box in the window to the disk and back.

use crate::steps::begin;
use waymark_tests::window::Home;
use waymark_tests::{Desktop, Window};

const STEP: &str = "HTTP parser by hand";

#[test]
fn a_tick_survives_a_restart_and_a_key_takes_it_back() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let window = Window::open(&desktop, &home);
    begin(&window);
    window.button("Roadmap").click();
    window.role("checkbox", STEP).click();
    window.role("checkbox", STEP).is_ticked(true);
    window.quit();

    let window = Window::open(&desktop, &home);
    window.button("Roadmap").click();
    window.role("checkbox", STEP).is_ticked(true);
    window.press("Control+z");
    window.role("checkbox", STEP).is_ticked(false);
    window.kill();

    let window = Window::open(&desktop, &home);
    window.button("Roadmap").click();
    window.role("checkbox", STEP).is_ticked(false);
}
