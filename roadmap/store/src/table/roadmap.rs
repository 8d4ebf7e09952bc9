//! Roadmaps: where they came from and the document itself.

use crate::column::{Column, from_instant};
use crate::{RoadmapId, StoreError};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Transaction, params};

/// Where a roadmap came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The library; its file name there.
    Bundled(String),
    /// A file; its path when it was read.
    File(String),
}

impl Origin {
    const fn parts(&self) -> (&'static str, &String) {
        match self {
            Self::Bundled(name) => ("bundled", name),
            Self::File(path) => ("file", path),
        }
    }
}

/// A roadmap, without its items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its name.
    pub id: RoadmapId,
    /// The document's title.
    pub title: String,
    /// Where it came from.
    pub origin: Origin,
    /// What relative links are resolved against, if the person said so.
    pub resource_base: Option<String>,
    /// True for the sample with its made-up history.
    pub sample: bool,
    /// When it was taken over.
    pub created_at: DateTime<Utc>,
}

/// Adds a roadmap and makes it the active one.
///
/// # Errors
/// [`StoreError::Sqlite`].
pub fn add(
    to: &Transaction<'_>,
    title: &str,
    origin: &Origin,
    source: &str,
    sample: bool,
    now: DateTime<Utc>,
) -> Result<RoadmapId, StoreError> {
    let (kind, name) = origin.parts();
    to.execute("UPDATE roadmap SET active = 0 WHERE active = 1", [])?;
    to.execute(
        "INSERT INTO roadmap (title, origin, name, source, sample, active, created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6)",
        params![title, kind, name, source, sample, from_instant(now)],
    )?;
    Ok(RoadmapId(to.last_insert_rowid()))
}

/// The active roadmap, if there is one.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn active(from: &Connection) -> Result<Option<Row>, StoreError> {
    let row = from
        .query_row(
            "SELECT id, title, origin, name, resource_base, sample, created_at FROM roadmap WHERE active = 1",
            [],
            |row| {
                Ok((
                    row.get::<_, i64>(0)?,
                    row.get(1)?,
                    row.get::<_, String>(2)?,
                    row.get(3)?,
                    row.get(4)?,
                    row.get(5)?,
                    row.get::<_, String>(6)?,
                ))
            },
        )
        .optional()?;
    let Some((id, title, origin, name, resource_base, sample, created_at)) = row else { return Ok(None) };
    let at = |column| Column { table: "roadmap", id, column };
    let origin = match origin.as_str() {
        "bundled" => Origin::Bundled(name),
        "file" => Origin::File(name),
        _ => return Err(at("origin").bad(&origin)),
    };
    let created_at = at("created_at").instant(&created_at)?;
    Ok(Some(Row { id: RoadmapId(id), title, origin, resource_base, sample, created_at }))
}

/// The document as it was read.
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`].
pub fn source(from: &Connection, id: RoadmapId) -> Result<String, StoreError> {
    from.query_row("SELECT source FROM roadmap WHERE id = ?1", [id.0], |row| row.get(0))
        .optional()?
        .ok_or(StoreError::Gone { what: "roadmap", id: id.0 })
}

/// Says what relative links are resolved against.
///
/// # Errors
/// [`StoreError::Sqlite`].
pub fn set_resource_base(to: &Transaction<'_>, id: RoadmapId, base: Option<&str>) -> Result<(), StoreError> {
    to.execute("UPDATE roadmap SET resource_base = ?2 WHERE id = ?1", params![id.0, base])?;
    Ok(())
}

/// Removes the sample with all its history, and makes the latest other roadmap the active one.
///
/// # Errors
/// [`StoreError::Sqlite`].
pub fn remove_samples(to: &Transaction<'_>) -> Result<(), StoreError> {
    for table in ["session", "plan"] {
        to.execute(
            &format!("DELETE FROM {table} WHERE roadmap_id IN (SELECT id FROM roadmap WHERE sample = 1)"),
            [],
        )?;
    }
    to.execute("DELETE FROM roadmap WHERE sample = 1", [])?;
    to.execute(
        "UPDATE roadmap SET active = 1
         WHERE id = (SELECT max(id) FROM roadmap) AND NOT EXISTS (SELECT 1 FROM roadmap WHERE active = 1)",
        [],
    )?;
    Ok(())
}
