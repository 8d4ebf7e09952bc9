//! What could not be read of a calendar.

/// The most problems that are named one by one; the last one then says how many more there are.
pub const MOST_PROBLEMS: usize = 1_000;

/// Something in a calendar that could not be read, or not as it stands. Whatever else is in the calendar was read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {trouble}")]
pub struct Problem {
    /// The line, counted from 1. Where an event was left out for the whole of it, the line on which it begins.
    pub line: usize,
    /// What is wrong.
    pub trouble: Trouble,
}

/// What is wrong in a calendar. Each message says what became of it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// BEGIN without END.
    #[error("{component} has no end: {component} was left out")]
    NotClosed {
        /// The component's name, such as `VEVENT`.
        component: &'static str,
    },
    /// The calendar itself has no end, as if the rest of the file were missing.
    #[error("the calendar has no end, so the rest of it may be missing: what was there has been read")]
    CutShort,
    /// Neither a property nor the rest of one.
    #[error("{text:?} is no property: the line was left out")]
    NoProperty {
        /// The beginning of the line.
        text: String,
    },
    /// An event without DTSTART.
    #[error("the event has no start: it was left out")]
    NoStart,
    /// A value that can't be read.
    #[error("{name} is {value:?}, which is not {wanted}: the event was left out")]
    BadValue {
        /// The property's name.
        name: &'static str,
        /// The beginning of the value.
        value: String,
        /// What was expected, with its article.
        wanted: &'static str,
    },
    /// A rule that can't be read.
    #[error("the rule says {part:?}, which is not understood: the event was left out")]
    BadRule {
        /// The part of the rule, such as `FREQ=FORTNIGHTLY`.
        part: String,
    },
    /// DTEND before DTSTART, or a negative DURATION.
    #[error("the event ends before it begins: it was left out")]
    EndsBeforeItBegins,
    /// A zone that neither the calendar nor the zone data knows.
    #[error("the time zone {zone:?} is unknown: its times were taken as local ones")]
    UnknownZone {
        /// Its name.
        zone: String,
    },
    /// A zone of the calendar's own that can't be read.
    #[error("the time zone {zone:?} can't be read: it was left out")]
    BadZone {
        /// Its name; empty where it has none.
        zone: String,
    },
    /// RANGE=THISANDFUTURE, which is not supported.
    #[error("the change to this and all later times of the event was taken as a change to this one")]
    LaterTimes,
    /// A rule that takes too long to work out.
    #[error("the event repeats too often to work out: it was left out")]
    TooOften,
    /// More busy times than [`MOST_BUSY`](super::MOST_BUSY).
    #[error("there are more than {limit} busy times: the later ones were left out")]
    TooManyBusy {
        /// The most that are kept.
        limit: usize,
    },
    /// More problems than [`MOST_PROBLEMS`].
    #[error("there are {more} more problems from here on")]
    More {
        /// How many.
        more: usize,
    },
}

/// The most letters of a document that a message repeats.
const MOST_LETTERS: usize = 60;

/// The beginning of what a document says.
pub(super) fn beginning(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).take(MOST_LETTERS).collect()
}

/// The problems found so far.
#[derive(Debug, Default)]
pub(super) struct Problems {
    named: Vec<Problem>,
    more: usize,
    /// The line of the first one that isn't named.
    from: usize,
}

impl Problems {
    pub(super) fn add(&mut self, line: usize, trouble: Trouble) {
        if self.named.len() < MOST_PROBLEMS {
            self.named.push(Problem { line, trouble });
        } else {
            self.from = if self.more == 0 { line } else { self.from.min(line) };
            self.more += 1;
        }
    }

    /// All of them, in the order of their lines.
    pub(super) fn into_list(mut self) -> Vec<Problem> {
        self.named.sort_by_key(|problem| problem.line);
        if self.more > 0 {
            self.named.push(Problem { line: self.from, trouble: Trouble::More { more: self.more } });
        }
        self.named
    }
}
