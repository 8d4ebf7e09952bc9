//! Blocks that are elsewhere on their date, or left out.

use crate::column::Column;
use crate::{RoadmapId, StoreError};
use roadmap::schedule::{BlockKey, Exception};
use rusqlite::{Connection, Transaction, params};
use std::collections::BTreeMap;

/// A roadmap's exceptions.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn all(from: &Connection, roadmap: RoadmapId) -> Result<BTreeMap<BlockKey, Exception>, StoreError> {
    let mut query =
        from.prepare_cached("SELECT id, block, day, start, end FROM exception WHERE roadmap_id = ?1")?;
    let mut rows = query.query([roadmap.0])?;
    let mut all = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        let at = |column| Column { table: "exception", id, column };
        let block: String = row.get(1)?;
        let exception = match row.get::<_, Option<String>>(2)? {
            None => Exception::Skipped,
            Some(day) => Exception::Moved {
                date: at("day").day(&day)?,
                start: at("start").number(row.get(3)?)?,
                end: at("end").number(row.get(4)?)?,
            },
        };
        all.insert(block.parse().map_err(|_| at("block").bad(&block))?, exception);
    }
    Ok(all)
}

/// Makes an exception of a block; none leaves it where it usually is.
///
/// # Errors
/// [`StoreError::Sqlite`].
pub fn set(
    to: &Transaction<'_>,
    roadmap: RoadmapId,
    block: BlockKey,
    exception: Option<Exception>,
) -> Result<(), StoreError> {
    let (day, start, end) = match exception {
        None => {
            let block = params![roadmap.0, block.to_string()];
            to.execute("DELETE FROM exception WHERE roadmap_id = ?1 AND block = ?2", block)?;
            return Ok(());
        }
        Some(Exception::Skipped) => (None, None, None),
        Some(Exception::Moved { date, start, end }) => (Some(date.to_string()), Some(start), Some(end)),
    };
    to.execute(
        "INSERT INTO exception (roadmap_id, block, day, start, end) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (roadmap_id, block) DO UPDATE SET day = excluded.day, start = excluded.start,
             end = excluded.end",
        params![roadmap.0, block.to_string(), day, start, end],
    )?;
    Ok(())
}
