//! Arithmetic on instants that can't overflow or go below zero.

use chrono::{DateTime, TimeDelta, Utc};

/// The milliseconds from one instant to another; none if the other is not later.
pub(super) fn millis_between(from: DateTime<Utc>, to: DateTime<Utc>) -> u64 {
    u64::try_from((to - from).num_milliseconds()).unwrap_or(0)
}

/// The instant that many milliseconds later.
pub(super) fn later(instant: DateTime<Utc>, millis: u64) -> DateTime<Utc> {
    i64::try_from(millis)
        .ok()
        .and_then(TimeDelta::try_milliseconds)
        .and_then(|delta| instant.checked_add_signed(delta))
        .unwrap_or(DateTime::<Utc>::MAX_UTC)
}

/// Moves an instant with a clock that was set by `delta`.
pub(super) fn shift(instant: &mut DateTime<Utc>, delta: TimeDelta) {
    if let Some(moved) = instant.checked_add_signed(delta) {
        *instant = moved;
    }
}

/// Whole seconds, rounded to the nearest.
pub(super) fn seconds(millis: u64) -> u32 {
    u32::try_from(millis.saturating_add(500) / 1000).unwrap_or(u32::MAX)
}

/// The instant that many milliseconds earlier.
pub(super) fn earlier(instant: DateTime<Utc>, millis: u64) -> DateTime<Utc> {
    i64::try_from(millis)
        .ok()
        .and_then(TimeDelta::try_milliseconds)
        .and_then(|delta| instant.checked_sub_signed(delta))
        .unwrap_or(DateTime::<Utc>::MIN_UTC)
}
