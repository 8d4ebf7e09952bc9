//! The hours that a title, or a line of its own, states for what it stands in: "Time: 6 hours a week".

use super::is_part;
use crate::document::recognise::hours::{Per, Stretch, alone, planned, titled};
use crate::document::recognise::phrases::Terms;
use crate::document::recognise::{cells, headings};
use crate::item::{Budget, Item, Kind};

/// What a line that says how much time something takes may begin with.
const NAMES: [&str; 22] = [
    "time",
    "hours",
    "effort",
    "workload",
    "estimated time",
    "estimated hours",
    "estimated effort",
    "time needed",
    "time required",
    "time commitment",
    "commitment",
    "time budget",
    "total time",
    "total hours",
    "weekly time",
    "weekly hours",
    "hours per week",
    "hours a week",
    "study time",
    "practice time",
    "practise time",
    "est time",
];

/// What a line that says how long something lasts may begin with.
pub(super) const LENGTHS: [&str; 3] = ["duration", "length", "timeframe"];

/// What the hours of a whole document are called.
const TOTALS: [&str; 3] = ["total time", "total hours", "total effort"];

/// True for what hours of the whole are called: "Time", "Total hours", "Total".
pub(in crate::document::recognise) fn names_whole(name: &str) -> bool {
    let words = Terms::of(name);
    cells::is_sum(name) || words.are_any(&NAMES) || words.are_any(&LENGTHS)
}

/// True for a line that adds up what stands before it: "Total: 44 hours", "44 hours total", "Total hours: 44".
pub(in crate::document::recognise) fn states_total(text: &str) -> bool {
    let is_total = |name: &str| cells::is_sum(name) || Terms::of(name).are_any(&TOTALS);
    match text.split_once(':') {
        Some((name, rest)) => rest.contains(|c: char| c.is_ascii_digit()) && is_total(name),
        None => titled(text).is_some_and(|(_, name)| is_total(&name)),
    }
}

/// What a line says about the whole of what it stands in: "Time: 6 hours a week", "Hours: 12", "(6 h)".
pub(in crate::document::recognise) fn stated(line: &Item) -> Option<Stretch> {
    if !matches!(line.kind, Kind::Entry | Kind::Note | Kind::Step { .. } | Kind::Section { .. }) {
        return None;
    }
    let is_remark = matches!(line.kind, Kind::Entry | Kind::Note) && line.task.is_none();
    if let Some(stretch) = alone(&line.text).filter(|_| is_remark) {
        return Some(stretch);
    }
    let (name, rest) = line.text.split_once(':')?;
    let words = Terms::of(name);
    if !(words.are_any(&NAMES) || words.are_any(&LENGTHS)) {
        return None;
    }
    let rest = rest.trim().trim_start_matches(['~', '≈']);
    let bare = rest.starts_with(|c: char| c.is_ascii_digit()) && rest.chars().all(|c| !c.is_alphabetic());
    let written = if bare && words.hold("hours") { format!("{rest} hours") } else { rest.to_owned() };
    let (mut stretch, _) = planned(&written)?;
    if stretch.per == Per::Whole && words.hold_any(&["weekly", "week"]) {
        stretch.per = Per::Week;
    }
    Some(stretch)
}

/// What a phase says about each week or day of it.
pub(in crate::document::recognise) fn for_each(phase: &Item) -> Option<Stretch> {
    let own = titled(&phase.text).map(|(stretch, _)| stretch);
    own.or_else(|| phase.children.iter().find_map(stated)).filter(|stretch| stretch.per != Per::Whole)
}

/// The hours that a line before the stages says each week or day of all of them takes.
pub(in crate::document::recognise) fn stated_once(item: &Item) -> Option<Stretch> {
    if is_part(item) {
        return None;
    }
    let stated = stated(item).or_else(|| item.children.iter().find_map(stated));
    stated.filter(|stretch| stretch.per != Per::Whole)
}

/// True for months with hours: "Month 3: Long runs (6 h/week)".
pub(in crate::document::recognise) fn gives_months_hours(text: &str) -> bool {
    headings::months(text).is_some() && titled(text).is_some()
}

/// The time that the words of a phase or stage plan for the whole of it.
pub(crate) fn headed_time(part: &Item) -> Option<Budget> {
    titled(&part.text).map(|(stretch, _)| stretch.budget())
}
