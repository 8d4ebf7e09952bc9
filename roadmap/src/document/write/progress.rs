//! Progress in a Markdown file: a section between two marks, written anew each time.

use super::{WriteError, escape};
use crate::document::outline::{self, Lines, Node, Shape};
use crate::document::{PROGRESS_BEGINS, PROGRESS_ENDS};
use crate::item::Span;
use chrono::NaiveDate;

/// How many marks a bar has.
const BAR: usize = 10;

/// How far a roadmap has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// The roadmap's title.
    pub title: String,
    /// The day that it is told for.
    pub as_of: NaiveDate,
    /// Its phases, in order.
    pub phases: Vec<PhaseProgress>,
    /// How much of the whole is done.
    pub done: usize,
    /// How much there is to do.
    pub total: usize,
    /// The plan's last day, where it has one.
    pub end: Option<NaiveDate>,
}

/// How far a phase has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhaseProgress {
    /// The phase.
    pub phase: PartProgress,
    /// Its stages, in order.
    pub stages: Vec<PartProgress>,
}

/// How far a phase or stage has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartProgress {
    /// Its title.
    pub title: String,
    /// Its first day, where it is dated.
    pub from: Option<NaiveDate>,
    /// Its last day; none where it goes on until something ends it.
    pub to: Option<NaiveDate>,
    /// How much of it is done.
    pub done: usize,
    /// How much there is to do.
    pub total: usize,
}

/// The text of a Markdown file with that progress between `<!-- waymark:progress -->` and
/// `<!-- /waymark:progress -->`, each on a line of its own; at its end where it has no such marks. All else
/// stays as it is to the byte, and line breaks are the file's own. Marks in a code fence are none.
///
/// A file with such a section is read as a roadmap without it: the section is comments.
///
/// # Errors
/// [`WriteError`] for marks that are no pair, and for a file that would hide the section.
pub fn progress_section(text: &str, progress: &Progress) -> Result<String, WriteError> {
    let line_break = super::line_break(text);
    let body = body(progress).replace('\n', line_break);
    match marks(text)? {
        Some((begins, ends)) => {
            let before = text.get(..begins.end).unwrap_or_default();
            let (line, _) = Lines::of(text).range(ends.line);
            let after = text.get(line..).unwrap_or_default();
            Ok(format!("{before}{line_break}{line_break}{body}{line_break}{after}"))
        }
        None => {
            let gap = match text {
                _ if text.trim_start_matches('\u{feff}').is_empty() => "",
                _ if text.ends_with("\n\n") || text.ends_with("\n\r\n") => "",
                _ if text.ends_with('\n') => line_break,
                _ => &line_break.repeat(2),
            };
            let (begins, ends) = (mark(PROGRESS_BEGINS), mark(PROGRESS_ENDS));
            let new =
                format!("{text}{gap}{begins}{line_break}{line_break}{body}{line_break}{ends}{line_break}");
            // What hides one of the marks, or both, was open before.
            marks(&new).ok().flatten().map(|_| new).ok_or(WriteError::Unfinished)
        }
    }
}

fn mark(text: &str) -> String {
    format!("<!-- {text} -->")
}

/// Where the marks stand that begin and end the section.
fn marks(text: &str) -> Result<Option<(Span, Span)>, WriteError> {
    let lines = Lines::of(text);
    let nodes = outline::read(text);
    let mut found: Vec<(bool, Span)> = Vec::new();
    let mut left: Vec<&Node> = nodes.iter().rev().collect();
    while let Some(node) = left.pop() {
        if node.shape == Shape::Comment && matches!(node.text(), PROGRESS_BEGINS | PROGRESS_ENDS) {
            let before = text.get(lines.range(node.span.line).0..node.span.start).unwrap_or_default();
            if !before.trim_start_matches('\u{feff}').trim().is_empty() {
                return Err(WriteError::Within { line: node.span.line });
            }
            found.push((node.text() == PROGRESS_BEGINS, node.span));
        }
        left.extend(node.children.iter().rev());
    }
    found.sort_by_key(|(_, span)| span.start);
    match *found.as_slice() {
        [] => Ok(None),
        [(true, begins), (false, ends)] => Ok(Some((begins, ends))),
        [(false, span), ..] => Err(WriteError::Unopened { line: span.line }),
        [(true, span)] => Err(WriteError::Unclosed { line: span.line }),
        [_, (true, second), ..] | [_, _, (true, second), ..] => Err(WriteError::Twice { line: second.line }),
        [_, _, (false, span), ..] => Err(WriteError::Unopened { line: span.line }),
    }
}

/// The section without its marks; it ends with a line break.
fn body(progress: &Progress) -> String {
    let Progress { title, as_of, phases, done, total, end } = progress;
    let mut body = format!("**{}** on {as_of}: {}", escape::words(title), counted(*done, *total));
    match end {
        Some(end) => body.push_str(&format!(", planned until {end}\n")),
        None => body.push('\n'),
    }
    if !phases.is_empty() {
        body.push('\n');
    }
    for PhaseProgress { phase, .. } in phases {
        let title = escape::words(&phase.title);
        let bar = bar(phase.done, phase.total);
        let count = counted(phase.done, phase.total);
        body.push_str(&format!("- **{title}**{}: {bar}{count}\n", dates(phase)));
    }
    let stages: Vec<&PartProgress> = phases.iter().flat_map(|phase| &phase.stages).collect();
    if !stages.is_empty() {
        body.push_str("\n| Stage | From | To | Done |\n|---|---|---|---|\n");
    }
    for stage in stages {
        let day = |day: Option<NaiveDate>| day.map_or_else(|| "–".to_owned(), |day| day.to_string());
        let (from, to) = (day(stage.from), day(stage.to));
        let title = escape::cell(&stage.title);
        let done =
            if stage.total == 0 { "–".to_owned() } else { format!("{} of {}", stage.done, stage.total) };
        body.push_str(&format!("| {title} | {from} | {to} | {done} |\n"));
    }
    body
}

/// The dates of a phase in brackets, if it has some.
fn dates(phase: &PartProgress) -> String {
    match (phase.from, phase.to) {
        (Some(from), Some(to)) => format!(" ({from} – {to})"),
        (Some(from), None) => format!(" (from {from})"),
        (None, _) => String::new(),
    }
}

/// "12 of 24 done"; nothing to do is said as such.
fn counted(done: usize, total: usize) -> String {
    if total == 0 { "nothing to tick".to_owned() } else { format!("{done} of {total} done") }
}

/// A bar with its per cent. It is full only where all is done.
fn bar(done: usize, total: usize) -> String {
    if total == 0 {
        return String::new();
    }
    let done = done.min(total);
    let full = done * BAR / total;
    format!("{}{} {} %, ", "█".repeat(full), "░".repeat(BAR - full), done * 100 / total)
}
