//! The documents in tests/fixtures/dialects: a field and a way of writing each.

/// A document's name and text, and the lines that it holds beside what is understood.
pub(crate) struct Fixture {
    pub(in crate::document) name: &'static str,
    pub(crate) source: &'static str,
    pub(in crate::document) notes: &'static [&'static str],
}

macro_rules! fixtures {
    ($($constant:ident = $file:literal, $notes:expr;)*) => {
        $(pub(in crate::document) const $constant: &str =
            include_str!(concat!("../../../../tests/fixtures/dialects/", $file, ".md"));)*
        pub(crate) const ALL: &[Fixture] =
            &[$(Fixture { name: $file, source: $constant, notes: &$notes }),*];
    };
}

fixtures! {
    CHOICES = "choices", [];
    CLOCK = "clock", [];
    DATED = "dated", [];
    DAY_HEADINGS = "day-headings", [];
    DAYS = "days", [];
    GATES_AND_ACCOUNTS = "gates-and-accounts", [];
    GOALS_AND_TARGETS = "goals-and-targets", [];
    HOUR_COLUMNS = "hour-columns", [];
    HOURS = "hours", [];
    LENGTHS = "lengths", [];
    MARKS = "marks", [];
    NAMED_TRACKS = "named-tracks", [];
    NO_WEEKS = "no-weeks", ["Ask the beekeepers of the valley first."];
    NUMBERED_WEEKS = "numbered-weeks", ["Then we see."];
    ONCE_FOR_ALL = "once-for-all", [];
    OPEN_ENDED = "open-ended", [];
    RESOURCES = "resources", ["Run `http://localhost:8080/player` to listen; a page of one's own (e.g., https://you.example.org) will do too."];
    STEPS = "steps", [];
    TIMETABLE = "timetable", [];
    TRACKS = "tracks", ["Two ways lead to the same licence."];
    WEEKS_IN_A_LIST = "weeks-in-a-list", [];
    WEEKS_IN_A_TABLE = "weeks-in-a-table", ["A first race for somebody who has not run since school."];
    WEEKS_IN_BOLD = "weeks-in-bold", ["Everything is cut with saw and chisel.", "Slow work; keep the chisels sharp."];
    WEEKS_IN_WORDS = "weeks-in-words", [];
}
