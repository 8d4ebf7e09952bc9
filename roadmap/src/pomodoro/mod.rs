//! The timer: focus intervals and the breaks between them, each for a piece of work.
//!
//! A pure state machine. [`step()`] takes a [`Timer`], an [`Event`] and the time, and returns the next
//! timer with the [`Effect`]s that the app is to carry out: sessions to record, ends to announce. The
//! timer is a deadline and never a count of ticks, so what remains is derived from the time
//! ([`Timer::remaining`]), and a timer that slept, crashed or was asked late gives the same answers.
//!
//! What belongs here: states, events, what follows from them, and how the person corrects what was recorded. What does not: keeping the timer (it is
//! plain data, saved whole), waiting for [`Timer::next_deadline`], sounds, notifications, words.
//!
//! How to drive it: send [`Event::Seen`] at start, at [`Timer::next_deadline`] and at least every
//! [`SEEN_EVERY`] while [`Timer::is_running`], and save timer and sessions in one transaction after
//! each step.

mod effect;
mod event;
mod history;
mod interval;
mod lengths;
mod mode;
mod refused;
mod rules;
mod session;
mod state;
mod step;
mod time;
mod timer;
mod watch;
mod words;

#[cfg(test)]
mod tests;

pub use effect::{Effect, IntervalBegun, IntervalEnded, Meanwhile};
pub use event::{Absence, Event};
pub use history::{BadSession, SessionDraft};
pub use interval::{Interval, IntervalKind, Work};
pub use lengths::{BadLengths, Lengths};
pub use mode::Mode;
pub use refused::Refused;
pub use rules::Rules;
pub use session::{Outcome, SessionKey, SessionRecord};
pub use state::{Away, Because, Ended, Idle, Paused, Running, State};
pub use step::step;
pub use timer::Timer;
pub use watch::{BACK_EVERY, BadIdleMinutes, IDLE_MINUTES, Watch, check_idle_minutes};

use chrono::TimeDelta;
use words::words;

/// How old the saved last-seen instant of a running timer may get: send [`Event::Seen`] and save at
/// least this often, so that little is in doubt after a crash.
pub const SEEN_EVERY: TimeDelta = TimeDelta::seconds(30);

/// The longest absence after which a focus interval goes on unasked. Four missed heartbeats: a restart
/// or a closed lid between two rooms, but no meal.
pub const ABSENT_AFTER: TimeDelta = TimeDelta::minutes(2);

/// How long without an interval until the cycle that leads to a long break starts anew. An hour away
/// was a long break already.
pub const CYCLE_LAPSES_AFTER: TimeDelta = TimeDelta::hours(1);

/// The longest note of an interval, in letters.
pub const LONGEST_NOTE: usize = 2000;

/// The longest reason for abandoning an interval, in letters.
pub const LONGEST_REASON: usize = 500;
