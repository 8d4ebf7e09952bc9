//! What the roadmap says against itself, settled in the window.

use crate::steps::begin;
use serde_json::Value;
use waymark_tests::window::Home;
use waymark_tests::{Desktop, Window, patiently};

fn findings(window: &Window) -> usize {
    window.ask("get_plan_check")["findings"].as_array().map_or(0, Vec::len)
}

#[test]
fn a_finding_is_seen_settled_and_taken_back() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let window = Window::open(&desktop, &home);
    begin(&window);
    let before = findings(&window);
    let check = window.ask("get_plan_check");
    let is_hours = |view: &&Value| view["finding"]["rule"] == "template-hours";
    let finding =
        check["findings"].as_array().unwrap().iter().find(is_hours).expect("hours that don't add up");
    let label = finding["finding"]["remedies"][0]["label"].as_str().unwrap();

    window.button("Roadmap").click();
    window.role("radio", "Check").click();
    window.text(finding["finding"]["says"].as_str().unwrap()).appears();
    window.button(label).click();
    window.text("Settled").appears();
    assert_eq!(findings(&window), before - 1);
    window.press("Control+z");
    patiently("the finding to come back", || (findings(&window) == before).then_some(()));
}
