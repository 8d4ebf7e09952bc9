//! Whether somebody is there: asks the system how long nobody has touched the machine. Each way to is a file with one
//! question, `idle_for`. What a long time means is the app's to say, and when it is to be asked again too: while it makes no
//! difference nothing is asked and nothing wakes up.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "macos")]
mod macos;
#[cfg(target_os = "linux")]
mod mutter;
#[cfg(target_os = "linux")]
mod wayland;
#[cfg(windows)]
mod windows;
#[cfg(target_os = "linux")]
mod x11;

use crate::Waymark;
#[cfg(target_os = "linux")]
use linux::Sense;
#[cfg(target_os = "macos")]
use macos::idle_for;
use std::sync::{Arc, Weak};
use std::thread;
use std::time::Duration;
#[cfg(windows)]
use windows::idle_for;

/// How long until a system that gave no answer is asked again.
const ASK_AGAIN: Duration = Duration::from_secs(60);

/// What the system is asked with: nothing has to be kept for that.
#[cfg(not(target_os = "linux"))]
#[derive(Default)]
struct Sense;

#[cfg(not(target_os = "linux"))]
impl Sense {
    fn idle_for(&mut self) -> Result<Duration, String> {
        idle_for()
    }
}

/// Begins to watch; it ends with the app.
///
/// # Errors
/// Where the system gives no thread.
pub(super) fn start(waymark: &Arc<Waymark>) -> std::io::Result<()> {
    let waymark: Weak<Waymark> = Arc::downgrade(waymark);
    thread::Builder::new().name("idle".into()).spawn(move || {
        let mut sense = Sense::default();
        while let Some(waymark) = waymark.upgrade() {
            let again = look(&waymark, &mut sense);
            waymark.wait_to_watch(again.unwrap_or(Duration::MAX));
        }
    })?;
    Ok(())
}

/// Why this system does not tell whether somebody is there, where it does not. It may take a moment.
pub(crate) fn unavailable() -> Option<String> {
    Sense::default().idle_for().err()
}

/// Looks whether somebody is there, if it makes a difference. Answers when to look again.
fn look(waymark: &Waymark, sense: &mut Sense) -> Option<Duration> {
    let watching = waymark.run(|app| Ok(app.is_watching())).unwrap_or_default();
    if !watching {
        *sense = Sense::default();
        return None;
    }
    match sense.idle_for() {
        Ok(idle) => waymark.run(|app| app.notice_idle(idle)).unwrap_or(Some(ASK_AGAIN)),
        Err(reason) => {
            tracing::warn!(reason, "whether somebody is there is not known");
            Some(ASK_AGAIN)
        }
    }
}
