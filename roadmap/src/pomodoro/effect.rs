//! What the app is to do after a step.

use super::{IntervalKind, SessionKey, SessionRecord, Work};
use chrono::{DateTime, Utc};

/// Something for the app to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Record a session, in place of the one with the same key if there is one. An interval that is
    /// extended after its end is recorded at each of its ends; by its key it counts once, and also when
    /// the app is killed between recording the session and saving the timer.
    Record(SessionRecord),
    /// Note something of a session that is over and no longer the timer's; none takes what was noted back.
    Note {
        /// The session.
        key: SessionKey,
        /// The words.
        note: Option<String>,
    },
    /// Tell the person that an interval has reached its deadline.
    Announce(IntervalEnded),
    /// An interval has begun: by the person's wish, or by itself at the end of another. What goes on has not:
    /// held, extended, with other work, or after an absence.
    Begun(IntervalBegun),
}

/// An interval has begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IntervalBegun {
    /// What it is.
    pub kind: IntervalKind,
    /// When it began, which may have passed where it began by itself.
    pub at: DateTime<Utc>,
}

/// An interval has reached its deadline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IntervalEnded {
    /// Its session. A button of the notification is stale once the timer has another one.
    pub key: SessionKey,
    /// What ended.
    pub kind: IntervalKind,
    /// What it was for.
    pub work: Work,
    /// When: its deadline, which may be long past after an absence.
    pub ended_at: DateTime<Utc>,
    /// What comes next: focus, or the break that was earned.
    pub next: IntervalKind,
    /// How long that will be, in seconds; 0 where it counts up.
    pub next_seconds: u32,
    /// What the timer does until the person says more.
    pub meanwhile: Meanwhile,
}

/// What the timer does after an interval has reached its deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meanwhile {
    /// It waits for what comes next.
    Waits,
    /// What comes next has begun by itself.
    Begun,
    /// It counts on, in overtime.
    Overtime,
}
