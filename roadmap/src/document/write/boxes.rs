//! Ticks in a document: the one character between the brackets of a box, or its sign, and nothing else.

use super::WriteError;
use crate::document::outline::{self, Lines};
use std::ops::Range;

/// The document with those boxes ticked or open. Each is told by the byte between its brackets
/// or by its sign ([`TaskBox::mark`](crate::item::TaskBox)). A box that is as wanted stays as it is written ("X"
/// too); of any other exactly that character changes: to "x" or a space, and a sign to ☑ or ☐.
///
/// # Errors
/// [`WriteError::NoBox`] where a place holds no box.
pub fn set_boxes(source: &str, boxes: &[(usize, bool)]) -> Result<String, WriteError> {
    let mut text = source.to_owned();
    for (mark, ticked) in boxes {
        let Some(is) = is_ticked(source, *mark) else {
            let line = Lines::of(source).number(*mark);
            return Err(WriteError::NoBox { mark: *mark, line });
        };
        if is != *ticked
            && let Some((place, new)) = marked(source, *mark, *ticked)
        {
            text.replace_range(place, &new);
        }
    }
    Ok(text)
}

/// Whether a document has the box ticked whose mark is at that byte; none where there is no box.
pub fn is_ticked(source: &str, mark: usize) -> Option<bool> {
    outline::at_mark(source, mark)
}

/// The bytes of a mark and what stands there once the box is ticked or open, which is as long.
pub(super) fn marked(source: &str, mark: usize, ticked: bool) -> Option<(Range<usize>, String)> {
    let was = source.get(mark..)?.chars().next()?;
    Some((mark..mark + was.len_utf8(), outline::marked(was, ticked).to_string()))
}
