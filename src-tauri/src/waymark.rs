//! The running app: one [`App`] behind one lock, and those who hear what changed.

use crate::app::{App, Error, News, Topic};
use crate::view::Problem;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, RwLock};
use std::time::Duration;

type Listener = Box<dyn Fn(&News) + Send + Sync>;

/// The running app. Commands, heartbeat, tray and notifications all go through [`run`](Self::run).
pub struct Waymark {
    app: Mutex<App>,
    listeners: RwLock<Vec<Listener>>,
    alarm: Alarm,
    calendars: Alarm,
    watch: Alarm,
}

impl Waymark {
    /// Starts it; nobody listens yet.
    pub fn new(app: App) -> Arc<Self> {
        Arc::new(Self {
            app: Mutex::new(app),
            listeners: RwLock::default(),
            alarm: Alarm::default(),
            calendars: Alarm::default(),
            watch: Alarm::default(),
        })
    }

    /// Runs a use case, then tells everybody what it changed. Not to be called on the main thread, which
    /// must not wait for the store.
    ///
    /// # Errors
    /// What the use case answers, as a [`Problem`] for the screen.
    pub fn run<T>(&self, case: impl FnOnce(&mut App) -> Result<T, Error>) -> Result<T, Problem> {
        let (outcome, news) = {
            let mut app = lock(&self.app);
            let outcome = case(&mut app);
            (outcome, app.take_news())
        };
        if !news.is_empty() {
            for listener in self.listeners.read().unwrap_or_else(PoisonError::into_inner).iter() {
                listener(&news);
            }
            self.alarm.ring();
            if news.topics.contains(&Topic::Calendars) {
                self.calendars.ring();
            }
            if news.topics.contains(&Topic::Timer) {
                self.watch.ring();
            }
        }
        outcome.map_err(|error| {
            tracing::warn!(%error, "refused");
            error.into()
        })
    }

    /// Calls `heard` after every use case that changed something, on the thread that ran it.
    pub fn listen(&self, heard: impl Fn(&News) + Send + Sync + 'static) {
        self.listeners.write().unwrap_or_else(PoisonError::into_inner).push(Box::new(heard));
    }

    /// Has it looked whether calendars have changed, soon.
    pub(crate) fn look_at_calendars(&self) {
        self.calendars.ring();
    }

    /// Waits until calendars are to be looked at, at most for `longest`.
    pub(crate) fn wait_for_calendars(&self, longest: Duration) {
        self.calendars.wait(longest);
    }

    /// Waits until it may make a difference whether somebody is there, at most for `longest`.
    pub(crate) fn wait_to_watch(&self, longest: Duration) {
        self.watch.wait(longest);
    }

    /// Waits until something changes, at most for `longest`.
    pub(crate) fn wait(&self, longest: Duration) {
        self.alarm.wait(longest);
    }
}

/// Wakes one sleeper, also when it was rung before the sleep began.
#[derive(Default)]
struct Alarm {
    rung: Mutex<bool>,
    bell: Condvar,
}

impl Alarm {
    fn ring(&self) {
        *lock(&self.rung) = true;
        self.bell.notify_all();
    }

    fn wait(&self, longest: Duration) {
        let rung = lock(&self.rung);
        let (mut rung, _) = self
            .bell
            .wait_timeout_while(rung, longest, |rung| !*rung)
            .unwrap_or_else(PoisonError::into_inner);
        *rung = false;
    }
}

/// A panic elsewhere leaves the app's state whole: every use case changes it in one assignment after
/// its transaction.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
