//! Taking changes back: the trigger-based log that sqlite.org describes in "Automatic Undo/Redo Using
//! SQLite", one mechanism for every table.
//!
//! Temporary triggers on each table a person changes write the opposite of every row change into
//! `undo_change`, while a step is being recorded. Running a step's statements in reverse takes it back;
//! as the triggers note those statements too, the same step then holds how to do it again.

use crate::column::from_instant;
use crate::{Changes, Done, Store, StoreError, Table};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Transaction, params};

/// The tables whose rows a person changes. The rest is the app's own and stays outside.
const WATCHED: [Table; 22] = [
    Table::Roadmap,
    Table::Document,
    Table::Reading,
    Table::Item,
    Table::Template,
    Table::TemplateBlock,
    Table::FormerTemplate,
    Table::Plan,
    Table::Season,
    Table::DaysOff,
    Table::Exception,
    Table::SingleBlock,
    Table::GivenBlock,
    Table::DecidedLength,
    Table::FormerEnd,
    Table::MovedWork,
    Table::AcceptedFinding,
    Table::Calendar,
    Table::LeftWeek,
    Table::ReminderRule,
    Table::Session,
    Table::Setting,
];

/// How many steps are kept.
const KEPT: i64 = 200;

/// What undo and redo would do next.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UndoState {
    /// The label of the step that undo takes back.
    pub undo: Option<String>,
    /// The label of the step that redo does again.
    pub redo: Option<String>,
}

/// Puts the triggers on this connection.
pub(crate) fn watch(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch("CREATE TEMP TABLE recording (step_id INTEGER NOT NULL)")?;
    for table in WATCHED {
        let name = table.name();
        let columns: Vec<String> = connection
            .prepare("SELECT name FROM pragma_table_info(?1)")?
            .query_map([name], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let names = columns.join(", ");
        let old = columns.iter().map(|column| format!("quote(OLD.{column})")).collect::<Vec<_>>();
        let set = columns.iter().zip(&old).map(|(column, old)| format!("{column}=' || {old} || '"));
        let set = set.collect::<Vec<_>>().join(", ");
        let differs = columns.iter().map(|column| format!("OLD.{column} IS NOT NEW.{column}"));
        let differs = differs.collect::<Vec<_>>().join(" OR ");
        let values = old.iter().map(|old| format!("' || {old} || '")).collect::<Vec<_>>().join(", ");
        for (event, happened, opposite) in [
            ("INSERT", "TRUE", format!("'DELETE FROM {name} WHERE rowid=' || NEW.rowid")),
            ("UPDATE", differs.as_str(), format!("'UPDATE {name} SET {set} WHERE rowid=' || OLD.rowid")),
            (
                "DELETE",
                "TRUE",
                format!("'INSERT INTO {name} (rowid, {names}) VALUES (' || OLD.rowid || ', {values})'"),
            ),
        ] {
            connection.execute_batch(&format!(
                "CREATE TEMP TRIGGER undo_{name}_{event} AFTER {event} ON main.{name}
                 WHEN EXISTS (SELECT 1 FROM recording) AND ({happened})
                 BEGIN
                     INSERT INTO undo_change (step_id, sql) SELECT step_id, {opposite} FROM recording;
                 END"
            ))?;
        }
    }
    Ok(())
}

/// Begins to record a step.
pub(crate) fn begin(transaction: &Transaction<'_>, label: &str, now: DateTime<Utc>) -> rusqlite::Result<i64> {
    transaction
        .execute("INSERT INTO undo_step (label, at) VALUES (?1, ?2)", params![label, from_instant(now)])?;
    let step = transaction.last_insert_rowid();
    record(transaction, step)?;
    Ok(step)
}

/// Ends the recording. A step that changed nothing is forgotten; after any other, what could be done again
/// until now no longer can, and the oldest steps are dropped.
pub(crate) fn end(transaction: &Transaction<'_>, step: i64) -> rusqlite::Result<()> {
    transaction.execute("DELETE FROM recording", [])?;
    let changes = "SELECT count(*) FROM (SELECT 1 FROM undo_change WHERE step_id = ?1 LIMIT 1)";
    if transaction.query_row(changes, [step], |row| row.get::<_, i64>(0))? == 0 {
        transaction.execute("DELETE FROM undo_step WHERE id = ?1", [step])?;
    } else {
        transaction
            .execute("DELETE FROM undo_step WHERE undone = 1 OR id <= ?1 - ?2", params![step, KEPT])?;
    }
    Ok(())
}

fn record(transaction: &Transaction<'_>, step: i64) -> rusqlite::Result<()> {
    transaction.execute("INSERT INTO recording VALUES (?1)", [step])?;
    Ok(())
}

impl Store {
    /// What undo and redo would do next.
    ///
    /// # Errors
    /// [`StoreError::Sqlite`].
    pub fn undo_state(&self) -> Result<UndoState, StoreError> {
        Ok(UndoState {
            undo: next(&self.connection, false)?.map(|(_, label)| label),
            redo: next(&self.connection, true)?.map(|(_, label)| label),
        })
    }

    /// Takes the latest step back and answers its label; none if there is nothing to take back.
    ///
    /// # Errors
    /// [`StoreError::Sqlite`]; then nothing was taken back.
    pub fn undo(&mut self) -> Result<Done<Option<String>>, StoreError> {
        self.turn(false)
    }

    /// Does the latest undone step again and answers its label; none if there is none.
    ///
    /// # Errors
    /// [`StoreError::Sqlite`]; then nothing was done again.
    pub fn redo(&mut self) -> Result<Done<Option<String>>, StoreError> {
        self.turn(true)
    }

    fn turn(&mut self, undone: bool) -> Result<Done<Option<String>>, StoreError> {
        let Some((step, label)) = next(&self.connection, undone)? else {
            return Ok(Done { value: None, changes: Changes::new() });
        };
        self.commit(|transaction| {
            transaction.pragma_update(None, "defer_foreign_keys", true)?;
            let statements: Vec<String> = transaction
                .prepare("SELECT sql FROM undo_change WHERE step_id = ?1 ORDER BY id DESC")?
                .query_map([step], |row| row.get(0))?
                .collect::<Result<_, _>>()?;
            transaction.execute("DELETE FROM undo_change WHERE step_id = ?1", [step])?;
            record(transaction, step)?;
            for statement in &statements {
                transaction.execute(statement, [])?;
            }
            transaction.execute("DELETE FROM recording", [])?;
            transaction.execute("UPDATE undo_step SET undone = ?2 WHERE id = ?1", params![step, !undone])?;
            Ok(Some(label))
        })
    }
}

/// The step that comes next in that direction: the latest done one, or the earliest undone one.
fn next(connection: &Connection, undone: bool) -> rusqlite::Result<Option<(i64, String)>> {
    let order = if undone { "ASC" } else { "DESC" };
    connection
        .query_row(
            &format!("SELECT id, label FROM undo_step WHERE undone = ?1 ORDER BY id {order} LIMIT 1"),
            [undone],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .optional()
}
