//! Ticks in a document: the one byte between the brackets of a box, and nothing else.

use super::WriteError;
use crate::document::outline::Lines;

/// The document with those boxes ticked or open. Each is told by the byte between its brackets
/// ([`TaskBox::mark`](crate::item::TaskBox)). A box that is as wanted stays as it is written ("X" too);
/// of any other exactly that byte changes, to "x" or a space.
///
/// # Errors
/// [`WriteError::NoBox`] where a place holds no box.
pub fn set_boxes(source: &str, boxes: &[(usize, bool)]) -> Result<String, WriteError> {
    let mut bytes = source.as_bytes().to_vec();
    for (mark, ticked) in boxes {
        if !is_box(source.as_bytes(), *mark) {
            let line = Lines::of(source).number(*mark);
            return Err(WriteError::NoBox { mark: *mark, line });
        }
        if let Some(byte) = bytes.get_mut(*mark)
            && byte.is_ascii_whitespace() == *ticked
        {
            *byte = if *ticked { b'x' } else { b' ' };
        }
    }
    // A single byte in the place of another leaves the text UTF-8.
    String::from_utf8(bytes).map_err(|_| WriteError::NoBox { mark: 0, line: 1 })
}

/// True where the byte stands between brackets that nothing but white space is next to.
fn is_box(bytes: &[u8], mark: usize) -> bool {
    let at = |place: Option<usize>| place.and_then(|place| bytes.get(place));
    let is_space = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_whitespace);
    let holds =
        |byte: &u8| matches!(byte, b' ' | b'\t') || byte.is_ascii_graphic() && !matches!(byte, b'[' | b']');
    at(Some(mark)).is_some_and(holds)
        && at(mark.checked_sub(1)) == Some(&b'[')
        && at(mark.checked_add(1)) == Some(&b']')
        && is_space(at(mark.checked_sub(2)))
        && is_space(at(mark.checked_add(2)))
}
