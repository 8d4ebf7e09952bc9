//! A look at how much a document says, before it is parsed: its lines and the marks in them.

/// What of a document is too much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::document) enum Crowd {
    /// So many lines that are not blank.
    Lines(usize),
    /// The line with the first mark beyond the limit, counted from 1.
    Marks(usize),
}

/// What there is too much of, if anything. Parsing and reading take memory for each line and each mark,
/// however short they are, and so more than the document's length tells.
pub(in crate::document) fn crowd(source: &str, most_lines: usize, most_marks: usize) -> Option<Crowd> {
    // A line can end with a carriage return alone.
    let ended = |byte: &u8| matches!(byte, b'\n' | b'\r');
    let (mut lines, mut marks, mut number) = (0, 0, 1);
    let mut bytes = source.as_bytes();
    while !bytes.is_empty() {
        let end = bytes.iter().position(ended).unwrap_or(bytes.len());
        let (line, rest) = bytes.split_at(end);
        lines += usize::from(!line.trim_ascii().is_empty());
        marks += line.iter().filter(|byte| is_mark(**byte)).count();
        if marks > most_marks {
            return Some(Crowd::Marks(number));
        }
        bytes = rest.strip_prefix(b"\r\n").or_else(|| rest.get(1..)).unwrap_or_default();
        number += 1;
    }
    (lines > most_lines).then_some(Crowd::Lines(lines))
}

/// True for what can begin or end something in Markdown: lists, quotes, headings, cells, links, emphasis,
/// code, HTML, escapes.
const fn is_mark(byte: u8) -> bool {
    matches!(
        byte,
        b'-' | b'+'
            | b'>'
            | b'#'
            | b'|'
            | b'*'
            | b'_'
            | b'~'
            | b'`'
            | b'['
            | b']'
            | b'!'
            | b'<'
            | b'&'
            | b'\\'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_count_for_nothing() {
        assert_eq!(crowd("a\n\n \r\n\r\rb\n", 2, 0), None);
        assert_eq!(crowd("a\rb\r\nc\n", 2, 0), Some(Crowd::Lines(3)));
    }

    #[test]
    fn the_line_of_the_mark_that_is_too_much_is_named() {
        assert_eq!(crowd("# a\n- b\n\n- [ ] c\n- d\n", 9, 4), Some(Crowd::Marks(4)));
        assert_eq!(crowd("# a\n- b\n\n- [ ] c\n- d\n", 9, 6), None);
    }
}
