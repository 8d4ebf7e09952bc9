//! Roadmaps: where they came from, and which of them is the active one.

use crate::column::{Column, from_instant};
use crate::{RoadmapId, StoreError};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, Transaction, params};

/// Where a roadmap came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The library; its file name there.
    Bundled(String),
    /// A file; its path when it was read.
    File(String),
    /// Nothing: the person made it; its first title.
    Own(String),
}

impl Origin {
    /// The word it is kept under, and the name that goes with it.
    pub const fn parts(&self) -> (&'static str, &String) {
        match self {
            Self::Bundled(name) => ("bundled", name),
            Self::File(path) => ("file", path),
            Self::Own(title) => ("own", title),
        }
    }

    /// The origin of these [parts](Self::parts).
    pub fn of(word: &str, name: String) -> Option<Self> {
        match word {
            "bundled" => Some(Self::Bundled(name)),
            "file" => Some(Self::File(name)),
            "own" => Some(Self::Own(name)),
            _ => None,
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
    /// True for the one that the screens show.
    pub active: bool,
    /// When it was taken over.
    pub created_at: DateTime<Utc>,
    /// When it was put away; none for one at hand.
    pub archived_at: Option<DateTime<Utc>>,
    /// True once the person lets ticks be written into the file.
    pub write_back: bool,
    /// The file that has a progress section, if one has.
    pub progress_file: Option<String>,
    /// True where the progress section is kept fresh.
    pub progress_fresh: bool,
    /// What its events are known by in calendars: no other roadmap's, on this machine or another.
    pub uid: String,
}

const COLUMNS: &str =
    "id, title, origin, name, resource_base, sample, active, created_at, archived_at, write_back,
     progress_file, progress_fresh, uid";

/// Adds a roadmap and makes it the active one. Its items and its document are added apart.
///
/// # Errors
/// [`StoreError::Sqlite`].
pub fn add(
    to: &Transaction<'_>,
    title: &str,
    origin: &Origin,
    sample: bool,
    now: DateTime<Utc>,
) -> Result<RoadmapId, StoreError> {
    let (kind, name) = origin.parts();
    to.execute("UPDATE roadmap SET active = 0 WHERE active = 1", [])?;
    to.execute(
        "INSERT INTO roadmap (title, origin, name, sample, active, created_at, uid)
         VALUES (?1, ?2, ?3, ?4, 1, ?5, lower(hex(randomblob(16))))",
        params![title, kind, name, sample, from_instant(now)],
    )?;
    Ok(RoadmapId(to.last_insert_rowid()))
}

/// All roadmaps, the latest first.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn all(from: &Connection) -> Result<Vec<Row>, StoreError> {
    let mut query = from.prepare_cached(&format!("SELECT {COLUMNS} FROM roadmap ORDER BY id DESC"))?;
    let mut rows = query.query([])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.push(from_row(row)?);
    }
    Ok(all)
}

/// The active roadmap, if there is one.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn active(from: &Connection) -> Result<Option<Row>, StoreError> {
    let mut query = from.prepare_cached(&format!("SELECT {COLUMNS} FROM roadmap WHERE active = 1"))?;
    let mut rows = query.query([])?;
    rows.next()?.map(from_row).transpose()
}

/// The roadmap of that name.
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn one(from: &Connection, id: RoadmapId) -> Result<Row, StoreError> {
    let mut query = from.prepare_cached(&format!("SELECT {COLUMNS} FROM roadmap WHERE id = ?1"))?;
    let mut rows = query.query([id.0])?;
    rows.next()?.map_or_else(|| Err(gone(id)), from_row)
}

fn from_row(row: &rusqlite::Row<'_>) -> Result<Row, StoreError> {
    let id: i64 = row.get(0)?;
    let at = |column| Column { table: "roadmap", id, column };
    let origin: String = row.get(2)?;
    let archived_at = row.get::<_, Option<String>>(8)?;
    Ok(Row {
        id: RoadmapId(id),
        title: row.get(1)?,
        origin: Origin::of(&origin, row.get(3)?).ok_or_else(|| at("origin").bad(&origin))?,
        resource_base: row.get(4)?,
        sample: row.get(5)?,
        active: row.get(6)?,
        created_at: at("created_at").instant(&row.get::<_, String>(7)?)?,
        archived_at: archived_at.map(|instant| at("archived_at").instant(&instant)).transpose()?,
        write_back: row.get(9)?,
        progress_file: row.get(10)?,
        progress_fresh: row.get(11)?,
        uid: row.get(12)?,
    })
}

/// Makes a roadmap the active one, and takes it back from where it was put away.
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`].
pub fn activate(to: &Transaction<'_>, id: RoadmapId) -> Result<(), StoreError> {
    to.execute("UPDATE roadmap SET active = 0 WHERE active = 1 AND id <> ?1", [id.0])?;
    found(id, to.execute("UPDATE roadmap SET active = 1, archived_at = NULL WHERE id = ?1", [id.0])?)
}

/// Puts a roadmap away since an instant, or takes it back. In place of the active one, the latest other that is at
/// hand becomes active, if there is one.
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`].
pub fn archive(to: &Transaction<'_>, id: RoadmapId, since: Option<DateTime<Utc>>) -> Result<(), StoreError> {
    let since = since.map(from_instant);
    let rows = to.execute(
        "UPDATE roadmap SET archived_at = ?2, active = active AND ?2 IS NULL WHERE id = ?1",
        params![id.0, since],
    )?;
    found(id, rows)?;
    activate_latest(to)
}

/// Gives a roadmap another title.
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`].
pub fn rename(to: &Transaction<'_>, id: RoadmapId, title: &str) -> Result<(), StoreError> {
    found(id, to.execute("UPDATE roadmap SET title = ?2 WHERE id = ?1", params![id.0, title])?)
}

/// Says where a roadmap's document is now.
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`].
pub fn set_origin(to: &Transaction<'_>, id: RoadmapId, origin: &Origin) -> Result<(), StoreError> {
    let (kind, name) = origin.parts();
    let set = "UPDATE roadmap SET origin = ?2, name = ?3 WHERE id = ?1";
    found(id, to.execute(set, params![id.0, kind, name])?)
}

/// Says what relative links are resolved against.
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`].
pub fn set_resource_base(to: &Transaction<'_>, id: RoadmapId, base: Option<&str>) -> Result<(), StoreError> {
    found(id, to.execute("UPDATE roadmap SET resource_base = ?2 WHERE id = ?1", params![id.0, base])?)
}

/// Lets ticks be written into the roadmap's file, or no longer.
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`].
pub fn set_write_back(to: &Transaction<'_>, id: RoadmapId, write_back: bool) -> Result<(), StoreError> {
    found(id, to.execute("UPDATE roadmap SET write_back = ?2 WHERE id = ?1", params![id.0, write_back])?)
}

/// Says which file has a progress section, and whether it is kept fresh.
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`].
pub fn set_progress_file(
    to: &Transaction<'_>,
    id: RoadmapId,
    file: Option<&str>,
    fresh: bool,
) -> Result<(), StoreError> {
    let set = "UPDATE roadmap SET progress_file = ?2, progress_fresh = ?3 WHERE id = ?1";
    found(id, to.execute(set, params![id.0, file, fresh])?)
}

/// Removes the sample with all its history, and makes the latest other roadmap at hand the active one.
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
    activate_latest(to)
}

fn activate_latest(to: &Transaction<'_>) -> Result<(), StoreError> {
    to.execute(
        "UPDATE roadmap SET active = 1
         WHERE id = (SELECT max(id) FROM roadmap WHERE archived_at IS NULL)
             AND NOT EXISTS (SELECT 1 FROM roadmap WHERE active = 1)",
        [],
    )?;
    Ok(())
}

const fn gone(id: RoadmapId) -> StoreError {
    StoreError::Gone { what: "roadmap", id: id.0 }
}

const fn found(id: RoadmapId, rows: usize) -> Result<(), StoreError> {
    if rows == 0 { Err(gone(id)) } else { Ok(()) }
}
