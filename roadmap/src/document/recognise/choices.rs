//! Options that are headings side by side ("### Option A: Sloop"): they belong to one choice, which is the
//! heading or line right before them where that says to pick one.

use super::contents::{is_heading, name_parts, names_parts};
use super::options;
use crate::document::outline::{Node, Shape, Words};
use crate::item::Span;

/// What a choice is called that the document goes straight to the options of.
pub(super) const CHOOSE: &str = "Choose one";

/// Puts such headings below one for their choice, wherever they stand in a part of the way, beside one,
/// or in a document that names none. A tree of headings is no deeper than its levels.
pub(super) fn gather(nodes: &mut Vec<Node>) {
    let for_want = !name_parts(nodes);
    let around = Around { top: true, in_part: false, for_want, gathers: true };
    below(nodes, around);
}

/// What headings side by side stand in.
#[derive(Clone, Copy)]
struct Around {
    /// True in nothing, where the first is the title.
    top: bool,
    /// True in a part of the way.
    in_part: bool,
    /// True where headings are parts for want of others.
    for_want: bool,
    /// True where those that are options belong to one choice.
    gathers: bool,
}

fn below(nodes: &mut Vec<Node>, around: Around) {
    for (at, node) in nodes.iter_mut().filter(|node| is_heading(node)).enumerate() {
        let is_title = around.top && at == 0;
        let for_want = around.for_want && (is_title || node.about().is_none());
        let is_part = node.part().is_some() || node.is_said_part();
        let is_choice = options::chooses(node.text());
        let in_part = (around.in_part || is_part || for_want && !is_title) && !is_choice;
        let gathers = in_part || (names_parts(node) || for_want) && !is_choice;
        below(&mut node.children, Around { top: false, in_part, for_want, gathers });
    }
    if around.gathers && nodes.iter().any(is_option) {
        *nodes = gathered(std::mem::take(nodes));
    }
}

fn gathered(nodes: Vec<Node>) -> Vec<Node> {
    let mut done: Vec<Node> = Vec::with_capacity(nodes.len());
    let mut run: Vec<Node> = Vec::new();
    for node in nodes {
        if is_option(&node) {
            run.push(node);
        } else {
            close(&mut done, &mut run);
            done.push(node);
        }
    }
    close(&mut done, &mut run);
    done
}

/// Puts the options into the choice before them, or into one of their own.
fn close(done: &mut Vec<Node>, run: &mut Vec<Node>) {
    let options = std::mem::take(run);
    let Some((shape, start)) = options.first().map(|first| (first.shape, first.span)) else { return };
    if options.len() < 2 {
        return done.extend(options);
    }
    let says_so = |node: &&mut Node| {
        matches!(node.shape, Shape::Heading(_) | Shape::Line)
            && node.said.is_none()
            && node.task.is_none()
            && options::chooses(node.text())
    };
    if let Some(choice) = done.last_mut().filter(says_so) {
        choice.shape = shape;
        choice.children.extend(options);
        return;
    }
    let words = Words { text: CHOOSE.to_owned(), ..Words::default() };
    let mut choice = Node::new(shape, words, Span { end: start.start, ..start });
    choice.children = options;
    done.push(choice);
}

fn is_option(node: &Node) -> bool {
    is_heading(node) && node.said.is_none() && options::option(node.text()).is_some() && !names_parts(node)
}
