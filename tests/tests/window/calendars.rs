//! Another calendar of the person's, in the window. The system's own dialog is no page: the file that it would give is
//! added by the command that follows it.

use crate::steps::{begin, blocks_of, in_24_hours, week_after, week_of};
use chrono::{Days, NaiveDate};
use serde_json::{Value, json};
use waymark_tests::window::Home;
use waymark_tests::{Desktop, Window, patiently};

/// A call of an hour from ten on, each Monday and Wednesday from a Monday on, but not on the first Wednesday.
fn call(monday: NaiveDate) -> String {
    let at_ten = |day: NaiveDate| day.format("%Y%m%dT100000").to_string();
    let (first, not) = (at_ten(monday), at_ten(monday + Days::new(2)));
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:call\r\nSUMMARY:Call\r\nDTSTART:{first}\r\n\
         DURATION:PT1H\r\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE\r\nEXDATE:{not}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
}

/// On which days of a week the call takes time.
fn busy(window: &Window, day: &str) -> Vec<bool> {
    let days = week_of(window, day)["days"].as_array().unwrap().clone();
    days.iter().map(|day| day["busy"][0]["title"] == "Call").collect()
}

/// The minutes of work that are laid into a block.
fn laid(block: &Value) -> u64 {
    block["work"].as_array().unwrap().iter().map(|portion| portion["minutes"].as_u64().unwrap()).sum()
}

#[test]
fn a_calendar_keeps_its_times_free_of_work_for_as_long_as_it_is_in_the_list() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let window = Window::open(&desktop, &home);
    window.resize(1280, 800);
    begin(&window);
    in_24_hours(&window);
    let day = week_after(&window);
    let monday: NaiveDate = day.parse().unwrap();
    let later = (monday + Days::new(7)).to_string();
    let morning = |window: &Window| {
        blocks_of(window, &day).into_iter().find(|block| block["start"] == 9 * 60 + 30).expect("deep work")
    };
    let before = laid(&morning(&window));
    assert!(before > 60, "{before}");

    window.button("Settings").click();
    window.button("Add a file…").appears();
    let file = home.path().join("call.ics");
    std::fs::write(&file, call(monday)).unwrap();
    window.invoke("add_calendar", json!({"path": file})).expect("a calendar");
    window.css("[aria-label=Calendars]").says("call.ics");
    window.css("[aria-label=Calendars]").says("busy times in the next four weeks");

    assert_eq!(busy(&window, &day), [true, false, false, false, false, false, false]);
    window.button("Week").click();
    window.button("Week after").click();
    window.css(&format!("[data-day='{day}']")).says("Busy 10:00 to 11:00, Call");
    let after = morning(&window);
    assert_eq!((laid(&after), &after["busy_minutes"]), (before - 60, &json!(60)));
    let on_screen = format!("[data-block='{}']", after["key"].as_str().unwrap());
    let label = |words: &str| {
        let label = window.css(&on_screen).attribute("aria-label")?;
        label.contains(words).then_some(())
    };
    patiently("the block to say what takes of it", || label("busy (Call)"));
    assert_eq!(busy(&window, &later), [true, false, true, false, false, false, false]);
    window.button("Week after").click();
    let wednesday = monday + Days::new(9);
    window.css(&format!("[data-day='{wednesday}']")).says("Busy 10:00 to 11:00, Call");

    window.button("Settings").click();
    window.button("Remove call.ics").click();
    window.text("Removed “call.ics”").appears();
    assert_eq!(window.ask("get_calendars"), json!([]));
    assert_eq!(laid(&morning(&window)), before);
    window.press("Control+z");
    window.css("[aria-label=Calendars]").says("call.ics");
    assert_eq!(laid(&morning(&window)), before - 60);
}
