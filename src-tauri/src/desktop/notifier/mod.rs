//! Native notifications. The app hands a notice over and goes on; one thread carries it to the system, and
//! what the person does with it is heard later, on a thread of the notifier's own.
//!
//! On Linux that thread talks to the notification daemon itself, in `daemon`; elsewhere notify-rust does, in
//! `native`. What an answer means is decided by whoever listens. Whether the
//! system is asked not to disturb is heard beside that, in `silence`.

#[cfg(target_os = "linux")]
mod banners;
#[cfg(target_os = "linux")]
mod daemon;
#[cfg(target_os = "linux")]
mod inhibited;
#[cfg(not(target_os = "linux"))]
mod native;
mod silence;

#[cfg(target_os = "linux")]
use daemon::carry;
#[cfg(not(target_os = "linux"))]
use native::carry;

use crate::ports::{Notice, Notifier};
use crate::view::InboxAction;
use silence::Silence;
use std::sync::Arc;
use std::sync::mpsc::{self, SyncSender, TrySendError};
use std::thread;

/// How many notices may wait to be shown. A system that takes none keeps them waiting; what comes then is
/// in the inbox alone.
const WAITING: usize = 8;

/// What was heard of a notification.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Heard {
    /// One of its buttons was pressed.
    Pressed {
        /// The inbox entry it mirrors.
        entry: i64,
        /// The button.
        action: InboxAction,
    },
    /// The notification itself was clicked.
    Opened,
    /// The system shows none, and the last one it did show; said once until it changes.
    Failing(String),
    /// The system shows them again.
    Working,
    /// The system is asked not to disturb, or no longer.
    Silence,
}

/// Whoever listens.
pub(crate) type Ear = Arc<dyn Fn(Heard) + Send + Sync>;

/// The system's notifications.
pub(crate) struct DesktopNotifier {
    orders: SyncSender<Order>,
    silence: Arc<Silence>,
}

enum Order {
    Show(Notice),
    Withdraw(i64),
}

impl DesktopNotifier {
    /// Starts the thread that carries notices to the system.
    ///
    /// # Errors
    /// Where the system gives no thread.
    pub(crate) fn start(ear: Ear) -> std::io::Result<Self> {
        let (orders, taken) = mpsc::sync_channel(WAITING);
        let silence = Silence::start(ear.clone())?;
        thread::Builder::new().name("notifications".into()).spawn(move || carry(&taken, &ear))?;
        Ok(Self { orders, silence })
    }

    fn order(&self, order: Order) {
        match self.orders.try_send(order) {
            Ok(()) => {}
            Err(TrySendError::Full(_)) => {
                tracing::warn!("too many notifications wait; this one is in the inbox alone")
            }
            Err(TrySendError::Disconnected(_)) => tracing::error!("the notifications' thread is gone"),
        }
    }
}

impl Notifier for DesktopNotifier {
    fn show(&self, notice: Notice) {
        self.order(Order::Show(notice));
    }

    fn withdraw(&self, entry: i64) {
        self.order(Order::Withdraw(entry));
    }

    fn silence(&self) -> Option<bool> {
        self.silence.said()
    }
}

/// A button's name to the system, and what is written on it.
const fn button(action: InboxAction) -> (&'static str, &'static str) {
    match action {
        InboxAction::Start => ("start", "Start"),
        InboxAction::Snooze => ("snooze", "Snooze 10 min"),
        InboxAction::Skip => ("skip", "Skip"),
        InboxAction::Done => ("done", "Done"),
        InboxAction::StartBreak => ("start-break", "Start break"),
        InboxAction::Extend => ("extend", "5 more minutes"),
        InboxAction::SeeWays => ("see-ways", "See the ways out"),
    }
}

/// The button that the system means by a name, or by what is written on it: some know only that.
fn button_named(name: &str) -> Option<InboxAction> {
    const ALL: [InboxAction; 7] = [
        InboxAction::Start,
        InboxAction::Snooze,
        InboxAction::Skip,
        InboxAction::Done,
        InboxAction::StartBreak,
        InboxAction::Extend,
        InboxAction::SeeWays,
    ];
    ALL.into_iter().find(|action| {
        let (key, label) = button(*action);
        name == key || name == label
    })
}

/// Says once that showing fails, and once that it works again.
#[derive(Default)]
struct Health {
    failing: bool,
}

impl Health {
    fn note(&mut self, outcome: Result<(), String>, ear: &Ear) {
        match outcome {
            Ok(()) if std::mem::take(&mut self.failing) => ear(Heard::Working),
            Ok(()) => {}
            Err(reason) => {
                tracing::warn!(reason, "a notification is not shown");
                if !std::mem::replace(&mut self.failing, true) {
                    ear(Heard::Failing(reason));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    #[test]
    fn a_button_is_known_by_its_name_and_by_its_words() {
        assert_eq!(button_named("start-break"), Some(InboxAction::StartBreak));
        assert_eq!(button_named("5 more minutes"), Some(InboxAction::Extend));
        assert_eq!(button_named("default"), None);
    }

    #[test]
    fn trouble_is_said_once_and_so_is_its_end() {
        let heard: Arc<Mutex<Vec<Heard>>> = Arc::default();
        let notes = heard.clone();
        let ear: Ear = Arc::new(move |word| notes.lock().unwrap().push(word));
        let mut health = Health::default();
        for outcome in [Ok(()), Err("no daemon".to_owned()), Err("no daemon".to_owned()), Ok(()), Ok(())] {
            health.note(outcome, &ear);
        }
        assert_eq!(*heard.lock().unwrap(), [Heard::Failing("no daemon".into()), Heard::Working]);
    }
}
