//! Holidays, vacations, light days.

use crate::column::Column;
use crate::{RoadmapId, StoreError};
use roadmap::schedule::{DaysOff, DaysOffId};
use rusqlite::{Connection, Transaction, params};

/// A roadmap's days off, by their first day.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn all(from: &Connection, roadmap: RoadmapId) -> Result<Vec<DaysOff>, StoreError> {
    let mut query = from.prepare_cached(
        "SELECT id, from_day, to_day, relief, title FROM days_off WHERE roadmap_id = ?1 ORDER BY from_day, id",
    )?;
    let mut rows = query.query([roadmap.0])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        let at = |column| Column { table: "days_off", id, column };
        all.push(DaysOff {
            id: Some(DaysOffId(id)),
            from: at("from_day").day(&row.get::<_, String>(1)?)?,
            to: at("to_day").day(&row.get::<_, String>(2)?)?,
            relief: at("relief").word(&row.get::<_, String>(3)?)?,
            title: row.get(4)?,
        });
    }
    Ok(all)
}

/// Adds days off, or changes those that have an id.
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`].
pub fn save(to: &Transaction<'_>, roadmap: RoadmapId, off: &DaysOff) -> Result<DaysOffId, StoreError> {
    let DaysOff { id, from, to: last, relief, title } = off;
    let (from, last, relief) = (from.to_string(), last.to_string(), crate::column::to_word(relief)?);
    let Some(id) = id else {
        to.execute(
            "INSERT INTO days_off (roadmap_id, from_day, to_day, relief, title) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![roadmap.0, from, last, relief, title],
        )?;
        return Ok(DaysOffId(to.last_insert_rowid()));
    };
    let rows = to.execute(
        "UPDATE days_off SET from_day = ?2, to_day = ?3, relief = ?4, title = ?5 WHERE id = ?1",
        params![id.0, from, last, relief, title],
    )?;
    found(*id, rows).map(|()| *id)
}

/// Removes days off.
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`].
pub fn remove(to: &Transaction<'_>, id: DaysOffId) -> Result<(), StoreError> {
    found(id, to.execute("DELETE FROM days_off WHERE id = ?1", [id.0])?)
}

const fn found(id: DaysOffId, rows: usize) -> Result<(), StoreError> {
    if rows == 0 { Err(StoreError::Gone { what: "days off", id: id.0 }) } else { Ok(()) }
}
