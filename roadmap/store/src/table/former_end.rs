//! The ends that stages had before their dates were decided anew.

use crate::column::Column;
use crate::{RoadmapId, StoreError};
use roadmap::ItemId;
use roadmap::schedule::{FormerEnd, FormerEnds};
use rusqlite::{Connection, Transaction, params};

/// A roadmap's former ends.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn all(from: &Connection, roadmap: RoadmapId) -> Result<FormerEnds, StoreError> {
    let mut query = from.prepare_cached(
        "SELECT id, item_id, from_day, until_day, to_day, off FROM former_end WHERE roadmap_id = ?1",
    )?;
    let mut rows = query.query([roadmap.0])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let id = row.get(0)?;
        let at = |column| Column { table: "former_end", id, column };
        let end = FormerEnd {
            from: at("from_day").day(&row.get::<_, String>(2)?)?,
            until: at("until_day").day(&row.get::<_, String>(3)?)?,
            to: at("to_day").day(&row.get::<_, String>(4)?)?,
            off: at("off").number(row.get(5)?)?,
        };
        all.push((ItemId(row.get(1)?), end));
    }
    Ok(all.into_iter().collect())
}

/// Sets a roadmap's former ends. Those that are there already stay as they are.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn set_all(to: &Transaction<'_>, roadmap: RoadmapId, ends: &FormerEnds) -> Result<(), StoreError> {
    let was = all(to, roadmap)?;
    for (stage, end) in was.iter().filter(|(stage, end)| !ends.of(*stage).contains(end)) {
        to.execute(
            "DELETE FROM former_end WHERE item_id = ?1 AND until_day = ?2",
            params![stage.0, end.until.to_string()],
        )?;
    }
    for (stage, FormerEnd { from, until, to: last, off }) in
        ends.iter().filter(|(stage, end)| !was.of(*stage).contains(end))
    {
        to.execute(
            "INSERT INTO former_end (roadmap_id, item_id, from_day, until_day, to_day, off)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![roadmap.0, stage.0, from.to_string(), until.to_string(), last.to_string(), off],
        )?;
    }
    Ok(())
}
