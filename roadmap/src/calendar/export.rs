//! Events as the text of a calendar file.

use super::text::{escaped, write_line};
use super::{ExportedEvent, When};
use chrono::{DateTime, NaiveDate, TimeZone, Utc};

/// What wrote the file, as section 3.7.3 wants it.
const WRITER: &str = "-//Waymark//Waymark//EN";

/// The text of a calendar file (RFC 5545) that holds these events, in their order. `name` is what a calendar program
/// shows it as.
///
/// Each event is concrete, in UTC or on a date, so the file needs no zones. Its UID stays, and its SEQUENCE (the seconds
/// from 2026 to its last change), LAST-MODIFIED and DTSTAMP grow with each change of it: read again, a file updates what
/// an earlier one brought and doubles nothing, and what has not changed is the same to the letter. One that is gone is in
/// it as cancelled (section 3.8.1.11). The text ends with a line end.
pub fn calendar_text(events: &[ExportedEvent], name: &str) -> String {
    let mut text = String::new();
    let mut line = |line: &str| write_line(&mut text, line);
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line(&format!("PRODID:{WRITER}"));
    line("CALSCALE:GREGORIAN");
    // RFC 7986 section 5.1, and what programs read that don't know it.
    line(&format!("NAME:{}", escaped(name)));
    line(&format!("X-WR-CALNAME:{}", escaped(name)));
    for event in events {
        write_event(&mut line, event);
    }
    line("END:VCALENDAR");
    text
}

/// A VEVENT, section 3.6.1.
fn write_event(line: &mut impl FnMut(&str), ExportedEvent { event, since }: &ExportedEvent) {
    let since = since.unwrap_or_default();
    line("BEGIN:VEVENT");
    line(&format!("UID:{}", escaped(&event.uid)));
    line(&format!("DTSTAMP:{}", instant(since)));
    line(&format!("LAST-MODIFIED:{}", instant(since)));
    line(&format!("SEQUENCE:{}", sequence(since)));
    match event.when {
        When::Span { from, to } => {
            line(&format!("DTSTART:{}", instant(from)));
            line(&format!("DTEND:{}", instant(to)));
        }
        When::Day(day) => {
            line(&format!("DTSTART;VALUE=DATE:{}", date(day)));
            line(&format!("DTEND;VALUE=DATE:{}", date(day.succ_opt().unwrap_or(day))));
        }
    }
    let takes_time = matches!(event.when, When::Span { .. }) && !event.cancelled;
    line(if takes_time { "TRANSP:OPAQUE" } else { "TRANSP:TRANSPARENT" });
    if event.cancelled {
        line("STATUS:CANCELLED");
    }
    line(&format!("SUMMARY:{}", escaped(&event.title)));
    if !event.description.is_empty() {
        line(&format!("DESCRIPTION:{}", escaped(&event.description)));
    }
    if let Some(category) = event.category {
        line(&format!("CATEGORIES:{}", escaped(category.words())));
    }
    line("END:VEVENT");
}

/// Section 3.8.7.4 wants a number that grows with each change, and fits into 31 bits.
fn sequence(since: DateTime<Utc>) -> i32 {
    let zero = Utc.with_ymd_and_hms(2026, 1, 1, 0, 0, 0).single().unwrap_or_default();
    i32::try_from(since.signed_duration_since(zero).num_seconds().max(0)).unwrap_or(i32::MAX)
}

fn instant(instant: DateTime<Utc>) -> String {
    instant.format("%Y%m%dT%H%M%SZ").to_string()
}

fn date(date: NaiveDate) -> String {
    date.format("%Y%m%d").to_string()
}
