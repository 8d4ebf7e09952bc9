//! The timer's state, so that it survives the process.

use crate::StoreError;
use crate::column::Column;
use roadmap::pomodoro::Timer;
use rusqlite::{Connection, OptionalExtension, Transaction, params};

/// Keeps the timer.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::Json`].
pub fn keep(to: &Transaction<'_>, timer: &Timer) -> Result<(), StoreError> {
    to.execute(
        "INSERT INTO timer (id, state) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET state = excluded.state",
        params![serde_json::to_string(timer)?],
    )?;
    Ok(())
}

/// The timer as it was kept, if it ever was.
///
/// # Errors
/// [`StoreError::Sqlite`], [`StoreError::BadRow`].
pub fn kept(from: &Connection) -> Result<Option<Timer>, StoreError> {
    let state: Option<String> =
        from.query_row("SELECT state FROM timer WHERE id = 1", [], |row| row.get(0)).optional()?;
    state.map(|state| Column { table: "timer", id: 1, column: "state" }.json(&state)).transpose()
}
