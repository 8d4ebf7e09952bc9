//! The clock of a story: it stands still until the story moves it.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use chrono_tz::{Europe::Berlin, Tz};
use std::sync::Mutex;
use std::time::Duration;
use waymark::ports::{Clock, zoned};

/// Where stories happen: a zone with summer time, and not the machine's own.
const ZONE: Tz = Berlin;

#[derive(Debug)]
pub(super) struct StoryClock(Mutex<Hands>);

#[derive(Debug, Clone, Copy)]
struct Hands {
    now: DateTime<Utc>,
    elapsed: Duration,
}

impl StoryClock {
    pub(super) fn at(local: &str) -> Self {
        // An hour after the machine was started, say.
        Self(Mutex::new(Hands { now: instant(local), elapsed: Duration::from_secs(3600) }))
    }

    /// Time passes.
    pub(super) fn pass(&self, time: Duration) {
        let mut hands = self.0.lock().unwrap();
        hands.now += TimeDelta::from_std(time).unwrap();
        hands.elapsed += time;
    }

    /// Somebody sets the clock.
    pub(super) fn set(&self, by: TimeDelta) {
        self.0.lock().unwrap().now += by;
    }

    fn hands(&self) -> Hands {
        *self.0.lock().unwrap()
    }
}

/// The instant at which the local clock shows this.
pub(super) fn instant(local: &str) -> DateTime<Utc> {
    let local =
        NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").expect("a time such as 2026-11-30 09:00");
    local.and_local_timezone(ZONE).earliest().expect("a time that the clock shows").to_utc()
}

impl Clock for StoryClock {
    fn now(&self) -> DateTime<Utc> {
        self.hands().now
    }

    fn elapsed(&self) -> Duration {
        self.hands().elapsed
    }

    fn local(&self, instant: DateTime<Utc>) -> NaiveDateTime {
        zoned::local(&ZONE, instant)
    }

    fn resolve(&self, date: NaiveDate, minute: u16) -> DateTime<Utc> {
        zoned::resolve(&ZONE, date, minute)
    }

    fn local_day(&self, instant: DateTime<Utc>) -> NaiveDate {
        zoned::local_day(&ZONE, instant)
    }
}
