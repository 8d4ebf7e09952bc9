//! Times, dates and numbers in the words of reminders.

use chrono::{NaiveDate, NaiveTime};

/// "9:30", or "9:30 am".
pub(super) fn clock(time: NaiveTime, hours_24: bool) -> String {
    time.format(if hours_24 { "%-H:%M" } else { "%-I:%M %P" }).to_string()
}

/// The same of minutes after midnight.
pub(super) fn clock_of(minute: u16, hours_24: bool) -> String {
    let minute = u32::from(minute % 1440);
    clock(NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap_or_default(), hours_24)
}

/// "Friday, 4 December".
pub(super) fn date(date: NaiveDate) -> String {
    date.format("%A, %-d %B").to_string()
}

/// "6 h", "6 h 30 min", "45 min".
pub(super) fn hours(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

/// "1 block", "3 blocks".
pub(super) fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
