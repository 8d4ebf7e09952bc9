//! What HTML folds away: `<details><summary>Week 1</summary>`. A summary that names a part of the way is a heading.

use super::tree::Tree;
use super::{Node, Shape, Words, is_structure};
use crate::document::recognise::names_part;
use std::ops::Range;

/// The deepest level that a heading of Markdown has.
pub(super) const DEEPEST: u8 = 6;

/// The tags of what folds away.
const TAGS: [&str; 4] = ["<details", "</details", "<summary", "</summary"];

/// What is folded away at the present place of the document.
#[derive(Debug, Default)]
pub(super) struct Details {
    /// The level of the last heading that is none of these.
    above: u8,
    /// Those that are open.
    open: Vec<Fold>,
    /// How many were open at the last summary that names a part of the way.
    part: Option<usize>,
}

/// One that is open.
#[derive(Debug)]
struct Fold {
    /// The level of the last heading before it.
    above: u8,
    /// Where the words of its summary begin, if that is a heading.
    heading: Option<usize>,
}

/// A piece of a block of HTML that folds something away.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    /// A summary that is a heading of that level.
    Heading(u8, Range<usize>),
    /// The end of what is below the heading whose words begin there.
    End(usize),
    /// What stands between those.
    Words(Range<usize>),
}

impl Details {
    /// Notes that a heading of that level begins outside of HTML.
    pub(super) const fn end_at_heading(&mut self, level: u8) {
        (self.above, self.part) = (level, None);
    }

    /// Puts a block of HTML that folds something away into the tree: its summaries as headings, which end where it
    /// does, and every line of the rest. False for any other block.
    pub(super) fn put(&mut self, tree: &mut Tree<'_>, source: &str, block: Range<usize>) -> bool {
        let pieces = self.read(source, block);
        for piece in &pieces {
            match piece {
                Piece::Heading(level, words) => {
                    let text = without_tags(source.get(words.clone()).unwrap_or_default());
                    let span = tree.lines.span(words.start, words.end);
                    tree.keep_before(words.start);
                    tree.close_headings(*level);
                    tree.open_heading(Node::new(Shape::Heading(*level), Words::plain(&text), span));
                }
                Piece::End(heading) => tree.close_heading_at(*heading),
                Piece::Words(words) => put_lines(tree, source, words.clone()),
            }
        }
        !pieces.is_empty()
    }

    /// Reads a block of HTML; no pieces where it neither opens a heading nor ends one. Beside a summary that names a
    /// part of the way, others are headings too.
    fn read(&mut self, source: &str, block: Range<usize>) -> Vec<Piece> {
        let html = source.get(..block.end).unwrap_or_default();
        let mut pieces = Vec::new();
        let (mut from, mut words) = (block.start, block.start);
        while let Some(at) = html.get(from..).and_then(|rest| rest.find('<')).map(|at| from + at) {
            let rest = html.get(at..).unwrap_or_default();
            from = at + 1;
            let piece = if rest.starts_with("<details") {
                self.open.push(Fold { above: self.above, heading: None });
                continue;
            } else if rest.starts_with("</details") {
                let Some(Fold { above, heading: Some(heading) }) = self.open.pop() else { continue };
                self.above = above;
                Piece::End(heading)
            } else if rest.starts_with("<summary") {
                // One that is never closed is none, and neither is any behind it.
                let Some(end) = rest.find("</summary").map(|end| at + end) else { break };
                from = end;
                let Some(piece) = self.summary(html, at, end) else { continue };
                piece
            } else {
                continue;
            };
            let end = html.get(from..).and_then(|rest| rest.find('>')).map(|end| from + end + 1);
            pieces.extend([Piece::Words(words..at), piece]);
            from = end.unwrap_or(html.len());
            words = from;
        }
        if !pieces.is_empty() {
            pieces.push(Piece::Words(words..html.len()));
        }
        pieces
    }

    fn summary(&mut self, html: &str, at: usize, end: usize) -> Option<Piece> {
        let tag = html.get(at..end)?;
        let inside = tag.get(tag.find('>')? + 1..)?;
        let start = end - inside.trim_start().len();
        let words = start..start + inside.trim().len();
        let depth = self.open.len();
        if names_part(&without_tags(inside)) {
            self.part = Some(depth);
        } else if self.part.is_none_or(|part| depth > part) || words.is_empty() {
            return None;
        }
        if let Some(fold) = self.open.last_mut() {
            fold.heading = Some(words.start);
        }
        let deeper = u8::try_from(depth.max(1)).unwrap_or(DEEPEST);
        Some(Piece::Heading(self.above.saturating_add(deeper).min(DEEPEST), words))
    }
}

/// Keeps each line of those bytes that says something.
fn put_lines(tree: &mut Tree<'_>, source: &str, part: Range<usize>) {
    let mut next = part.start;
    for line in source.get(part).unwrap_or_default().split_inclusive('\n') {
        let start = next + line.len() - line.trim_start().len();
        next += line.len();
        let words = Words::plain(line);
        if !is_structure(line) && !words.text.is_empty() {
            let span = tree.lines.span(start, start + line.trim().len());
            tree.add(Node::new(Shape::Stray, words, span));
        }
    }
}

/// A text without the tags in it.
pub(super) fn without_tags(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    for (at, part) in html.split('<').enumerate() {
        text.push_str(if at == 0 { part } else { part.split_once('>').map_or("", |(_, after)| after) });
    }
    text.trim().to_owned()
}

/// True for a line of such tags and nothing else.
pub(super) fn are_only_tags(line: &str) -> bool {
    let mut rest = line.trim();
    while TAGS.iter().any(|tag| rest.starts_with(tag)) {
        let Some((_, after)) = rest.split_once('>') else { return false };
        rest = after.trim_start();
    }
    rest.is_empty() && !line.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(blocks: &[&str]) -> Vec<(u8, String)> {
        let mut details = Details::default();
        details.end_at_heading(1);
        let mut headings = Vec::new();
        for block in blocks {
            for piece in details.read(block, 0..block.len()) {
                if let Piece::Heading(level, words) = piece {
                    headings.push((level, without_tags(&block[words])));
                }
            }
        }
        headings
    }

    #[test]
    fn a_summary_that_names_a_part_is_a_heading_as_deep_as_it_is_folded() {
        let months =
            ["<details><summary>Month 1</summary>", "<details>\n<summary><b>Week 1: Rye</b>\n</summary>"];
        assert_eq!(read(&months), [(2, "Month 1".to_owned()), (3, "Week 1: Rye".to_owned())]);
        let weeks =
            ["<details open><summary>Week 1</summary>", "</details>\n<details><summary>Week 2</summary>"];
        assert_eq!(read(&weeks), [(2, "Week 1".to_owned()), (2, "Week 2".to_owned())]);
    }

    #[test]
    fn others_are_headings_only_beside_one_that_does() {
        let hint = "<details><summary>Hint</summary>";
        assert_eq!(read(&[hint]), []);
        let week = "<details><summary>Week 1</summary>";
        assert_eq!(read(&[week, hint]), [(2, "Week 1".to_owned())], "it is folded into the week");
        assert_eq!(read(&[week, "</details>", hint]).len(), 2);
        assert_eq!(read(&["<summary>Week 1", "<summary></summary>"]), []);
    }

    #[test]
    fn tags_alone_say_nothing() {
        for line in
            ["<details>", "</details>", "<details open>", "</summary></details>", "<details><summary>"]
        {
            assert!(are_only_tags(line), "{line}");
        }
        for line in ["", "<details", "<details>Sing", "<p>", "<summary>Sing</summary>"] {
            assert!(!are_only_tags(line), "{line}");
        }
    }
}
