//! Waiting for what another process does: until it is there, never for a while.
#![allow(clippy::disallowed_methods, reason = "it waits for real programs, on a real clock")]

use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long a test waits for what should come at once. Long, so that a busy machine fails nothing: whoever
/// gets what it waits for never waits that long.
const LONG: Duration = Duration::from_secs(20);

/// How often it looks.
const OFTEN: Duration = Duration::from_millis(20);

/// Waits until `look` finds something; says what it waited for if it never comes.
#[track_caller]
pub fn patiently<T>(what: &str, look: impl FnMut() -> Option<T>) -> T {
    within(LONG, what, look)
}

/// Waits no longer than `time` until `look` finds something; says what it waited for if it does not come.
#[track_caller]
pub fn within<T>(time: Duration, what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let end = Instant::now() + time;
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(Instant::now() < end, "waited {} s in vain for {what}", time.as_secs());
        sleep(OFTEN);
    }
}
