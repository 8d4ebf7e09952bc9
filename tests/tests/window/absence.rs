//! The app is killed in mid-interval, or nobody is there.

use crate::steps::{begin, pomodoros, set_lengths, store_of};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use roadmap::pomodoro::{Event, Rules, step};
use roadmap_store::Label;
use roadmap_store::table::timer;
use serde_json::{Value, json};
use std::time::Duration;
use waymark_tests::desktop::{Hands, Wayland};
use waymark_tests::window::Home;
use waymark_tests::{Desktop, Window, patiently, within};

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

fn ask_when_nobody_was_there(window: &Window, minutes: Option<u16>) {
    let mut settings = window.ask("get_frame")["settings"].clone();
    settings["idle_minutes"] = json!(minutes);
    window.invoke("save_settings", json!({"settings": settings})).expect("settings that are taken");
}

#[track_caller]
fn timer_is(window: &Window, state: &str) -> Value {
    patiently(&format!("the timer to be {state}"), || {
        let timer = window.ask("get_timer");
        (timer["state"] == state).then_some(timer)
    })
}

/// Begins a focus that has run for ten minutes by the time the answered window is there.
#[track_caller]
fn ten_minutes_into_a_focus(desktop: &Desktop, home: &Home) -> Window {
    let window = Window::open(desktop, home);
    begin(&window);
    set_lengths(&window, 1500, 600);
    window.button("Start").click();
    timer_is(&window, "running");
    let today: NaiveDate = window.ask("get_today")["now"]["date"].as_str().unwrap().parse().unwrap();
    window.kill();

    let ten_minutes = TimeDelta::minutes(10);
    let mut store = store_of(home, today);
    let kept = timer::kept(store.read()).unwrap().unwrap();
    let now: DateTime<Utc> = kept.last_seen;
    let moved = Event::ClockSet { by_millis: -ten_minutes.num_milliseconds() };
    let (mut earlier, _) = step(&kept, moved, &Rules::default(), now - ten_minutes).unwrap();
    earlier.last_seen = now;
    store.transact(&Label::Own, now, |to| timer::keep(to, &earlier)).unwrap();
    drop(store);
    let window = Window::open(desktop, home);
    timer_is(&window, "running");
    window
}

#[test]
fn nobody_there_in_a_focus_is_asked_about_where_gnome_tells() {
    let (desktop, home) = (Desktop::under_wayland(Wayland::Gnome), Home::new());
    desktop.says_idle(Duration::from_secs(4 * 60));
    let window = ten_minutes_into_a_focus(&desktop, &home);
    assert_eq!(desktop.asked_for_idle(), 0, "nobody wants to know");
    assert_eq!(window.ask("get_surroundings")["no_idle"], Value::Null);
    let asked = desktop.asked_for_idle();

    ask_when_nobody_was_there(&window, Some(3));
    let timer = timer_is(&window, "away");
    assert_eq!(timer["away_idle"], true);
    window.text("Nobody touched keyboard or mouse").appears();
    assert!(desktop.asked_for_idle() - asked < 5, "it is not asked again and again");
    desktop.says_idle(Duration::ZERO);
    window.button("Trim").click();
    timer_is(&window, "idle");
    let minutes = window.ask("get_today")["figures"]["focused_minutes"].as_u64().unwrap();
    assert!((5..=7).contains(&minutes), "{minutes} minutes until nobody was there");
}

#[test]
fn where_a_desktop_does_not_tell_whether_somebody_is_there_the_setting_says_why() {
    let (desktop, home) = (Desktop::under_wayland(Wayland::Other), Home::new());
    let window = Window::open(&desktop, &home);
    begin(&window);
    window.press("Control+,");
    window.text("Under Wayland this desktop does not tell programs whether somebody is there.").appears();
    window.kill();

    let (desktop, home) = (Desktop::start(), Home::new());
    let window = Window::open(&desktop, &home);
    assert_eq!(window.ask("get_surroundings")["no_idle"], Value::Null, "the X server tells");
}

#[test]
#[ignore = "takes the three minutes in which nobody may touch the screen"]
fn nobody_there_in_a_focus_is_asked_about_where_the_x_server_tells() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let hands = Hands::new();
    let window = ten_minutes_into_a_focus(&desktop, &home);
    ask_when_nobody_was_there(&window, Some(3));
    hands.press(&["Shift"]);
    let (least, most) = (Duration::from_secs(170), Duration::from_secs(200));
    std::thread::sleep(least);
    assert_eq!(window.ask("get_timer")["state"], "running");
    let timer = within(most - least, "the timer to ask", || {
        let timer = window.ask("get_timer");
        (timer["state"] == "away").then_some(timer)
    });
    assert_eq!(timer["away_idle"], true);
    hands.press(&["Shift"]);
    window.button("Keep").click();
    timer_is(&window, "running");
}
