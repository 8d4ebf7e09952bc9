//! The rules of reminders, as a screen lists and changes them.

use chrono::{DateTime, Utc};
use roadmap::reminders::{Quiet, Timing};
use serde::{Deserialize, Serialize};

/// A rule.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ReminderRule {
    /// Names it.
    pub id: String,
    /// Names its kind.
    pub kind: String,
    /// What it is called.
    pub title: String,
    /// Whether the person made it: then its text can be changed, and it can be removed.
    pub own: bool,
    /// Whether it reminds.
    pub on: bool,
    /// When. Another timing of the same sort can be set; of an own one each that has days of its own.
    pub timing: Timing,
    /// That in words, of an own one.
    pub words: Option<String>,
    /// When not.
    pub quiet: Quiet,
    /// The person's words; may be empty.
    pub text: String,
    /// When it reminds next, where that is known: what comes by the date is for five weeks, what comes with a block for two
    /// days.
    pub next: Option<DateTime<Utc>>,
}

/// A rule as the person wants it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(deny_unknown_fields)]
pub struct ReminderDraft {
    /// Names it.
    pub id: String,
    /// Whether it reminds.
    pub on: bool,
    /// When.
    pub timing: Timing,
    /// When not.
    pub quiet: Quiet,
    /// The person's words; of the app's own rules nothing.
    pub text: String,
}

/// What was read from plain words.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PhraseReading {
    /// When.
    pub timing: Timing,
    /// That in words.
    pub words: String,
    /// What it says; may be empty.
    pub text: String,
}
