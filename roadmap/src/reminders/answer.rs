//! What was done with an occurrence.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What was done with an occurrence; kept with it in the inbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "kebab-case")]
pub enum Answer {
    /// Its work was started, or was running already.
    Started,
    /// It was put off; the snooze is an occurrence of its own.
    Snoozed {
        /// Until when.
        until: DateTime<Utc>,
    },
    /// The person chose not to do it.
    Skipped,
    /// The person did it.
    Done,
    /// It came up too late to be of use.
    Missed,
}
