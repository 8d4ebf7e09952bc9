//! What Waymark itself has written into a document about its progress: comments, and nothing to do.

use crate::document::outline::{Node, Shape};
use crate::document::{PROGRESS_BEGINS, PROGRESS_ENDS};

/// Makes comments of everything between the marks of a progress section.
pub(super) fn set_aside(nodes: &mut [Node]) {
    let mut left: Vec<&mut [Node]> = vec![nodes];
    while let Some(nodes) = left.pop() {
        let at = |nodes: &[Node], text: &str| {
            nodes.iter().position(|node| node.shape == Shape::Comment && node.text() == text)
        };
        if let Some(from) = at(nodes, PROGRESS_BEGINS)
            && let Some(section) = nodes.get_mut(from + 1..)
            && let Some(len) = at(section, PROGRESS_ENDS)
            && let Some(section) = section.get_mut(..len)
        {
            section.iter_mut().for_each(make_comments);
        }
        left.extend(nodes.iter_mut().map(|node| node.children.as_mut_slice()));
    }
}

fn make_comments(node: &mut Node) {
    let mut left = vec![node];
    while let Some(node) = left.pop() {
        if node.shape != Shape::Rule {
            node.shape = Shape::Comment;
        }
        node.words.links.clear();
        left.extend(&mut node.children);
    }
}
