//! Local time: a time of day as an instant, and the day an instant belongs to.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone, Utc};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The minutes from one midnight to the next, as a clock on the wall has them.
pub(crate) const DAY: u16 = 24 * 60;

/// When one day ends and the next begins, in minutes after midnight: what is worked between midnight and
/// then counts for the evening before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DayBoundary(pub u16);

impl Default for DayBoundary {
    /// 4:00.
    fn default() -> Self {
        Self(4 * 60)
    }
}

impl DayBoundary {
    /// The latest one, in minutes after midnight: 6:00.
    pub const LATEST: u16 = 6 * 60;
    /// What it is a whole number of, in minutes.
    pub const STEP: u16 = 15;

    /// Whether days can end then.
    ///
    /// # Errors
    /// [`BadBoundary`] for a time after [`LATEST`](Self::LATEST), or between two [steps](Self::STEP).
    pub const fn check(self) -> Result<(), BadBoundary> {
        let Self(minutes) = self;
        if minutes <= Self::LATEST && minutes.is_multiple_of(Self::STEP) {
            Ok(())
        } else {
            Err(BadBoundary { minutes })
        }
    }

    /// When a day ends, in minutes after its own midnight: the latest end of a block.
    pub const fn day_end(self) -> u16 {
        DAY.saturating_add(self.0)
    }
}

/// Days can't end at some time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error(
    "days can't end {minutes} minutes after midnight: choose a whole quarter of an hour from midnight to six in the \
     morning"
)]
pub struct BadBoundary {
    /// The time, in minutes after midnight.
    minutes: u16,
}

/// No zone's clock is further from UTC than this, and no gap is longer.
const WIDEST: TimeDelta = TimeDelta::hours(26);

/// The instant of a local time: `minute` minutes after midnight of `date` on the wall clock, which
/// may be beyond 1,440 for the next day. In a gap it is the first valid time after it, in a fold the
/// first of the two.
pub fn resolve<Tz: TimeZone>(tz: &Tz, date: NaiveDate, minute: u16) -> DateTime<Utc> {
    let day = date.checked_add_days(Days::new(u64::from(minute / 1440))).unwrap_or(date);
    let midnight = day.and_time(NaiveTime::MIN);
    let wall = midnight.checked_add_signed(TimeDelta::minutes((minute % 1440).into())).unwrap_or(midnight);
    let found = tz.from_local_datetime(&wall);
    // Some zones take the end of a fold for a part of it, so what they answer is looked at again.
    let shows = |instant: &DateTime<Tz>| wall_clock(tz, instant.naive_utc()) == wall;
    match found.clone().earliest().filter(shows).or_else(|| found.latest().filter(shows)) {
        Some(instant) => instant.to_utc(),
        None => end_of_gap(tz, wall),
    }
}

/// The day an instant belongs to: it begins when the local clock first shows the boundary.
pub fn local_day<Tz: TimeZone>(tz: &Tz, instant: DateTime<Utc>, boundary: DayBoundary) -> NaiveDate {
    let wall = wall_clock(tz, instant.naive_utc());
    let day = wall.checked_sub_signed(TimeDelta::minutes(boundary.0.into())).unwrap_or(wall).date();
    // A clock that is set back may show the boundary again: the day that has begun goes on.
    day.succ_opt().filter(|next| resolve(tz, *next, boundary.0) <= instant).unwrap_or(day)
}

/// The instant at which the wall clock jumps over `wall`, found by halving to the second.
fn end_of_gap<Tz: TimeZone>(tz: &Tz, wall: NaiveDateTime) -> DateTime<Utc> {
    let mut before = wall.checked_sub_signed(WIDEST).unwrap_or(wall);
    let mut after = wall.checked_add_signed(WIDEST).unwrap_or(wall);
    while after.signed_duration_since(before) > TimeDelta::seconds(1) {
        let half = TimeDelta::seconds(after.signed_duration_since(before).num_seconds() / 2);
        let Some(middle) = before.checked_add_signed(half) else { break };
        if wall_clock(tz, middle) < wall {
            before = middle;
        } else {
            after = middle;
        }
    }
    after.and_utc()
}

/// What the wall clock shows at an instant of UTC.
pub(crate) fn wall_clock<Tz: TimeZone>(tz: &Tz, utc: NaiveDateTime) -> NaiveDateTime {
    let ahead = tz.offset_from_utc_datetime(&utc).fix().local_minus_utc();
    utc.checked_add_signed(TimeDelta::seconds(ahead.into())).unwrap_or(utc)
}
