//! Focus and break intervals that were finished or abandoned.

use crate::column::{Column, from_instant};
use crate::{RoadmapId, StoreError};
use chrono::NaiveDate;
use roadmap::pomodoro::{IntervalKind, Outcome, SessionKey, SessionRecord, Work};
use roadmap::schedule::BlockKey;
use roadmap::{Category, ItemId};
use rusqlite::{Connection, Row, Transaction, params};

/// A session and the local day it counts for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The session.
    pub session: SessionRecord,
    /// The local day it counts for.
    pub day: NaiveDate,
    /// True for work outside the roadmap, which counts towards nothing it asks.
    pub outside: bool,
}

const COLUMNS: &str =
    "id, key, kind, activity_id, step_id, block, category, title, started_at, ended_at, day,
    planned_seconds, spent_seconds, paused_seconds, away_seconds, outcome, outside";

/// Keeps a session. It belongs to the roadmap that its activity is of, or else to `active`; to none where
/// the activity is gone. The same key again replaces what was kept, so an interval that was extended after
/// its end, or recorded once more after a crash, still counts once.
///
/// # Errors
/// [`StoreError::Sqlite`].
pub fn keep(to: &Transaction<'_>, active: Option<RoadmapId>, entry: &Entry) -> Result<(), StoreError> {
    let Entry { session, day, outside } = entry;
    let SessionRecord { key, kind, work, started_at, ended_at, planned_seconds, .. } = session;
    let SessionRecord { spent_seconds, paused_seconds, away_seconds, outcome, .. } = session;
    let Work { activity, step, block, category, title } = work;
    let mut keep = to.prepare_cached(
        "INSERT INTO session (key, roadmap_id, kind, activity_id, step_id, block, category, title, started_at,
             ended_at, day, planned_seconds, spent_seconds, paused_seconds, away_seconds, outcome, outside)
         VALUES (?1, CASE WHEN ?4 IS NULL THEN ?2 ELSE (SELECT roadmap_id FROM item WHERE id = ?4) END, ?3,
             (SELECT id FROM item WHERE id = ?4), (SELECT id FROM item WHERE id = ?5), ?6, ?7, ?8, ?9, ?10, ?11,
             ?12, ?13, ?14, ?15, ?16, ?17)
         ON CONFLICT (key) DO UPDATE SET ended_at = excluded.ended_at, planned_seconds = excluded.planned_seconds,
             spent_seconds = excluded.spent_seconds, paused_seconds = excluded.paused_seconds,
             away_seconds = excluded.away_seconds, outcome = excluded.outcome",
    )?;
    keep.execute(params![
        key.0,
        active.map(|roadmap| roadmap.0),
        kind.name(),
        activity.map(|item| item.0),
        step.map(|item| item.0),
        block,
        category.name(),
        title,
        from_instant(*started_at),
        from_instant(*ended_at),
        day.to_string(),
        planned_seconds,
        spent_seconds,
        paused_seconds,
        away_seconds,
        outcome.name(),
        outside,
    ])?;
    Ok(())
}

/// Says which block a session was worked in.
///
/// # Errors
/// [`StoreError::Sqlite`].
pub fn set_block(to: &Transaction<'_>, key: SessionKey, block: BlockKey) -> Result<(), StoreError> {
    to.execute("UPDATE session SET block = ?2 WHERE key = ?1", params![key.0, block.to_string()])?;
    Ok(())
}

/// All sessions of a roadmap, by time.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn all(connection: &Connection, roadmap: RoadmapId) -> Result<Vec<Entry>, StoreError> {
    let mut query = connection.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM session WHERE roadmap_id = ?1 ORDER BY started_at, key"
    ))?;
    let mut rows = query.query([roadmap.0])?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        entries.push(from_row(row)?);
    }
    Ok(entries)
}

/// A key below those of all sessions that are kept, and so below those that the timer gives.
///
/// # Errors
/// [`StoreError::Sqlite`].
pub fn key_below(connection: &Connection) -> Result<SessionKey, StoreError> {
    let least: i64 =
        connection.query_row("SELECT min(0, coalesce(min(key), 0)) FROM session", [], |row| row.get(0))?;
    Ok(SessionKey(least - 1))
}

/// What a word names. There are many sessions, so this does without a detour over JSON.
fn named<T>(at: Column, word: String, names: impl Fn(&str) -> Option<T>) -> Result<T, StoreError> {
    names(&word).ok_or_else(|| at.bad(&word))
}

fn from_row(row: &Row<'_>) -> Result<Entry, StoreError> {
    let id: i64 = row.get(0)?;
    let at = |column| Column { table: "session", id, column };
    let text = |index| row.get::<_, String>(index);
    let seconds = |column, index| at(column).number::<u32>(row.get(index)?);
    let work = Work {
        activity: row.get::<_, Option<i64>>(3)?.map(ItemId),
        step: row.get::<_, Option<i64>>(4)?.map(ItemId),
        block: row.get(5)?,
        category: named(at("category"), text(6)?, Category::named)?,
        title: row.get(7)?,
    };
    let session = SessionRecord {
        key: SessionKey(row.get(1)?),
        kind: named(at("kind"), text(2)?, IntervalKind::named)?,
        work,
        started_at: at("started_at").instant(&text(8)?)?,
        ended_at: at("ended_at").instant(&text(9)?)?,
        planned_seconds: seconds("planned_seconds", 11)?,
        spent_seconds: seconds("spent_seconds", 12)?,
        paused_seconds: seconds("paused_seconds", 13)?,
        away_seconds: seconds("away_seconds", 14)?,
        outcome: named(at("outcome"), text(15)?, Outcome::named)?,
    };
    Ok(Entry { session, day: at("day").day(&text(10)?)?, outside: row.get(16)? })
}
