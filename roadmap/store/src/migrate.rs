//! The database's format: append-only migrations, all or nothing.

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

/// Every migration, oldest first. A shipped one is never edited; a change is a new one at the end.
const STEPS: &[M<'static>] = &[
    M::up(include_str!("../migrations/0001_init.sql")),
    M::up(include_str!("../migrations/0002_ended_stages.sql")),
    M::up(include_str!("../migrations/0003_inbox_of_a_roadmap.sql")),
    M::up(include_str!("../migrations/0004_plan_check.sql")),
    M::up(include_str!("../migrations/0005_archived_items.sql")),
    M::up(include_str!("../migrations/0006_outside_sessions.sql")),
    M::up(include_str!("../migrations/0007_documents.sql")),
    M::up(include_str!("../migrations/0008_schedule.sql")),
    M::up(include_str!("../migrations/0009_calendars.sql")),
    M::up(include_str!("../migrations/0010_left_weeks.sql")),
    M::up(include_str!("../migrations/0011_buffer.sql")),
    M::up(include_str!("../migrations/0012_exported_events.sql")),
    M::up(include_str!("../migrations/0013_former_templates.sql")),
    M::up(include_str!("../migrations/0014_paced_on.sql")),
    M::up(include_str!("../migrations/0015_sessions.sql")),
    M::up(include_str!("../migrations/0016_reminder_rules.sql")),
    M::up(include_str!("../migrations/0017_former_ends.sql")),
];

/// The newest format that this build knows.
pub(crate) const NEWEST: usize = STEPS.len();

/// The format of a database: how many migrations it has seen; 0 for a new one.
pub(crate) fn format(connection: &Connection) -> rusqlite::Result<usize> {
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok(usize::try_from(version).unwrap_or(usize::MAX))
}

/// Brings the database to the newest format. A fresh undo history begins, since the old one speaks of
/// columns that may be gone.
pub(crate) fn run(connection: &mut Connection) -> Result<(), rusqlite_migration::Error> {
    Migrations::from_slice(STEPS).to_latest(connection)?;
    connection.execute_batch("DELETE FROM undo_step")?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_migrations_are_sound() {
        Migrations::from_slice(STEPS).validate().unwrap();
    }
}
