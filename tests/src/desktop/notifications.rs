//! A notification daemon that shows nothing and remembers everything, after the Desktop Notifications Specification.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use zbus::blocking::Connection;
use zbus::interface;
use zbus::object_server::SignalEmitter;
use zbus::zvariant::OwnedValue;

pub(super) const NAME: &str = "org.freedesktop.Notifications";
pub(super) const PATH: &str = "/org/freedesktop/Notifications";

/// The person closed it (the specification's reason 2).
const DISMISSED: u32 = 2;
/// The program took it back (reason 3).
const WITHDRAWN: u32 = 3;

/// A notification, as a daemon got it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Its number on the bus.
    pub id: u32,
    /// The program it is from.
    pub program: String,
    /// Its title.
    pub title: String,
    /// What stands below.
    pub body: String,
    /// Its buttons, in order; `default` is a click on the notification itself.
    pub buttons: Vec<Button>,
    /// Whether the daemon is to make no sound with it.
    pub silent: bool,
    /// Whether it is gone again.
    pub closed: bool,
}

/// A button of a notification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    /// What the program hears when it is pressed.
    pub key: String,
    /// What is written on it.
    pub label: String,
}

impl Shown {
    /// What is written on its buttons, in order, without the click on the notification itself.
    pub fn labels(&self) -> Vec<&str> {
        self.buttons
            .iter()
            .filter(|button| button.key != "default")
            .map(|button| button.label.as_str())
            .collect()
    }
}

/// How a notification daemon behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manners {
    /// As the specification asks, buttons included.
    Polite,
    /// As Plasma's: it says whether it is asked not to disturb too.
    Plasma,
    /// Without buttons, and it says so.
    WithoutButtons,
    /// It takes every notification and never answers, whatever it is asked.
    Hanging,
}

/// The daemon.
#[derive(Debug, Clone)]
pub(super) struct Notifications {
    manners: Manners,
    inhibited: Arc<AtomicBool>,
    shown: Arc<Mutex<Vec<Shown>>>,
}

impl Notifications {
    pub(super) fn new(manners: Manners) -> Self {
        Self { manners, inhibited: Arc::default(), shown: Arc::default() }
    }

    pub(super) fn shown(&self) -> Vec<Shown> {
        self.shown.lock().unwrap().clone()
    }

    /// A pressed button closes its notification, as daemons have it.
    pub(super) fn press(&self, connection: &Connection, id: u32, key: &str) {
        zbus::block_on(Self::action_invoked(&emitter(connection), id, key)).unwrap();
        self.dismiss(connection, id);
    }

    pub(super) fn dismiss(&self, connection: &Connection, id: u32) {
        self.close(id);
        zbus::block_on(Self::notification_closed(&emitter(connection), id, DISMISSED)).unwrap();
    }

    pub(super) fn inhibit(&self, connection: &Connection, inhibited: bool) {
        self.inhibited.store(inhibited, Ordering::Release);
        zbus::block_on(self.inhibited_changed(&emitter(connection))).unwrap();
    }

    fn close(&self, id: u32) {
        self.shown
            .lock()
            .unwrap()
            .iter_mut()
            .filter(|shown| shown.id == id)
            .for_each(|shown| shown.closed = true);
    }
}

fn emitter(connection: &Connection) -> SignalEmitter<'_> {
    SignalEmitter::new(connection.inner(), PATH).unwrap()
}

#[interface(name = "org.freedesktop.Notifications")]
impl Notifications {
    #[allow(clippy::too_many_arguments, reason = "the specification has that many")]
    async fn notify(
        &self,
        program: String,
        replaces: u32,
        _icon: String,
        title: String,
        body: String,
        actions: Vec<String>,
        hints: HashMap<String, OwnedValue>,
        _timeout: i32,
    ) -> u32 {
        let pair = |pair: &[String]| match pair {
            [key, label] => Button { key: key.clone(), label: label.clone() },
            _ => panic!("actions come in pairs of key and label: {actions:?}"),
        };
        let buttons = actions.chunks(2).map(pair).collect();
        let id = {
            let mut all = self.shown.lock().unwrap();
            let id = if replaces > 0 { replaces } else { u32::try_from(all.len()).unwrap() + 1 };
            all.push(Shown {
                id,
                program,
                title,
                body,
                buttons,
                silent: hints.get("suppress-sound").is_some_and(|hint| bool::try_from(hint).unwrap()),
                closed: false,
            });
            id
        };
        if self.manners == Manners::Hanging {
            std::future::pending::<()>().await;
        }
        id
    }

    async fn close_notification(&self, id: u32, #[zbus(signal_emitter)] emitter: SignalEmitter<'_>) {
        self.close(id);
        Self::notification_closed(&emitter, id, WITHDRAWN).await.unwrap();
    }

    fn get_capabilities(&self) -> Vec<&str> {
        match self.manners {
            Manners::Polite | Manners::Plasma | Manners::Hanging => {
                vec!["actions", "body", "body-markup", "persistence"]
            }
            Manners::WithoutButtons => vec!["body"],
        }
    }

    fn get_server_information(&self) -> (&str, &str, &str, &str) {
        ("recorder", "tests", "1", "1.2")
    }

    #[zbus(property)]
    async fn inhibited(&self) -> zbus::fdo::Result<bool> {
        if self.manners == Manners::Hanging {
            std::future::pending::<()>().await;
        }
        if self.manners == Manners::Plasma {
            Ok(self.inhibited.load(Ordering::Acquire))
        } else {
            Err(zbus::fdo::Error::UnknownProperty("there is none".to_owned()))
        }
    }

    #[zbus(signal)]
    async fn action_invoked(emitter: &SignalEmitter<'_>, id: u32, action_key: &str) -> zbus::Result<()>;

    #[zbus(signal)]
    async fn notification_closed(emitter: &SignalEmitter<'_>, id: u32, reason: u32) -> zbus::Result<()>;
}
