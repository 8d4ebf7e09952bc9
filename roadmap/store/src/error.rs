//! What can go wrong with the store, in words for the person.

use std::path::PathBuf;

/// Why the data folder could not be opened. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The folder cannot be made or written.
    #[error("Waymark cannot write to its data folder {}: {source}. Give it another one with --data-dir.", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// Another process has the folder.
    #[error("Another Waymark is using {}. Close it, or give this one another folder with --data-dir.", path.display())]
    InUse {
        /// The folder.
        path: PathBuf,
    },
    /// The database was written by a newer Waymark.
    #[error(
        "{} was written by a newer Waymark (format {found}; this one knows up to {known}). Update Waymark; the file was left untouched.",
        path.display()
    )]
    Newer {
        /// The database file.
        path: PathBuf,
        /// Its format.
        found: usize,
        /// The newest format this build knows.
        known: usize,
    },
    /// The file is no sound database.
    #[error("{} is damaged ({reason}). Put the latest file of the folder `backups` beside it in its place.", path.display())]
    Damaged {
        /// The database file.
        path: PathBuf,
        /// What was found.
        reason: String,
    },
    /// The backup that must come before a migration failed.
    #[error("Waymark needs to update {} and could not back it up first: {reason}. Nothing was changed.", path.display())]
    Backup {
        /// The database file.
        path: PathBuf,
        /// What failed.
        reason: String,
    },
    /// The migration failed and was rolled back.
    #[error("Waymark could not update {}: {reason}. It was left as it was.", path.display())]
    Migration {
        /// The database file.
        path: PathBuf,
        /// What failed.
        reason: String,
    },
    /// SQLite failed.
    #[error("{} could not be opened: {source}", path.display())]
    Sqlite {
        /// The database file.
        path: PathBuf,
        /// What SQLite says.
        source: rusqlite::Error,
    },
}

/// Why a read or a write failed. A failed write changed nothing.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// SQLite failed.
    #[error("the database failed: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// A row holds what it must not hold.
    #[error(
        "{table} {id} holds {value:?} as its {column}, which is not valid; restore a backup or report it"
    )]
    BadRow {
        /// The table.
        table: &'static str,
        /// The row.
        id: i64,
        /// The column.
        column: &'static str,
        /// Its value.
        value: String,
    },
    /// Something that a write needs is gone.
    #[error("{what} {id} is not there any more")]
    Gone {
        /// What it is.
        what: &'static str,
        /// Its name.
        id: i64,
    },
    /// A value could not be written as JSON.
    #[error("a value could not be kept: {0}")]
    Json(#[from] serde_json::Error),
}
