//! macOS and Windows: notify-rust, which waits for the person on the thread that shows.

use super::{Ear, Health, Heard, Order, button, button_named};
use crate::ports::Notice;
use notify_rust::{Notification, NotificationResponse};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

/// How many notifications may be on the screen and waited for; one more is in the inbox alone.
const MOST: usize = 8;

/// How long the system may take to say that it can't show one.
const PATIENCE: Duration = Duration::from_secs(2);

/// Carries orders to the system until nobody gives any more. What is on the screen cannot be taken back here.
pub(super) fn carry(orders: &Receiver<Order>, ear: &Ear) {
    #[cfg(target_os = "macos")]
    if let Err(error) = notify_rust::set_application("app.waymark.Waymark") {
        tracing::warn!(%error, "notifications come under another name");
    }
    let mut health = Health::default();
    let waiting = Arc::new(());
    for order in orders {
        let Order::Show(notice) = order else { continue };
        let outcome = if Arc::strong_count(&waiting) > MOST {
            Err("too many are waiting for an answer".to_owned())
        } else {
            show(notice, waiting.clone(), ear.clone())
        };
        health.note(outcome, ear);
    }
}

fn show(notice: Notice, waiting: Arc<()>, ear: Ear) -> Result<(), String> {
    let (answer, answered) = mpsc::channel();
    let showing = move || {
        let _waiting = waiting;
        let outcome = show_and_wait(&notice, &ear);
        // Nobody listens any more once it was taken for shown.
        let _ = answer.send(outcome.map_err(|error| error.to_string()));
    };
    thread::Builder::new().name("notified".into()).spawn(showing).map_err(|error| error.to_string())?;
    answered.recv_timeout(PATIENCE).unwrap_or(Ok(()))
}

fn show_and_wait(notice: &Notice, ear: &Ear) -> Result<(), notify_rust::error::Error> {
    let mut notification = Notification::new();
    notification.appname("Waymark").summary(&notice.title).body(&notice.body);
    #[cfg(windows)]
    notification.app_id("app.waymark.Waymark");
    for action in &notice.actions {
        let (key, label) = button(*action);
        notification.action(key, label);
    }
    let entry = notice.entry;
    notification.show()?.wait_for_response(|response: &NotificationResponse| match response {
        NotificationResponse::Default => ear(Heard::Opened),
        NotificationResponse::Action(name) => {
            if let Some(action) = button_named(name) {
                ear(Heard::Pressed { entry, action });
            }
        }
        _ => {}
    })
}
