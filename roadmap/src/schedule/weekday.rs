//! A weekday as it is stored and as it crosses to the screen: `mon` to `sun`.

use chrono::Weekday;
use serde::{Deserialize, Deserializer, Serializer, de::Error};

/// The name of a weekday: `mon` to `sun`.
pub const fn name(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "mon",
        Weekday::Tue => "tue",
        Weekday::Wed => "wed",
        Weekday::Thu => "thu",
        Weekday::Fri => "fri",
        Weekday::Sat => "sat",
        Weekday::Sun => "sun",
    }
}

/// The weekday of that [name], if there is one.
pub fn named(wanted: &str) -> Option<Weekday> {
    (0..7).filter_map(|day| Weekday::try_from(day).ok()).find(|day| name(*day) == wanted)
}

/// Writes the name, for `#[serde(with = "...")]`.
///
/// # Errors
/// What the serializer says.
pub fn serialize<S: Serializer>(day: &Weekday, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(name(*day))
}

/// Reads the name, for `#[serde(with = "...")]`.
///
/// # Errors
/// Anything but one of the seven names.
pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Weekday, D::Error> {
    let text = String::deserialize(from)?;
    named(&text).ok_or_else(|| D::Error::custom(format!("{text:?} is no weekday: mon to sun")))
}
