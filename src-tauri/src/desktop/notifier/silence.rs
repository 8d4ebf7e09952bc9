//! Whether the system is asked not to disturb. GNOME keeps it in its settings, Plasma's notification daemon tells it; both
//! say when it changes. Other systems do not tell, and are never taken for silent.

use super::{Ear, Heard};
use std::sync::{Arc, Mutex, PoisonError};

/// What the system last said.
pub(super) struct Silence {
    said: Mutex<Option<bool>>,
    ear: Ear,
}

impl Silence {
    /// Begins to listen.
    ///
    /// # Errors
    /// Where the system gives no thread.
    pub(super) fn start(ear: Ear) -> std::io::Result<Arc<Self>> {
        // Until the system has answered, what would come waits: that is soon.
        let unheard = cfg!(target_os = "linux").then_some(true);
        let silence = Arc::new(Self { said: Mutex::new(unheard), ear });
        #[cfg(target_os = "linux")]
        {
            let silence = Arc::clone(&silence);
            std::thread::Builder::new().name("silence".into()).spawn(move || listen(&silence))?;
        }
        Ok(silence)
    }

    /// Whether it is asked not to disturb; none where it does not tell.
    pub(super) fn said(&self) -> Option<bool> {
        *self.said.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes what the system says, and passes on that it is something else.
    #[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "only Linux tells"))]
    pub(super) fn say(&self, now: Option<bool>) {
        let before = std::mem::replace(&mut *self.said.lock().unwrap_or_else(PoisonError::into_inner), now);
        if before != now {
            tracing::debug!(?now, "whether the system is asked not to disturb");
            (self.ear)(Heard::Silence);
        }
    }
}

#[cfg(target_os = "linux")]
fn listen(silence: &Arc<Silence>) {
    if is_gnome() && super::banners::listen(silence) {
        return;
    }
    if let Err(error) = super::inhibited::listen(silence) {
        tracing::debug!(%error, "whether the system is asked not to disturb is not known");
    }
    silence.say(None);
}

/// Other desktops may have GNOME's settings too, and heed them as little as they change them.
#[cfg(target_os = "linux")]
fn is_gnome() -> bool {
    let desktops = std::env::var("XDG_CURRENT_DESKTOP").unwrap_or_default();
    desktops.split(':').any(|desktop| desktop.eq_ignore_ascii_case("GNOME"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU32, Ordering};

    #[test]
    fn it_is_passed_on_when_it_changes_and_unknown_until_the_system_says() {
        let heard = Arc::new(AtomicU32::new(0));
        let ear: Ear = {
            let heard = Arc::clone(&heard);
            Arc::new(move |_| _ = heard.fetch_add(1, Ordering::Relaxed))
        };
        let silence = Silence { said: Mutex::default(), ear };
        assert_eq!(silence.said(), None);
        for now in [None, Some(false), Some(false), Some(true), Some(true), None] {
            silence.say(now);
            assert_eq!(silence.said(), now);
        }
        assert_eq!(heard.load(Ordering::Relaxed), 3);
    }
}
