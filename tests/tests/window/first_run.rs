//! From nothing to Today, by hand.

use waymark_tests::window::Home;
use waymark_tests::world::fixture;
use waymark_tests::{Desktop, Window};

#[test]
fn the_bundled_roadmap_becomes_a_plan_and_a_day() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let window = Window::open(&desktop, &home);
    window.button("Production ML Engineer").click();
    window.button("Choose start and pace").click();
    window.button("Start the plan").click();
    window.text("First steps").appears();
    assert_eq!(window.ask("get_frame")["plan"]["weeks"], 12);
}

#[test]
fn the_keyboard_alone_is_enough() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let window = Window::open(&desktop, &home);
    window.button("Production ML Engineer").appears();
    for next in ["Choose start and pace", "Start the plan"] {
        window.press("Enter");
        window.button(next).appears();
    }
    window.press("Enter");
    window.text("First steps").appears();
}

#[test]
fn a_file_given_on_the_command_line_comes_to_its_preview_and_its_plan() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let file = fixture("reference-like.md");
    let window = Window::open_with(&desktop, &home, &[file.to_str().unwrap()]);
    window.text("reference-like.md").appears();
    window.text("File Processing Service").appears();
    window.button("Choose start and pace").click();
    window.button("Start the plan").click();
    window.button("Roadmap").click();
    window.text("Backend Python Engineer").appears();
}

#[test]
fn a_file_that_is_no_roadmap_is_named_and_the_choice_stays_open() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let file = home.path().join("holiday.md");
    std::fs::write(&file, [0xff, 0xd8, 0xff, 0x00]).unwrap();
    let window = Window::open_with(&desktop, &home, &[file.to_str().unwrap()]);
    window.text("holiday.md").appears();
    window.button("Production ML Engineer").click();
    window.button("Choose start and pace").appears();
}
