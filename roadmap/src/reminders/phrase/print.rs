//! A reminder in the words that it can be read from again.

use super::Phrase;
use crate::reminders::Timing;
use crate::reminders::words::clock_of;

/// A reminder in words: "every Friday at 17:00: call Ada".
pub fn print(phrase: &Phrase, hours_24: bool) -> String {
    let when = timing(&phrase.timing, hours_24);
    if phrase.text.is_empty() { when } else { format!("{when}: {}", phrase.text) }
}

/// When it comes, in words: "every Friday at 17:00".
pub fn timing(timing: &Timing, hours_24: bool) -> String {
    let days = match *timing {
        Timing::AsItComes => return "as it comes".to_owned(),
        Timing::Before { minutes } => return format!("{minutes} min before"),
        Timing::DaysBefore { days, .. } => format!("{days} days before"),
        Timing::Once { on, .. } => on.to_string(),
        Timing::Daily { .. } => "daily".to_owned(),
        Timing::Weekdays { .. } => "weekdays".to_owned(),
        Timing::Weekly { weekday, .. } => format!("every {}", long_name(weekday)),
        Timing::Monthly { day, .. } => format!("monthly on the {day}{}", ending(day)),
    };
    format!("{days} at {}", clock_of(timing.minute().unwrap_or_default(), hours_24))
}

const fn long_name(weekday: chrono::Weekday) -> &'static str {
    use chrono::Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    match weekday {
        Mon => "Monday",
        Tue => "Tuesday",
        Wed => "Wednesday",
        Thu => "Thursday",
        Fri => "Friday",
        Sat => "Saturday",
        Sun => "Sunday",
    }
}

const fn ending(day: u8) -> &'static str {
    match day {
        1 | 21 | 31 => "st",
        2 | 22 => "nd",
        3 | 23 => "rd",
        _ => "th",
    }
}
