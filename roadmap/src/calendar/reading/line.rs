//! Content lines, unfolded (RFC 5545 section 3.1).

use std::borrow::Cow;

/// A content line and where it begins.
pub(super) struct Line<'a> {
    /// The number of its first physical line, counted from 1.
    pub(super) number: usize,
    /// What it says, without line ends. Unfolded before it is decoded, since some programs fold inside of a character.
    bytes: Cow<'a, [u8]>,
}

impl Line<'_> {
    /// What stands before the value and the parameters; none where that can't be a property's name.
    pub(super) fn name(&self) -> Option<&str> {
        let end = self.bytes.iter().position(|byte| matches!(byte, b':' | b';'))?;
        let name = self.bytes.get(..end)?;
        let fits = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        if name.is_empty() || !name.iter().all(fits) {
            return None;
        }
        std::str::from_utf8(name).ok()
    }

    /// What it says, as UTF-8 or, where it isn't, as Latin-1.
    pub(super) fn text(&self) -> Cow<'_, str> {
        match std::str::from_utf8(&self.bytes) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => Cow::Owned(self.bytes.iter().map(|byte| char::from(*byte)).collect()),
        }
    }
}

/// The content lines of a text, whichever line ends it has. Empty lines are none.
pub(super) struct Lines<'a> {
    left: &'a [u8],
    number: usize,
}

impl<'a> Lines<'a> {
    pub(super) fn new(source: &'a [u8]) -> Self {
        Self { left: source.strip_prefix(b"\xef\xbb\xbf").unwrap_or(source), number: 0 }
    }

    /// The next line as it stands.
    fn physical(&mut self) -> Option<&'a [u8]> {
        if self.left.is_empty() {
            return None;
        }
        self.number += 1;
        let end = self.left.iter().position(|byte| matches!(byte, b'\r' | b'\n')).unwrap_or(self.left.len());
        let (line, rest) = self.left.split_at(end);
        self.left = match rest {
            [b'\r', b'\n', rest @ ..] | [b'\r' | b'\n', rest @ ..] => rest,
            rest => rest,
        };
        Some(line)
    }

    /// What the next line adds to the one before, if it goes on with it.
    fn continued(&mut self) -> Option<&'a [u8]> {
        match self.left {
            [b' ' | b'\t', ..] => self.physical().map(|line| line.get(1..).unwrap_or_default()),
            _ => None,
        }
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = Line<'a>;

    fn next(&mut self) -> Option<Line<'a>> {
        let first = loop {
            let line = self.physical()?;
            if !line.is_empty() {
                break line;
            }
        };
        let number = self.number;
        let mut bytes = Cow::Borrowed(first);
        while let Some(more) = self.continued() {
            bytes.to_mut().extend_from_slice(more);
        }
        Some(Line { number, bytes })
    }
}
