//! What a command answers when it cannot do what it was asked.

use serde::Serialize;

/// Why a command failed, in words for the person and in a code for the screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct Problem {
    /// What the screen does about it.
    pub code: Code,
    /// What happened, to what, and what to do.
    pub message: String,
}

/// What the screen does about a problem. A code exists only because a screen uses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// The input can be mended: shown beside the control it came from.
    Invalid,
    /// A file could not be read or written: shown with its name, the choice stays open.
    File,
    /// What was asked for is gone or not possible now: the screen reads its state again.
    Stale,
    /// The store failed: shown in a banner that stays.
    Store,
}
