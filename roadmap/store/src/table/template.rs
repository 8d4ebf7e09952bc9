//! Week templates and their blocks.

use crate::column::Column;
use crate::{RoadmapId, StoreError};
use roadmap::schedule::{Template, TemplateBlock, TemplateBlockId, weekday};
use rusqlite::{Connection, Transaction, params};

/// Names a template in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TemplateId(pub i64);

/// Adds templates to a roadmap, behind those it has.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::Json`].
pub fn add_all(
    to: &Transaction<'_>,
    roadmap: RoadmapId,
    templates: &[Template],
) -> Result<Vec<TemplateId>, StoreError> {
    let mut added = Vec::new();
    for template in templates {
        let Template { name, tempo, stated_minutes, blocks } = template;
        let tempo = tempo.as_ref().map(crate::column::to_word).transpose()?;
        to.execute(
            "INSERT INTO template (roadmap_id, position, name, tempo, stated_minutes)
             VALUES (?1, (SELECT count(*) FROM template WHERE roadmap_id = ?1), ?2, ?3, ?4)",
            params![roadmap.0, name, tempo, stated_minutes],
        )?;
        let id = TemplateId(to.last_insert_rowid());
        for block in blocks {
            add_block(to, id, block)?;
        }
        added.push(id);
    }
    Ok(added)
}

/// A roadmap's templates, in order.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn all(from: &Connection, roadmap: RoadmapId) -> Result<Vec<(TemplateId, Template)>, StoreError> {
    let mut query = from.prepare_cached(
        "SELECT id, name, tempo, stated_minutes FROM template WHERE roadmap_id = ?1 ORDER BY position",
    )?;
    let mut rows = query.query([roadmap.0])?;
    let mut templates = Vec::new();
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        let at = |column| Column { table: "template", id, column };
        let tempo = match row.get::<_, Option<String>>(2)? {
            Some(word) => Some(at("tempo").word(&word)?),
            None => None,
        };
        let stated_minutes = match row.get::<_, Option<i64>>(3)? {
            Some(minutes) => Some(at("stated_minutes").number(minutes)?),
            None => None,
        };
        let blocks = blocks_of(from, TemplateId(id))?;
        templates.push((TemplateId(id), Template { name: row.get(1)?, tempo, stated_minutes, blocks }));
    }
    Ok(templates)
}

pub(crate) fn blocks_of(from: &Connection, template: TemplateId) -> Result<Vec<TemplateBlock>, StoreError> {
    let mut query = from.prepare_cached(
        "SELECT id, weekday, start, end, category, accepts, title, standing, pinned
         FROM template_block WHERE template_id = ?1 ORDER BY id",
    )?;
    let mut rows = query.query([template.0])?;
    let mut blocks = Vec::new();
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        let at = |column| Column { table: "template_block", id, column };
        let day: String = row.get(1)?;
        blocks.push(TemplateBlock {
            id: Some(TemplateBlockId(id)),
            weekday: weekday::named(&day).ok_or_else(|| at("weekday").bad(&day))?,
            start: at("start").number(row.get(2)?)?,
            end: at("end").number(row.get(3)?)?,
            category: at("category").word(&row.get::<_, String>(4)?)?,
            accepts: at("accepts").json(&row.get::<_, String>(5)?)?,
            title: row.get(6)?,
            standing: row.get(7)?,
            pinned: row.get(8)?,
        });
    }
    blocks.sort_by_key(|block| (block.weekday.num_days_from_monday(), block.start));
    Ok(blocks)
}

/// Renames a template.
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`].
pub fn rename(to: &Transaction<'_>, id: TemplateId, name: &str) -> Result<(), StoreError> {
    match to.execute("UPDATE template SET name = ?2 WHERE id = ?1", params![id.0, name])? {
        0 => Err(StoreError::Gone { what: "template", id: id.0 }),
        _ => Ok(()),
    }
}

/// Removes a template with its blocks.
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`]; one of them where a plan follows it.
pub fn remove(to: &Transaction<'_>, id: TemplateId) -> Result<(), StoreError> {
    match to.execute("DELETE FROM template WHERE id = ?1", [id.0])? {
        0 => Err(StoreError::Gone { what: "template", id: id.0 }),
        _ => Ok(()),
    }
}

/// Sets the minutes a week that a template is said to have.
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`].
pub fn set_stated(to: &Transaction<'_>, id: TemplateId, minutes: Option<u32>) -> Result<(), StoreError> {
    match to.execute("UPDATE template SET stated_minutes = ?2 WHERE id = ?1", params![id.0, minutes])? {
        0 => Err(StoreError::Gone { what: "template", id: id.0 }),
        _ => Ok(()),
    }
}

/// Puts a template in the place of another, which keeps its name in the store. A block that begins when one of the
/// other did takes over its name, and with it what was worked in it.
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`], [`StoreError::BadRow`], [`StoreError::Json`].
pub fn replace(to: &Transaction<'_>, id: TemplateId, template: &Template) -> Result<(), StoreError> {
    let Template { name, tempo, stated_minutes, blocks } = template;
    let tempo = tempo.as_ref().map(crate::column::to_word).transpose()?;
    let set = "UPDATE template SET name = ?2, tempo = ?3, stated_minutes = ?4 WHERE id = ?1";
    if to.execute(set, params![id.0, name, tempo, stated_minutes])? == 0 {
        return Err(StoreError::Gone { what: "template", id: id.0 });
    }
    let mut gone = blocks_of(to, id)?;
    for block in blocks {
        let begins_then = |was: &TemplateBlock| (was.weekday, was.start) == (block.weekday, block.start);
        match gone.iter().position(begins_then).and_then(|at| gone.remove(at).id) {
            Some(was) => set_block(to, was, block)?,
            None => drop(add_block(to, id, block)?),
        }
    }
    gone.into_iter().filter_map(|was| was.id).try_for_each(|was| remove_block(to, was))
}

/// Adds a block to a template; the id it may carry is not used.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::Json`].
pub fn add_block(
    to: &Transaction<'_>,
    template: TemplateId,
    block: &TemplateBlock,
) -> Result<TemplateBlockId, StoreError> {
    let TemplateBlock { id: _, weekday, start, end, category, accepts, title, standing, pinned } = block;
    to.execute(
        "INSERT INTO template_block (template_id, weekday, start, end, category, accepts, title, standing, pinned)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![
            template.0,
            weekday::name(*weekday),
            start,
            end,
            category.name(),
            serde_json::to_string(accepts)?,
            title,
            standing,
            pinned
        ],
    )?;
    Ok(TemplateBlockId(to.last_insert_rowid()))
}

/// Changes a block.
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`], [`StoreError::Json`].
pub fn set_block(to: &Transaction<'_>, id: TemplateBlockId, block: &TemplateBlock) -> Result<(), StoreError> {
    let TemplateBlock { id: _, weekday, start, end, category, accepts, title, standing, pinned } = block;
    let rows = to.execute(
        "UPDATE template_block SET weekday = ?2, start = ?3, end = ?4, category = ?5, accepts = ?6,
             title = ?7, standing = ?8, pinned = ?9 WHERE id = ?1",
        params![
            id.0,
            weekday::name(*weekday),
            start,
            end,
            category.name(),
            serde_json::to_string(accepts)?,
            title,
            standing,
            pinned
        ],
    )?;
    found(id, rows)
}

/// Removes a block.
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`].
pub fn remove_block(to: &Transaction<'_>, id: TemplateBlockId) -> Result<(), StoreError> {
    found(id, to.execute("DELETE FROM template_block WHERE id = ?1", [id.0])?)
}

const fn found(id: TemplateBlockId, rows: usize) -> Result<(), StoreError> {
    if rows == 0 { Err(StoreError::Gone { what: "block", id: id.0 }) } else { Ok(()) }
}
