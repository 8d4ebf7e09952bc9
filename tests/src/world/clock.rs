//! The clock of a story: it stands still until the story moves it.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use chrono_tz::{Europe::Berlin, Tz};
use roadmap::schedule::DayBoundary;
use std::sync::{Condvar, Mutex};
use std::time::Duration;
use waymark::ports::{Clock, zoned};

/// Where stories begin: a zone with summer time, and not the machine's own.
const ZONE: Tz = Berlin;

#[derive(Debug)]
pub(super) struct StoryClock {
    hands: Mutex<Hands>,
    gate: Mutex<Gate>,
    moved: Condvar,
}

/// Holds who asks for the local time of weeks ago: nobody does but who reads a calendar.
#[derive(Debug, Default)]
struct Gate {
    shut: bool,
    held: usize,
}

/// How far back what is asked lies that the gate holds.
const WEEKS_AGO: TimeDelta = TimeDelta::weeks(3);

/// The longest that anybody is held, so that a story which goes wrong ends.
const LONGEST: Duration = Duration::from_secs(20);

#[derive(Debug, Clone, Copy)]
struct Hands {
    now: DateTime<Utc>,
    elapsed: Duration,
    zone: Tz,
}

impl StoryClock {
    pub(super) fn at(local: &str) -> Self {
        // An hour after the machine was started, say.
        let hands = Hands { now: instant(local), elapsed: Duration::from_secs(3600), zone: ZONE };
        Self { hands: Mutex::new(hands), gate: Mutex::default(), moved: Condvar::new() }
    }

    /// Time passes.
    pub(super) fn pass(&self, time: Duration) {
        let mut hands = self.hands.lock().unwrap();
        hands.now += TimeDelta::from_std(time).unwrap();
        hands.elapsed += time;
    }

    /// Somebody sets the clock.
    pub(super) fn set(&self, by: TimeDelta) {
        self.hands.lock().unwrap().now += by;
    }

    /// The person travels.
    pub(super) fn go_to_zone(&self, zone: Tz) {
        self.hands.lock().unwrap().zone = zone;
    }

    /// Holds who reads a calendar, until [`open_gate`](Self::open_gate).
    pub(super) fn shut_gate(&self) {
        *self.gate.lock().unwrap() = Gate { shut: true, held: 0 };
    }

    /// Waits until so many are held.
    pub(super) fn wait_at_gate(&self, count: usize) {
        let gate = self.gate.lock().unwrap();
        let (gate, _) = self.moved.wait_timeout_while(gate, LONGEST, |gate| gate.held < count).unwrap();
        assert!(gate.held >= count, "{} read a calendar", gate.held);
    }

    /// Lets go on who reads a calendar.
    pub(super) fn open_gate(&self) {
        *self.gate.lock().unwrap() = Gate::default();
        self.moved.notify_all();
    }

    fn pass_gate(&self) {
        let mut gate = self.gate.lock().unwrap();
        if gate.shut {
            gate.held += 1;
            self.moved.notify_all();
            drop(self.moved.wait_timeout_while(gate, LONGEST, |gate| gate.shut).unwrap());
        }
    }

    fn hands(&self) -> Hands {
        *self.hands.lock().unwrap()
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
        if instant < self.now() - WEEKS_AGO {
            self.pass_gate();
        }
        zoned::local(&self.hands().zone, instant)
    }

    fn resolve(&self, date: NaiveDate, minute: u16) -> DateTime<Utc> {
        zoned::resolve(&self.hands().zone, date, minute)
    }

    fn local_day(&self, instant: DateTime<Utc>, boundary: DayBoundary) -> NaiveDate {
        zoned::local_day(&self.hands().zone, instant, boundary)
    }
}
