//! Why words are no reminder.

use super::super::words::{clock, date};
use chrono::NaiveDateTime;
use thiserror::Error;

/// Words that are no reminder: what was understood of them, what was not, and how it could be said.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{unclear}{} {EXAMPLES}", understood_words(understood))]
pub struct NotUnderstood {
    /// What was not.
    #[source]
    pub unclear: Unclear,
    /// The words that were; may be empty.
    pub understood: String,
}

const EXAMPLES: &str =
    "Try “every friday 17:00”, “tomorrow 9am call Ada”, “weekdays at 8” or “in 20 minutes stretch”.";

/// What was not understood.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Unclear {
    /// Nothing says when.
    #[error("{}", no_time(phrase))]
    NoTime {
        /// The whole.
        phrase: String,
    },
    /// No clock shows it.
    #[error("“{word}” is no time of day.")]
    NoTimeOfDay {
        /// The word.
        word: String,
    },
    /// No month has it.
    #[error("No month has a day “{word}”.")]
    NoDayOfMonth {
        /// The word.
        word: String,
    },
    /// No calendar has it.
    #[error("There is no “{words}”.")]
    NoDate {
        /// The words.
        words: String,
    },
    /// It is over.
    #[error("{} at {} is over.", date(at.date()), clock(at.time(), *hours_24))]
    Over {
        /// The time.
        at: NaiveDateTime,
        /// How the person reads a clock.
        hours_24: bool,
    },
    /// Too far away.
    #[error("That is more than five years away.")]
    TooFar,
    /// In no minutes.
    #[error("In no time at all is now.")]
    Nothing,
    /// Too long.
    #[error("A reminder has at most {most} letters.")]
    TooLong {
        /// So many.
        most: usize,
    },
}

impl NotUnderstood {
    pub(super) const fn of(unclear: Unclear) -> Self {
        Self { unclear, understood: String::new() }
    }
}

fn understood_words(understood: &str) -> String {
    if understood.is_empty() { String::new() } else { format!(" Understood was “{understood}”.") }
}

fn no_time(phrase: &str) -> String {
    if phrase.is_empty() {
        "Say when, and of what.".to_owned()
    } else {
        format!("Nothing in “{phrase}” says when.")
    }
}
