//! Why the timer refuses an event.

use super::BadLengths;
use thiserror::Error;

/// An event that makes no sense in the timer's state. The timer stays as it was.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refused {
    /// Start, while a focus interval is running or paused.
    #[error("a focus interval on \"{title}\" is under way: stop it before starting another")]
    FocusUnderWay {
        /// What it is for.
        title: String,
    },
    /// Pause, with nothing running.
    #[error("nothing is running that could be paused: start an interval first")]
    NothingRunning,
    /// Resume, with nothing paused.
    #[error("nothing is paused that could go on")]
    NothingPaused,
    /// Skip, finish, stop, extend, change or note, with no interval.
    #[error("there is no interval: start one first")]
    NoInterval,
    /// A break, without a focus interval that has just ended.
    #[error(
        "a break follows a focus interval that has ended; to take it earlier, skip the rest of the focus"
    )]
    NoFocusEnded,
    /// A break, after a countdown.
    #[error("a countdown earns no break: start the next focus interval")]
    NoBreakEarned,
    /// Skip, where the next focus interval is waited for.
    #[error("the interval is over, and there is nothing to skip: start the next focus interval")]
    NothingToSkip,
    /// Anything but an answer, a start or a stop, while an absence is unanswered.
    #[error("say first what the time away was: keep it, trim it, discard it or count it as a break")]
    AbsenceUnanswered,
    /// An answer, with no absence.
    #[error("there was no absence to decide about")]
    NoAbsence,
    /// An extension by nothing, or of more than a day in all.
    #[error(
        "an interval can't be extended by {seconds} seconds: it can grow by one second to 24 hours in all"
    )]
    BadExtension {
        /// The seconds asked for.
        seconds: u32,
    },
    /// An extension, where the interval counts up.
    #[error("flowtime has no end that could be put off: finish it when you are done")]
    NoEnd,
    /// A note or a reason that is too long.
    #[error("{what} can't have {letters} letters: {most} are the most")]
    TooLong {
        /// Which of them.
        what: &'static str,
        /// How many it has.
        letters: usize,
        /// How many it can have.
        most: usize,
    },
    /// Lengths that no interval can have.
    #[error(transparent)]
    Lengths(#[from] BadLengths),
}
