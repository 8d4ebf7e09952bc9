//! What was last read of calendars, each a JSON value under the calendar's path. It is the app's own, outside of undo.

use crate::StoreError;
use crate::column::Column;
use rusqlite::{Connection, Transaction, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// All readings, by their paths.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn all<T: DeserializeOwned>(from: &Connection) -> Result<Vec<(String, T)>, StoreError> {
    let mut query = from.prepare_cached("SELECT id, path, reading FROM calendar_reading ORDER BY path")?;
    let mut rows = query.query([])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let at = Column { table: "calendar_reading", id: row.get(0)?, column: "reading" };
        all.push((row.get(1)?, at.json(&row.get::<_, String>(2)?)?));
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
