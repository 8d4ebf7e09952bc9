//! What the plan check found and the person leaves as it is.

use crate::{RoadmapId, StoreError};
use rusqlite::{Connection, Transaction, params};
use std::collections::HashSet;

/// The names of a roadmap's accepted findings.
///
/// # Errors
/// [`StoreError::Sqlite`].
pub fn all(from: &Connection, roadmap: RoadmapId) -> Result<HashSet<String>, StoreError> {
    let mut query = from.prepare_cached("SELECT key FROM accepted_finding WHERE roadmap_id = ?1")?;
    let keys = query.query_map([roadmap.0], |row| row.get(0))?;
    Ok(keys.collect::<Result<_, _>>()?)
}

/// Accepts a finding, or no longer.
///
/// # Errors
/// [`StoreError::Sqlite`].
pub fn set(to: &Transaction<'_>, roadmap: RoadmapId, key: &str, accepted: bool) -> Result<(), StoreError> {
    let statement = if accepted {
        "INSERT INTO accepted_finding (roadmap_id, key) VALUES (?1, ?2) ON CONFLICT DO NOTHING"
    } else {
        "DELETE FROM accepted_finding WHERE roadmap_id = ?1 AND key = ?2"
    };
    to.execute(statement, params![roadmap.0, key])?;
    Ok(())
}
