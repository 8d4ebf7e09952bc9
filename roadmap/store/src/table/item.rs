//! What a roadmap says, as a tree, with what the person recorded about it.

use crate::column::{Column, from_instant};
use crate::{RoadmapId, StoreError};
use chrono::{DateTime, NaiveDate, Utc};
use roadmap::ItemId;
use roadmap::edit::Archived;
use roadmap::item::{Item, Kind, Record, Span, TaskBox};
use rusqlite::{Connection, Row, Transaction, params};
use std::collections::{HashMap, HashSet};

const COLUMNS: &str =
    "id, parent_id, kind, text, note, start, end, line, mark, ticked, done_at, chosen, evidence, reading,
     ended_on";

/// Adds items with what is recorded about them. They get names of their own, which are answered by those they had.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::Json`].
pub fn add_all(
    to: &Transaction<'_>,
    roadmap: RoadmapId,
    items: &[Item],
) -> Result<HashMap<ItemId, ItemId>, StoreError> {
    let mut insert = to.prepare(
        "INSERT INTO item (roadmap_id, parent_id, position, kind, text, note, start, end, line, mark, ticked, done_at,
             chosen, evidence, reading, ended_on)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
    )?;
    let mut names = HashMap::new();
    let mut left: Vec<(Option<i64>, usize, &Item)> =
        items.iter().enumerate().rev().map(|(position, item)| (None, position, item)).collect();
    while let Some((parent, position, item)) = left.pop() {
        let Item { id, kind, text, note, span, task, record, children } = item;
        insert.execute(params![
            roadmap.0,
            parent,
            position as i64,
            serde_json::to_string(kind)?,
            text,
            note,
            span.start as i64,
            span.end as i64,
            span.line as i64,
            task.map(|task| task.mark as i64),
            task.map(|task| task.ticked),
            record.done_at.map(from_instant),
            record.chosen,
            record.evidence,
            record.reading,
            record.ended_on.map(|day| day.to_string()),
        ])?;
        let row = to.last_insert_rowid();
        names.insert(*id, ItemId(row));
        left.extend(children.iter().enumerate().rev().map(|(position, child)| (Some(row), position, child)));
    }
    Ok(names)
}

/// The whole tree of a roadmap.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn all(from: &Connection, roadmap: RoadmapId) -> Result<Vec<Item>, StoreError> {
    let mut query = from.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM item
         WHERE roadmap_id = ?1 AND archived_at IS NULL ORDER BY parent_id, position"
    ))?;
    let mut below: HashMap<Option<i64>, Vec<Item>> = HashMap::new();
    let mut rows = query.query([roadmap.0])?;
    while let Some(row) = rows.next()? {
        let item = from_row(row)?;
        below.entry(row.get(1)?).or_default().push(item);
    }
    Ok(assemble(below))
}

/// What was taken out of a roadmap, each without its children.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn archived(from: &Connection, roadmap: RoadmapId) -> Result<Vec<Archived>, StoreError> {
    let mut query = from.prepare_cached(&format!(
        "SELECT {COLUMNS}, archived_at, position FROM item
         WHERE roadmap_id = ?1 AND archived_at IS NOT NULL ORDER BY id"
    ))?;
    let mut rows = query.query([roadmap.0])?;
    let mut archived = Vec::new();
    while let Some(row) = rows.next()? {
        let item = from_row(row)?;
        let at = |column| Column { table: "item", id: item.id.0, column };
        archived.push(Archived {
            parent: row.get::<_, Option<i64>>(1)?.map(ItemId),
            position: at("position").number(row.get(16)?)?,
            since: at("archived_at").instant(&row.get::<_, String>(15)?)?,
            item,
        });
    }
    Ok(archived)
}

/// Adds what was taken out of a roadmap, below items that `names` knows or that were added before it, and adds its
/// own name to them.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::Json`].
pub fn add_archived(
    to: &Transaction<'_>,
    roadmap: RoadmapId,
    archived: &Archived,
    names: &mut HashMap<ItemId, ItemId>,
) -> Result<(), StoreError> {
    let Archived { item, parent, position, since } = archived;
    names.extend(add_all(to, roadmap, std::slice::from_ref(item))?);
    let name = |item: &ItemId| names.get(item).map(|item| item.0);
    to.execute(
        "UPDATE item SET parent_id = ?2, position = ?3, archived_at = ?4 WHERE id = ?1",
        params![name(&item.id), parent.as_ref().and_then(name), position, from_instant(*since)],
    )?;
    Ok(())
}

/// Puts children under their parents. The way back up is kept in a list, so nothing recurses.
fn assemble(mut below: HashMap<Option<i64>, Vec<Item>>) -> Vec<Item> {
    struct Level {
        built: Vec<Item>,
        left: std::vec::IntoIter<Item>,
    }
    let level = |items: Vec<Item>| Level { built: Vec::new(), left: items.into_iter() };
    let mut above: Vec<Level> = Vec::new();
    let mut here = level(below.remove(&None).unwrap_or_default());
    loop {
        if let Some(item) = here.left.next() {
            let children = below.remove(&Some(item.id.0));
            here.built.push(item);
            if let Some(children) = children {
                above.push(std::mem::replace(&mut here, level(children)));
            }
        } else {
            let Some(parents) = above.pop() else { return here.built };
            let children = std::mem::replace(&mut here, parents).built;
            if let Some(parent) = here.built.last_mut() {
                parent.children = children;
            }
        }
    }
}

fn from_row(row: &Row<'_>) -> Result<Item, StoreError> {
    let id: i64 = row.get(0)?;
    let at = |column| Column { table: "item", id, column };
    let size = |column, index| at(column).number::<usize>(row.get(index)?);
    let kind: Kind = at("kind").json(&row.get::<_, String>(2)?)?;
    let mark: Option<i64> = row.get(8)?;
    let task = match mark {
        Some(mark) => Some(TaskBox {
            mark: at("mark").number(mark)?,
            ticked: row.get::<_, Option<bool>>(9)?.unwrap_or_default(),
        }),
        None => None,
    };
    let done_at = match row.get::<_, Option<String>>(10)? {
        Some(instant) => Some(at("done_at").instant(&instant)?),
        None => None,
    };
    let ended_on = match row.get::<_, Option<String>>(14)? {
        Some(day) => Some(at("ended_on").day(&day)?),
        None => None,
    };
    Ok(Item {
        id: ItemId(id),
        kind,
        text: row.get(3)?,
        note: row.get(4)?,
        span: Span { start: size("start", 5)?, end: size("end", 6)?, line: size("line", 7)? },
        task,
        record: Record {
            done_at,
            chosen: row.get(11)?,
            evidence: row.get(12)?,
            reading: row.get(13)?,
            ended_on,
        },
        children: Vec::new(),
    })
}

/// One item, without its children.
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn one(from: &Connection, id: ItemId) -> Result<Item, StoreError> {
    let mut query = from.prepare_cached(&format!("SELECT {COLUMNS} FROM item WHERE id = ?1"))?;
    let mut rows = query.query([id.0])?;
    match rows.next()? {
        Some(row) => from_row(row),
        None => Err(gone(id)),
    }
}

const fn gone(id: ItemId) -> StoreError {
    StoreError::Gone { what: "item", id: id.0 }
}

/// Writes what differs between a roadmap's items and the same items changed: other words, another kind or
/// place, and items that are new, which get names of their own. What is gone is archived since `now`, and keeps
/// what was worked on it. What is among `back` was archived, and is no more. Records are left alone.
///
/// Answers what the new items are called in the store.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::Json`].
pub fn rewrite(
    to: &Transaction<'_>,
    roadmap: RoadmapId,
    before: &[Item],
    after: &[Item],
    back: &[ItemId],
    now: DateTime<Utc>,
) -> Result<HashMap<ItemId, ItemId>, StoreError> {
    let now = from_instant(now);
    let back: HashSet<&ItemId> = back.iter().collect();
    let mut gone: HashMap<ItemId, Place<'_>> =
        places(before).into_iter().map(|place| (place.item.id, place)).collect();
    let mut update = to.prepare_cached(
        "UPDATE item SET roadmap_id = ?2, parent_id = ?3, position = ?4, kind = ?5, text = ?6, note = ?7, start = ?8,
             end = ?9, line = ?10, mark = ?11, ticked = ?12, archived_at = NULL WHERE id = ?1",
    )?;
    let mut insert = to.prepare_cached(
        "INSERT INTO item (id, roadmap_id, parent_id, position, kind, text, note, start, end, line, mark, ticked)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    )?;
    let mut named: HashMap<ItemId, ItemId> = HashMap::new();
    for place in places(after) {
        let Item { id, kind, text, note, span, task, .. } = place.item;
        let was = gone.remove(id);
        if was.as_ref().is_some_and(|was| was.is_like(&place)) {
            continue;
        }
        // What is new has another name by now, and may have something new below it.
        let parent = place.parent.map(|parent| named.get(&parent).copied().unwrap_or(parent).0);
        let own = (was.is_some() || back.contains(id)).then_some(id.0);
        let values = params![
            own,
            roadmap.0,
            parent,
            place.position as i64,
            serde_json::to_string(kind)?,
            text,
            note,
            span.start as i64,
            span.end as i64,
            span.line as i64,
            task.map(|task| task.mark as i64),
            task.map(|task| task.ticked),
        ];
        if own.is_some() {
            update.execute(values)?;
        } else {
            insert.execute(values)?;
            named.insert(*id, ItemId(to.last_insert_rowid()));
        }
    }
    let mut archive = to.prepare_cached("UPDATE item SET archived_at = ?2 WHERE id = ?1")?;
    for item in gone.keys() {
        archive.execute(params![item.0, now])?;
    }
    Ok(named)
}

/// An item and where it stands.
struct Place<'a> {
    item: &'a Item,
    parent: Option<ItemId>,
    position: usize,
}

impl Place<'_> {
    fn is_like(&self, other: &Self) -> bool {
        (self.parent, self.position) == (other.parent, other.position)
            && self.item.kind == other.item.kind
            && self.item.text == other.item.text
            && self.item.note == other.item.note
            && self.item.span == other.item.span
            && self.item.task == other.item.task
    }
}

/// Every item with its place, parents first.
fn places(items: &[Item]) -> Vec<Place<'_>> {
    let mut found = Vec::new();
    let mut left: Vec<(Option<ItemId>, &[Item])> = vec![(None, items)];
    while let Some((parent, items)) = left.pop() {
        for (position, item) in items.iter().enumerate() {
            found.push(Place { item, parent, position });
            left.push((Some(item.id), &item.children));
        }
    }
    found
}

/// Says where a document has an item, also one that is archived; its words stay.
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`].
pub fn set_place(to: &Transaction<'_>, item: &Item) -> Result<(), StoreError> {
    let Item { id, span, task, .. } = item;
    let mut set = to.prepare_cached(
        "UPDATE item SET start = ?2, end = ?3, line = ?4, mark = ?5, ticked = ?6 WHERE id = ?1",
    )?;
    let rows = set.execute(params![
        id.0,
        span.start as i64,
        span.end as i64,
        span.line as i64,
        task.map(|task| task.mark as i64),
        task.map(|task| task.ticked),
    ])?;
    found(*id, rows)
}

/// Ticks an item since an instant, or opens it again.
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`].
pub fn set_done(to: &Transaction<'_>, id: ItemId, done_at: Option<DateTime<Utc>>) -> Result<(), StoreError> {
    let done_at = done_at.map(from_instant);
    let mut set = to.prepare_cached("UPDATE item SET done_at = ?2 WHERE id = ?1")?;
    found(id, set.execute(params![id.0, done_at])?)
}

/// Picks one option of a choice, or none of them.
///
/// # Errors
/// [`StoreError::Sqlite`].
pub fn choose(to: &Transaction<'_>, choice: ItemId, option: Option<ItemId>) -> Result<(), StoreError> {
    to.execute(
        "UPDATE item SET chosen = 0 WHERE parent_id = ?1 AND chosen = 1 AND id IS NOT ?2",
        params![choice.0, option.map(|option| option.0)],
    )?;
    match option {
        None => Ok(()),
        Some(option) => found(
            option,
            to.execute(
                "UPDATE item SET chosen = 1 WHERE id = ?1 AND parent_id = ?2",
                params![option.0, choice.0],
            )?,
        ),
    }
}

/// Notes where a deliverable can be seen.
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`].
pub fn set_evidence(to: &Transaction<'_>, id: ItemId, evidence: Option<&str>) -> Result<(), StoreError> {
    found(id, to.execute("UPDATE item SET evidence = ?2 WHERE id = ?1", params![id.0, evidence])?)
}

/// Notes the latest reading of a target or metric.
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`].
pub fn set_reading(to: &Transaction<'_>, id: ItemId, reading: Option<f64>) -> Result<(), StoreError> {
    found(id, to.execute("UPDATE item SET reading = ?2 WHERE id = ?1", params![id.0, reading])?)
}

/// Notes the last day of an open-ended stage, or that it goes on.
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`].
pub fn set_ended(to: &Transaction<'_>, id: ItemId, ended_on: Option<NaiveDate>) -> Result<(), StoreError> {
    let ended_on = ended_on.map(|day| day.to_string());
    found(id, to.execute("UPDATE item SET ended_on = ?2 WHERE id = ?1", params![id.0, ended_on])?)
}

const fn found(id: ItemId, rows: usize) -> Result<(), StoreError> {
    if rows == 0 { Err(gone(id)) } else { Ok(()) }
}
