//! Which template takes over from which day on.

use crate::column::Column;
use crate::table::template::TemplateId;
use crate::{RoadmapId, StoreError};
use chrono::NaiveDate;
use rusqlite::{Connection, Transaction, params};

/// A roadmap's changes of template, the earliest first.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn all(from: &Connection, roadmap: RoadmapId) -> Result<Vec<(NaiveDate, TemplateId)>, StoreError> {
    let mut query = from.prepare_cached(
        "SELECT id, from_day, template_id FROM season WHERE roadmap_id = ?1 ORDER BY from_day",
    )?;
    let mut rows = query.query([roadmap.0])?;
    let mut seasons = Vec::new();
    while let Some(row) = rows.next()? {
        let at = Column { table: "season", id: row.get(0)?, column: "from_day" };
        seasons.push((at.day(&row.get::<_, String>(1)?)?, TemplateId(row.get(2)?)));
    }
    Ok(seasons)
}

/// Lets a template take over from a day on; with none, the one before goes on.
///
/// # Errors
/// [`StoreError::Sqlite`].
pub fn set(
    to: &Transaction<'_>,
    roadmap: RoadmapId,
    day: NaiveDate,
    template: Option<TemplateId>,
) -> Result<(), StoreError> {
    match template {
        Some(template) => to.execute(
            "INSERT INTO season (roadmap_id, from_day, template_id) VALUES (?1, ?2, ?3)
             ON CONFLICT (roadmap_id, from_day) DO UPDATE SET template_id = excluded.template_id",
            params![roadmap.0, day.to_string(), template.0],
        )?,
        None => to.execute(
            "DELETE FROM season WHERE roadmap_id = ?1 AND from_day = ?2",
            params![roadmap.0, day.to_string()],
        )?,
    };
    Ok(())
}
