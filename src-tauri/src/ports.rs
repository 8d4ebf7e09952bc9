//! What the app asks of its host. The desktop gives real ones, tests give their own.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeZone, Utc};
use roadmap::schedule;
use std::time::Duration;

/// Tells the time, in the person's zone too. The only source of `now`.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> DateTime<Utc>;

    /// Time since a fixed moment, counted through sleep and untouched by whoever sets the clock.
    fn elapsed(&self) -> Duration;

    /// What the local clock shows at an instant.
    fn local(&self, instant: DateTime<Utc>) -> NaiveDateTime;

    /// The instant at which the local clock shows a time of day: the first valid one in a gap, the
    /// first of two in a fold. `minute` counts from midnight and may pass 1,440.
    fn resolve(&self, date: NaiveDate, minute: u16) -> DateTime<Utc>;

    /// The local day that an instant counts for: it begins at the day boundary.
    fn local_day(&self, instant: DateTime<Utc>) -> NaiveDate;
}

/// The zone half of a [`Clock`], for any zone.
pub mod zoned {
    use super::{DateTime, NaiveDate, NaiveDateTime, TimeZone, Utc, schedule};

    /// See [`Clock::local`](super::Clock::local).
    pub fn local<Tz: TimeZone>(tz: &Tz, instant: DateTime<Utc>) -> NaiveDateTime {
        instant.with_timezone(tz).naive_local()
    }

    /// See [`Clock::resolve`](super::Clock::resolve).
    pub fn resolve<Tz: TimeZone>(tz: &Tz, date: NaiveDate, minute: u16) -> DateTime<Utc> {
        schedule::resolve(tz, date, minute)
    }

    /// See [`Clock::local_day`](super::Clock::local_day).
    pub fn local_day<Tz: TimeZone>(tz: &Tz, instant: DateTime<Utc>) -> NaiveDate {
        schedule::local_day(tz, instant, schedule::DAY_BOUNDARY)
    }
}

/// Shows native notifications. Must not block: the app calls it while others wait.
pub trait Notifier: Send + Sync {
    /// Shows one. Whatever comes of it, the inbox has it already.
    fn show(&self, notice: Notice);

    /// Takes one back, as it no longer holds.
    fn withdraw(&self, entry: i64);
}

/// A native notification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The inbox entry it mirrors; the same entry again replaces it.
    pub entry: i64,
    /// Its title.
    pub title: String,
    /// What it adds; may be empty.
    pub body: String,
    /// Its buttons.
    pub actions: Vec<crate::view::InboxAction>,
}

/// Asks for files and opens links: the desktop's own dialogs and programs.
pub trait Shell: Send + Sync {
    /// Opens an http, https or mailto address, or a file, in the program that the system has for it.
    ///
    /// # Errors
    /// What the system says.
    fn open(&self, target: &str) -> Result<(), String>;
}

/// What the app depends on.
pub struct Ports {
    /// Tells the time.
    pub clock: std::sync::Arc<dyn Clock>,
    /// Shows notifications.
    pub notifier: std::sync::Arc<dyn Notifier>,
    /// Opens links.
    pub shell: std::sync::Arc<dyn Shell>,
    /// How dates and times are written where the person lives.
    pub locale: Locale,
}

/// How dates and times are written somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Locale {
    /// The day a week starts on.
    pub week_start: chrono::Weekday,
    /// True for 13:00, false for 1:00 pm.
    pub hours_24: bool,
}
