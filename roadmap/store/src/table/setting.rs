//! The person's settings, each a JSON value under a name.

use crate::StoreError;
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Sets one.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::Json`].
pub fn set<T: Serialize>(to: &Transaction<'_>, name: &str, value: &T) -> Result<(), StoreError> {
    to.execute(
        "INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        params![name, serde_json::to_string(value)?],
    )?;
    Ok(())
}

/// Reads one; none if it was never set.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn get<T: DeserializeOwned>(from: &Connection, name: &'static str) -> Result<Option<T>, StoreError> {
    let value: Option<String> =
        from.query_row("SELECT value FROM setting WHERE name = ?1", [name], |row| row.get(0)).optional()?;
    let Some(value) = value else { return Ok(None) };
    serde_json::from_str(&value).map(Some).map_err(|_| StoreError::BadRow {
        table: "setting",
        id: 0,
        column: name,
        value,
    })
}
