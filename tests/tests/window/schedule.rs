//! The week changed by hand and the plan replanned, in the window.

use crate::steps::{
    begin, blocks_of, dialog_is_in_place, full_day, in_24_hours, time_of_day, week_after, week_of,
};
use serde_json::{Value, json};
use waymark_tests::window::Home;
use waymark_tests::{Desktop, Window, patiently};

/// A block of a week, by its name.
fn block(window: &Window, day: &str, key: &str) -> Value {
    let blocks = blocks_of(window, day);
    blocks.into_iter().find(|block| block["key"] == key).expect("the block")
}

/// Waits until the screen has a block at the time that the command gives it.
#[track_caller]
fn is_shown(window: &Window, block: &Value) {
    let key = block["key"].as_str().expect("a key");
    let words = format!("{} to {},", time_of_day(&block["start"]), time_of_day(&block["end"]));
    patiently(&format!("the block to be shown at {words}"), || {
        let label = window.css(&format!("[data-block='{key}']")).attribute("aria-label")?;
        label.contains(&words).then_some(())
    });
}

fn end(window: &Window) -> String {
    window.ask("get_frame")["plan"]["end"].as_str().expect("a dated end").to_owned()
}

/// Waits until Settings gives that day as the end, with nothing that is not in force yet.
#[track_caller]
fn settings_show_the_end(window: &Window, day: &str) {
    window.button("Settings").click();
    window.text(&format!(", to {}", full_day(window, day))).appears();
    window.button("Change the plan").vanishes();
}

#[test]
fn blocks_are_dragged_and_resized() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let window = Window::open(&desktop, &home);
    window.resize(1280, 800);
    begin(&window);
    in_24_hours(&window);
    let day = week_after(&window);
    window.button("Week").click();
    window.button("Week after").click();

    let usual =
        blocks_of(&window, &day).into_iter().find(|block| block["start"] == 9 * 60 + 30).expect("deep work");
    let key = usual["key"].as_str().expect("a key");
    let on_screen = format!("[data-block='{key}']");
    is_shown(&window, &usual);
    window.css(&on_screen).drag(0, 60);
    patiently("the block to be later", || {
        (block(&window, &day, key)["start"].as_u64() > usual["start"].as_u64()).then_some(())
    });
    let dragged = block(&window, &day, key);
    let minutes = |block: &Value| block["end"].as_u64().unwrap() - block["start"].as_u64().unwrap();
    assert_eq!(minutes(&dragged), minutes(&usual), "it is as long as before");
    is_shown(&window, &dragged);

    window.js("document.querySelector(arguments[0]).focus()", json!([on_screen]));
    window.press("Shift+Alt+ArrowDown");
    patiently("the block to be longer", || {
        (minutes(&block(&window, &day, key)) == minutes(&usual) + 15).then_some(())
    });
    let resized = block(&window, &day, key);
    assert_eq!(resized["start"], dragged["start"], "it begins when it did");
    is_shown(&window, &resized);

    for before in [&dragged, &usual] {
        window.press("Control+z");
        is_shown(&window, before);
        assert_eq!(block(&window, &day, key)["end"], before["end"]);
    }
}

/// What has the focus, by its name or words.
fn focused(window: &Window) -> String {
    let script = "const at = document.activeElement
        return at.getAttribute('aria-label') ?? at.innerText.trim()";
    window.js(script, json!([])).as_str().unwrap_or_default().to_owned()
}

/// Presses Tab until what has the focus is called that.
#[track_caller]
fn tab_to(window: &Window, name: &str) {
    let mut passed = Vec::new();
    for _ in 0..80 {
        let focused = focused(window);
        if focused.starts_with(name) {
            return;
        }
        passed.push(focused);
        window.press("Tab");
    }
    panic!("Tab never comes to {name:?}, but to {passed:?}");
}

/// Waits until the focus is where this selector finds something.
#[track_caller]
fn has_the_focus(window: &Window, selector: &str) {
    patiently(&format!("{selector} to have the focus"), || {
        let script = "return document.activeElement.matches(arguments[0])";
        (window.js(script, json!([selector])) == true).then_some(())
    });
}

#[test]
fn a_vacation_is_added_by_keyboard_and_what_it_costs_is_taken_and_taken_back() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let window = Window::open(&desktop, &home);
    window.resize(1280, 800);
    begin(&window);
    let (day, before) = (week_after(&window), end(&window));
    window.button("Week").click();
    window.button("Week after").click();
    window.css(&format!("[data-day='{day}']")).appears();

    tab_to(&window, "Days off, ");
    window.press("Enter");
    has_the_focus(&window, "[role=menuitem]:first-of-type");
    for next in ["Make it a light day", "Vacation from here…"] {
        window.press("ArrowDown");
        patiently(&format!("{next:?} to be chosen"), || (focused(&window) == next).then_some(()));
    }
    window.press("Enter");
    has_the_focus(&window, "[role=dialog] input");
    window.press("Control+a");
    for letter in "Sea".chars() {
        window.press(&letter.to_string());
    }
    tab_to(&window, "Last day: ");
    window.press("Enter");
    has_the_focus(&window, "[role=gridcell][aria-selected=true] button");
    for _ in 0..6 {
        window.press("ArrowRight");
    }
    window.press("Enter");
    window.css("[role=grid]").vanishes();
    has_the_focus(&window, "[aria-label^='Last day: ']");
    tab_to(&window, "Save");
    window.press("Enter");
    window.role("dialog", "").vanishes();
    let sunday = window.invoke("get_week", json!({"day": day})).expect("a week")["days"][6]["date"].clone();
    let mut off = window.ask("get_days_off")[0].clone();
    off["id"].take();
    assert_eq!(off, json!({"id": null, "from": day, "to": sunday, "relief": "off", "title": "Sea"}));
    patiently("the name of the vacation on each day", || {
        (window.seen().lines().filter(|line| line.trim() == "Sea").count() == 7).then_some(())
    });
    let week = week_of(&window, &day);
    assert!(week["days"].as_array().unwrap().iter().all(|day| day["relief"] == "off"), "{week}");
    assert_eq!(blocks_of(&window, &day), [] as [Value; 0], "nothing is planned meanwhile");
    assert_eq!(end(&window), before, "a vacation by itself moves no date");

    window.button("See the ways out").click();
    let push = window.ask("get_replan")["proposals"][0].clone();
    assert_eq!((&push["way"], &push["ends"]), (&json!("push-dates"), &json!(before)));
    let later = push["would_end"].as_str().expect("a later end");
    assert!(later > before.as_str(), "{push}");
    window.css("[aria-label='Push the dates']").says(&format!("Ends {}", full_day(&window, later)));
    window.button("Take it: Push the dates").click();
    window.text("Push the dates: done").appears();
    assert_eq!(end(&window), later);
    settings_show_the_end(&window, later);
    window.press("Control+z");
    settings_show_the_end(&window, &before);
    assert_eq!(end(&window), before);
    assert_eq!(week_of(&window, &day)["days"][0]["relief"], "off", "the vacation stays");
}

#[test]
fn part_time_is_chosen_in_the_week_and_in_the_settings_and_its_end_is_shown_before_it_holds() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let window = Window::open(&desktop, &home);
    window.resize(1280, 800);
    begin(&window);
    let (day, before) = (week_after(&window), end(&window));
    let full_time = week_of(&window, &day)["ledger"]["total"]["scheduled_minutes"].as_u64().unwrap();
    window.button("Week").click();
    window.button("Week after").click();
    window.button("Week template: Full-Time").click();
    dialog_is_in_place(&window);
    window.button("Use").click();
    window.role("dialog", "").says(&format!("from {} on", full_day(&window, &day)));
    window.button("Done").click();
    window.button("Week template: Part-Time").appears();
    let part_time = week_of(&window, &day);
    assert!(part_time["template"].as_str().unwrap().starts_with("Part-Time"), "{}", part_time["template"]);
    let minutes = part_time["ledger"]["total"]["scheduled_minutes"].as_u64().unwrap();
    assert!((1..full_time).contains(&minutes), "{minutes} of {full_time}");
    assert_eq!(end(&window), before, "the weeks as written keep their dates");

    settings_show_the_end(&window, &before);
    window.role("radio", "Hours a week").click();
    window.text("Not in force yet.").appears();
    let mut setup = window.ask("get_terms")["setup"].clone();
    setup["pace"] = json!({"kind": "hours", "per_week_minutes": 20 * 60});
    let estimate = window.invoke("estimate_terms", json!({"setup": setup})).expect("an estimate");
    let later = estimate["end"].as_str().expect("an end");
    assert!(later > before.as_str(), "{estimate}");
    let (wanted, now) = (full_day(&window, later), full_day(&window, &before));
    window.text(&format!(", to {wanted}; now it is {now}")).appears();
    assert_eq!(end(&window), before, "nothing moves before it is said");
    window.button("Change the plan").click();
    settings_show_the_end(&window, later);
    assert_eq!(end(&window), later);
    window.press("Control+z");
    settings_show_the_end(&window, &before);
    assert_eq!(end(&window), before);
}
