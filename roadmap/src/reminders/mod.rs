//! Reminders: which occurrences are due, and when the next one is.
//!
//! Pure: a [`Situation`] holds the rules, what they are about, and which occurrences are in the inbox
//! already; [`Situation::due`] says what to add to it, and [`Situation::next`] when to ask again. An
//! occurrence is known by its rule, its subject and the local time it was scheduled for, so it comes
//! exactly once, whatever the clock does.
//!
//! What belongs here: rules, what follows from them, and the words of it. What does not: notifications, and
//! where blocks come from (the caller says what is [`Upcoming`]). A new kind of rule is a file in
//! [`kinds`] and a line of its list.

mod answer;
pub mod kinds;
mod local;
mod occurrence;
pub mod phrase;
mod quiet;
mod rule;
mod situation;
mod snooze;
mod summary;
mod timing;
mod words;

#[cfg(test)]
mod tests;

pub use answer::Answer;
pub use kinds::Kind;
pub use local::{Local, LocalTime, Remembering};
pub use occurrence::{
    About, EndedWeek, Moment, Occurrence, OccurrenceKey, Place, PlanDays, PlanEvent, Showing, Told, Upcoming,
};
pub use quiet::{BadQuietHours, HeldBy, Hold, Quiet, QuietHours, Stillness};
pub use rule::{BadRule, Rule, RuleId};
pub use situation::Situation;
pub use snooze::{Snooze, SnoozeLength};
pub use summary::{Waiting, summary};
pub use timing::Timing;

use chrono::TimeDelta;

/// How late an occurrence may be and still be shown by itself. One found later (the computer slept, the app
/// was closed) is part of a [`summary()`], so that a late start is no flood; what begins with a block is
/// [missed](Answer::Missed) then.
pub const LATE_AFTER: TimeDelta = TimeDelta::minutes(10);

/// How many that are due at once are shown each by itself; more of them are one [`summary()`].
pub const MOST_AT_ONCE: usize = 3;

/// How many days back a rule looks for what came while nobody asked.
pub const LOOK_BACK_DAYS: u64 = 7;

/// How many days ahead of today the rules look. Who asks again each day misses nothing.
const LOOK_AHEAD_DAYS: u64 = 2;
