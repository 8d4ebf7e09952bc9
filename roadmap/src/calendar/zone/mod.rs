//! Time zones as calendars name and describe them.
//!
//! A name is looked up in the zone data that is built in, then among the names that Windows has for zones, then in the
//! calendar's own descriptions; so a description that is out of date does no harm, and one of an unknown zone is used.

mod clock;
mod names;

pub(super) use clock::Clock;
pub(super) use names::Names;

use crate::calendar::reading::{Place, Stamp};
use crate::calendar::recurrence::Until;
use crate::schedule::resolve;
use chrono::{DateTime, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone, Timelike, Utc};

/// A zone in which a calendar gives times.
pub(super) enum Zone<'a, Tz: TimeZone> {
    /// The person's own.
    Here(&'a Tz),
    Utc,
    /// One that is known.
    Known(chrono_tz::Tz),
    /// One that the calendar describes.
    Described(Clock),
}

impl<Tz: TimeZone> Zone<'_, Tz> {
    /// The instant at which the zone's clock shows that. In a fold it is the first, in a gap it is reckoned with the
    /// offset before the gap (RFC 5545 section 3.3.5).
    pub(super) fn instant(&self, wall: NaiveDateTime) -> DateTime<Utc> {
        match self {
            Self::Here(zone) => instant_in(*zone, wall),
            Self::Utc => wall.and_utc(),
            Self::Known(zone) => instant_in(zone, wall),
            Self::Described(clock) => clock.instant(wall),
        }
    }

    /// What the zone's clock shows then.
    pub(super) fn wall(&self, instant: DateTime<Utc>) -> NaiveDateTime {
        match self {
            Self::Here(zone) => wall_in(*zone, instant),
            Self::Utc => instant.naive_utc(),
            Self::Known(zone) => wall_in(zone, instant),
            Self::Described(clock) => clock.wall(instant),
        }
    }

    /// The last that a rule's end allows of what the zone's clock shows.
    pub(super) fn last(&self, until: Until) -> NaiveDateTime {
        match until {
            Until::Day(day) => day.and_hms_opt(23, 59, 59).unwrap_or_else(|| day.and_time(NaiveTime::MIN)),
            Until::Wall(wall) => wall,
            Until::Instant(instant) => self.wall(instant),
        }
    }
}

/// The zones of a calendar by their places.
pub(super) struct Zones<'a, Tz: TimeZone> {
    here: Zone<'a, Tz>,
    utc: Zone<'a, Tz>,
    named: Vec<Zone<'a, Tz>>,
}

impl<'a, Tz: TimeZone> Zones<'a, Tz> {
    pub(super) fn new(here: &'a Tz, named: Vec<Zone<'a, Tz>>) -> Self {
        Self { here: Zone::Here(here), utc: Zone::Utc, named }
    }

    /// The zone of a date or time. A date is the person's own.
    pub(super) fn of(&self, stamp: Stamp) -> &Zone<'a, Tz> {
        match stamp {
            Stamp::Date(_) | Stamp::Time(_, Place::Here) => &self.here,
            Stamp::Time(_, Place::Utc) => &self.utc,
            Stamp::Time(_, Place::Named(number)) => {
                usize::try_from(number).ok().and_then(|number| self.named.get(number)).unwrap_or(&self.here)
            }
        }
    }

    /// The instant of a date's or time's beginning.
    pub(super) fn instant(&self, stamp: Stamp) -> DateTime<Utc> {
        match stamp {
            // A day whose midnight the clock jumps over begins after the gap.
            Stamp::Date(date) => match &self.here {
                Zone::Here(zone) => resolve(*zone, date, 0),
                other => other.instant(stamp.wall()),
            },
            Stamp::Time(wall, _) => self.of(stamp).instant(wall),
        }
    }
}

fn instant_in<Tz: TimeZone>(zone: &Tz, wall: NaiveDateTime) -> DateTime<Utc> {
    let minute = 60 * wall.hour() + wall.minute();
    let found = resolve(zone, wall.date(), u16::try_from(minute).unwrap_or_default());
    let second = TimeDelta::seconds(wall.second().into());
    let exact = found.checked_add_signed(second).unwrap_or(found);
    if wall_in(zone, exact) == wall {
        return exact;
    }
    let before = found.checked_sub_signed(TimeDelta::seconds(1)).unwrap_or(found);
    let ahead = zone.offset_from_utc_datetime(&before.naive_utc()).fix().local_minus_utc();
    wall.checked_sub_signed(TimeDelta::seconds(ahead.into())).unwrap_or(wall).and_utc()
}

fn wall_in<Tz: TimeZone>(zone: &Tz, instant: DateTime<Utc>) -> NaiveDateTime {
    let utc = instant.naive_utc();
    let ahead = zone.offset_from_utc_datetime(&utc).fix().local_minus_utc();
    utc.checked_add_signed(TimeDelta::seconds(ahead.into())).unwrap_or(utc)
}
