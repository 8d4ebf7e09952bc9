//! Linux: the X server knows; under Wayland the compositor does, which says so in one of two ways.
//!
//! `GetSessionIdleTime` of `org.freedesktop.ScreenSaver` is none of them: Plasma answers it under X11 alone, where the X server
//! is nearer. Under Wayland it says 0 or that it is not supported, as its version may be.

use super::super::is_wayland;
use super::wayland::Ear;
use super::{mutter, x11};
use std::time::Duration;

/// What the session is asked with.
#[derive(Default)]
pub(super) struct Sense {
    /// Kept while it is asked again and again.
    ear: Option<Ear>,
}

impl Sense {
    /// How long nobody has touched keyboard or mouse.
    ///
    /// # Errors
    /// Why that is not to be had, as the person reads it.
    pub(super) fn idle_for(&mut self) -> Result<Duration, String> {
        if !is_wayland() {
            return x11::idle_for();
        }
        self.ear = self.ear.take().filter(|ear| ear.idle_for().is_some()).or_else(|| {
            let opened = Ear::open();
            opened.inspect_err(|error| tracing::debug!(%error, "the compositor is not heard")).ok()
        });
        if let Some(idle) = self.ear.as_ref().and_then(Ear::idle_for) {
            return Ok(idle);
        }
        mutter::idle_for().map_err(|error| {
            tracing::debug!(%error, "Mutter does not tell whether somebody is there");
            "Under Wayland this desktop does not tell programs whether somebody is there.".to_owned()
        })
    }
}
