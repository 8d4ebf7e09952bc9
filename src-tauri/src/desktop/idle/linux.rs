//! Linux: the X server knows; under Wayland the compositor does, and only GNOME's can be asked.
//!
//! `GetSessionIdleTime` of `org.freedesktop.ScreenSaver` is no way: Plasma answers it under X11 alone, where the X server is
//! nearer. Under Wayland it says 0 or that it is not supported, as its version may be.

use super::super::is_wayland;
use super::{mutter, x11};
use std::time::Duration;

/// How long nobody has touched keyboard or mouse.
///
/// # Errors
/// Why that is not to be had, as the person reads it.
pub(super) fn idle_for() -> Result<Duration, String> {
    if !is_wayland() {
        return x11::idle_for();
    }
    mutter::idle_for().map_err(|error| {
        tracing::debug!(%error, "Mutter does not tell whether somebody is there");
        "Under Wayland only GNOME tells programs whether somebody is there.".to_owned()
    })
}
