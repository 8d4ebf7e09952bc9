//! What many of these tests begin with.

use chrono::{Days, NaiveDate};
use roadmap_store::Store;
use serde_json::{Value, json};
use waymark_tests::window::Home;
use waymark_tests::world::fixture;
use waymark_tests::{Window, patiently};

/// Takes over the tests' document as the first run proposes it, but from this week's Monday on, so that there is work
/// today, and with weeks that begin on Mondays; then shows it.
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
    setup["week_start"] = json!("mon");
    window.invoke("begin", json!({"source": source, "setup": setup})).expect("a plan");
    // The first run has a place to work in and a button that says "Start" too.
    window.css("nav[aria-label='Rooms']").appears();
}

/// Makes the intervals that short. Reminders are off, so that no block that happens to begin speaks in between.
#[track_caller]
pub(crate) fn set_lengths(window: &Window, focus_seconds: u32, break_seconds: u32) {
    let mut settings = window.ask("get_frame")["settings"].clone();
    settings["timer"]["focus_seconds"] = json!(focus_seconds);
    settings["timer"]["short_break_seconds"] = json!(break_seconds);
    window.invoke("save_settings", json!({"settings": settings})).expect("settings that are taken");
    let timing = json!({"when": "before", "minutes": 0});
    let off = json!({"id": "block-start", "on": false, "timing": timing, "quiet": {"quiet": "general"}, "text": ""});
    window.invoke("save_reminder", json!({"draft": off})).expect("a rule that is off");
}

/// What the app keeps, once it has ended and let go of it.
#[track_caller]
pub(crate) fn store_of(home: &Home, today: NaiveDate) -> Store {
    patiently("the data folder to be free", || Store::open(&home.data(), today).ok()).store
}

/// Focus intervals finished today, as Today shows them.
#[track_caller]
pub(crate) fn pomodoros(window: &Window) -> Value {
    window.ask("get_today")["figures"]["pomodoros"].clone()
}

/// The first day of the week after the one that today is in.
pub(crate) fn week_after(window: &Window) -> String {
    let today: NaiveDate = window.ask("get_today")["now"]["date"].as_str().unwrap().parse().unwrap();
    let week = week_of(window, &(today + Days::new(7)).to_string());
    week["from"].as_str().unwrap().to_owned()
}

/// The week that holds a day.
#[track_caller]
pub(crate) fn week_of(window: &Window, day: &str) -> Value {
    window.invoke("get_week", json!({"day": day})).expect("a week")
}

/// The blocks of the week that holds a day.
#[track_caller]
pub(crate) fn blocks_of(window: &Window, day: &str) -> Vec<Value> {
    let days = week_of(window, day)["days"].as_array().expect("days").clone();
    days.iter().flat_map(|day| day["blocks"].as_array().expect("blocks").clone()).collect()
}

/// A day as the screen writes it: "23 November 2026", or as is usual where the system says that it is.
pub(crate) fn full_day(window: &Window, day: &str) -> String {
    let words = window.js(
        "let locale = 'en'
         try {
           locale = `en-${new Intl.Locale(navigator.language).maximize().region}`
         } catch {
           // A system without a language, as many of those that only run tests.
         }
         const written = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }
         return new Intl.DateTimeFormat(locale, written).format(new Date(arguments[0]))",
        json!([day]),
    );
    words.as_str().unwrap().to_owned()
}

/// Has times written as 13:00, whatever the system says.
#[track_caller]
pub(crate) fn in_24_hours(window: &Window) {
    let mut settings = window.ask("get_frame")["settings"].clone();
    settings["clock"] = json!("hours24");
    window.invoke("save_settings", json!({"settings": settings})).expect("settings that are taken");
}

/// A time of day as the screen writes it then, given in minutes after midnight.
pub(crate) fn time_of_day(minutes: &Value) -> String {
    let minutes = minutes.as_u64().unwrap();
    format!("{}:{:02}", minutes / 60 % 24, minutes % 60)
}

/// Waits until a dialog is in place: a press while it still comes in is nobody's.
#[track_caller]
pub(crate) fn dialog_is_in_place(window: &Window) {
    window.role("dialog", "").appears();
    let moves = "return document.getAnimations().some((animation) => animation.playState === 'running')";
    patiently("the dialog to be in place", || (window.js(moves, json!([])) == false).then_some(()));
}
