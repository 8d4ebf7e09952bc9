//! How long stages take by the person's decision.

use crate::column::Column;
use crate::{RoadmapId, StoreError};
use roadmap::ItemId;
use roadmap::plan::{DecidedLength, Lengths};
use rusqlite::{Connection, Transaction, params};

/// A roadmap's decided lengths.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn all(from: &Connection, roadmap: RoadmapId) -> Result<Lengths, StoreError> {
    let mut query =
        from.prepare_cached("SELECT id, item_id, days, off FROM decided_length WHERE roadmap_id = ?1")?;
    let mut rows = query.query([roadmap.0])?;
    let mut all = Lengths::new();
    while let Some(row) = rows.next()? {
        let id = row.get(0)?;
        let at = |column| Column { table: "decided_length", id, column };
        let (days, off) = (at("days").number(row.get(2)?)?, at("off").number(row.get(3)?)?);
        all.insert(ItemId(row.get(1)?), DecidedLength { days, off });
    }
    Ok(all)
}

/// Sets a roadmap's decided lengths: those that are not among them are left to the plan again.
///
/// # Errors
/// [`StoreError::Sqlite`].
pub fn set_all(to: &Transaction<'_>, roadmap: RoadmapId, lengths: &Lengths) -> Result<(), StoreError> {
    for stage in all(to, roadmap)?.keys().filter(|stage| !lengths.contains_key(stage)) {
        to.execute("DELETE FROM decided_length WHERE item_id = ?1", [stage.0])?;
    }
    for (ItemId(stage), DecidedLength { days, off }) in lengths {
        to.execute(
            "INSERT INTO decided_length (roadmap_id, item_id, days, off) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (item_id) DO UPDATE SET days = excluded.days, off = excluded.off",
            params![roadmap.0, stage, days, off],
        )?;
    }
    Ok(())
}
