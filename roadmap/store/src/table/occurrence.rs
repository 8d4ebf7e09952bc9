//! Everything that was ever announced, and what was done about it: the inbox.

use crate::column::{Column, from_instant, to_word};
use crate::{RoadmapId, StoreError};
use chrono::{DateTime, NaiveDateTime, Utc};
use roadmap::Category;
use roadmap::reminders::{OccurrenceKey, RuleId};
use rusqlite::{Connection, Row, Transaction, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Names an entry of the inbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OccurrenceId(pub i64);

/// Something to announce. `About` is what its buttons act on, `Answer` what was done with it.
#[derive(Debug, Clone, PartialEq)]
pub struct NewEntry<About, Answer> {
    /// What makes it the same thing: announced once.
    pub key: OccurrenceKey,
    /// The roadmap it is about, with which it goes.
    pub roadmap: Option<RoadmapId>,
    /// When it was due.
    pub due: DateTime<Utc>,
    /// Its title.
    pub title: String,
    /// What it adds.
    pub body: String,
    /// The category of what it is about.
    pub category: Option<Category>,
    /// What its buttons act on.
    pub about: About,
    /// What was done with it, if that is known already.
    pub answer: Option<Answer>,
}

/// An entry of the inbox.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry<About, Answer> {
    /// Its name.
    pub id: OccurrenceId,
    /// What it says.
    pub entry: NewEntry<About, Answer>,
    /// Whether it was looked at.
    pub seen: bool,
}

const COLUMNS: &str =
    "id, rule, subject, at, snooze, due_at, title, body, category, about, answer, seen, roadmap_id";
const AT: &str = "%Y-%m-%dT%H:%M:%S%.f";

/// Adds an entry; none if the same thing is in the inbox already.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::Json`].
pub fn add<About: Serialize, Answer: Serialize>(
    to: &Transaction<'_>,
    entry: &NewEntry<About, Answer>,
) -> Result<Option<OccurrenceId>, StoreError> {
    let NewEntry { key, roadmap, due, title, body, category, about, answer } = entry;
    let OccurrenceKey { rule: RuleId(rule), subject, at, snooze } = key;
    let answer = answer.as_ref().map(serde_json::to_string).transpose()?;
    let answered_at = answer.is_some().then(|| from_instant(*due));
    let added = to.execute(
        "INSERT INTO occurrence (rule, subject, at, snooze, due_at, title, body, category, about, answer,
             answered_at, roadmap_id, seen)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 0)
         ON CONFLICT (rule, subject, at, snooze) DO NOTHING",
        params![
            rule,
            subject,
            at.format(AT).to_string(),
            snooze,
            from_instant(*due),
            title,
            body,
            category.as_ref().map(to_word).transpose()?,
            serde_json::to_string(about)?,
            answer,
            answered_at,
            roadmap.map(|roadmap| roadmap.0),
        ],
    )?;
    Ok((added == 1).then(|| OccurrenceId(to.last_insert_rowid())))
}

/// The entries due since an instant, newest first.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn since<About: DeserializeOwned, Answer: DeserializeOwned>(
    from: &Connection,
    instant: DateTime<Utc>,
    most: u32,
) -> Result<Vec<Entry<About, Answer>>, StoreError> {
    let mut query = from.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM occurrence WHERE due_at >= ?1 ORDER BY due_at DESC, id DESC LIMIT ?2"
    ))?;
    let mut rows = query.query(params![from_instant(instant), most])?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        entries.push(from_row(row)?);
    }
    Ok(entries)
}

/// One entry.
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn one<About: DeserializeOwned, Answer: DeserializeOwned>(
    from: &Connection,
    id: OccurrenceId,
) -> Result<Entry<About, Answer>, StoreError> {
    let mut query = from.prepare_cached(&format!("SELECT {COLUMNS} FROM occurrence WHERE id = ?1"))?;
    let mut rows = query.query([id.0])?;
    match rows.next()? {
        Some(row) => from_row(row),
        None => Err(StoreError::Gone { what: "inbox entry", id: id.0 }),
    }
}

/// The entries of a rule that nothing was done with yet, newest first.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn open<About: DeserializeOwned, Answer: DeserializeOwned>(
    from: &Connection,
    rule: &str,
) -> Result<Vec<Entry<About, Answer>>, StoreError> {
    let mut query = from.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM occurrence WHERE rule = ?1 AND answer IS NULL ORDER BY id DESC"
    ))?;
    let mut rows = query.query([rule])?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        entries.push(from_row(row)?);
    }
    Ok(entries)
}

/// The entries that wait to be shown, by time.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn waiting<About: DeserializeOwned, Answer: DeserializeOwned>(
    from: &Connection,
) -> Result<Vec<Entry<About, Answer>>, StoreError> {
    let mut query = from
        .prepare_cached(&format!("SELECT {COLUMNS} FROM occurrence WHERE waits = 1 ORDER BY due_at, id"))?;
    let mut rows = query.query([])?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        entries.push(from_row(row)?);
    }
    Ok(entries)
}

/// The entries that were snoozed since an instant.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn snoozed_since<About: DeserializeOwned, Answer: DeserializeOwned>(
    from: &Connection,
    instant: DateTime<Utc>,
) -> Result<Vec<Entry<About, Answer>>, StoreError> {
    let mut query = from.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM occurrence WHERE answered_at >= ?1 AND answer ->> '$.answer' = 'snoozed'"
    ))?;
    let mut rows = query.query([from_instant(instant)])?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        entries.push(from_row(row)?);
    }
    Ok(entries)
}

/// What makes the entries due since an instant the same thing: their keys.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn keys_since(from: &Connection, instant: DateTime<Utc>) -> Result<Vec<OccurrenceKey>, StoreError> {
    let mut query =
        from.prepare_cached("SELECT id, rule, subject, at, snooze FROM occurrence WHERE due_at >= ?1")?;
    let mut rows = query.query([from_instant(instant)])?;
    let mut keys = Vec::new();
    while let Some(row) = rows.next()? {
        keys.push(key_from(row)?);
    }
    Ok(keys)
}

/// The keys of all that a rule ever brought.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn keys_of(from: &Connection, rule: &RuleId) -> Result<Vec<OccurrenceKey>, StoreError> {
    let mut query =
        from.prepare_cached("SELECT id, rule, subject, at, snooze FROM occurrence WHERE rule = ?1")?;
    let mut rows = query.query([&rule.0])?;
    let mut keys = Vec::new();
    while let Some(row) = rows.next()? {
        keys.push(key_from(row)?);
    }
    Ok(keys)
}

/// Of a row that begins with its id and the columns of a key.
fn key_from(row: &Row<'_>) -> Result<OccurrenceKey, StoreError> {
    let id: i64 = row.get(0)?;
    let column = |column| Column { table: "occurrence", id, column };
    let at: String = row.get(3)?;
    Ok(OccurrenceKey {
        rule: RuleId(row.get(1)?),
        subject: row.get(2)?,
        at: NaiveDateTime::parse_from_str(&at, AT).map_err(|_| column("at").bad(&at))?,
        snooze: column("snooze").number(row.get(4)?)?,
    })
}

fn from_row<About: DeserializeOwned, Answer: DeserializeOwned>(
    row: &Row<'_>,
) -> Result<Entry<About, Answer>, StoreError> {
    let id: i64 = row.get(0)?;
    let column = |column| Column { table: "occurrence", id, column };
    let key = key_from(row)?;
    let category = match row.get::<_, Option<String>>(8)? {
        Some(word) => Some(column("category").word(&word)?),
        None => None,
    };
    let answer = match row.get::<_, Option<String>>(10)? {
        Some(json) => Some(column("answer").json(&json)?),
        None => None,
    };
    let entry = NewEntry {
        key,
        roadmap: row.get::<_, Option<i64>>(12)?.map(RoadmapId),
        due: column("due_at").instant(&row.get::<_, String>(5)?)?,
        title: row.get(6)?,
        body: row.get(7)?,
        category,
        about: column("about").json(&row.get::<_, String>(9)?)?,
        answer,
    };
    Ok(Entry { id: OccurrenceId(id), entry, seen: row.get(11)? })
}

/// Keeps what was done with an entry.
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`], [`StoreError::Json`].
pub fn answer<Answer: Serialize>(
    to: &Transaction<'_>,
    id: OccurrenceId,
    answer: &Answer,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let rows = to.execute(
        "UPDATE occurrence SET answer = ?2, answered_at = ?3, seen = 1, waits = 0 WHERE id = ?1",
        params![id.0, serde_json::to_string(answer)?, from_instant(now)],
    )?;
    if rows == 0 { Err(StoreError::Gone { what: "inbox entry", id: id.0 }) } else { Ok(()) }
}

/// Notes that an entry waits to be handed to the system as a notification: until it is, or is looked at.
///
/// # Errors
/// [`StoreError::Sqlite`].
pub fn wait(to: &Transaction<'_>, id: OccurrenceId) -> Result<(), StoreError> {
    to.execute("UPDATE occurrence SET waits = 1 WHERE id = ?1", [id.0])?;
    Ok(())
}

/// Notes that an entry was handed to the system as a notification.
///
/// # Errors
/// [`StoreError::Sqlite`].
pub fn note_notified(to: &Transaction<'_>, id: OccurrenceId, now: DateTime<Utc>) -> Result<(), StoreError> {
    to.execute(
        "UPDATE occurrence SET notified_at = ?2, waits = 0 WHERE id = ?1",
        params![id.0, from_instant(now)],
    )?;
    Ok(())
}

/// Marks everything in the inbox as looked at.
///
/// # Errors
/// [`StoreError::Sqlite`].
pub fn see_all(to: &Transaction<'_>) -> Result<(), StoreError> {
    to.execute("UPDATE occurrence SET seen = 1, waits = 0 WHERE seen = 0", [])?;
    Ok(())
}

/// How many entries were not looked at.
///
/// # Errors
/// [`StoreError::Sqlite`].
pub fn unseen(from: &Connection) -> Result<u32, StoreError> {
    Ok(from.query_row("SELECT count(*) FROM occurrence WHERE seen = 0", [], |row| row.get(0))?)
}
