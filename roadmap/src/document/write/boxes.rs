//! Ticks in a document: the one character between the brackets of a box, or its sign, and nothing else.

use super::WriteError;
use super::changed::Change;
use crate::document::import;
use crate::document::outline::{self, Lines};
use crate::document::recognise::ticks;
use crate::item::TaskBox;

/// The document with those boxes ticked or open. Each is told by the byte between its brackets
/// or by its sign ([`TaskBox::mark`](crate::item::TaskBox)). A box that is as wanted stays as it is written ("X"
/// too); of any other exactly that character changes: to "x" or a space, and a sign to ☑ or ☐. In a list whose other
/// signs are pictures a tick is a picture too, where all boxes are read as before then.
///
/// # Errors
/// [`WriteError::NoBox`] where a place holds no box.
pub fn set_boxes(source: &str, boxes: &[(usize, bool)]) -> Result<String, WriteError> {
    let mut wanted = Vec::with_capacity(boxes.len());
    for (mark, ticked) in boxes {
        let Some(is) = is_ticked(source, *mark) else {
            let line = Lines::of(source).number(*mark);
            return Err(WriteError::NoBox { mark: *mark, line });
        };
        if is != *ticked {
            wanted.push((*mark, *ticked));
        }
    }
    Ok(with(source, &changes(source, &wanted)))
}

/// Whether a document has the box ticked whose mark is at that byte; none where there is no box.
pub fn is_ticked(source: &str, mark: usize) -> Option<bool> {
    outline::at_mark(source, mark)
}

/// What stands in the place of marks once their boxes are ticked or open, which is as long.
pub(super) fn changes(source: &str, boxes: &[(usize, bool)]) -> Vec<Change> {
    let plain: Vec<Change> =
        boxes.iter().filter_map(|(mark, ticked)| marked(source, *mark, *ticked)).collect();
    let is_sign = |(mark, ticked): &(usize, bool)| {
        *ticked && source.get(*mark..).is_some_and(|text| !text.starts_with(|c: char| c.is_ascii()))
    };
    if !boxes.iter().any(is_sign) {
        return plain;
    }
    let ticks = ticks(source);
    let tick = |(mark, ticked): &(usize, bool)| ticks.get(mark).filter(|_| *ticked);
    if !boxes.iter().any(|one| tick(one).is_some()) {
        return plain;
    }
    let mut changes = plain.clone();
    for (change, sign) in changes.iter_mut().zip(boxes.iter().map(tick)) {
        if let Some(sign) = sign {
            change.1 = sign.to_string();
        }
    }
    // Pictures alone only decorate a list.
    let is_read = read(&with(source, &changes)) == read(&with(source, &plain));
    if is_read { changes } else { plain }
}

/// The boxes that a document is read with.
fn read(source: &str) -> Option<Vec<TaskBox>> {
    let roadmap = import(source.as_bytes(), "roadmap").ok()?.roadmap;
    Some(roadmap.walk().filter_map(|item| item.task).collect())
}

fn with(source: &str, changes: &[Change]) -> String {
    let mut text = source.to_owned();
    for (place, new) in changes {
        text.replace_range(place.clone(), new);
    }
    text
}

/// The bytes of a mark and what stands there once the box is ticked or open, which is as long.
fn marked(source: &str, mark: usize, ticked: bool) -> Option<Change> {
    let was = source.get(mark..)?.chars().next()?;
    Some((mark..mark + was.len_utf8(), outline::marked(was, ticked).to_string()))
}
