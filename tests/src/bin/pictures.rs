//! `pictures DIR`: photographs every screen of the real app into a folder, empty and with the sample history, in the
//! sizes that the design is held to.
//!
//! `WAYMARK_BIN` says which app, `WAYMARK_THEME` (`light` or `dark`) that only one theme is wanted. It needs a screen
//! with a window manager; `cargo xtask pictures` brings one.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a tool of the tests: what is not as it must be ends it"
)]

use serde_json::json;
use std::path::{Path, PathBuf};
use std::{env, fs, process::ExitCode};
use waymark_tests::window::Home;
use waymark_tests::{Desktop, Window, patiently};

/// The usual size and the smallest one.
const SIZES: [(u32, u32); 2] = [(1280, 800), (960, 640)];

fn main() -> ExitCode {
    let Some(folder) = env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("usage: pictures DIR");
        return ExitCode::from(2);
    };
    fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let themes =
        env::var("WAYMARK_THEME").map_or_else(|_| vec!["light".into(), "dark".into()], |theme| vec![theme]);
    for theme in &themes {
        photograph_empty(&folder, theme);
        photograph_sample(&folder, theme);
        photograph_busy(&folder, theme);
    }
    ExitCode::SUCCESS
}

/// From a fresh start to a plan.
fn photograph_empty(folder: &Path, theme: &str) {
    let (desktop, home) = (Desktop::start(), Home::new());
    let camera = Camera { window: Window::open(&desktop, &home), folder, theme };
    camera.set_theme();
    let window = &camera.window;
    window.button("Production ML Engineer").appears();
    camera.take("first-run-choose");
    window.button("Production ML Engineer").click();
    window.button("Choose start and pace").appears();
    camera.take("first-run-preview");
    window.button("Choose start and pace").click();
    window.text("12 weeks, until").appears();
    camera.take("first-run-start");
    window.button("Start the plan").click();
    window.text("First steps").appears();
    camera.take("today-before");
}

/// Every room after six weeks of history.
fn photograph_sample(folder: &Path, theme: &str) {
    let (desktop, home) = (Desktop::start(), Home::new());
    let camera = Camera { window: Window::open(&desktop, &home), folder, theme };
    camera.set_theme();
    let window = &camera.window;
    window.invoke("load_sample", json!({})).unwrap();
    window.role("heading", "Checkpoint").appears();
    camera.take("today");
    window.invoke("start_timer", json!({"work": null, "mode": {"kind": "flowtime"}})).unwrap();
    window.button("Finish").appears();
    camera.take("today-focus");
    window.invoke("stop_timer", json!({})).unwrap();
    window.button("Start").appears();
    window.button("Sessions").click();
    window.button("Add").appears();
    camera.take("sessions");
    window.button("Week").click();
    window.role("heading", "Week 7").appears();
    camera.take("week");
    window.button("Roadmap").click();
    window.role("heading", "Weeks 6").appears();
    camera.take("roadmap");
    window.role("radio", "Document").click();
    window.role("heading", "Overview").appears();
    camera.take("roadmap-document");
    window.button("Settings").click();
    window.text("12 weeks").appears();
    camera.take("settings");
    window.button("Today").click();
    window.role("heading", "Checkpoint").appears();
    window.button("Inbox").click();
    window.role("heading", "Inbox").appears();
    camera.take("inbox");
    window.press("Escape");
    window.role("heading", "Inbox").vanishes();
    window.press("Control+k");
    window.role("option", "Undo").appears();
    camera.take("palette");
}

/// A week in which another calendar takes some hours and a whole day.
fn photograph_busy(folder: &Path, theme: &str) {
    let (desktop, home) = (Desktop::start(), Home::new());
    let camera = Camera { window: Window::open(&desktop, &home), folder, theme };
    camera.set_theme();
    let window = &camera.window;
    window.invoke("load_sample", json!({})).unwrap();
    let frame = window.ask("get_frame");
    let today = frame["plan"]["today"].as_str().unwrap().to_owned();
    let week = window.invoke("get_week", json!({"day": today})).unwrap();
    let day = |at: usize| week["days"][at]["date"].as_str().unwrap().replace('-', "");
    let time = |title: &str, day: &str, from: &str, to: &str| {
        format!(
            "BEGIN:VEVENT\nUID:{title}-{day}\nSUMMARY:{title}\nDTSTART:{day}T{from}00\nDTEND:{day}T{to}00\nEND:VEVENT\n"
        )
    };
    let now = today.replace('-', "");
    let events = [
        time("Dentist", &day(1), "1000", "1100"),
        time("Parents’ evening", &day(0), "1700", "2030"),
        time("Choir", &day(5), "1900", "2030"),
        time("Dentist", &now, "1000", "1100"),
        time("Call with Kim", &now, "1530", "1645"),
        format!("BEGIN:VEVENT\nUID:1\nSUMMARY:Company day\nDTSTART;VALUE=DATE:{}\nEND:VEVENT\n", day(4)),
        "BEGIN:VEVENT\nUID:2\nSUMMARY:Never\nEND:VEVENT\n".repeat(17),
    ];
    let private = home.path().join("private.ics");
    fs::write(&private, format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", events.concat())).unwrap();
    let gone = home.path().join("club.ics");
    fs::write(&gone, format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", time("Choir", &day(6), "1100", "1200")))
        .unwrap();
    window.invoke("add_calendar", json!({"path": gone})).unwrap();
    fs::remove_file(&gone).unwrap();
    window.invoke("add_calendar", json!({"path": private})).unwrap();
    window.role("heading", "Checkpoint").appears();
    camera.take("today-busy");
    window.button("Week").click();
    window.role("heading", "Week 7").appears();
    camera.take("week-busy");
    window.button("Settings").click();
    window.text("club.ics is not there").appears();
    window.js("document.querySelector('summary').scrollIntoView({block: 'center'})", json!([]));
    window.text("Some of it could not be read").click();
    camera.take("settings-calendars");
}

/// A window and where its pictures go.
struct Camera<'a> {
    window: Window,
    folder: &'a Path,
    theme: &'a str,
}

impl Camera<'_> {
    /// Shows the app in the theme, whatever the system says.
    fn set_theme(&self) {
        let mut settings = self.window.ask("get_frame")["settings"].clone();
        settings["theme"] = json!(self.theme);
        self.window.invoke("save_settings", json!({"settings": settings})).unwrap();
        self.window.css(&format!(":root[data-theme={}]", self.theme)).appears();
    }

    /// Photographs what is shown, in every size.
    fn take(&self, screen: &str) {
        for (width, height) in SIZES {
            self.window.resize(width, height);
            self.settle();
            self.window.photograph(&self.folder.join(format!("{screen}-{}-{width}.png", self.theme)));
        }
    }

    /// Waits until nothing moves any more.
    fn settle(&self) {
        const STILL: &str = "return document.fonts.status === 'loaded'
            && document.getAnimations().every((animation) => animation.playState !== 'running')";
        patiently("the page to come to rest", || (self.window.js(STILL, json!([])) == true).then_some(()));
    }
}
