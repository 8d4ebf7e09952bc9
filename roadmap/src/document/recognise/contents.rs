//! What headings hold: parts of the way, days, options, lists.

use super::headings::{self, Part};
use super::{lengths, options, sections, weekdays};
use crate::document::outline::{Node, Shape};
use crate::item::{Item, Kind};

/// True for a heading.
pub(super) const fn is_heading(node: &Node) -> bool {
    matches!(node.shape, Shape::Heading(_))
}

/// What stands right below a heading, and the headings behind that.
pub(super) fn split(node: &Node) -> (&[Node], &[Node]) {
    split_blocks(&node.children)
}

/// What stands before the first heading, and the rest.
pub(super) fn split_blocks(nodes: &[Node]) -> (&[Node], &[Node]) {
    let blocks = nodes.iter().position(is_heading).unwrap_or(nodes.len());
    nodes.split_at(blocks)
}

/// True for a heading that names days of the week and hardly anything else.
pub(super) fn is_day(node: &Node) -> bool {
    is_heading(node)
        && node.taken().is_none()
        && weekdays::days_at(node.text()).is_some_and(|(_, rest)| {
            let rest = rest.trim_start();
            rest.is_empty() || rest.starts_with(['(', ':', '-', '–', '—'])
        })
}

/// True where the heading or one below it names a part of the way.
pub(super) fn names_parts(node: &Node) -> bool {
    is_heading(node) && (node.part().is_some() || node.children.iter().any(names_parts))
}

/// True where headings name weeks, months or days, or several numbered parts: one of those alone says nothing of
/// an order.
pub(super) fn name_parts(nodes: &[Node]) -> bool {
    let mut numbered = 0;
    nodes.iter().any(|node| counts_parts(node, &mut numbered)) || numbered > 1
}

/// True where the heading or one below it names a part by more than a number, and counts those that do so by one.
fn counts_parts(node: &Node, numbered: &mut usize) -> bool {
    is_heading(node) && {
        let part = node.part();
        *numbered += usize::from(part == Some(Part::Numbered));
        part.is_some_and(|part| part != Part::Numbered || headings::is_quarter(node.text()))
            || node.children.iter().any(|below| counts_parts(below, numbered))
    }
}

/// True where a heading below this one names such a part.
pub(super) fn holds_part(node: &Node, is: fn(Part) -> bool) -> bool {
    node.children
        .iter()
        .any(|below| is_heading(below) && (below.part().is_some_and(is) || holds_part(below, is)))
}

/// True where the headings right below this one begin with a day each, one after the other.
pub(super) fn holds_days(node: &Node) -> bool {
    lengths::until_next(&node.children).iter().any(Option::is_some)
}

/// True where a person said that a heading below this one is a phase or stage.
pub(super) fn holds_said_part(node: &Node) -> bool {
    node.children.iter().any(|below| is_heading(below) && (below.is_said_part() || holds_said_part(below)))
}

/// True for a heading that is a stage or has one below it.
pub(super) fn holds_stage(node: &Node) -> bool {
    node.part().is_some_and(Part::is_stage) || holds_part(node, Part::is_stage)
}

/// True where labels right below the heading are options.
pub(super) fn has_options(node: &Node) -> bool {
    node.children.iter().any(is_option)
}

fn is_option(node: &Node) -> bool {
    matches!(node.shape, Shape::Line | Shape::Heading(_)) && options::option(node.text()).is_some()
}

/// True where a list stands before the first option: the heading has work of its own besides.
pub(super) fn works_before_options(node: &Node) -> bool {
    node.children.iter().take_while(|below| !is_option(below)).any(Node::is_list_line)
}

/// True where a list or other lines stand below the heading.
pub(super) fn has_lists(node: &Node) -> bool {
    node.children.iter().any(|below| below.can_follow_label() || (is_heading(below) && has_lists(below)))
}

/// True where there is a box below. Nodes nest no deeper than headings and `MOST_LEVELS` lists.
fn holds_box(node: &Node) -> bool {
    node.children.iter().any(|below| below.task.is_some() || holds_box(below))
}

/// True for what makes a stage: something to do or to spend hours on.
pub(super) fn is_work(item: &Item) -> bool {
    item.can_be_done()
        || matches!(
            item.kind,
            Kind::Activity { .. } | Kind::Project { .. } | Kind::Checkpoint | Kind::Choice | Kind::Routine
        )
}

/// True for a heading beside the way ("FAQ") that holds nothing to tick.
pub(super) fn is_beside(node: &Node) -> bool {
    sections::is_side(node.text()) && !holds_box(node)
}

/// True for work with hours of its own.
pub(super) fn has_hours(item: &Item) -> bool {
    matches!(item.kind, Kind::Activity { budget: Some(_), .. })
}

/// True for a heading that says it is a stage without naming weeks.
pub(super) fn is_told(text: &str) -> bool {
    lengths::lasts(text).is_some() || headings::is_turn(text)
}
