//! A look at how deep a document nests, before it is parsed.

use super::lines::after_marker;

/// The number of the first line that opens lists or quotes more than `limit` deep, counted from 1.
///
/// A list line is at most as deep as half its indentation, and each marker before its words opens
/// one level more. The parser takes time with the square of the depth, so this comes first.
pub(in crate::document) fn line_too_deep(source: &str, limit: usize) -> Option<usize> {
    source.lines().position(|line| depth(line) > limit).map(|index| index + 1)
}

fn depth(line: &str) -> usize {
    if is_rule(line) {
        return 0;
    }
    let mut columns = 0_usize;
    let mut markers = 0_usize;
    let mut rest = line;
    loop {
        let words = rest.trim_start_matches([' ', '\t']);
        let blank = rest.get(..rest.len() - words.len()).unwrap_or_default();
        columns += blank.chars().map(|c| if c == '\t' { 4 } else { 1 }).sum::<usize>();
        match after_marker(words) {
            Some(after) => rest = after,
            None => break,
        }
        markers += 1;
    }
    // Columns between markers on one line count for little: each marker has already been counted.
    if markers == 0 { 0 } else { markers + columns.saturating_sub(markers) / 2 }
}

/// True for a rule made of spaced marks, which looks like lists in lists.
fn is_rule(line: &str) -> bool {
    let mut marks = line.bytes().filter(|byte| !byte.is_ascii_whitespace());
    matches!(marks.next(), Some(first @ (b'-' | b'*')) if marks.all(|mark| mark == first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depth_is_counted_from_markers_and_indentation() {
        assert_eq!(line_too_deep(&"> ".repeat(65), 64), Some(1));
        assert_eq!(line_too_deep(&format!("x\n{}- deep", "  ".repeat(80)), 64), Some(2));
        assert_eq!(line_too_deep(&"+ ".repeat(64), 64), None);
        assert_eq!(line_too_deep(&format!("{}x", "- ".repeat(65)), 64), Some(1));
        assert_eq!(line_too_deep("        - four levels at most", 64), None);
    }

    #[test]
    fn far_indented_words_are_no_nesting() {
        assert_eq!(line_too_deep(&format!("{}art", " ".repeat(400)), 64), None);
    }

    #[test]
    fn a_rule_of_dashes_is_no_nesting() {
        assert_eq!(line_too_deep(&"- ".repeat(400), 64), None);
        assert_eq!(line_too_deep("> quoted once", 64), None);
    }
}
