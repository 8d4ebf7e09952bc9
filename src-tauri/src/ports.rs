//! What the app asks of its host. The desktop gives real ones, tests give their own.

use crate::view::{Sound, Volume};
use chrono::{
    DateTime, FixedOffset, MappedLocalTime, NaiveDate, NaiveDateTime, Offset, TimeDelta, TimeZone, Utc,
};
use roadmap::schedule::{self, DayBoundary};
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

    /// The local day that an instant counts for, where days end at `boundary`.
    fn local_day(&self, instant: DateTime<Utc>, boundary: DayBoundary) -> NaiveDate;
}

/// The zone that a [`Clock`] is in, where one is asked for.
#[derive(Clone)]
pub struct Zone(pub std::sync::Arc<dyn Clock>);

/// How far ahead of UTC a [`Zone`] is at some time.
#[derive(Debug, Clone)]
pub struct Ahead {
    zone: Zone,
    offset: FixedOffset,
}

/// No zone changes its clock twice within this time.
const UNCHANGED: TimeDelta = TimeDelta::hours(26);

impl Zone {
    fn ahead(&self, utc: NaiveDateTime) -> Ahead {
        let ahead = self.0.local(utc.and_utc()).signed_duration_since(utc).num_seconds();
        let offset = i32::try_from(ahead).ok().and_then(FixedOffset::east_opt);
        Ahead { zone: self.clone(), offset: offset.unwrap_or(Utc.fix()) }
    }
}

impl std::fmt::Debug for Zone {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str("Zone")
    }
}

impl Offset for Ahead {
    fn fix(&self) -> FixedOffset {
        self.offset
    }
}

impl TimeZone for Zone {
    type Offset = Ahead;

    fn from_offset(ahead: &Ahead) -> Self {
        ahead.zone.clone()
    }

    fn offset_from_local_date(&self, date: &NaiveDate) -> MappedLocalTime<Ahead> {
        self.offset_from_local_datetime(&date.and_time(chrono::NaiveTime::MIN))
    }

    fn offset_from_local_datetime(&self, local: &NaiveDateTime) -> MappedLocalTime<Ahead> {
        let near = [local.checked_sub_signed(UNCHANGED), local.checked_add_signed(UNCHANGED)];
        let [before, after] = near.map(|near| self.ahead(near.unwrap_or(*local)));
        let holds = |ahead: &Ahead| {
            let utc = local.checked_sub_offset(ahead.offset);
            utc.is_some_and(|utc| self.ahead(utc).offset == ahead.offset)
        };
        match (holds(&before), holds(&after)) {
            (true, true) if before.offset != after.offset => MappedLocalTime::Ambiguous(before, after),
            (true, _) => MappedLocalTime::Single(before),
            (false, true) => MappedLocalTime::Single(after),
            (false, false) => MappedLocalTime::None,
        }
    }

    fn offset_from_utc_date(&self, utc: &NaiveDate) -> Ahead {
        self.ahead(utc.and_time(chrono::NaiveTime::MIN))
    }

    fn offset_from_utc_datetime(&self, utc: &NaiveDateTime) -> Ahead {
        self.ahead(*utc)
    }
}

/// The zone half of a [`Clock`], for any zone.
pub mod zoned {
    use super::{DateTime, DayBoundary, NaiveDate, NaiveDateTime, TimeZone, Utc, schedule};

    /// See [`Clock::local`](super::Clock::local).
    pub fn local<Tz: TimeZone>(tz: &Tz, instant: DateTime<Utc>) -> NaiveDateTime {
        instant.with_timezone(tz).naive_local()
    }

    /// See [`Clock::resolve`](super::Clock::resolve).
    pub fn resolve<Tz: TimeZone>(tz: &Tz, date: NaiveDate, minute: u16) -> DateTime<Utc> {
        schedule::resolve(tz, date, minute)
    }

    /// See [`Clock::local_day`](super::Clock::local_day).
    pub fn local_day<Tz: TimeZone>(tz: &Tz, instant: DateTime<Utc>, boundary: DayBoundary) -> NaiveDate {
        schedule::local_day(tz, instant, boundary)
    }
}

/// Shows native notifications. Must not block: the app calls it while others wait.
pub trait Notifier: Send + Sync {
    /// Shows one. Whatever comes of it, the inbox has it already.
    fn show(&self, notice: Notice);

    /// Takes one back, as it no longer holds.
    fn withdraw(&self, entry: i64);

    /// Whether the system is asked not to disturb; none where it does not tell. Must answer at once: with what was last
    /// heard.
    fn silence(&self) -> Option<bool> {
        None
    }
}

/// Lets sounds be heard. Must not block: the app calls it while others wait.
pub trait Speaker: Send + Sync {
    /// Plays a sound once, in place of one that still sounds.
    fn play(&self, sound: Sound, volume: Volume);

    /// Ticks once a second from now on, or no longer.
    fn tick(&self, volume: Option<Volume>);
}

/// A native notification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The inbox entry it mirrors, or 0 for several; the same again replaces it.
    pub entry: i64,
    /// Its title.
    pub title: String,
    /// What it adds; may be empty.
    pub body: String,
    /// True where the app lets a sound of its own be heard: the system is to add none.
    pub sounds: bool,
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
    /// Plays sounds.
    pub speaker: std::sync::Arc<dyn Speaker>,
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
