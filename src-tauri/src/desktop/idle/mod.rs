//! Whether somebody is there: asks the system how long nobody has touched the machine. Each system is a file with one
//! function, `idle_for`. What a long time means is the app's to say, and when it is to be asked again too: while it makes no
//! difference nothing is asked and nothing wakes up.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "macos")]
mod macos;
#[cfg(target_os = "linux")]
mod mutter;
#[cfg(windows)]
mod windows;
#[cfg(target_os = "linux")]
mod x11;

use crate::Waymark;
#[cfg(target_os = "linux")]
use linux::idle_for;
#[cfg(target_os = "macos")]
use macos::idle_for;
use std::sync::{Arc, Weak};
use std::thread;
use std::time::Duration;
#[cfg(windows)]
use windows::idle_for;

/// How long until a system that gave no answer is asked again.
const ASK_AGAIN: Duration = Duration::from_secs(60);

/// Begins to watch; it ends with the app.
///
/// # Errors
/// Where the system gives no thread.
pub(super) fn start(waymark: &Arc<Waymark>) -> std::io::Result<()> {
    let waymark: Weak<Waymark> = Arc::downgrade(waymark);
    thread::Builder::new().name("idle".into()).spawn(move || {
        while let Some(waymark) = waymark.upgrade() {
            let again = look(&waymark);
            waymark.wait_to_watch(again.unwrap_or(Duration::MAX));
        }
    })?;
    Ok(())
}

/// Why this system does not tell whether somebody is there, where it does not. It may take a moment.
pub(crate) fn unavailable() -> Option<String> {
    idle_for().err()
}

/// Looks whether somebody is there, if it makes a difference. Answers when to look again.
fn look(waymark: &Waymark) -> Option<Duration> {
    let watching = waymark.run(|app| Ok(app.is_watching())).unwrap_or_default();
    if !watching {
        return None;
    }
    match idle_for() {
        Ok(idle) => waymark.run(|app| app.notice_idle(idle)).unwrap_or(Some(ASK_AGAIN)),
        Err(reason) => {
            tracing::warn!(reason, "whether somebody is there is not known");
            Some(ASK_AGAIN)
        }
    }
}
