//! Labels among the lines of a paragraph, which Markdown takes for one.

use crate::document::recognise::{begins_with_day, is_marked_option};

/// What begins a line of its own within a paragraph; it ends with its sentence.
const LABELS: [&str; 5] = ["Goal: ", "Target: ", "Focus: ", "Objective: ", "Deliverable: "];

/// True for a text that begins a line of its own.
pub(super) fn begins_line(text: &str) -> bool {
    is_marked_option(text) || LABELS.iter().any(|label| text.starts_with(label))
}

/// True for a line that is bold from end to end, or a day with a colon.
pub(super) fn is_at_margin(line: &str) -> bool {
    let bare = line.strip_suffix(':').unwrap_or(line);
    let bold = bare.strip_prefix("**").and_then(|rest| rest.strip_suffix("**"));
    match bold {
        Some(words) => !words.is_empty() && !words.contains("**"),
        None => line.ends_with(':') && begins_with_day(line),
    }
}
