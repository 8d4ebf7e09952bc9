//! Starting at login: the person's switch, and the entry that the desktop reads.

use crate::steps::begin;
use std::fs;
use std::path::PathBuf;
use waymark_tests::window::Home;
use waymark_tests::{Desktop, Window, patiently};

fn entries(home: &Home) -> Vec<PathBuf> {
    let folder = fs::read_dir(home.path().join("config/autostart"));
    folder.map(|folder| folder.map(|entry| entry.unwrap().path()).collect()).unwrap_or_default()
}

#[test]
fn the_switch_writes_the_entry_that_starts_it_hidden_and_shows_what_the_system_has() {
    let (desktop, home) = (Desktop::start(), Home::new());
    let window = Window::open(&desktop, &home);
    begin(&window);
    assert!(entries(&home).is_empty(), "nobody has asked for it");
    window.press("Control+,");
    window.role("switch", "Start at login").click();
    let entry = patiently("the entry", || entries(&home).pop());
    let words = fs::read_to_string(&entry).unwrap();
    let exec = words.lines().find_map(|line| line.strip_prefix("Exec=")).unwrap();
    let data = format!("\"--hidden\" \"--data-dir\" \"{}\"", home.data().display());
    assert!(exec.contains("waymark\"") && exec.ends_with(&data), "{exec}");

    // Taken out by hand, it is off.
    fs::remove_file(&entry).unwrap();
    assert_eq!(window.ask("get_autostart"), false);

    // Where it cannot be written, that is said.
    fs::remove_dir(entry.parent().unwrap()).unwrap();
    fs::write(entry.parent().unwrap(), "in the way").unwrap();
    window.press("Control+1");
    window.press("Control+,");
    window.role("switch", "Start at login").click();
    window.text("Starting at login could not be set up").appears();
    assert_eq!(window.ask("get_autostart"), false);
}
