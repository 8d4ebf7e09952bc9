//! Why something can't be written as Markdown.

/// Why something can't be written. Nothing has been written then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    /// There is no box at that place.
    #[error("line {line} has no box at byte {mark}: the file has changed since, so read it again")]
    NoBox {
        /// The byte that should stand between the brackets.
        mark: usize,
        /// Its line, counted from 1.
        line: usize,
    },
    /// A progress section begins and never ends.
    #[error(
        "line {line} begins a progress section that nothing ends: put “<!-- /waymark:progress -->” on a line of its own behind it"
    )]
    Unclosed {
        /// The line that begins it, counted from 1.
        line: usize,
    },
    /// A progress section ends and never began.
    #[error(
        "line {line} ends a progress section that nothing begins: put “<!-- waymark:progress -->” on a line of its own before it"
    )]
    Unopened {
        /// The line that ends it, counted from 1.
        line: usize,
    },
    /// There is more than one progress section.
    #[error("line {line} begins another progress section: leave one pair of marks in the file")]
    Twice {
        /// The line that begins the second one, counted from 1.
        line: usize,
    },
    /// A mark of a progress section stands within something else.
    #[error(
        "the mark of a progress section in line {line} stands in a quote or list line: give it a line of its own"
    )]
    Within {
        /// Its line, counted from 1.
        line: usize,
    },
    /// The file ends within a code fence or comment, which would swallow what is put behind it.
    #[error(
        "the file ends within a code fence or comment, which would hide a progress section: end that first"
    )]
    Unfinished,
    /// The words would be read as something else.
    #[error(
        "“{text}” would not be read as a title: use other words (no lone number, week, month or hours, and no picture at the beginning)"
    )]
    NoTitle {
        /// The words.
        text: String,
    },
    /// A roadmap without weeks, or with more than [`MOST_WEEKS`](super::MOST_WEEKS).
    #[error("a roadmap can't have {weeks} weeks: give it 1 to {most}", most = super::MOST_WEEKS)]
    WrongLength {
        /// How many were asked for.
        weeks: u32,
    },
    /// More time than a week has, or none.
    #[error("{minutes} minutes a week is no time for “{name}”: give it more than none and at most 168 hours")]
    WrongHours {
        /// What it is for.
        name: &'static str,
        /// How much was asked for.
        minutes: u32,
    },
}
