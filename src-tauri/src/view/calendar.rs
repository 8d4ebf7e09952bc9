//! Calendars: the person's other ones, and what is written into one.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

/// A calendar whose times plans keep clear of, in the list of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct CalendarLine {
    /// Its name in the store.
    pub id: i64,
    /// The name of its file or folder.
    pub name: String,
    /// Where that is.
    pub path: String,
    /// How many files it has, where it is a folder.
    pub files: Option<u32>,
    /// How many busy times it brings in the next four weeks.
    pub busy: u32,
    /// When it was last read; none before it was.
    pub read_at: Option<DateTime<Utc>>,
    /// What could not be read of it, the first few.
    pub problems: Vec<String>,
    /// How much more could not be read.
    pub more_problems: u32,
    /// Why it could not be read again, and what to do; what was last read of it holds until then.
    pub trouble: Option<String>,
}

/// A time at which the person is busy with something else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct BusyView {
    /// Minutes after midnight.
    pub start: u16,
    /// Minutes after midnight, above `start`; above 1,440 after the next midnight.
    pub end: u16,
    /// What keeps the person busy; may be empty.
    pub title: String,
    /// True for a whole day.
    pub all_day: bool,
}

/// What was written into a calendar file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct CalendarExport {
    /// How many blocks.
    pub blocks: u32,
    /// How many gates.
    pub gates: u32,
    /// The last day of them; none where there is nothing.
    pub until: Option<NaiveDate>,
}
