//! The one thread that reads the person's other calendars: at the start, each minute, and when it is asked to. A file
//! that is long is read while everything else goes on.

use crate::Waymark;
use crate::view::Problem;
use std::path::Path;
use std::sync::{Arc, Weak};
use std::thread;
use std::time::Duration;

/// How often it looks whether a file has changed.
const EVERY: Duration = Duration::from_secs(60);

/// Starts to read calendars; it ends with the app.
///
/// # Errors
/// Where the system gives no thread.
pub(crate) fn start(waymark: &Arc<Waymark>) -> std::io::Result<()> {
    let waymark: Weak<Waymark> = Arc::downgrade(waymark);
    thread::Builder::new().name("calendars".into()).spawn(move || {
        while let Some(waymark) = waymark.upgrade() {
            // It was said where it failed, and is tried again.
            _ = waymark.read_calendars();
            waymark.wait_for_calendars(EVERY);
        }
    })?;
    Ok(())
}

impl Waymark {
    /// Reads the calendars that have changed, while use cases go on, and lets plans follow.
    ///
    /// # Errors
    /// What the store says.
    pub fn read_calendars(&self) -> Result<(), Problem> {
        let wanted = self.run(|app| app.wanted_calendars())?;
        let found = wanted.read();
        if found.is_empty() { Ok(()) } else { self.run(|app| app.keep_calendars(found)) }
    }

    /// Reads a calendar, while use cases go on, and adds it.
    ///
    /// # Errors
    /// Where it is none, or in the list already.
    pub fn add_calendar(&self, path: &str) -> Result<(), Problem> {
        let folder = Path::new(path).is_dir();
        let wanted = self.run(|app| app.calendar_to_add(path, folder))?;
        let found = wanted.read();
        self.run(|app| app.add_calendar(path, found))
    }
}
