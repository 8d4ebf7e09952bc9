//! The rules of reminders: those that a person made, and those of the app's own that were changed.

use crate::StoreError;
use crate::column::{Column, from_instant};
use roadmap::reminders::{Rule, RuleId, kinds};
use rusqlite::{Connection, OptionalExtension, Transaction, params};

/// Every rule there is: the app's own as they are set or [usual](Rule::usual), in the order of their kinds, and then
/// those that a person made, in the order in which they were.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn all(from: &Connection) -> Result<Vec<Rule>, StoreError> {
    let mut query = from.prepare_cached(
        "SELECT id, kind, enabled, timing, quiet, text, since FROM reminder_rule ORDER BY id",
    )?;
    let mut rows = query.query([])?;
    let mut all: Vec<Rule> = Rule::all_usual().collect();
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        let column = |column| Column { table: "reminder_rule", id, column };
        let kind: String = row.get(1)?;
        let kind = kinds::named(&kind).ok_or_else(|| column("kind").bad(&kind))?;
        let name = if kind.usual().is_some() { kind.name().to_owned() } else { own_name(id) };
        let rule = Rule {
            id: RuleId(name),
            kind,
            on: row.get(2)?,
            timing: column("timing").json(&row.get::<_, String>(3)?)?,
            quiet: column("quiet").json(&row.get::<_, String>(4)?)?,
            text: row.get(5)?,
            since: column("since").instant(&row.get::<_, String>(6)?)?,
        };
        match all.iter_mut().find(|known| known.id == rule.id) {
            Some(usual) => *usual = rule,
            None => all.push(rule),
        }
    }
    Ok(all)
}

/// Adds a rule that a person made; its own name is given to it.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::Json`].
pub fn add(to: &Transaction<'_>, rule: &Rule) -> Result<RuleId, StoreError> {
    insert(to, rule)?;
    Ok(RuleId(own_name(to.last_insert_rowid())))
}

/// Changes a rule.
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`], [`StoreError::Json`].
pub fn set(to: &Transaction<'_>, rule: &Rule) -> Result<(), StoreError> {
    let Some(id) = row_of(to, rule)? else {
        return if rule.kind.usual().is_some() { insert(to, rule) } else { Err(gone(rule)) };
    };
    let rows = to.execute(
        "UPDATE reminder_rule SET enabled = ?2, timing = ?3, quiet = ?4, text = ?5, since = ?6 WHERE id = ?1",
        params![
            id,
            rule.on,
            serde_json::to_string(&rule.timing)?,
            serde_json::to_string(&rule.quiet)?,
            rule.text,
            from_instant(rule.since),
        ],
    )?;
    if rows == 0 { Err(gone(rule)) } else { Ok(()) }
}

/// Removes a rule that a person made; one of the app's own is as usual then.
///
/// # Errors
/// [`StoreError::Gone`], [`StoreError::Sqlite`].
pub fn remove(to: &Transaction<'_>, rule: &Rule) -> Result<(), StoreError> {
    let id = row_of(to, rule)?;
    let rows = to.execute("DELETE FROM reminder_rule WHERE id = ?1", [id])?;
    if rows == 0 { Err(gone(rule)) } else { Ok(()) }
}

fn insert(to: &Transaction<'_>, rule: &Rule) -> Result<(), StoreError> {
    to.execute(
        "INSERT INTO reminder_rule (kind, enabled, timing, quiet, text, since) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            rule.kind.name(),
            rule.on,
            serde_json::to_string(&rule.timing)?,
            serde_json::to_string(&rule.quiet)?,
            rule.text,
            from_instant(rule.since),
        ],
    )?;
    Ok(())
}

fn own_name(id: i64) -> String {
    format!("{}-{id}", kinds::OWN.name())
}

fn own_row(rule: &Rule) -> Option<i64> {
    rule.id.0.strip_prefix(kinds::OWN.name())?.strip_prefix('-')?.parse().ok()
}

/// The row of a rule; none where it is as usual.
fn row_of(from: &Connection, rule: &Rule) -> Result<Option<i64>, StoreError> {
    if rule.kind.usual().is_none() {
        return Ok(own_row(rule));
    }
    let mut query = from.prepare_cached("SELECT id FROM reminder_rule WHERE kind = ?1")?;
    Ok(query.query_row([rule.kind.name()], |row| row.get(0)).optional()?)
}

fn gone(rule: &Rule) -> StoreError {
    StoreError::Gone { what: "reminder", id: own_row(rule).unwrap_or_default() }
}
