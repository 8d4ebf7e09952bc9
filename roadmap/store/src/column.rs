//! How values stand in columns, and what to say when one does not fit.

use crate::StoreError;
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use serde::de::DeserializeOwned;

/// An instant as it is stored: UTC, to the millisecond, so that text order is time order.
pub(crate) fn from_instant(instant: DateTime<Utc>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// Names a column of a row, for the error when its value does not fit.
#[derive(Clone, Copy)]
pub(crate) struct Column {
    pub(crate) table: &'static str,
    pub(crate) id: i64,
    pub(crate) column: &'static str,
}

impl Column {
    pub(crate) fn bad(self, value: &str) -> StoreError {
        let Self { table, id, column } = self;
        StoreError::BadRow { table, id, column, value: value.to_owned() }
    }

    pub(crate) fn instant(self, value: &str) -> Result<DateTime<Utc>, StoreError> {
        DateTime::parse_from_rfc3339(value).map(|instant| instant.to_utc()).map_err(|_| self.bad(value))
    }

    pub(crate) fn day(self, value: &str) -> Result<NaiveDate, StoreError> {
        value.parse().map_err(|_| self.bad(value))
    }

    pub(crate) fn json<T: DeserializeOwned>(self, value: &str) -> Result<T, StoreError> {
        serde_json::from_str(value).map_err(|_| self.bad(value))
    }

    /// An enum whose variants are stored by their serde names.
    pub(crate) fn word<T: DeserializeOwned>(self, value: &str) -> Result<T, StoreError> {
        serde_json::from_value(serde_json::Value::String(value.to_owned())).map_err(|_| self.bad(value))
    }

    pub(crate) fn number<T: TryFrom<i64>>(self, value: i64) -> Result<T, StoreError> {
        T::try_from(value).map_err(|_| self.bad(&value.to_string()))
    }
}

/// The serde name of an enum's variant, as [`Column::word`] reads it.
pub(crate) fn to_word<T: serde::Serialize>(value: &T) -> Result<String, StoreError> {
    match serde_json::to_value(value)? {
        serde_json::Value::String(word) => Ok(word),
        other => Ok(other.to_string()),
    }
}
