//! What many of these tests begin with.

use serde_json::{Value, json};
use waymark_tests::Window;
use waymark_tests::world::fixture;

/// Takes over the tests' document as the first run proposes it, but from this week's Monday on, so that there is work
/// today; then shows it.
#[track_caller]
pub(crate) fn begin(window: &Window) {
    let source = json!({"from": "file", "path": fixture("reference-like.md")});
    let preview = window.invoke("preview", json!({"source": source})).expect("a preview");
    let mut setup = preview["proposal"].clone();
    setup["start"] = window.js(
        "const [proposed] = arguments
         const monday = new Date(proposed)
         monday.setDate(monday.getDate() - 7)
         return monday.toISOString().slice(0, 10)",
        json!([setup["start"]]),
    );
    window.invoke("begin", json!({"source": source, "setup": setup})).expect("a plan");
    // The first run has a place to work in and a button that says "Start" too.
    window.css("nav[aria-label='Rooms']").appears();
}

/// Makes the intervals that short. Reminders are off, so that no block that happens to begin speaks in between.
#[track_caller]
pub(crate) fn set_lengths(window: &Window, focus_seconds: u32, break_seconds: u32) {
    let mut settings = window.ask("get_frame")["settings"].clone();
    settings["lengths"]["focus_seconds"] = json!(focus_seconds);
    settings["lengths"]["short_break_seconds"] = json!(break_seconds);
    settings["remind_blocks"] = json!(false);
    window.invoke("save_settings", json!({"settings": settings})).expect("settings that are taken");
}

/// Focus intervals finished today, as Today shows them.
#[track_caller]
pub(crate) fn pomodoros(window: &Window) -> Value {
    window.ask("get_today")["figures"]["pomodoros"].clone()
}
