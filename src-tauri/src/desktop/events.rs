//! What the host says to the screens by itself: that something changed, how the timer stands, that a file
//! was offered, which place is asked for. A hidden main window hears nothing and reads anew when it is shown.

use super::{Desk, MAIN, mini, run_aside, shortcuts};
use crate::app::{News, Topic};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use tauri::{AppHandle, Emitter, Manager, Runtime};

const CHANGED: &str = "changed";
const TIMER: &str = "timer";
const OFFERED_FILE: &str = "offered-file";
const FILE_OVER: &str = "file-over";
const OPEN: &str = "open";

const ALL: [Topic; 7] = [
    Topic::Frame,
    Topic::Roadmap,
    Topic::Plan,
    Topic::Timer,
    Topic::Inbox,
    Topic::Reminders,
    Topic::Calendars,
];

/// Passes on to the screens and the tray what every use case changes.
pub(super) fn pass_on(app: &AppHandle) {
    // One after the other, so that an older state of the timer never comes after a newer one.
    let turn = Mutex::new(());
    let handle = app.clone();
    app.state::<Desk>().waymark.listen(move |news: &News| {
        let desk = handle.state::<Desk>();
        let timer_changed = news.topics.contains(&Topic::Timer);
        if timer_changed || news.topics.contains(&Topic::Plan) {
            desk.tray.changed();
        }
        if news.topics.contains(&Topic::Frame) {
            mini::follow(&handle);
            shortcuts::follow(&handle);
        }
        let _turn = turn.lock().unwrap_or_else(PoisonError::into_inner);
        let windows: Vec<&str> =
            [desk.is_shown().then_some(MAIN), mini::is_there(&handle)].into_iter().flatten().collect();
        for window in &windows {
            say_to(&handle, window, CHANGED, &news.topics);
        }
        if timer_changed
            && !windows.is_empty()
            && let Ok(timer) = desk.waymark.run(|app| app.timer_view())
        {
            for window in windows {
                say_to(&handle, window, TIMER, &timer);
            }
        }
    });
}

/// Lets the screens read everything again.
pub(super) fn everything_changed<R: Runtime>(app: &AppHandle<R>) {
    say(app, CHANGED, ALL);
}

/// Asks the screens to show the inbox.
pub(super) fn open_inbox(app: &AppHandle) {
    say(app, OPEN, "inbox");
}

/// Asks the screens to show the settings.
pub(super) fn open_settings(app: &AppHandle) {
    say(app, OPEN, "settings");
}

/// Asks the screens to show the ways out.
pub(super) fn open_ways_out(app: &AppHandle) {
    say(app, OPEN, "replan");
}

/// Offers a roadmap to the first run, which shows what is in it.
pub(super) fn offer_file(app: &AppHandle, file: PathBuf) {
    // A name that is no text cannot cross to the screen; the message that it is not there names it.
    let path = file.to_string_lossy().into_owned();
    let handle = app.clone();
    run_aside("offer", move || {
        let offered = path.clone();
        let noted = handle.state::<Desk>().waymark.run(|app| {
            app.offer_file(offered);
            Ok(())
        });
        if noted.is_ok() {
            say(&handle, OFFERED_FILE, path);
        }
    });
}

/// Says whether a file is held over the window, to be dropped.
pub(super) fn file_over(app: &AppHandle, over: bool) {
    say(app, FILE_OVER, over);
}

fn say<R: Runtime>(app: &AppHandle<R>, event: &str, payload: impl serde::Serialize + Clone) {
    say_to(app, MAIN, event, payload);
}

fn say_to<R: Runtime>(app: &AppHandle<R>, window: &str, event: &str, payload: impl serde::Serialize + Clone) {
    if let Err(error) = app.emit_to(window, event, payload) {
        tracing::warn!(%error, event, window, "the window was not told");
    }
}
