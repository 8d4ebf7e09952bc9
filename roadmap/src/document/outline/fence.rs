//! The lines of a code fence. Roadmaps put lists, plans of a day and options into fences, so they
//! are read as lines with markers and indentation; nothing in them is Markdown.

use super::words::plain_start;
use super::{Lines, MOST_LEVELS, Node, Shape, Words, addresses, boxes};
use crate::item::TaskBox;
use std::ops::Range;

/// Reads the lines in those byte ranges, the more indented ones as children of the less indented.
pub(super) fn read(source: &str, lines: &Lines<'_>, ranges: &[Range<usize>]) -> Vec<Node> {
    let mut done = Vec::new();
    let mut open: Vec<(usize, Node)> = Vec::new();
    for range in ranges {
        let mut start = range.start;
        for line in source.get(range.clone()).unwrap_or_default().split_inclusive('\n') {
            if let Some((indent, node)) = read_line(line, start, lines) {
                while open.last().is_some_and(|(above, _)| *above >= indent) || open.len() >= MOST_LEVELS {
                    close(&mut open, &mut done);
                }
                if matches!(node.shape, Shape::Remark | Shape::RemarkBullet) {
                    // A remark speaks about what follows, but nothing is below it.
                    while !open.is_empty() {
                        close(&mut open, &mut done);
                    }
                    done.push(node);
                } else {
                    open.push((indent, node));
                }
            }
            start += line.len();
        }
    }
    while !open.is_empty() {
        close(&mut open, &mut done);
    }
    done
}

fn close(open: &mut Vec<(usize, Node)>, done: &mut Vec<Node>) {
    if let Some((_, node)) = open.pop() {
        match open.last_mut() {
            Some((_, parent)) => parent.children.push(node),
            None => done.push(node),
        }
    }
}

/// A line with its indentation in columns; none where it is blank.
fn read_line(line: &str, start: usize, lines: &Lines<'_>) -> Option<(usize, Node)> {
    let words = line.trim_start_matches(|c: char| c.is_whitespace() || is_branch(c));
    let words = if words.trim().is_empty() { line.trim_start() } else { words };
    if words.trim().is_empty() {
        return None;
    }
    let before = line.get(..line.len() - words.len()).unwrap_or_default();
    let indent = before.chars().map(|c| if c == '\t' { 4 } else { 1 }).sum();
    let at = start + before.len();
    let span = lines.span(at, at + words.trim_end().len());
    let words = words.trim_end();

    let (remark, body) = match words.strip_prefix('#').or_else(|| words.strip_prefix("//")) {
        Some(rest) if !rest.starts_with('!') => (true, rest.trim_start_matches(['#', '/']).trim_start()),
        _ => (false, words),
    };
    let (shape, text) = match marker(body) {
        Some((_, text)) if remark => (Shape::RemarkBullet, text),
        Some((shape, text)) => (shape, text),
        None if remark => (Shape::Remark, body),
        None if task(body).is_some() => (Shape::Bullet, body),
        None if boxes::sign(body).is_some_and(|found| !found.is_picture) => (Shape::Bullet, body),
        None => (Shape::Code, body),
    };
    let mut node = Node::new(shape, Words::default(), span);
    let text = match task(text) {
        Some((ticked, rest)) if shape != Shape::Code => {
            let mark = at + (words.len() - text.len()) + 1;
            node.task = Some(TaskBox { mark, ticked });
            rest
        }
        _ => text,
    };
    if let Some(found) = boxes::sign(text).filter(|_| shape != Shape::Code) {
        node.sign = Some(found.task(at + words.len() - text.len()));
        node.task = node.task.or(node.sign.filter(|_| !found.is_picture));
    }
    let text = if plain_start(text).is_empty() { words } else { text };
    node.words.text.push_str(text);
    if shape != Shape::Code {
        // In any other line an address is part of a command.
        let before = words.len() - text.len();
        addresses::link(&mut node.words, text, |from, to| lines.span(at + before + from, at + before + to));
    }
    node.words.tidy();
    Some((indent, node))
}

/// A list marker and what follows it.
fn marker(text: &str) -> Option<(Shape, &str)> {
    for bullet in ['-', '*', '+', '•'] {
        if let Some(rest) = text.strip_prefix(bullet)
            && rest.starts_with([' ', '\t'])
        {
            return Some((Shape::Bullet, rest.trim_start()));
        }
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=3).contains(&digits)
        && let Some(rest) = text.get(digits..)?.strip_prefix(['.', ')'])
        && rest.starts_with([' ', '\t'])
    {
        return Some((Shape::Numbered, rest.trim_start()));
    }
    None
}

/// A task box and what follows it.
fn task(text: &str) -> Option<(bool, &str)> {
    let rest = text.strip_prefix('[')?;
    let ticked = match rest.as_bytes() {
        [b' ', b']', ..] => false,
        [b'x' | b'X', b']', ..] => true,
        _ => return None,
    };
    let rest = rest.get(2..)?;
    rest.starts_with([' ', '\t']).then(|| (ticked, rest.trim_start()))
}

/// True for the lines of a tree drawn with characters.
fn is_branch(c: char) -> bool {
    matches!(u32::from(c), 0x2500..=0x257f)
}

#[cfg(test)]
mod tests {
    use crate::document::outline::{Node, Shape, read};

    fn fence(body: &str) -> Vec<Node> {
        read(&format!("```\n{body}\n```\n")).remove(0).children
    }

    #[test]
    fn lists_in_a_fence_nest_by_indentation() {
        let lines = fence("1. Sew\n   - Cut\n   - Pin\n2. Iron");
        assert_eq!(lines.iter().map(|line| line.text()).collect::<Vec<_>>(), ["Sew", "Iron"]);
        assert_eq!(lines[0].children.len(), 2);
        assert_eq!(lines[0].shape, Shape::Numbered);
    }

    #[test]
    fn a_drawn_tree_nests_by_its_branches() {
        let lines = fence("Month 1: Start\n├── Week 1: A\n└── Week 2: B");
        assert_eq!(lines[0].children.len(), 2);
        assert_eq!(lines[0].children[1].text(), "Week 2: B");
    }

    #[test]
    fn comments_are_remarks_and_their_lists_stay_flat() {
        let lines = fence("# Examples:\n# - one\n# - two\n1. Do");
        let shapes: Vec<_> = lines.iter().map(|line| line.shape).collect();
        assert_eq!(shapes, [Shape::Remark, Shape::RemarkBullet, Shape::RemarkBullet, Shape::Numbered]);
    }

    #[test]
    fn a_box_in_a_fence_knows_its_byte() {
        let source = "- a\n\n  ```\n  - [x] done\n  ```\n";
        let item = &read(source)[0].children[0].children[0];
        let task = item.task.expect("a box");
        assert_eq!((&source[task.mark..=task.mark], task.ticked, item.text()), ("x", true, "done"));
    }
}
