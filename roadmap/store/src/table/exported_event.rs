//! What was last written into a roadmap's calendar file, each event a JSON value. It is the app's own, outside of undo.

use crate::{RoadmapId, StoreError};
use rusqlite::{Connection, Transaction, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The events of a roadmap's last file. One that makes no sense any more is left out.
///
/// # Errors
/// [`StoreError::Sqlite`].
pub fn all<T: DeserializeOwned>(from: &Connection, roadmap: RoadmapId) -> Result<Vec<T>, StoreError> {
    let mut query =
        from.prepare_cached("SELECT event FROM exported_event WHERE roadmap_id = ?1 ORDER BY id")?;
    let mut rows = query.query([roadmap.0])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.extend(row.get_ref(0)?.as_bytes().ok().and_then(|json| serde_json::from_slice(json).ok()));
    }
    Ok(all)
}

/// Keeps the events of a roadmap's file in the place of those of an earlier one.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::Json`].
pub fn set_all<T: Serialize>(
    to: &Transaction<'_>,
    roadmap: RoadmapId,
    events: impl IntoIterator<Item = T>,
) -> Result<(), StoreError> {
    to.execute("DELETE FROM exported_event WHERE roadmap_id = ?1", [roadmap.0])?;
    let mut add = to.prepare_cached("INSERT INTO exported_event (roadmap_id, event) VALUES (?1, ?2)")?;
    for event in events {
        add.execute(params![roadmap.0, serde_json::to_string(&event)?])?;
    }
    Ok(())
}
