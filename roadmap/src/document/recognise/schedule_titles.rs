//! What the heading of a schedule says of it: its hours, its tempo, and whether it is for every day.

use super::hours::{Per, stretch_in};
use super::phrases::Terms;
use crate::item::Tempo;

/// Words of a schedule's heading that leave open which days it is for.
const PLAIN: [&str; 20] = [
    "weekly",
    "week",
    "schedule",
    "timetable",
    "routine",
    "rhythm",
    "structure",
    "split",
    "time",
    "times",
    "blocks",
    "study",
    "practice",
    "practise",
    "training",
    "my",
    "our",
    "the",
    "sample",
    "typical",
];

/// True for the heading of a day that is meant for every day.
pub(super) fn is_daily(name: &str) -> bool {
    Terms::of(name).hold_any(&["daily", "every day", "each day", "typical day", "sample day"])
}

/// True for the heading of a schedule that says nothing of what it is a schedule for, and so means the
/// days as they come: "My study schedule", not "Race day schedule".
pub(super) fn is_plain(name: &str) -> bool {
    let words = Terms::of(name);
    words.iter().next().is_some() && words.iter().all(|word| PLAIN.contains(&word))
}

/// What a template's heading says about it.
pub(super) struct Title {
    /// Its name, without the hours.
    pub(super) name: String,
    /// The minutes a week that it claims.
    pub(super) stated_minutes: Option<u32>,
    /// Full or part time.
    pub(super) tempo: Option<Tempo>,
}

/// Reads a template's heading: "Part-time (20 hours/week)".
pub(super) fn title(text: &str, every_day: bool) -> Title {
    let words = Terms::of(text);
    let tempo = if words.hold("full time") {
        Some(Tempo::FullTime)
    } else {
        words.hold("part time").then_some(Tempo::PartTime)
    };
    match stretch_in(text) {
        Some((stretch, name)) if every_day && stretch.per != Per::Week => {
            Title { name, stated_minutes: Some(stretch.most.saturating_mul(7)), tempo }
        }
        Some((stretch, name)) if stretch.per != Per::Day => {
            Title { name, stated_minutes: Some(stretch.most), tempo }
        }
        _ => Title { name: text.to_owned(), stated_minutes: None, tempo },
    }
}
