//! A notifier that shows nothing and remembers everything.

use serde_json::Value;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard};
use waymark::ports::{self, Notifier};

/// A notification that the app has shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The inbox entry behind it.
    pub entry: i64,
    /// Its title.
    pub title: String,
    /// What stands below.
    pub body: String,
    /// Whether the app lets a sound of its own be heard.
    pub sounds: bool,
    /// Its buttons, named as they cross to the screen.
    pub actions: Vec<String>,
    /// Whether the app has taken it back.
    pub withdrawn: bool,
}

#[derive(Debug, Default)]
pub(super) struct Recorder {
    notices: Mutex<Notices>,
    silent: AtomicBool,
}

#[derive(Debug, Default)]
struct Notices {
    all: Vec<Notice>,
    looked_at: usize,
}

impl Recorder {
    pub(super) fn all(&self) -> Vec<Notice> {
        self.lock().all.clone()
    }

    pub(super) fn fresh(&self) -> Vec<Notice> {
        let mut notices = self.lock();
        let fresh = notices.all.iter().skip(notices.looked_at).cloned().collect();
        notices.looked_at = notices.all.len();
        fresh
    }

    pub(super) fn silence(&self, silent: bool) {
        self.silent.store(silent, Ordering::Relaxed);
    }

    fn lock(&self) -> MutexGuard<'_, Notices> {
        self.notices.lock().unwrap()
    }
}

impl Notifier for Recorder {
    fn show(&self, notice: ports::Notice) {
        let ports::Notice { entry, title, body, sounds, actions } = notice;
        let named = |action| match serde_json::to_value(action).unwrap() {
            Value::String(name) => name,
            other => panic!("an action is a word, not {other}"),
        };
        let actions = actions.into_iter().map(named).collect();
        self.lock().all.push(Notice { entry, title, body, sounds, actions, withdrawn: false });
    }

    fn silence(&self) -> Option<bool> {
        Some(self.silent.load(Ordering::Relaxed))
    }

    fn withdraw(&self, entry: i64) {
        let mut notices = self.lock();
        notices
            .all
            .iter_mut()
            .filter(|notice| notice.entry == entry)
            .for_each(|notice| notice.withdrawn = true);
    }
}
