//! Calendars of the person's whose times plans keep clear of.

use crate::StoreError;
use rusqlite::{Connection, Transaction, params};

/// Names a calendar in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CalendarId(pub i64);

/// A calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its name.
    pub id: CalendarId,
    /// Its file, or the folder of its files.
    pub path: String,
    /// True for a folder.
    pub folder: bool,
}

/// All calendars, in the order in which they were added.
///
/// # Errors
/// [`StoreError::Sqlite`].
pub fn all(from: &Connection) -> Result<Vec<Row>, StoreError> {
    let mut query = from.prepare_cached("SELECT id, path, folder FROM calendar ORDER BY id")?;
    let rows = query.query_map([], |row| {
        Ok(Row { id: CalendarId(row.get(0)?), path: row.get(1)?, folder: row.get(2)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Adds a calendar.
///
/// # Errors
/// [`StoreError::Sqlite`].
pub fn add(to: &Transaction<'_>, path: &str, folder: bool) -> Result<CalendarId, StoreError> {
    to.execute("INSERT INTO calendar (path, folder) VALUES (?1, ?2)", params![path, folder])?;
    Ok(CalendarId(to.last_insert_rowid()))
}

/// Removes a calendar. What was read of it stays until [`tidy`](super::calendar_reading::tidy).
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`].
pub fn remove(to: &Transaction<'_>, id: CalendarId) -> Result<(), StoreError> {
    let rows = to.execute("DELETE FROM calendar WHERE id = ?1", [id.0])?;
    if rows == 0 { Err(StoreError::Gone { what: "calendar", id: id.0 }) } else { Ok(()) }
}
