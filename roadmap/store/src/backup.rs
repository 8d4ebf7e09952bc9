//! Copies of the database: one before each migration, one each day, each checked before it counts.

use chrono::NaiveDate;
use rusqlite::Connection;
use std::fs;
use std::path::{Path, PathBuf};

/// How many daily copies are kept.
const DAILY_KEPT: usize = 14;

/// Why a backup was not made. The database itself is not affected.
#[derive(Debug, thiserror::Error)]
pub enum BackupProblem {
    /// SQLite could not copy or check it.
    #[error("the backup {} failed: {source}", path.display())]
    Sqlite {
        /// The copy.
        path: PathBuf,
        /// What SQLite says.
        source: rusqlite::Error,
    },
    /// The copy is not sound.
    #[error("the backup {} is not sound: {found}", path.display())]
    Unsound {
        /// The copy.
        path: PathBuf,
        /// What the check found.
        found: String,
    },
    /// The file system failed.
    #[error("the backup {} failed: {source}", path.display())]
    File {
        /// The copy.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
}

/// Makes the copy of the day if there is none yet, and drops the oldest ones.
pub(crate) fn daily(connection: &Connection, folder: &Path, day: NaiveDate) -> Result<(), BackupProblem> {
    let path = folder.join(format!("waymark-{day}.db"));
    if path.exists() {
        return Ok(());
    }
    copy(connection, &path)?;
    let mut kept: Vec<PathBuf> = fs::read_dir(folder)
        .map_err(|source| BackupProblem::File { path: folder.to_owned(), source })?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| is_daily(path))
        .collect();
    kept.sort();
    for old in kept.iter().rev().skip(DAILY_KEPT) {
        fs::remove_file(old).map_err(|source| BackupProblem::File { path: old.clone(), source })?;
    }
    Ok(())
}

fn is_daily(path: &Path) -> bool {
    path.file_name()
        .and_then(|name| name.to_str())
        .and_then(|name| name.strip_prefix("waymark-")?.strip_suffix(".db"))
        .is_some_and(|day| day.parse::<NaiveDate>().is_ok())
}

/// Copies the database to `path`, which appears only once the copy has been checked.
pub(crate) fn copy(connection: &Connection, path: &Path) -> Result<(), BackupProblem> {
    let half = path.with_extension("half");
    let failed = |source| BackupProblem::Sqlite { path: path.to_owned(), source };
    if half.exists() {
        fs::remove_file(&half).map_err(|source| BackupProblem::File { path: half.clone(), source })?;
    }
    connection.backup(rusqlite::MAIN_DB, &half, None).map_err(failed)?;
    let copied = Connection::open(&half).map_err(failed)?;
    // One file, without the log and index that a database in use has beside it.
    copied.pragma_update(None, "journal_mode", "DELETE").map_err(failed)?;
    let found: String =
        copied.pragma_query_value(None, "integrity_check", |row| row.get(0)).map_err(failed)?;
    drop(copied);
    if found != "ok" {
        return Err(BackupProblem::Unsound { path: path.to_owned(), found });
    }
    fs::rename(&half, path).map_err(|source| BackupProblem::File { path: path.to_owned(), source })
}
