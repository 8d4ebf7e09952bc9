//! What was last read of calendars, each a JSON value under the calendar's path. It is the app's own, outside of undo.

use crate::StoreError;
use rusqlite::{Connection, Transaction, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// All readings, by their paths. One that makes no sense any more is left out: its calendar is there to be read again.
///
/// # Errors
/// [`StoreError::Sqlite`].
pub fn all<T: DeserializeOwned>(from: &Connection) -> Result<Vec<(String, T)>, StoreError> {
    let mut query = from.prepare_cached("SELECT path, reading FROM calendar_reading ORDER BY path")?;
    let mut rows = query.query([])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let reading = row.get_ref(1)?.as_bytes().ok().and_then(|json| serde_json::from_slice(json).ok());
        if let Some(reading) = reading {
            all.push((row.get(0)?, reading));
        }
    }
    Ok(all)
}

/// Keeps what was read of a calendar.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::Json`].
pub fn set<T: Serialize>(to: &Transaction<'_>, path: &str, reading: &T) -> Result<(), StoreError> {
    to.execute(
        "INSERT INTO calendar_reading (path, reading) VALUES (?1, ?2)
         ON CONFLICT (path) DO UPDATE SET reading = excluded.reading",
        params![path, serde_json::to_string(reading)?],
    )?;
    Ok(())
}

/// Forgets what was read of calendars that are not there any more.
///
/// # Errors
/// [`StoreError::Sqlite`].
pub fn tidy(to: &Transaction<'_>) -> Result<(), StoreError> {
    to.execute("DELETE FROM calendar_reading WHERE path NOT IN (SELECT path FROM calendar)", [])?;
    Ok(())
}
