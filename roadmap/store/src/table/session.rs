//! Focus and break intervals that were finished or abandoned.

use crate::column::{Column, from_instant};
use crate::{RoadmapId, StoreError};
use chrono::{DateTime, NaiveDate, Utc};
use roadmap::pomodoro::{IntervalKind, Mode, Outcome, SessionKey, SessionRecord, Work};
use roadmap::schedule::BlockKey;
use roadmap::{Category, ItemId};
use rusqlite::{Connection, OptionalExtension, Params, Row, Transaction, params};

/// A session and the local days it counts for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The session.
    pub session: SessionRecord,
    /// The local day it began on.
    pub day: NaiveDate,
    /// Where it reaches into another local day: each day that it counts for, with its seconds on the clock.
    pub days: Vec<(NaiveDate, u32)>,
    /// True for work outside the roadmap, which counts towards nothing it asks.
    pub outside: bool,
}

const COLUMNS: &str =
    "id, key, kind, activity_id, step_id, block, category, title, started_at, ended_at, day,
    planned_seconds, spent_seconds, paused_seconds, away_seconds, outcome, outside, mode, note, interruptions, reason,
    days";

/// Keeps a session. It belongs to the roadmap that its activity is of, or else to `active`; to none where
/// the activity is gone. The same key again replaces what was kept, so an interval that was extended after
/// its end, or recorded once more after a crash, still counts once.
///
/// # Errors
/// [`StoreError::Sqlite`].
pub fn keep(to: &Transaction<'_>, active: Option<RoadmapId>, entry: &Entry) -> Result<(), StoreError> {
    let Entry { session, day, days, outside } = entry;
    let SessionRecord { key, kind, work, started_at, ended_at, planned_seconds, .. } = session;
    let SessionRecord { spent_seconds, paused_seconds, away_seconds, outcome, mode, .. } = session;
    let SessionRecord { note, interruptions, reason, .. } = session;
    let Work { activity, step, block, category, title } = work;
    let mut keep = to.prepare_cached(
        "INSERT INTO session (key, roadmap_id, kind, activity_id, step_id, block, category, title, started_at,
             ended_at, day, planned_seconds, spent_seconds, paused_seconds, away_seconds, outcome, outside, mode,
             note, interruptions, reason, days)
         VALUES (?1, CASE WHEN ?4 IS NULL THEN ?2 ELSE (SELECT roadmap_id FROM item WHERE id = ?4) END, ?3,
             (SELECT id FROM item WHERE id = ?4), (SELECT id FROM item WHERE id = ?5), ?6, ?7, ?8, ?9, ?10, ?11,
             ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22)
         ON CONFLICT (key) DO UPDATE SET ended_at = excluded.ended_at, planned_seconds = excluded.planned_seconds,
             spent_seconds = excluded.spent_seconds, paused_seconds = excluded.paused_seconds,
             away_seconds = excluded.away_seconds, outcome = excluded.outcome, mode = excluded.mode,
             note = excluded.note, interruptions = excluded.interruptions, reason = excluded.reason,
             days = excluded.days",
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
        mode.name(),
        note,
        interruptions,
        reason,
        days_column(days)?,
    ])?;
    Ok(())
}

/// Changes a session as the person corrects it, whatever it was. For other work it belongs to that one's roadmap.
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`].
pub fn change(to: &Transaction<'_>, entry: &Entry) -> Result<(), StoreError> {
    let Entry { session, day, days, outside } = entry;
    let SessionRecord { key, work, started_at, ended_at, planned_seconds, spent_seconds, .. } = session;
    let SessionRecord { paused_seconds, away_seconds, outcome, note, interruptions, reason, .. } = session;
    let Work { activity, step, block, category, title } = work;
    let mut change = to.prepare_cached(
        "UPDATE session SET activity_id = (SELECT id FROM item WHERE id = ?2),
             step_id = (SELECT id FROM item WHERE id = ?3), block = ?4, category = ?5, title = ?6, started_at = ?7,
             ended_at = ?8, day = ?9, planned_seconds = ?10, spent_seconds = ?11, paused_seconds = ?12,
             away_seconds = ?13, outcome = ?14, outside = ?15, note = ?16, interruptions = ?17, reason = ?18, days = ?19,
             roadmap_id = coalesce((SELECT roadmap_id FROM item WHERE id = ?2), roadmap_id)
         WHERE key = ?1",
    )?;
    let changed = change.execute(params![
        key.0,
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
        note,
        interruptions,
        reason,
        days_column(days)?,
    ])?;
    if changed == 0 { Err(gone(*key)) } else { Ok(()) }
}

/// Removes a session.
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`].
pub fn remove(to: &Transaction<'_>, key: SessionKey) -> Result<(), StoreError> {
    match to.execute("DELETE FROM session WHERE key = ?1", [key.0])? {
        0 => Err(gone(key)),
        _ => Ok(()),
    }
}

/// Which roadmap a session belongs to, if it does.
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`].
pub fn roadmap_of(connection: &Connection, key: SessionKey) -> Result<Option<RoadmapId>, StoreError> {
    let found = connection
        .query_row("SELECT roadmap_id FROM session WHERE key = ?1", [key.0], |row| row.get(0))
        .optional()?;
    found.map(|roadmap: Option<i64>| roadmap.map(RoadmapId)).ok_or_else(|| gone(key))
}

/// Notes something of a session; none takes what was noted back.
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`].
pub fn set_note(to: &Transaction<'_>, key: SessionKey, note: Option<&str>) -> Result<(), StoreError> {
    match to.execute("UPDATE session SET note = ?2 WHERE key = ?1", params![key.0, note])? {
        0 => Err(gone(key)),
        _ => Ok(()),
    }
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
    select(connection, "WHERE roadmap_id = ?1 ORDER BY started_at, key", [roadmap.0])
}

/// The sessions that began on local days, of whatever roadmap, the latest first: at most `count` of them, after the first
/// `skipped`.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn of_days(
    connection: &Connection,
    from: NaiveDate,
    to: NaiveDate,
    skipped: u32,
    count: u32,
) -> Result<Vec<Entry>, StoreError> {
    select(
        connection,
        "WHERE day BETWEEN ?1 AND ?2 ORDER BY started_at DESC, key DESC LIMIT ?3 OFFSET ?4",
        params![from.to_string(), to.to_string(), count, skipped],
    )
}

/// One session.
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn one(connection: &Connection, key: SessionKey) -> Result<Entry, StoreError> {
    select(connection, "WHERE key = ?1", [key.0])?.pop().ok_or_else(|| gone(key))
}

/// The first session but `own` that has a part of the time between two instants.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn between(
    connection: &Connection,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
    own: Option<SessionKey>,
) -> Result<Option<Entry>, StoreError> {
    let found = select(
        connection,
        "WHERE started_at < ?2 AND ended_at > ?1 AND started_at < ended_at AND key IS NOT ?3
         ORDER BY started_at, key LIMIT 1",
        params![from_instant(from), from_instant(to), own.map(|own| own.0)],
    )?;
    Ok(found.into_iter().next())
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

fn select(connection: &Connection, rest: &str, values: impl Params) -> Result<Vec<Entry>, StoreError> {
    let mut query = connection.prepare_cached(&format!("SELECT {COLUMNS} FROM session {rest}"))?;
    let mut rows = query.query(values)?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        entries.push(from_row(row)?);
    }
    Ok(entries)
}

const fn gone(key: SessionKey) -> StoreError {
    StoreError::Gone { what: "session", id: key.0 }
}

fn days_column(days: &[(NaiveDate, u32)]) -> Result<Option<String>, StoreError> {
    if days.is_empty() { Ok(None) } else { Ok(Some(serde_json::to_string(days)?)) }
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
    let planned_seconds = seconds("planned_seconds", 11)?;
    let days: Option<String> = row.get(21)?;
    let session = SessionRecord {
        key: SessionKey(row.get(1)?),
        kind: named(at("kind"), text(2)?, IntervalKind::named)?,
        work,
        started_at: at("started_at").instant(&text(8)?)?,
        ended_at: at("ended_at").instant(&text(9)?)?,
        planned_seconds,
        spent_seconds: seconds("spent_seconds", 12)?,
        paused_seconds: seconds("paused_seconds", 13)?,
        away_seconds: seconds("away_seconds", 14)?,
        outcome: named(at("outcome"), text(15)?, Outcome::named)?,
        mode: named(at("mode"), text(17)?, |name| Mode::named(name, planned_seconds))?,
        note: row.get(18)?,
        interruptions: seconds("interruptions", 19)?,
        reason: row.get(20)?,
    };
    Ok(Entry {
        session,
        day: at("day").day(&text(10)?)?,
        days: days.map(|days| at("days").json(&days)).transpose()?.unwrap_or_default(),
        outside: row.get(16)?,
    })
}
