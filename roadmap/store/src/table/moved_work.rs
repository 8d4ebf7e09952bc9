//! Work that other weeks took over.

use crate::column::Column;
use crate::{RoadmapId, StoreError};
use roadmap::ItemId;
use roadmap::schedule::MovedWork;
use rusqlite::{Connection, Transaction, params};

/// A roadmap's moved work, in the order in which it was decided.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn all(from: &Connection, roadmap: RoadmapId) -> Result<Vec<MovedWork>, StoreError> {
    let mut query = from.prepare_cached(
        "SELECT id, item_id, from_day, to_day, minutes, late FROM moved_work WHERE roadmap_id = ?1 ORDER BY id",
    )?;
    let mut rows = query.query([roadmap.0])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let id = row.get(0)?;
        let at = |column| Column { table: "moved_work", id, column };
        all.push(MovedWork {
            activity: ItemId(row.get(1)?),
            from: at("from_day").day(&row.get::<_, String>(2)?)?,
            to: at("to_day").day(&row.get::<_, String>(3)?)?,
            minutes: at("minutes").number(row.get(4)?)?,
            late: row.get(5)?,
        });
    }
    Ok(all)
}

/// Sets a roadmap's moved work. What it begins with already stays as it is.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn set_all(to: &Transaction<'_>, roadmap: RoadmapId, moved: &[MovedWork]) -> Result<(), StoreError> {
    let was = all(to, roadmap)?;
    let same = was.iter().zip(moved).take_while(|(was, now)| was == now).count();
    if same < was.len() {
        to.execute(
            "DELETE FROM moved_work WHERE roadmap_id = ?1
             AND id NOT IN (SELECT id FROM moved_work WHERE roadmap_id = ?1 ORDER BY id LIMIT ?2)",
            params![roadmap.0, same as i64],
        )?;
    }
    for MovedWork { activity, from, to: day, minutes, late } in &moved[same..] {
        to.execute(
            "INSERT INTO moved_work (roadmap_id, item_id, from_day, to_day, minutes, late)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![roadmap.0, activity.0, from.to_string(), day.to_string(), minutes, late],
        )?;
    }
    Ok(())
}
