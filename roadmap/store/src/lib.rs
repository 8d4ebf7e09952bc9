//! The model kept in SQLite, in one folder that belongs to one process at a time.
//!
//! A [`Store`] opens the folder, brings the database up to date and makes its daily backup. Everything
//! that writes goes through [`Store::transact`], which commits all or nothing, records how to take it
//! back, and says what changed. What a table holds and how is in [`table`], a file a noun. Like the
//! model, the store never reads a clock: `now` is an argument, and SQL never says it.
#![forbid(unsafe_code)]

mod backup;
mod change;
mod column;
mod error;
mod folder;
mod migrate;
mod open;
pub mod table;
mod transact;
mod undo;

pub use backup::BackupProblem;
pub use change::{Changes, Table};
pub use error::{OpenError, StoreError};
pub use open::{Opened, Store};
pub use transact::{Done, Label};
pub use undo::UndoState;

/// Names a roadmap in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct RoadmapId(pub i64);
