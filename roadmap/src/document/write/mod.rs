//! Documents out: a roadmap's Markdown with the person's ticks and changes, the document of a new one,
//! and its progress in any Markdown file.
//!
//! Whatever a person has not touched stays as it was written, to the byte. Belongs here: how items are
//! put into words and where. Reading them back is the work of `recognise`.

mod boxes;
mod cells;
mod changed;
mod counting;
mod error;
mod escape;
mod fresh;
mod hours;
mod inline;
mod layout;
mod links;
mod new;
mod pairs;
mod pieces;
mod progress;
mod reworded;
mod rows;
mod shared;
mod slots;
#[cfg(test)]
mod tests;
mod unboxed;
mod whole;

pub use boxes::{is_ticked, set_boxes};
pub use error::WriteError;
pub use new::{MOST_WEEKS, new_document};
pub use progress::{PartProgress, PhaseProgress, Progress, progress_section};
pub use whole::markdown;

use new::label;

/// The line break of a text: that of its first line.
fn line_break(text: &str) -> &'static str {
    let first = text.find('\n').and_then(|at| text.get(..at));
    if first.is_some_and(|line| line.ends_with('\r')) { "\r\n" } else { "\n" }
}
