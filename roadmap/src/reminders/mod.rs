//! Reminders: which occurrences are due, and when the next one is.
//!
//! Pure: a [`Situation`] holds the rules, what they are about, and which occurrences are in the inbox
//! already; [`Situation::due`] says what to add to it, and [`Situation::next`] when to ask again. An
//! occurrence is known by its rule, its subject and the local time it was scheduled for, so it comes
//! exactly once, whatever the clock does.
//!
//! What belongs here: rules and what follows from them. What does not: words, notifications, and where
//! blocks come from (the caller says what is [`Upcoming`]). A new kind of rule is a file of its own, and
//! a variant of [`RuleKind`].

mod answer;
mod block_start;
mod occurrence;
mod rule;
mod situation;
mod snooze;
mod week_end;

#[cfg(test)]
mod tests;

pub use answer::Answer;
pub use occurrence::{About, EndedWeek, Occurrence, OccurrenceKey, Upcoming};
pub use rule::{Rule, RuleId, RuleKind};
pub use situation::Situation;
pub use snooze::Snooze;

use chrono::TimeDelta;

/// How late an occurrence may be and still be shown. One found later (the computer slept, the app was
/// closed) goes to the inbox as [missed](Answer::Missed), so that a late start is no flood.
pub const LATE_AFTER: TimeDelta = TimeDelta::minutes(10);

/// How long a snooze lasts where nothing else is asked for, in minutes.
pub const SNOOZE_MINUTES: u32 = 10;
