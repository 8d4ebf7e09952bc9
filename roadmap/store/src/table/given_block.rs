//! What the person says that blocks are for.

use crate::column::Column;
use crate::{RoadmapId, StoreError};
use roadmap::ItemId;
use roadmap::schedule::BlockKey;
use rusqlite::{Connection, Transaction, params};
use std::collections::BTreeMap;

/// The activities that a roadmap's blocks were given to.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn all(from: &Connection, roadmap: RoadmapId) -> Result<BTreeMap<BlockKey, ItemId>, StoreError> {
    let mut query =
        from.prepare_cached("SELECT id, block, item_id FROM given_block WHERE roadmap_id = ?1")?;
    let mut rows = query.query([roadmap.0])?;
    let mut all = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let at = Column { table: "given_block", id: row.get(0)?, column: "block" };
        let block: String = row.get(1)?;
        all.insert(block.parse().map_err(|_| at.bad(&block))?, ItemId(row.get(2)?));
    }
    Ok(all)
}

/// Gives a block to an activity; none leaves it to the plan again.
///
/// # Errors
/// [`StoreError::Sqlite`].
pub fn set(
    to: &Transaction<'_>,
    roadmap: RoadmapId,
    block: BlockKey,
    activity: Option<ItemId>,
) -> Result<(), StoreError> {
    let key = block.to_string();
    match activity {
        Some(ItemId(activity)) => to.execute(
            "INSERT INTO given_block (roadmap_id, block, item_id) VALUES (?1, ?2, ?3)
             ON CONFLICT (roadmap_id, block) DO UPDATE SET item_id = excluded.item_id",
            params![roadmap.0, key, activity],
        )?,
        None => to.execute(
            "DELETE FROM given_block WHERE roadmap_id = ?1 AND block = ?2",
            params![roadmap.0, key],
        )?,
    };
    Ok(())
}
