//! Weeks in lines beside weeks in headings: "**Week 2: Knives**" between "### Week 1" and "### Week 3", or a
//! second phase that is written in another shape than the first. Lines of a list count where stages stand: in a
//! phase, or beside headings of stages.
//!
//! What headings name already is not made again: a list of all weeks above them is a summary.

use super::lifted::Lifted;
use super::{LEAST, Rank, Within, count, is_heading, is_parted, lift, names_stage, rank, stage, starts_bold};
use crate::document::outline::{Node, Shape};
use crate::document::recognise::headings::{self, Part};
use crate::item::NumberRange;

/// Makes headings of the lines that name weeks which no heading does.
pub(super) fn promote(outline: Vec<Node>) -> Vec<Node> {
    let mut told = Vec::new();
    outline.iter().for_each(|node| weeks_told(node, &mut told));
    // There are only so many weeks, however often headings name them.
    beside(outline, &NumberRange::joined(told), true)
}

/// The weeks that headings name, outside sections of another subject.
fn weeks_told(node: &Node, told: &mut Vec<NumberRange>) {
    if is_heading(node) && Within::Parts.takes(node.about()) {
        told.extend(weeks_of(node));
        node.children.iter().for_each(|node| weeks_told(node, told));
    }
}

/// The weeks that a line or heading names.
fn weeks_of(node: &Node) -> Option<NumberRange> {
    match node.part() {
        Some(Part::Weeks(weeks)) => Some(weeks),
        _ => None,
    }
}

/// Lifts such lines where they stand, those of lists `with_lists`. A tree of headings is no deeper than its levels.
fn beside(nodes: Vec<Node>, told: &[NumberRange], with_lists: bool) -> Vec<Node> {
    let nodes = named_weeks(nodes, 0, told, with_lists);
    let mut done = Vec::with_capacity(nodes.len());
    for mut node in nodes {
        if !is_heading(&node) || !Within::Parts.takes(node.about()) {
            done.push(node);
            continue;
        }
        let children = std::mem::take(&mut node.children);
        let part = node.part();
        if let Some(Part::Weeks(weeks)) = part {
            // What follows a week on its own level can only stand below that one's heading.
            let mut behind = named_weeks(children, weeks.to, told, false);
            let next = behind.iter().position(is_promoted).unwrap_or(behind.len());
            let next = behind.split_off(next);
            node.children = behind;
            done.push(node);
            done.extend(next);
            continue;
        }
        let (is_part, holds_stage) = (part.is_some_and(|part| !part.is_stage()), holds_stage(&children));
        node.children = if is_part && !holds_stage {
            of_part(children, told)
        } else {
            beside(children, told, holds_stage)
        };
        done.push(node);
    }
    done
}

fn holds_stage(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| names_stage(node, Within::Parts))
}

fn is_promoted(node: &Node) -> bool {
    matches!(node.shape, Shape::Heading(level) if level > super::PROMOTED)
}

/// The children of a phase whose weeks are no headings: its numbers may begin anew.
fn of_part(nodes: Vec<Node>, told: &[NumberRange]) -> Vec<Node> {
    if count(&nodes, Rank::Stage, Within::Parts) >= LEAST {
        return lift(nodes, Rank::Stage, Within::Parts);
    }
    named_weeks(nodes, 0, told, true)
}

/// Makes headings of the bold lines among these nodes that name weeks, and of the lines of lists `with_lists`, if
/// all of them come behind `after` and no heading names one of them.
fn named_weeks(nodes: Vec<Node>, after: u32, told: &[NumberRange], with_lists: bool) -> Vec<Node> {
    let is_written_so = |node: &Node| {
        let named = || headings::read(node.text());
        match node.shape {
            Shape::Line => starts_bold(node, &named()),
            _ => with_lists && node.is_list_line() && is_parted(node.text(), &named()),
        }
    };
    let is_week = |node: &Node, next: Option<&Node>| {
        matches!(node.part(), Some(Part::Weeks(_) | Part::Onward))
            && is_written_so(node)
            && rank(node, next) == Some(Rank::Stage)
    };
    let weeks: Vec<NumberRange> = nodes
        .iter()
        .enumerate()
        .filter(|(at, node)| is_week(node, nodes.get(at + 1)))
        .filter_map(|(_, node)| weeks_of(node))
        .collect();
    if weeks.is_empty() || weeks.iter().any(|weeks| weeks.from <= after || overlaps(*weeks, told)) {
        return nodes;
    }
    let mut lifted = Lifted::default();
    let mut nodes = nodes.into_iter().peekable();
    while let Some(node) = nodes.next() {
        if is_heading(&node) {
            lifted.close();
            lifted.done.push(node);
        } else if is_week(&node, nodes.peek()) || lifted.ends_with(&node).is_some() {
            let of_list = node.is_list_line();
            lifted.open(stage(node), Rank::Stage, of_list);
        } else {
            lifted.add(node);
        }
    }
    lifted.close();
    lifted.done
}

fn overlaps(weeks: NumberRange, told: &[NumberRange]) -> bool {
    told.iter().any(|other| other.from <= weeks.to && weeks.from <= other.to)
}
