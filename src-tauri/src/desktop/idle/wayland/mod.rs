//! Wayland compositors with the protocol `ext-idle-notify-v1`: Plasma, Sway, COSMIC and others.
//!
//! They say when somebody has been away for a moment and when somebody is back, and not how long that is; so it is listened
//! to as long as it makes a difference.

#[cfg(test)]
mod tests;

use super::super::clock::SystemClock;
use crate::ports::Clock;
use std::error::Error;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;
use wayland_client::globals::{GlobalListContents, registry_queue_init};
use wayland_client::protocol::wl_callback::WlCallback;
use wayland_client::protocol::wl_registry::WlRegistry;
use wayland_client::protocol::wl_seat::WlSeat;
use wayland_client::{Connection, Dispatch, QueueHandle, delegate_noop};
use wayland_protocols::ext::idle_notify::v1::client::ext_idle_notification_v1::{
    Event, ExtIdleNotificationV1,
};
use wayland_protocols::ext::idle_notify::v1::client::ext_idle_notifier_v1::ExtIdleNotifierV1;

/// After how long without a touch the compositor says so. Shorter absences count as none here.
const MOMENT: Duration = Duration::from_secs(15);

/// What the compositor last said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    /// Somebody is there.
    There,
    /// Nobody is, as was said at that time.
    Nobody(Duration),
    /// The compositor is gone.
    Gone,
}

/// An ear for the compositor; dropped, it listens no more.
pub(super) struct Ear {
    said: Arc<Mutex<Said>>,
    connection: Connection,
    queue: QueueHandle<Hearing>,
    notification: ExtIdleNotificationV1,
}

/// What the listening thread has.
struct Hearing {
    said: Arc<Mutex<Said>>,
    over: bool,
}

impl Ear {
    /// Begins to listen.
    ///
    /// # Errors
    /// Where there is no compositor, or it does not know the protocol.
    pub(super) fn open() -> Result<Self, Box<dyn Error>> {
        Self::listen(Connection::connect_to_env()?)
    }

    fn listen(connection: Connection) -> Result<Self, Box<dyn Error>> {
        let (globals, mut queue) = registry_queue_init::<Hearing>(&connection)?;
        let handle = queue.handle();
        let notifier: ExtIdleNotifierV1 = globals.bind(&handle, 1..=1, ())?;
        let seat: WlSeat = globals.bind(&handle, 1..=1, ())?;
        let moment = u32::try_from(MOMENT.as_millis())?;
        let notification = notifier.get_idle_notification(moment, &seat, &handle, ());
        connection.flush()?;
        let said = Arc::new(Mutex::new(Said::There));
        let mut hearing = Hearing { said: Arc::clone(&said), over: false };
        thread::Builder::new().name("wayland idle".into()).spawn(move || {
            while !hearing.over {
                if let Err(error) = queue.blocking_dispatch(&mut hearing) {
                    tracing::debug!(%error, "the compositor is heard no more");
                    *lock(&hearing.said) = Said::Gone;
                    return;
                }
            }
        })?;
        Ok(Self { said, connection, queue: handle, notification })
    }

    /// How long nobody has touched keyboard or mouse; none where the compositor is gone.
    pub(super) fn idle_for(&self) -> Option<Duration> {
        match *lock(&self.said) {
            Said::There => Some(Duration::ZERO),
            Said::Nobody(since) => Some(SystemClock.elapsed().saturating_sub(since) + MOMENT),
            Said::Gone => None,
        }
    }
}

impl Drop for Ear {
    fn drop(&mut self) {
        self.notification.destroy();
        // Its answer is the last thing that is heard.
        self.connection.display().sync(&self.queue, ());
        if let Err(error) = self.connection.flush() {
            tracing::debug!(%error, "the compositor is gone already");
        }
    }
}

impl Dispatch<ExtIdleNotificationV1, ()> for Hearing {
    fn event(
        hearing: &mut Self,
        _: &ExtIdleNotificationV1,
        event: Event,
        (): &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        *lock(&hearing.said) = match event {
            Event::Idled => Said::Nobody(SystemClock.elapsed()),
            _ => Said::There,
        };
    }
}

impl Dispatch<WlCallback, ()> for Hearing {
    fn event(
        hearing: &mut Self,
        _: &WlCallback,
        _: wayland_client::protocol::wl_callback::Event,
        (): &(),
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
        hearing.over = true;
    }
}

impl Dispatch<WlRegistry, GlobalListContents> for Hearing {
    fn event(
        _: &mut Self,
        _: &WlRegistry,
        _: wayland_client::protocol::wl_registry::Event,
        _: &GlobalListContents,
        _: &Connection,
        _: &QueueHandle<Self>,
    ) {
    }
}

delegate_noop!(Hearing: ignore WlSeat);
delegate_noop!(Hearing: ignore ExtIdleNotifierV1);

fn lock(said: &Mutex<Said>) -> MutexGuard<'_, Said> {
    said.lock().unwrap_or_else(PoisonError::into_inner)
}
