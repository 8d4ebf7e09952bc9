//! macOS, which counts the seconds since each kind of input.

use objc2_core_graphics::{CGEventSource, CGEventSourceStateID, CGEventType};
use std::time::Duration;

/// `kCGAnyInputEventType`, which is a macro in Apple's header.
const ANY_INPUT: CGEventType = CGEventType(u32::MAX);

/// How long nobody has touched keyboard, mouse or trackpad.
///
/// # Errors
/// Where macOS answers with no length of time.
pub(super) fn idle_for() -> Result<Duration, String> {
    let seconds =
        CGEventSource::seconds_since_last_event_type(CGEventSourceStateID::CombinedSessionState, ANY_INPUT);
    Duration::try_from_secs_f64(seconds)
        .map_err(|_| "macOS does not tell whether somebody is there.".to_owned())
}
