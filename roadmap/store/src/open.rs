//! Opening a data folder.

use crate::folder::Folder;
use crate::{BackupProblem, OpenError, backup, migrate, undo};
use chrono::NaiveDate;
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The open data folder. One process has it, and within it one writer.
#[derive(Debug)]
pub struct Store {
    pub(crate) connection: Connection,
    folder: Folder,
}

/// A store that was just opened.
#[derive(Debug)]
pub struct Opened {
    /// The store.
    pub store: Store,
    /// The day that it was opened for.
    pub today: NaiveDate,
    /// Why today's backup was not made, if it was not. The store works all the same.
    pub backup_problem: Option<BackupProblem>,
}

impl Store {
    /// Opens the data folder at `path`, made if it is not there: takes its lock, checks the database,
    /// backs it up before a migration and once a day, and brings it to the newest format.
    ///
    /// `today` names the daily backup.
    ///
    /// # Errors
    /// [`OpenError`] says what is wrong with the folder or the database; neither was changed then.
    pub fn open(path: &Path, today: NaiveDate) -> Result<Opened, OpenError> {
        let folder = Folder::claim(path)?;
        let database = folder.database();
        let known = migrate::NEWEST;
        let found = if database.exists() { format_of(&database)? } else { 0 };
        if found > known {
            return Err(OpenError::Newer { path: database, found, known });
        }
        let failed = |source| OpenError::Sqlite { path: database.clone(), source };
        let mut connection = Connection::open(&database).map_err(failed)?;
        configure(&connection).map_err(failed)?;
        let mut backup_problem = None;
        if found < known {
            if found > 0 {
                let copy = folder.backups().join(format!("before-format-{known}-{today}.db"));
                backup::copy(&connection, &copy).map_err(|problem| OpenError::Backup {
                    path: database.clone(),
                    reason: problem.to_string(),
                })?;
            }
            migrate::run(&mut connection).map_err(|error| OpenError::Migration {
                path: database.clone(),
                reason: error.to_string(),
            })?;
        } else {
            backup_problem = backup::daily(&connection, &folder.backups(), today).err();
        }
        undo::watch(&connection).map_err(failed)?;
        Ok(Opened { store: Self { connection, folder }, today, backup_problem })
    }

    /// The data folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The database file.
    pub fn database(&self) -> PathBuf {
        self.folder.database()
    }

    /// The connection, for reading. What it is used for is written in [`crate::table`].
    pub fn read(&self) -> &Connection {
        &self.connection
    }

    /// Makes the backup of the day if there is none yet.
    ///
    /// # Errors
    /// [`BackupProblem`]; the store works all the same.
    pub fn back_up(&self, today: NaiveDate) -> Result<(), BackupProblem> {
        backup::daily(&self.connection, &self.folder.backups(), today)
    }
}

/// Reads the format without touching the file: a newer database must stay as it is, down to its log.
fn format_of(database: &Path) -> Result<usize, OpenError> {
    let damaged =
        |error: rusqlite::Error| OpenError::Damaged { path: database.to_owned(), reason: error.to_string() };
    let reader = Connection::open_with_flags(database, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(damaged)?;
    migrate::format(&reader).map_err(damaged)
}

fn configure(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "trusted_schema", false)
}
