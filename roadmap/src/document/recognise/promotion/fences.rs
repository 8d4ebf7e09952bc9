//! Weeks in a code fence: a plan drawn with characters, in a document that names no weeks elsewhere.

use super::super::endings;
use super::super::headings::{self, Part};
use super::{LEAST, is_heading, is_parted};
use crate::document::outline::{Node, Shape};

/// The document with the lines of such fences as lists in their place; none where there are none.
pub(super) fn opened(outline: &[Node]) -> Option<Vec<Node>> {
    outline.iter().any(holds_plan).then(|| open(outline.to_vec()))
}

/// True for such a fence, and for a heading above one. A tree of headings is no deeper than its levels.
fn holds_plan(node: &Node) -> bool {
    is_plan(node) || is_heading(node) && node.children.iter().any(holds_plan)
}

fn is_plan(fence: &Node) -> bool {
    let lines = fence.children.iter().flat_map(|line| [line].into_iter().chain(&line.children));
    fence.shape == Shape::Fence && lines.filter(|line| names_stage(line)).count() >= LEAST
}

fn names_stage(line: &Node) -> bool {
    let is_line = matches!(line.shape, Shape::Code | Shape::Bullet | Shape::Numbered);
    is_line && line.part().is_some_and(Part::is_stage) && is_parted(line.text(), &headings::read(line.text()))
}

fn open(nodes: Vec<Node>) -> Vec<Node> {
    let mut opened = Vec::with_capacity(nodes.len());
    for mut node in nodes {
        if is_plan(&node) {
            opened.extend(list(node.children));
        } else {
            if is_heading(&node) {
                node.children = open(node.children);
            }
            opened.push(node);
        }
    }
    opened
}

/// A fence's lines as those of a list; what follows a week on its own level is below it.
fn list(lines: Vec<Node>) -> Vec<Node> {
    let mut list: Vec<Node> = Vec::with_capacity(lines.len());
    for line in lines {
        let line = as_list_line(line);
        let begins = line.part().is_some() || endings::last_week(line.text()).is_some();
        match list.last_mut().filter(|last| !begins && names_stage(last)) {
            Some(week) => week.children.push(line),
            None => list.push(line),
        }
    }
    list
}

/// A line with what is below it, which is no deeper than `MOST_LEVELS`. What has no words stays as it is.
fn as_list_line(mut line: Node) -> Node {
    if line.shape == Shape::Code && line.text().contains(char::is_alphanumeric) {
        line.shape = Shape::Bullet;
    }
    line.children = std::mem::take(&mut line.children).into_iter().map(as_list_line).collect();
    line
}
