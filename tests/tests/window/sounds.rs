//! Sounds, from the deadline to the samples that the system is given.

use crate::steps::{begin, set_lengths};
use serde_json::{Value, json};
use waymark_tests::desktop::Shown;
use waymark_tests::window::Home;
use waymark_tests::{Desktop, Window, patiently};

/// Changes one thing that is set of the sounds.
#[track_caller]
fn set(window: &Window, name: &str, value: Value) {
    let mut settings = window.ask("get_frame")["settings"].clone();
    settings["sounds"][name] = value;
    window.invoke("save_settings", json!({"settings": settings})).expect("settings that are taken");
}

#[test]
fn a_focus_is_heard_to_end_once_while_the_window_is_hidden_and_the_output_is_open_for_that_alone() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let recording = home.record_sounds();
    let window = Window::open(&desktop, &home);
    begin(&window);
    set_lengths(&window, 1, 600);
    desktop.tray().click("Hide Waymark");
    desktop.tray().entry("Open Waymark");
    assert!(!recording.is_open() && recording.samples().is_empty(), "there is nothing to hear yet");
    window.invoke("start_timer", json!({"work": null})).unwrap();

    patiently("the bell", || (recording.loudest() > 0.0).then_some(()));
    patiently("the output to be closed", || (!recording.is_open()).then_some(()));
    let heard = recording.heard(0.2);
    let [(_, lasts)] = heard.as_slice() else { panic!("one sound and not {heard:?}") };
    assert!((0.6..0.8).contains(lasts), "the whole bell and not {lasts} s");
    // At 60 %: its peak of 0.6 times the square of that.
    assert!((recording.loudest() - 0.216).abs() < 0.02, "{}", recording.loudest());
    let offers_a_break = |shown: &Shown| shown.labels().contains(&"Start break");
    let shown = patiently("the notification", || desktop.shown().into_iter().find(offers_a_break));
    assert!(shown.silent, "the daemon adds no sound: {shown:?}");
}

#[test]
fn the_clock_ticks_each_second_until_the_focus_is_paused() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let recording = home.record_sounds();
    let window = Window::open(&desktop, &home);
    begin(&window);
    set(&window, "ticking", json!(true));
    window.button("Start").click();
    patiently("three ticks", || (recording.heard(0.2).len() >= 3).then_some(()));
    window.button("Pause").click();
    patiently("the output to be closed", || (!recording.is_open()).then_some(()));
    let heard = recording.heard(0.2);
    for pair in heard.windows(2) {
        let apart = pair[1].0 - pair[0].0;
        assert!((apart - 1.0).abs() < 0.01, "{apart} s from tick to tick");
    }
    assert!(heard.iter().all(|(_, lasts)| *lasts < 0.05), "each is short: {:?}", &heard[..3]);
}

#[test]
fn without_a_sound_output_the_settings_say_so_once_something_was_to_be_heard() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let window = Window::open(&desktop, &home);
    begin(&window);
    window.press("Control+,");
    window.button("Play: a break ends").click();
    window.text("No sound output was found").appears();
    home.record_sounds();
    window.button("Play: a focus ends").click();
    window.text("No sound output was found").vanishes();
    assert!(!window.said().contains("ALSA lib"), "{}", window.said());
}
