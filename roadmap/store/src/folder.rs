//! The data folder and its lock.

use crate::OpenError;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

/// A data folder that belongs to this process until it is dropped.
#[derive(Debug)]
pub(crate) struct Folder {
    path: PathBuf,
    // Held, not read: the lock goes with the file.
    _lock: File,
}

impl Folder {
    /// Makes the folder if need be and takes its lock.
    pub(crate) fn claim(path: &Path) -> Result<Self, OpenError> {
        let failed = |source| OpenError::Folder { path: path.to_owned(), source };
        fs::create_dir_all(path.join("backups")).map_err(failed)?;
        let lock = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(path.join("waymark.lock"))
            .map_err(failed)?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { path: path.to_owned(), _lock: lock }),
            Err(TryLockError::WouldBlock) => Err(OpenError::InUse { path: path.to_owned() }),
            Err(TryLockError::Error(source)) => Err(failed(source)),
        }
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.path.join("waymark.db")
    }

    pub(crate) fn backups(&self) -> PathBuf {
        self.path.join("backups")
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}
