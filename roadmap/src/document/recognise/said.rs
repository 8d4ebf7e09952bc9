//! What a person said a line is, put where the document's tree has that line.

use super::contents::is_heading;
use super::lines::Role;
use super::promotion::{self, PROMOTED};
use crate::document::correction::{Sayings, Taken};
use crate::document::outline::{Node, Shape};
use crate::item::{Item, Kind};

/// Tells each node what was said of its line, all lines of a list what was said of one of them, and
/// makes headings of the lines that were said to be a phase or stage. Comes after
/// [promotion], so that a line that stands for a heading is one by now.
pub(super) fn attach(outline: Vec<Node>, sayings: &Sayings) -> Vec<Node> {
    if sayings.is_empty() {
        return outline;
    }
    let mut left = sayings.clone();
    of_lines(outline, &mut left, false)
}

/// A tree nests no deeper than its headings and `MOST_LEVELS` lists.
fn of_lines(mut nodes: Vec<Node>, left: &mut Sayings, in_list: bool) -> Vec<Node> {
    for node in &mut nodes {
        let speaks = is_heading(node) || node.shape == Shape::Line || node.is_list_line();
        if speaks && !node.is_empty_line() {
            // Of several nodes on a line the first is meant.
            node.said = left.remove(&node.span.line).map(Box::new);
        }
        let in_list = node.is_list_line();
        node.children = of_lines(std::mem::take(&mut node.children), left, in_list);
    }
    for list in nodes.chunk_by_mut(|a, b| a.is_list_line() && b.is_list_line()) {
        let taken = list.iter().filter(|node| node.said_role().is_some()).find_map(Node::taken);
        if let Some(taken) = taken {
            for line in list {
                line.said.get_or_insert_default().taken.get_or_insert(taken);
            }
        }
    }
    if in_list { nodes } else { lift(nodes) }
}

/// Makes headings of lines that are said to be a phase or stage; what follows is below them, until the
/// next heading or the next such line.
fn lift(nodes: Vec<Node>) -> Vec<Node> {
    if !nodes.iter().any(|node| lifted_level(node).is_some()) {
        return nodes;
    }
    let mut done: Vec<Node> = Vec::with_capacity(nodes.len());
    let mut open = false;
    for node in nodes {
        if let Some(level) = lifted_level(&node) {
            open = true;
            done.push(match node.shape {
                Shape::Line => Node { shape: Shape::Heading(level), ..node },
                _ => promotion::stage(node),
            });
        } else if is_heading(&node) {
            open = false;
            done.push(node);
        } else if let Some(heading) = done.last_mut().filter(|_| open) {
            heading.children.push(node);
        } else {
            done.push(node);
        }
    }
    done
}

fn lifted_level(node: &Node) -> Option<u8> {
    match (node.shape, node.taken()?) {
        (Shape::Line, Taken::Phase) => Some(PROMOTED),
        (Shape::Line | Shape::Bullet | Shape::Numbered, Taken::Stage) => Some(PROMOTED + 1),
        _ => None,
    }
}

impl Node {
    /// What a person said it is.
    pub(super) fn taken(&self) -> Option<Taken> {
        self.said.as_deref().and_then(|said| said.taken)
    }

    /// True where a person said that it is a phase or stage.
    pub(super) fn is_said_part(&self) -> bool {
        is_heading(self) && matches!(self.taken(), Some(Taken::Phase | Taken::Stage))
    }

    /// What a person said the lines of its list are.
    pub(super) fn said_role(&self) -> Option<Role> {
        self.taken().filter(|_| self.is_list_line()).and_then(role)
    }
}

/// What the lines of a list are that was said to be so.
pub(super) const fn role(taken: Taken) -> Option<Role> {
    match taken {
        Taken::Steps => Some(Role::STEP),
        Taken::Checkpoint => Some(Role::CheckpointItem),
        Taken::Resources => Some(Role::Resource),
        Taken::Deliverables => Some(Role::Deliverable),
        Taken::Targets => Some(Role::Target),
        Taken::Goals => Some(Role::Goal),
        Taken::Section => Some(Role::Entry),
        _ => None,
    }
}

/// Takes phases and stages out of what can't hold them; each comes right behind, with what follows it.
/// Only where a person said what something is can they stand there.
pub(super) fn hoist(mut outer: Item) -> Vec<Item> {
    let in_phase = matches!(outer.kind, Kind::Phase { .. });
    let is_part = |item: &Item| match item.kind {
        Kind::Phase { .. } => true,
        Kind::Stage { .. } => !in_phase,
        _ => false,
    };
    let first = outer.children.iter().position(is_part);
    let inner = first.map(|first| outer.children.split_off(first)).unwrap_or_default();
    let mut parts = vec![outer];
    for item in inner {
        match parts.last_mut() {
            Some(part) if !is_part(&item) => part.children.push(item),
            _ => parts.push(item),
        }
    }
    parts
}
