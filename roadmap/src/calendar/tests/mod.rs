//! Claims about calendars.

mod broken;
mod busy;
mod crowded;
mod exported;
mod hostile;
mod local;
mod repeating;
mod rules;
mod zones;

use super::*;
use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use chrono_tz::Tz;

pub(super) fn utc(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

pub(super) fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// A calendar of one event, with lines between its BEGIN and END.
pub(super) fn event(lines: &str) -> String {
    format!(
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nSUMMARY:Choir\n{lines}\nEND:VEVENT\nEND:VCALENDAR\n"
    )
}

/// What a calendar says of the days from one to the one before another.
pub(super) fn read(text: &str, from: &str, to: &str, tz: Tz) -> Overlay {
    overlay(text.as_bytes(), "choir.ics", date(from)..date(to), &tz).expect("a calendar")
}

/// The busy times as a clock in `tz` shows them, of a calendar without problems.
pub(super) fn shown(text: &str, from: &str, to: &str, tz: Tz) -> Vec<String> {
    let overlay = read(text, from, to, tz);
    assert_eq!(overlay.problems, [], "{text}");
    let at = |instant: DateTime<Utc>| tz.from_utc_datetime(&instant.naive_utc()).naive_local();
    let line = |busy: &Busy| {
        let (from, to) = (at(busy.from), at(busy.to));
        let end = if from.date() == to.date() { "%H:%M" } else { "%Y-%m-%d %H:%M" };
        format!("{} - {}", from.format("%Y-%m-%d %H:%M"), to.format(end))
    };
    overlay.busy.iter().map(line).collect()
}

/// What is said of a calendar's problems.
pub(super) fn said(overlay: &Overlay) -> Vec<String> {
    overlay.problems.iter().map(ToString::to_string).collect()
}
