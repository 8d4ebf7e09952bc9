//! Blocks of a week as a document states them.

use crate::Category;
use chrono::Weekday;
use serde::{Deserialize, Serialize};

/// Full or part time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum Tempo {
    /// The roadmap is the day's work.
    FullTime,
    /// Beside something else.
    PartTime,
}

/// One block as a document states it: on which days, when or for how long, and for what.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct BlockRule {
    /// The days it is on, in order from Monday.
    #[serde(with = "weekdays")]
    #[cfg_attr(feature = "ts", ts(type = "string[]"))]
    pub days: Vec<Weekday>,
    /// Its start as minutes after midnight, where the document gives a time.
    pub start: Option<u16>,
    /// Its length in minutes, or the least of a range.
    pub minutes: u32,
    /// The most minutes of a range.
    pub most: u32,
    /// The part of the day it is for, where only that is given.
    pub part: Option<PartOfDay>,
    /// What kind of work it is for.
    pub category: Category,
}

/// A part of the day, for blocks without a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum PartOfDay {
    /// Before noon.
    Morning,
    /// After noon.
    Afternoon,
    /// After the day's work.
    Evening,
}

/// Weekdays as `mon` to `sun`, for serde's `with`.
pub mod weekdays {
    use chrono::Weekday;
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    /// Writes each day's short name.
    ///
    /// # Errors
    /// The serializer's.
    pub fn serialize<S: Serializer>(days: &[Weekday], to: S) -> Result<S::Ok, S::Error> {
        days.iter().map(|day| day.to_string().to_lowercase()).collect::<Vec<_>>().serialize(to)
    }

    /// Reads each day's short name.
    ///
    /// # Errors
    /// The deserializer's, and one that names what is no weekday.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Weekday>, D::Error> {
        Vec::<String>::deserialize(from)?
            .iter()
            .map(|day| day.parse().map_err(|_| D::Error::custom(format!("{day:?} is no weekday"))))
            .collect()
    }
}
