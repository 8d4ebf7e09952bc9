//! Blocks of one date alone.

use crate::column::Column;
use crate::{RoadmapId, StoreError};
use roadmap::schedule::{SingleBlock, SingleBlockId};
use rusqlite::{Connection, Transaction, params};

/// A roadmap's blocks of one date, by time.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn all(from: &Connection, roadmap: RoadmapId) -> Result<Vec<SingleBlock>, StoreError> {
    let mut query = from.prepare_cached(
        "SELECT id, day, start, end, category, accepts, title, standing FROM single_block
         WHERE roadmap_id = ?1 ORDER BY day, start, id",
    )?;
    let mut rows = query.query([roadmap.0])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        let at = |column| Column { table: "single_block", id, column };
        all.push(SingleBlock {
            id: SingleBlockId(id),
            date: at("day").day(&row.get::<_, String>(1)?)?,
            start: at("start").number(row.get(2)?)?,
            end: at("end").number(row.get(3)?)?,
            category: at("category").word(&row.get::<_, String>(4)?)?,
            accepts: at("accepts").json(&row.get::<_, String>(5)?)?,
            title: row.get(6)?,
            standing: row.get(7)?,
        });
    }
    Ok(all)
}

/// Adds a block; the id it carries is not used.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::Json`].
pub fn add(
    to: &Transaction<'_>,
    roadmap: RoadmapId,
    block: &SingleBlock,
) -> Result<SingleBlockId, StoreError> {
    let SingleBlock { id: _, date, start, end, category, title, accepts, standing } = block;
    let accepts = serde_json::to_string(accepts)?;
    to.execute(
        "INSERT INTO single_block (roadmap_id, day, start, end, category, accepts, title, standing)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![roadmap.0, date.to_string(), start, end, category.name(), accepts, title, standing],
    )?;
    Ok(SingleBlockId(to.last_insert_rowid()))
}

/// Changes a block.
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`], [`StoreError::Json`].
pub fn set(to: &Transaction<'_>, block: &SingleBlock) -> Result<(), StoreError> {
    let SingleBlock { id, date, start, end, category, title, accepts, standing } = block;
    let accepts = serde_json::to_string(accepts)?;
    let rows = to.execute(
        "UPDATE single_block SET day = ?2, start = ?3, end = ?4, category = ?5, accepts = ?6, title = ?7,
             standing = ?8 WHERE id = ?1",
        params![id.0, date.to_string(), start, end, category.name(), accepts, title, standing],
    )?;
    found(*id, rows)
}

/// Removes a block.
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`].
pub fn remove(to: &Transaction<'_>, id: SingleBlockId) -> Result<(), StoreError> {
    found(id, to.execute("DELETE FROM single_block WHERE id = ?1", [id.0])?)
}

const fn found(id: SingleBlockId, rows: usize) -> Result<(), StoreError> {
    if rows == 0 { Err(StoreError::Gone { what: "block", id: id.0 }) } else { Ok(()) }
}
