//! One word about several reminders that waited.

use super::words::{clock, counted};
use chrono::NaiveDateTime;

/// A reminder that waited to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Its title.
    pub title: String,
    /// When it was due, by the local clock.
    pub at: NaiveDateTime,
}

/// How many are named; the others are a number.
const NAMED: usize = 3;

/// The title and the body of what is said of reminders that waited: the earliest by name.
pub fn summary(waiting: &[Waiting], hours_24: bool) -> (String, String) {
    let have = if waiting.len() == 1 { "has" } else { "have" };
    let title = format!("{} {have} waited for you", counted(waiting.len(), "reminder"));
    let mut by_time: Vec<_> = waiting.iter().collect();
    by_time.sort_by_key(|one| one.at);
    let named =
        by_time.iter().take(NAMED).map(|one| format!("{} {}", clock(one.at.time(), hours_24), one.title));
    let mut lines: Vec<_> = named.collect();
    if let Some(more) = waiting.len().checked_sub(NAMED).filter(|more| *more > 0) {
        lines.push(format!("and {more} more in the inbox"));
    }
    (title, lines.join("\n"))
}
