//! Linux: the notification daemon, over D-Bus, after the Desktop Notifications Specification 1.2.
//!
//! Talked to directly, as notify-rust begins to listen only after the daemon has answered and then keeps a
//! thread for each notification that is still on the screen. Here one connection listens before it shows
//! anything, and one thread hears for all. Some daemons answer only the connection that showed it, so the
//! same one does both.

use super::{Ear, Health, Heard, Order, button, button_named};
use crate::ports::Notice;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;
use zbus::MatchRule;
use zbus::blocking::connection::Builder;
use zbus::blocking::{Connection, MessageIterator};
use zbus::message::{Message, Type};
use zbus::zvariant::Value;

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// How long a daemon may take for an answer. One that hangs delays the next notice by that much and no more.
const PATIENCE: Duration = Duration::from_secs(5);

/// How many signals may wait to be heard.
const SIGNALS: usize = 256;

/// A click on the notification itself, as the specification names it.
const DEFAULT: &str = "default";

/// Carries orders to the daemon until nobody gives any more.
pub(super) fn carry(orders: &Receiver<Order>, ear: &Ear) {
    let mut health = Health::default();
    let mut line: Option<Line> = None;
    for order in orders {
        if line.as_ref().is_some_and(Line::is_cut) {
            line = None;
        }
        match order {
            Order::Show(notice) => {
                let connected = match line.take() {
                    Some(line) => Ok(line),
                    None => Line::connect(ear.clone())
                        .map_err(|error| format!("there is no session bus ({error})")),
                };
                let shown =
                    connected.and_then(|connected| line.insert(connected).show(&notice).map_err(words));
                health.note(shown, ear);
            }
            Order::Withdraw(entry) => {
                if let Some(Err(error)) = line.as_ref().map(|line| line.withdraw(entry)) {
                    tracing::warn!(%error, "a notification was not taken back");
                }
            }
        }
    }
}

/// What a failed call means to the person.
fn words(error: zbus::Error) -> String {
    match error {
        zbus::Error::MethodError(name, ..)
            if name.as_str() == "org.freedesktop.DBus.Error.ServiceUnknown" =>
        {
            "nothing on this desktop shows them".to_owned()
        }
        zbus::Error::InputOutput(error) if error.kind() == std::io::ErrorKind::TimedOut => {
            "the desktop's notification service does not answer".to_owned()
        }
        error => error.to_string(),
    }
}

/// A notification on the screen, as the bus knows it. A daemon that was started anew counts from 1 again, so
/// its own name on the bus belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Bubble {
    daemon: Option<String>,
    id: u32,
}

/// What is on the screen, by inbox entry.
type Shown = Mutex<HashMap<i64, Bubble>>;

/// A connection to the bus that hears what becomes of what it showed.
struct Line {
    connection: Connection,
    shown: Arc<Shown>,
    cut: Arc<AtomicBool>,
}

impl Line {
    fn connect(ear: Ear) -> zbus::Result<Self> {
        let connection = Builder::session()?.method_timeout(PATIENCE).build()?;
        let rule = MatchRule::builder().msg_type(Type::Signal).interface(NAME)?.path(PATH)?.build();
        let signals = MessageIterator::for_match_rule(rule, &connection, Some(SIGNALS))?;
        let line = Self { connection, shown: Arc::default(), cut: Arc::default() };
        let (shown, cut) = (line.shown.clone(), line.cut.clone());
        thread::Builder::new().name("notified".into()).spawn(move || {
            for signal in signals.flatten() {
                if let Some(heard) = understand(&signal, &shown) {
                    ear(heard);
                }
            }
            cut.store(true, Ordering::Release);
        })?;
        Ok(line)
    }

    fn is_cut(&self) -> bool {
        self.cut.load(Ordering::Acquire)
    }

    fn show(&self, notice: &Notice) -> zbus::Result<()> {
        let abilities: Vec<String> = self.call("GetCapabilities", &())?.body().deserialize()?;
        let can = |ability: &str| abilities.iter().any(|known| known == ability);
        let mut actions = Vec::new();
        if can("actions") {
            let buttons = notice.actions.iter().map(|action| button(*action));
            actions
                .extend([(DEFAULT, "Open")].into_iter().chain(buttons).flat_map(|(key, label)| [key, label]));
        }
        let body = if can("body-markup") { escaped(&notice.body) } else { notice.body.clone() };
        let mut hints = HashMap::from([
            ("urgency", Value::U8(1)),
            ("category", Value::from("x-waymark.reminder")),
            ("desktop-entry", Value::from("Waymark")),
        ]);
        if notice.sounds {
            hints.insert("suppress-sound", Value::Bool(true));
        }
        // Held until the answer is noted, so that a quick press is not heard before it can be understood.
        let mut shown = lock(&self.shown);
        let replaces = shown.get(&notice.entry).map_or(0, |bubble| bubble.id);
        let notification =
            ("Waymark", replaces, "waymark", notice.title.as_str(), body, actions, hints, -1_i32);
        let answer = self.call("Notify", &notification)?;
        shown.insert(notice.entry, Bubble { daemon: sender(&answer), id: answer.body().deserialize()? });
        Ok(())
    }

    fn withdraw(&self, entry: i64) -> zbus::Result<()> {
        let gone = lock(&self.shown).remove(&entry);
        if let Some(bubble) = gone {
            self.call("CloseNotification", &bubble.id)?;
        }
        Ok(())
    }

    fn call<B>(&self, method: &str, body: &B) -> zbus::Result<Message>
    where
        B: serde::Serialize + zbus::zvariant::DynamicType,
    {
        self.connection.call_method(Some(NAME), PATH, Some(NAME), method, body)
    }
}

/// What a signal says about something that is on the screen.
fn understand(signal: &Message, shown: &Shown) -> Option<Heard> {
    let header = signal.header();
    let body = signal.body();
    match header.member()?.as_str() {
        "ActionInvoked" => {
            let (id, key): (u32, String) = body.deserialize().ok()?;
            let entry = take(shown, &Bubble { daemon: sender(signal), id })?;
            match button_named(&key) {
                Some(action) => Some(Heard::Pressed { entry, action }),
                None => (key == DEFAULT).then_some(Heard::Opened),
            }
        }
        "NotificationClosed" => {
            let (id, _reason): (u32, u32) = body.deserialize().ok()?;
            take(shown, &Bubble { daemon: sender(signal), id });
            None
        }
        _ => None,
    }
}

/// The entry that a bubble mirrors, which is not on the screen any more then.
fn take(shown: &Shown, gone: &Bubble) -> Option<i64> {
    let mut shown = lock(shown);
    let entry = shown.iter().find(|(_, bubble)| *bubble == gone).map(|(entry, _)| *entry)?;
    shown.remove(&entry);
    Some(entry)
}

fn sender(message: &Message) -> Option<String> {
    message.header().sender().map(ToString::to_string)
}

fn lock(shown: &Shown) -> MutexGuard<'_, HashMap<i64, Bubble>> {
    shown.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Text as it stands, where a body may hold markup.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signal(member: &str, body: &(u32, &str)) -> Message {
        Message::signal(PATH, NAME, member).unwrap().build(body).unwrap()
    }

    fn on_screen(entry: i64, id: u32) -> Shown {
        Mutex::new(HashMap::from([(entry, Bubble { daemon: None, id })]))
    }

    #[test]
    fn a_pressed_button_names_its_entry_once() {
        use crate::view::InboxAction;
        let shown = on_screen(7, 3);
        let pressed = signal("ActionInvoked", &(3, "start-break"));
        let wanted = Heard::Pressed { entry: 7, action: InboxAction::StartBreak };
        assert_eq!(understand(&pressed, &shown), Some(wanted));
        assert_eq!(understand(&pressed, &shown), None, "it is gone from the screen");
    }

    #[test]
    fn a_click_on_the_notification_opens_the_app() {
        assert_eq!(
            understand(&signal("ActionInvoked", &(3, "default")), &on_screen(7, 3)),
            Some(Heard::Opened)
        );
    }

    #[test]
    fn another_programs_notifications_mean_nothing() {
        assert_eq!(understand(&signal("ActionInvoked", &(4, "start")), &on_screen(7, 3)), None);
    }

    #[test]
    fn a_body_is_shown_as_it_stands() {
        assert_eq!(escaped("p99 < 100 ms & <b>"), "p99 &lt; 100 ms &amp; &lt;b&gt;");
    }
}
