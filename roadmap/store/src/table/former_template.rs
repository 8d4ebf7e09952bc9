//! The blocks that templates had before they were changed: the days until then keep them.

use super::template::{self, TemplateId};
use crate::column::Column;
use crate::{RoadmapId, StoreError};
use chrono::NaiveDate;
use roadmap::schedule::{TemplateBlock, TemplateBlockId};
use rusqlite::{Connection, Transaction, params};

/// The blocks that a template had until a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The template.
    pub template: TemplateId,
    /// The first day on which they no longer hold.
    pub until: NaiveDate,
    /// The blocks under the names that they had, those that are gone by now included.
    pub blocks: Vec<TemplateBlock>,
}

/// What the templates of a roadmap were before, of each the earliest first.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn all(from: &Connection, roadmap: RoadmapId) -> Result<Vec<Row>, StoreError> {
    let mut query = from.prepare_cached(
        "SELECT former_template.id, template_id, until_day, blocks
         FROM former_template JOIN template ON template.id = template_id
         WHERE roadmap_id = ?1 ORDER BY template_id, until_day",
    )?;
    let mut rows = query.query([roadmap.0])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        let at = |column| Column { table: "former_template", id, column };
        all.push(Row {
            template: TemplateId(row.get(1)?),
            until: at("until_day").day(&row.get::<_, String>(2)?)?,
            blocks: at("blocks").json(&row.get::<_, String>(3)?)?,
        });
    }
    Ok(all)
}

/// Changes a template's blocks from today on: where `change` makes them others, the days before keep what they had.
/// A second change on the same day keeps nothing more, as no day before had what the first one made.
///
/// Where the template was changed on a later day already, as the clock was ahead then, the days from today on follow it
/// as it is now all the same: they are still to come.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::BadRow`], [`StoreError::Json`]; what `change` answers.
pub fn keep_until<T>(
    to: &Transaction<'_>,
    id: TemplateId,
    today: NaiveDate,
    change: impl FnOnce() -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let before = template::blocks_of(to, id)?;
    let answer = change()?;
    if template::blocks_of(to, id)? != before {
        let today = today.to_string();
        to.execute(
            "UPDATE former_template SET until_day = ?2
             WHERE template_id = ?1 AND until_day = (
                 SELECT min(until_day) FROM former_template WHERE template_id = ?1 AND until_day >= ?2)",
            params![id.0, today],
        )?;
        to.execute(
            "DELETE FROM former_template WHERE template_id = ?1 AND until_day > ?2",
            params![id.0, today],
        )?;
        to.execute(
            "INSERT INTO former_template (template_id, until_day, blocks) VALUES (?1, ?2, ?3)
             ON CONFLICT (template_id, until_day) DO NOTHING",
            params![id.0, today, serde_json::to_string(&before)?],
        )?;
    }
    Ok(answer)
}

/// Adds what a template was before.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::Json`].
pub fn add(to: &Transaction<'_>, row: &Row) -> Result<(), StoreError> {
    to.execute(
        "INSERT INTO former_template (template_id, until_day, blocks) VALUES (?1, ?2, ?3)",
        params![row.template.0, row.until.to_string(), serde_json::to_string(&row.blocks)?],
    )?;
    Ok(())
}

/// A name for a block that only former templates have: no block gets it again.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::Json`].
pub fn name_of_gone(
    to: &Transaction<'_>,
    id: TemplateId,
    block: &TemplateBlock,
) -> Result<TemplateBlockId, StoreError> {
    let name = template::add_block(to, id, block)?;
    template::remove_block(to, name)?;
    Ok(name)
}
