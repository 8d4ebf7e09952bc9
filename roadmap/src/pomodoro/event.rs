//! What can happen to the timer.

use super::{Mode, SessionKey, Work};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Something that happens to the timer: what the person asks for, or what the app notices.
///
/// [`step`](super::step()) first lets the timer notice the time, then the event: an interval whose
/// deadline has passed is over before a late [`Pause`](Self::Pause) reaches it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Begin a focus interval. What is left of a break is let go; an unanswered absence is
    /// [trimmed](Absence::TrimToLastSeen), an overtime finished. Refused while another focus interval is
    /// under way.
    Start {
        /// What it is for.
        work: Work,
        /// How it is measured.
        mode: Mode,
    },
    /// Hold the interval, focus or break.
    Pause,
    /// Let a held interval run on.
    Resume,
    /// Begin at once what comes next: from focus its break; from a break, or where one is offered, the
    /// next focus interval on the same work. After a countdown comes nothing.
    Skip,
    /// End the interval now, as finished: early, in overtime, or where it counts up. Nothing is announced.
    Finish,
    /// Stop and be idle. An interval that was under way is recorded as it stands; an unanswered absence
    /// is [trimmed](Absence::TrimToLastSeen).
    Stop {
        /// Why, where the person says so: at most [`LONGEST_REASON`](super::LONGEST_REASON) letters.
        reason: Option<String>,
    },
    /// Let the interval last longer; one that has ended ("5 more minutes") runs on as the same session.
    Extend {
        /// By how many seconds; at least 1, and no interval grows by more than a day.
        seconds: u32,
    },
    /// Begin the break that a finished focus interval has earned: short, or long at a cycle's end.
    StartBreak,
    /// Let the cycle that leads to a long break start anew.
    ResetRound,
    /// Go on with other work. A focus that is under way is parted to the millisecond: what went before is a
    /// session of its own, the deadline stays, and the pomodoro counts once, for the last work. Of a focus
    /// younger than a second only the work is changed. In a break, or once an interval has ended, it is what
    /// the next focus is for, as the time until then belongs to the focus before.
    ChangeWork {
        /// What it is for now.
        work: Work,
    },
    /// Choose how the next focus is measured. One that is under way goes on as it is.
    ChooseMode {
        /// How.
        mode: Mode,
    },
    /// Note something of the interval, also of one that has just ended; without words, what was noted goes.
    Note {
        /// The session that the person sees it of, which may be over by now; none for the interval.
        of: Option<SessionKey>,
        /// The words: at most [`LONGEST_NOTE`](super::LONGEST_NOTE) letters.
        text: String,
    },
    /// Count an interruption of the interval, also of one that has just ended.
    Interrupted,
    /// The app is there. Ends what has reached its deadline, and notices an absence.
    Seen,
    /// The system's clock was set: everything under way moves with it, and no time has passed by that.
    /// To be sent by an app that sees wall time and awake time part; `now` is by the new clock. A clock
    /// set back is noticed without it.
    ClockSet {
        /// By how many milliseconds, forward above zero.
        by_millis: i64,
    },
    /// Nobody has touched the machine for some time. In a focus that is an absence, as sleep is. To be sent
    /// again once somebody is back, as it lasts until then: [`Timer::watch`](super::Timer::watch) says when.
    Idle {
        /// When somebody last did.
        since: DateTime<Utc>,
    },
    /// Say what an absence was.
    ResolveAbsence(Absence),
}

impl Event {
    /// True of what a person asks for, and so a sign that somebody is there.
    pub const fn is_of_person(&self) -> bool {
        !matches!(self, Self::Seen | Self::ClockSet { .. } | Self::Idle { .. })
    }
}

/// What the time of an absence was.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum Absence {
    /// Focus all the same: the interval goes on to its deadline, or has ended there; where it counts up, it
    /// goes on.
    Keep,
    /// Nothing: the interval ended when the app was last there.
    #[default]
    TrimToLastSeen,
    /// Nothing, and what went before it in this interval neither. An extended interval keeps what it
    /// had when it first ended.
    Discard,
    /// A break: the interval ended when the app was last there, and the break lasted until it was there
    /// again.
    CountAsBreak,
}
