//! Reading a Markdown document into a roadmap, and writing it back.
//!
//! Reading takes two steps: `outline` takes the Markdown apart into a plain tree of headings, lines and lists,
//! each with its place in the source, and `recognise` says what they mean. Nothing is dropped on
//! the way: what has no meaning that is known stays as a note where it stands, and
//! [`unclaimed_lines`] finds no line that belongs to no item.
//!
//! Writing is the work of `write`: what a person has not touched stays as it is, to the byte.
//!
//! Belongs here: documents in and out, and what they come to in figures. The model they fill is
//! [`crate::item`].

mod correction;
mod coverage;
mod error;
mod library;
mod merge;
mod outline;
mod reading;
mod recognise;
mod summary;
#[cfg(test)]
pub(crate) mod tests;
mod tracks;
mod why;
mod write;

pub use correction::{
    Correction, Taken, corrected_lines, correction, import_corrected, readings, takes_hours,
};
pub use coverage::{note_lines, unclaimed_lines};
pub use error::{ImportError, MOST_BYTES, MOST_LINES, MOST_MARKS, MOST_NESTED};
pub use library::{Bundled, bundled};
pub use merge::{Aspect, Difference, Differs, Merge, Ours, merge};
pub use reading::{Reading, import_as};
pub(crate) use recognise::{
    Figure, GateOf, categories_named, claim, figures, first_day_at, headed_time, measure, part_name,
    steps_time, week_numbers, with_weeks,
};
pub use summary::{Hours, Summary, summary, weeks_of};
pub(crate) use tracks::FirstTrack;
pub use tracks::{keep_track, tracks};
pub use why::{HoursFrom, Why, why};
pub use write::{
    MOST_WEEKS, PartProgress, PhaseProgress, Progress, WriteError, is_ticked, markdown, new_document,
    progress_section, set_boxes,
};

use crate::Roadmap;

/// What a comment says that begins a progress section.
const PROGRESS_BEGINS: &str = "waymark:progress";

/// What a comment says that ends one.
const PROGRESS_ENDS: &str = "/waymark:progress";

/// A document that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// What it says.
    pub roadmap: Roadmap,
    /// Its text, which the items' spans point into.
    pub source: String,
}

/// Reads a document. `name` is its file name: errors name it, and it is the title (without `.md`)
/// of a document that has no heading.
///
/// A document without weeks gets stages by its headings, and one without headings a single stage;
/// a document without any list is still read, into notes. One with alternative [tracks](tracks()) asks for a
/// choice: [`keep_track`] keeps the one that is picked.
///
/// # Errors
/// Text is refused, whole, where it can't be read as such or would take too long: see [`ImportError`].
pub fn import(source: &[u8], name: &str) -> Result<Import, ImportError> {
    import_corrected(source, name, &[])
}

fn text<'a>(source: &'a [u8], name: &str) -> Result<&'a str, ImportError> {
    let named = || name.to_owned();
    if source.len() > MOST_BYTES {
        return Err(ImportError::TooLarge { name: named(), bytes: source.len(), limit: MOST_BYTES });
    }
    if source.starts_with(b"\xff\xfe") || source.starts_with(b"\xfe\xff") {
        // UTF-16, as some editors save it: full of NUL bytes, and text all the same.
        return Err(ImportError::NotUtf8 { name: named(), line: 1, byte: 0 });
    }
    if let Some(byte) = source.iter().position(|byte| *byte == 0) {
        return Err(ImportError::Binary { name: named(), byte });
    }
    let text = std::str::from_utf8(source).map_err(|error| {
        let byte = error.valid_up_to();
        let line = source.iter().take(byte).filter(|byte| **byte == b'\n').count() + 1;
        ImportError::NotUtf8 { name: named(), line, byte }
    })?;
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        return Err(ImportError::Empty { name: named() });
    }
    if let Some(line) = outline::line_too_deep(text, MOST_NESTED) {
        return Err(ImportError::TooDeep { name: named(), line, limit: MOST_NESTED });
    }
    match outline::crowd(text, MOST_LINES, MOST_MARKS) {
        Some(outline::Crowd::Lines(lines)) => {
            Err(ImportError::TooManyLines { name: named(), lines, limit: MOST_LINES })
        }
        Some(outline::Crowd::Marks(line)) => {
            Err(ImportError::TooManyMarks { name: named(), line, limit: MOST_MARKS })
        }
        None => Ok(text),
    }
}
