//! Local time: a time of day as an instant, and the day an instant belongs to.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone, Utc};

/// The minutes from one midnight to the next, as a clock on the wall has them.
pub(crate) const DAY: u16 = 24 * 60;

/// When a day ends unless the person says otherwise: 04:00, in minutes after midnight, so that work
/// after midnight still counts for the evening it began in.
pub const DAY_BOUNDARY: u16 = 4 * 60;

/// When the next day begins, in minutes after midnight of the day before: the latest end of a block.
pub const DAY_END: u16 = DAY + DAY_BOUNDARY;

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

/// The day an instant belongs to when days end `boundary` minutes after local midnight.
pub fn local_day<Tz: TimeZone>(tz: &Tz, instant: DateTime<Utc>, boundary: u16) -> NaiveDate {
    let wall = wall_clock(tz, instant.naive_utc());
    wall.checked_sub_signed(TimeDelta::minutes(boundary.into())).unwrap_or(wall).date()
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
fn wall_clock<Tz: TimeZone>(tz: &Tz, utc: NaiveDateTime) -> NaiveDateTime {
    let ahead = tz.offset_from_utc_datetime(&utc).fix().local_minus_utc();
    utc.checked_add_signed(TimeDelta::seconds(ahead.into())).unwrap_or(utc)
}
