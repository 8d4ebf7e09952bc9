//! Weeks that ended behind or ahead and that the person leaves as they are.

use crate::column::Column;
use crate::{RoadmapId, StoreError};
use chrono::NaiveDate;
use rusqlite::{Connection, Transaction, params};
use std::collections::BTreeSet;

/// The first days of a roadmap's weeks that are left as they are.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn all(from: &Connection, roadmap: RoadmapId) -> Result<BTreeSet<NaiveDate>, StoreError> {
    let mut query = from.prepare_cached("SELECT id, week FROM left_week WHERE roadmap_id = ?1")?;
    let mut rows = query.query([roadmap.0])?;
    let mut weeks = BTreeSet::new();
    while let Some(row) = rows.next()? {
        let at = Column { table: "left_week", id: row.get(0)?, column: "week" };
        weeks.insert(at.day(&row.get::<_, String>(1)?)?);
    }
    Ok(weeks)
}

/// Leaves a week as it is.
///
/// # Errors
/// [`StoreError::Sqlite`].
pub fn add(to: &Transaction<'_>, roadmap: RoadmapId, week: NaiveDate) -> Result<(), StoreError> {
    to.execute(
        "INSERT INTO left_week (roadmap_id, week) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
        params![roadmap.0, week.to_string()],
    )?;
    Ok(())
}
