//! The lines of a source: where each begins, and which of them are mere structure.

use super::details;
use crate::item::Span;

/// Where each line of a source begins.
#[derive(Debug)]
pub(in crate::document) struct Lines<'a> {
    source: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// Finds the lines.
    pub(in crate::document) fn of(source: &'a str) -> Self {
        let mut starts = vec![0];
        starts.extend(source.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1));
        Self { source, starts }
    }

    /// How many lines there are.
    pub(in crate::document) fn count(&self) -> usize {
        self.starts.len()
    }

    /// The number of the line that holds the byte, counted from 1.
    pub(in crate::document) fn number(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte).max(1)
    }

    /// Where the line of that number begins and ends, without its line break.
    pub(in crate::document) fn range(&self, number: usize) -> (usize, usize) {
        let start = self.starts.get(number.saturating_sub(1)).copied().unwrap_or(self.source.len());
        let end = self.starts.get(number).copied().unwrap_or(self.source.len());
        let text = self.source.get(start..end).unwrap_or_default();
        (start, start + text.trim_end_matches(['\n', '\r']).len())
    }

    /// The words of the line of that number.
    pub(in crate::document) fn text(&self, number: usize) -> &'a str {
        let (start, end) = self.range(number);
        self.source.get(start..end).unwrap_or_default()
    }

    /// The span of those bytes.
    pub(in crate::document) fn span(&self, start: usize, end: usize) -> Span {
        Span { start, end: end.max(start), line: self.number(start) }
    }
}

/// True for a line that says nothing by itself: blank, a rule, the line under a heading or between
/// the head and the rows of a table, the edge of a code fence or of what HTML folds away, an empty line of a quote or
/// list.
pub(in crate::document) fn is_structure(line: &str) -> bool {
    let mut line = line.trim_start_matches('\u{feff}').trim();
    while let Some(rest) = after_marker(line) {
        line = rest.trim_start();
    }
    line.starts_with("```")
        || line.starts_with("~~~")
        || details::are_only_tags(line)
        || line
            .chars()
            .all(|c| matches!(c, '-' | '*' | '_' | '=' | '|' | ':' | '+' | '#') || c.is_whitespace())
}

/// True for a line that begins with the mark of a list.
pub(in crate::document) fn is_list_line(line: &str) -> bool {
    !line.starts_with('>') && after_marker(line).is_some()
}

/// What follows the mark of a quote or list line.
pub(super) fn after_marker(text: &str) -> Option<&str> {
    if let Some(rest) = text.strip_prefix('>') {
        return Some(rest);
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let marks: &[char] = if digits == 0 { &['-', '*', '+'] } else { &['.', ')'] };
    text.get(digits..)?.strip_prefix(marks).filter(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_is_found_in_its_line() {
        let lines = Lines::of("one\r\ntwo\n\nfour");
        assert_eq!(lines.number(0), 1);
        assert_eq!(lines.number(4), 1);
        assert_eq!(lines.number(5), 2);
        assert_eq!(lines.number(14), 4);
        assert_eq!(lines.text(1), "one");
        assert_eq!(lines.text(4), "four");
    }

    #[test]
    fn rules_and_fence_edges_are_structure_and_words_are_not() {
        for line in ["", "---", "* * *", "```python", "  ~~~", "|---|:--|", "> ", "====", "1.", "- ```"] {
            assert!(is_structure(line), "{line:?} says nothing");
        }
        for line in ["- a", "# T", "| a |", "> q", "1. b", "- [ ]"] {
            assert!(!is_structure(line), "{line:?} says something");
        }
    }
}
