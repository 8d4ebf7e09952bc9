//! The one thread that notices the passing of time. It sleeps until the next deadline, or until
//! something changes.

use crate::Waymark;
use std::sync::{Arc, Weak};
use std::thread;
use std::time::Duration;

/// The longest sleep. A machine's own sleep does not count on some systems, so without it a reminder
/// could come as late as the machine slept.
const LONGEST: Duration = Duration::from_secs(60);

/// Starts the heartbeat; it ends with the app.
///
/// # Errors
/// Where the system gives no thread.
pub(crate) fn start(waymark: &Arc<Waymark>) -> std::io::Result<()> {
    let waymark: Weak<Waymark> = Arc::downgrade(waymark);
    thread::Builder::new().name("heartbeat".into()).spawn(move || {
        while let Some(waymark) = waymark.upgrade() {
            let sleep = waymark.run(|app| app.beat()).map_or(LONGEST, |next| next.min(LONGEST));
            waymark.wait(sleep);
        }
    })?;
    Ok(())
}
