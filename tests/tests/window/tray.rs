//! The tray's icon and menu, read and clicked over D-Bus.

use crate::steps::{begin, set_lengths};
use serde_json::json;
use waymark_tests::window::Home;
use waymark_tests::{Desktop, Window, patiently};

#[test]
fn the_tray_shows_the_timer_and_its_menu_works() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let window = Window::open(&desktop, &home);
    begin(&window);
    set_lengths(&window, 1500, 300);
    let tray = desktop.tray();
    let work = window.ask("get_timer")["work"]["title"].as_str().unwrap().to_owned();

    tray.click("Start");
    window.button("Pause").appears();
    patiently(&format!("the minutes and the work in the first entry of {:?}", tray.labels()), || {
        let first = tray.labels().into_iter().next()?;
        // A long title may be cut.
        let beginning: String = work.chars().take(12).collect();
        (first.contains("25 min") && first.contains(&beginning)).then_some(())
    });
    for entry in ["Pause", "Skip", "Stop", "Open", "Quit"] {
        tray.entry(entry);
    }

    tray.click("Pause");
    patiently("the timer to pause", || (window.ask("get_timer")["state"] == "paused").then_some(()));
    tray.click("Stop");
    patiently("the timer to stop", || (window.ask("get_timer")["state"] == json!("idle")).then_some(()));
    tray.entry("Start");
    tray.click("Quit");
    window.wait_for_end();
}
