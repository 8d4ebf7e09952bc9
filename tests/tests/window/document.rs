//! A document of the person's own, from its first reading to the next one, with ticks that go into its file.

use serde_json::Value;
use std::fs;
use waymark_tests::window::Home;
use waymark_tests::{Desktop, Window, patiently};

/// It names no weeks, so that there is something to guess, and disagrees with itself about its hours.
const BOAT: &str = "# Build a boat

## Planks

- [ ] Cut the planks
- [ ] Bend the ribs

## Words about wood

- Oak is heavy
- Larch lasts

## Weekly schedule

### Full-time (40 hours/week)

**Monday-Friday:**

- 9:00-12:00 Study
- 13:00-16:00 Workshop
";

fn stages(window: &Window) -> usize {
    window.ask("get_roadmap")["stages"].as_array().map_or(0, Vec::len)
}

fn state(window: &Window) -> Value {
    window.ask("get_document")["state"]["is"].clone()
}

#[test]
fn a_guess_is_set_right_a_finding_settled_a_tick_written_and_a_changed_file_read_again() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let path = home.path().join("boat.md");
    fs::write(&path, BOAT).unwrap();
    let window = Window::open_with(&desktop, &home, &[path.to_str().unwrap()]);

    window.button("Words about wood").click();
    window.button("Take “Words about wood” for").click();
    window.text("Only to read").click();
    window.text("you said so").appears();
    window.button("Choose start and pace").click();
    window.button("Start the plan").click();
    window.button("Roadmap").click();
    window.role("radio", "Check").click();
    assert_eq!(stages(&window), 1);

    window.button("Make it 30 h").click();
    window.text("Settled").appears();

    window.role("radio", "Document").click();
    window.text("as it was read").appears();
    window.role("switch", "Write ticks into the file").click();
    window.button("Write ticks").click();
    window.role("radio", "Timeline").click();
    window.role("checkbox", "Bend the ribs").click();
    let ticked = BOAT.replace("[ ] Bend", "[x] Bend");
    patiently("the tick to stand in the file", || {
        (fs::read_to_string(&path).unwrap() == ticked).then_some(())
    });

    let changed = ticked.replace("- [ ] Cut the planks\n", "- [ ] Draw the lines\n- [ ] Cut the planks\n");
    fs::write(&path, &changed).unwrap();
    assert_eq!(state(&window), "changed");
    window.button("Today").click();
    window.button("Roadmap").click();
    window.text("boat.md has changed outside Waymark").appears();
    window.button("See what changed").click();
    window.text("1 added").appears();
    window.button("Take over").click();
    window.text("Took boat.md over").appears();
    assert_eq!(state(&window), "as-read");
    window.role("checkbox", "Bend the ribs").is_ticked(true);
    window.role("checkbox", "Draw the lines").click();
    let both = changed.replace("[ ] Draw", "[x] Draw");
    patiently("the new line's tick to stand in the file", || {
        (fs::read_to_string(&path).unwrap() == both).then_some(())
    });
}
