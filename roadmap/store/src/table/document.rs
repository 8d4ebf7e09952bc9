//! Documents as they were last read or written, and how they were read.

use crate::column::Column;
use crate::table::roadmap::Origin;
use crate::{RoadmapId, StoreError};
use roadmap::document::Reading;
use rusqlite::{Connection, OptionalExtension, Transaction, params};

/// The document of a roadmap: its text, and how it was read.
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn of(from: &Connection, roadmap: RoadmapId) -> Result<(String, Reading), StoreError> {
    let row = from
        .query_row("SELECT source, reading FROM document WHERE roadmap_id = ?1", [roadmap.0], |row| {
            Ok((row.get(0)?, row.get::<_, String>(1)?))
        })
        .optional()?;
    let (source, reading) = row.ok_or(StoreError::Gone { what: "document", id: roadmap.0 })?;
    let at = Column { table: "document", id: roadmap.0, column: "reading" };
    Ok((source, at.json(&reading)?))
}

/// Sets the document of a roadmap.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::Json`].
pub fn set(
    to: &Transaction<'_>,
    roadmap: RoadmapId,
    source: &str,
    reading: &Reading,
) -> Result<(), StoreError> {
    to.execute(
        "INSERT INTO document (roadmap_id, source, reading) VALUES (?1, ?2, ?3)
         ON CONFLICT (roadmap_id) DO UPDATE SET source = excluded.source, reading = excluded.reading",
        params![roadmap.0, source, serde_json::to_string(reading)?],
    )?;
    Ok(())
}

/// Sets the text of a roadmap's document, as it was written.
///
/// # Errors
/// [`StoreError::Sqlite`].
pub fn set_source(to: &Transaction<'_>, roadmap: RoadmapId, source: &str) -> Result<(), StoreError> {
    to.execute("UPDATE document SET source = ?2 WHERE roadmap_id = ?1", params![roadmap.0, source])?;
    Ok(())
}

/// How the person had the document of that origin read, when it was last looked at.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn reading(from: &Connection, origin: &Origin) -> Result<Option<Reading>, StoreError> {
    let (kind, name) = origin.parts();
    let row = from
        .query_row("SELECT id, reading FROM reading WHERE origin = ?1 AND name = ?2", [kind, name], |row| {
            Ok((row.get(0)?, row.get::<_, String>(1)?))
        })
        .optional()?;
    row.map(|(id, reading)| Column { table: "reading", id, column: "reading" }.json(&reading)).transpose()
}

/// How a roadmap's document with that very text was read, the latest roadmap's of several.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn reading_of_text(from: &Connection, source: &str) -> Result<Option<Reading>, StoreError> {
    let row = from
        .query_row(
            "SELECT roadmap_id, reading FROM document WHERE source = ?1 ORDER BY roadmap_id DESC LIMIT 1",
            [source],
            |row| Ok((row.get(0)?, row.get::<_, String>(1)?)),
        )
        .optional()?;
    row.map(|(id, reading)| Column { table: "document", id, column: "reading" }.json(&reading)).transpose()
}

/// Remembers how the document of that origin is to be read.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::Json`].
pub fn remember(to: &Transaction<'_>, origin: &Origin, reading: &Reading) -> Result<(), StoreError> {
    let (kind, name) = origin.parts();
    to.execute(
        "INSERT INTO reading (origin, name, reading) VALUES (?1, ?2, ?3)
         ON CONFLICT (origin, name) DO UPDATE SET reading = excluded.reading",
        params![kind, name, serde_json::to_string(reading)?],
    )?;
    Ok(())
}
