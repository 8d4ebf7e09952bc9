//! The week changed by hand and the plan replanned, in the window.

use crate::steps::begin;
use serde_json::{Value, json};
use waymark_tests::window::Home;
use waymark_tests::{Desktop, Window, patiently};

/// A day of the week after the one that today is in.
fn next_week(window: &Window) -> Value {
    window.js(
        "const [today] = arguments
         const day = new Date(today)
         day.setDate(day.getDate() + 7)
         return day.toISOString().slice(0, 10)",
        json!([window.ask("get_today")["now"]["date"]]),
    )
}

fn blocks(window: &Window, day: &Value) -> Vec<Value> {
    let week = window.invoke("get_week", json!({"day": day})).expect("a week");
    let days = week["days"].as_array().expect("days").clone();
    days.iter().flat_map(|day| day["blocks"].as_array().expect("blocks").clone()).collect()
}

fn block(window: &Window, day: &Value, key: &Value) -> Value {
    blocks(window, day).into_iter().find(|block| block["key"] == *key).expect("the block")
}

fn end(window: &Window) -> Value {
    window.ask("get_frame")["plan"]["end"].clone()
}

#[test]
fn blocks_are_dragged_and_resized_a_vacation_pushes_the_dates_and_a_slower_pace_dates_them_anew() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let window = Window::open(&desktop, &home);
    window.resize(1280, 800);
    begin(&window);
    let day = next_week(&window);
    window.button("Week").click();
    window.button("Week after").click();

    let usual =
        blocks(&window, &day).into_iter().find(|block| block["start"] == 9 * 60 + 30).expect("deep work");
    let key = usual["key"].clone();
    let on_screen = format!("[data-block='{}']", key.as_str().expect("a key"));
    window.css(&on_screen).drag(0, 60);
    patiently("the block to be later", || {
        (block(&window, &day, &key)["start"] != usual["start"]).then_some(())
    });
    let dragged = block(&window, &day, &key);
    window.js("document.querySelector(arguments[0]).focus()", json!([on_screen]));
    window.press("Shift+Alt+ArrowDown");
    patiently("the block to be longer", || {
        (block(&window, &day, &key)["end"].as_u64() == dragged["end"].as_u64().map(|end| end + 15))
            .then_some(())
    });

    let before = end(&window);
    let week = window.invoke("get_week", json!({"day": day})).expect("a week");
    assert_eq!(week["days"][0]["off"], json!([]));
    window.css("[aria-label^='Days off, ']").click();
    window.role("menuitem", "Vacation from here…").click();
    window.role("dialog", "").appears();
    // A press while the dialog still comes in, or the menu still goes, is nobody's.
    patiently("the calendar", || {
        if !window.css("[role=grid]").is_there() {
            window.css("[aria-label^='Last day']").click();
        }
        window.css("[role=grid]").is_there().then_some(())
    });
    window.js("document.querySelector('[role=gridcell][aria-selected=true] button').focus()", json!([]));
    for _ in 0..6 {
        window.press("ArrowRight");
    }
    window.press("Enter");
    window.button("Save").click();
    patiently("the week to be off", || {
        let week = window.invoke("get_week", json!({"day": day})).expect("a week");
        let days = week["days"].as_array().expect("days");
        days.iter().all(|day| day["relief"] == "off").then_some(())
    });
    assert_eq!(end(&window), before, "a vacation by itself moves no date");

    window.press("Control+k");
    window.role("dialog", "").appears();
    window.role("option", "Ways out").click();
    window.button("Take it: Push the dates").click();
    patiently("the dates to be pushed", || (end(&window) != before).then_some(()));
    window.press("Control+z");
    patiently("the dates to be back", || (end(&window) == before).then_some(()));

    window.button("Settings").click();
    window.role("radio", "Hours a week").click();
    window.button("Change the plan").click();
    patiently("the plan to be slower", || (end(&window) != before).then_some(()));
}
