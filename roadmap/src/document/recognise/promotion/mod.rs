//! Lines that stand for headings: a document's stages may be bold lines ("**Week 1: Scales**"), lines of a
//! list ("- Week 1: Scales") or rows of a table.
//!
//! They are made into headings before anything else is read, so that all that follows knows one
//! shape only. Rows are the work of [`super::rows`]; weeks that stand [`beside`] headings of others, and tables that are
//! [`summaries`] of what headings name, have modules of their own.

mod beside;
mod fences;
mod lifted;
mod summaries;

use super::headings::{self, Named, Part};
use super::ranges::is_dash;
use super::{budgets, columns, endings, labels, rows, sections};
use crate::document::outline::{Node, Shape};
use crate::item::About;
use lifted::Lifted;

/// The level of a line that stands for a heading: below all that Markdown knows.
pub(super) const PROMOTED: u8 = 7;

/// How many such lines a document needs before they count: one alone says nothing of an order.
const LEAST: usize = 2;

/// Makes headings of the lines that stand for them.
pub(super) fn promote(outline: Vec<Node>) -> Vec<Node> {
    if outline.iter().any(|node| names_stage(node, Within::Parts)) || summaries::stand_in(&outline) {
        return beside::promote(outline);
    }
    let only_in_sections = outline.iter().any(|node| names(node, Part::is_stage));
    // A summary in a timeline counts only where the weeks stand nowhere else.
    for within in [Within::Parts, Within::Summaries] {
        if within == Within::Summaries && only_in_sections {
            return outline;
        }
        if count(&outline, Rank::Stage, within) >= LEAST {
            return lift(outline, Rank::Stage, within);
        }
    }
    if let Some(outline) = fences::opened(&outline) {
        return lift(outline, Rank::Stage, Within::Summaries);
    }
    let named = |part: Part| part.is_months() || part == Part::Numbered;
    if !outline.iter().any(|node| names(node, named)) && count(&outline, Rank::Part, Within::Parts) >= LEAST {
        return lift(outline, Rank::Part, Within::Parts);
    }
    outline
}

/// What a line stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// A stage: weeks, days, dates.
    Stage,
    /// What holds stages: months, numbered phases.
    Part,
}

/// Which headings such lines are looked for below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Within {
    /// Headings of no subject of their own.
    Parts,
    /// Timelines and schedules too.
    Summaries,
}

impl Within {
    fn takes(self, about: Option<About>) -> bool {
        match about {
            None | Some(About::Outcomes) => true,
            Some(About::Timeline | About::Schedule) => self == Self::Summaries,
            Some(_) => false,
        }
    }
}

fn is_heading(node: &Node) -> bool {
    matches!(node.shape, Shape::Heading(_))
}

fn names(node: &Node, is: impl Fn(Part) -> bool + Copy) -> bool {
    is_heading(node) && (node.part().is_some_and(is) || node.children.iter().any(|node| names(node, is)))
}

/// True where a heading names a stage, outside sections of another subject.
fn names_stage(node: &Node, within: Within) -> bool {
    is_heading(node)
        && within.takes(node.about())
        && (node.part().is_some_and(Part::is_stage)
            || node.children.iter().any(|node| names_stage(node, within)))
}

/// How many lines stand for headings of that rank; once there are enough, no more are asked.
fn count(nodes: &[Node], rank: Rank, within: Within) -> usize {
    let mut found = 0;
    let mut open = true;
    for (at, node) in nodes.iter().enumerate() {
        if found >= LEAST {
            break;
        }
        found += match node.shape {
            Shape::Heading(_) if within.takes(node.about()) => count(&node.children, rank, within),
            Shape::Heading(_) => 0,
            _ if self::rank(node, nodes.get(at + 1)) == Some(rank) => usize::from(open),
            Shape::Line => {
                open = speaks_for_itself(node, nodes.get(at + 1), within);
                0
            }
            Shape::Bullet | Shape::Numbered if open && rank == Rank::Stage => {
                node.children.iter().filter(|line| is_stage(line)).take(LEAST).count()
            }
            // A table of parts has two at least.
            Shape::Table if open && rows::are_parts(node, rank == Rank::Stage) => LEAST,
            Shape::Table if open && columns::are_parts(node, rank == Rank::Stage) => LEAST,
            _ => 0,
        }
    }
    found
}

/// False for a label that announces a list as a summary: "**Timeline:**".
fn speaks_for_itself(node: &Node, next: Option<&Node>, within: Within) -> bool {
    // What a line is about as a whole is read once; its label is among its words.
    node.about().is_none()
        || labels::read(node, next)
            .is_none_or(|label| !label.rest.is_empty() || within.takes(sections::about(&label.name)))
}

/// What a line stands for, if for anything.
fn rank(node: &Node, next: Option<&Node>) -> Option<Rank> {
    node.part()?;
    let is_line = match node.shape {
        Shape::Line => node.words.lead > 0 || next.is_some_and(Node::can_follow_label),
        Shape::Bullet | Shape::Numbered => true,
        _ => false,
    };
    if !is_line {
        return None;
    }
    let text = node.text();
    let named = headings::read(text);
    let rank = match named.part? {
        _ if !(is_parted(text, &named) || starts_bold(node, &named)) => return None,
        _ if labels::is_checkpoint(text) || sections::about(named.text) == Some(About::Gates) => return None,
        part if part.is_stage() => Rank::Stage,
        _ => Rank::Part,
    };
    Some(rank)
}

fn is_stage(line: &Node) -> bool {
    rank(line, None) == Some(Rank::Stage)
}

/// True where the part and its title are told apart by a mark: "Week 1: Scales", not "Week 1 is hard".
fn is_parted(text: &str, named: &Named<'_>) -> bool {
    let head = text.get(..text.len().saturating_sub(named.text.len())).unwrap_or_default().trim_end();
    let whole = head.is_empty();
    whole && text.trim_end().ends_with(|c: char| c.is_ascii_digit() || matches!(c, ':' | ')' | '+'))
        || named.part == Some(Part::Numbered) && text.contains(':')
        || named.part == Some(Part::Onward)
        || head.ends_with(|c| is_dash(c) || matches!(c, ':' | '|' | '·' | ')'))
}

/// True where the part is what is set in bold.
fn starts_bold(node: &Node, named: &Named<'_>) -> bool {
    let lead = node.words.lead();
    !lead.is_empty() && headings::read(lead).part == named.part
}

/// Makes headings of the lines of that rank and above; what follows each is below it.
fn lift(nodes: Vec<Node>, least: Rank, within: Within) -> Vec<Node> {
    let mut lifted = Lifted::default();
    let mut open = true;
    let mut nodes = nodes.into_iter().peekable();
    while let Some(node) = nodes.next() {
        let found = rank(&node, nodes.peek()).or_else(|| lifted.ends_with(&node));
        let found = found.filter(|rank| *rank >= least && open);
        match (node.shape, found) {
            (Shape::Heading(_), _) => {
                lifted.close();
                let children = if within.takes(node.about()) {
                    lift(node.children, least, within)
                } else {
                    node.children
                };
                lifted.done.push(Node { children, ..node });
            }
            (_, Some(rank)) => {
                let of_list = node.is_list_line();
                lifted.open(heading(node, rank, least, within), rank, of_list);
            }
            (Shape::Bullet | Shape::Numbered, None)
                if open && least == Rank::Stage && node.children.iter().any(is_stage) =>
            {
                lifted.open(heading(node, Rank::Part, least, within), Rank::Part, true);
            }
            (Shape::Table, None) if open => match table_parts(&node, least) {
                Some((table, parts)) => {
                    lifted.add(table);
                    parts.into_iter().for_each(|part| lifted.open_row(part, least));
                }
                None => {
                    // A row ends with its table: the next table is no part of it.
                    lifted.close_row();
                    lifted.add(node);
                }
            },
            (Shape::Line, None) => {
                if lifted.is_row() && budgets::states_total(node.text()) {
                    lifted.close_row();
                }
                open = speaks_for_itself(&node, nodes.peek(), within);
                lifted.add(node);
            }
            _ => lifted.add(node),
        }
    }
    lifted.close();
    lifted.done
}

/// A table's head, and the parts of that rank that its rows or columns are.
fn table_parts(table: &Node, rank: Rank) -> Option<(Node, Vec<Node>)> {
    let bare = || Node::new(Shape::Table, table.words.clone(), table.span);
    let stages = rank == Rank::Stage;
    rows::parts(table, stages).map(|parts| (bare(), parts)).or_else(|| columns::parts(table, stages))
}

/// A line as the heading of a stage.
pub(super) fn stage(line: Node) -> Node {
    heading(line, Rank::Stage, Rank::Stage, Within::Parts)
}

/// A line as a heading. What a list line says in one line alone is also the one thing to do.
fn heading(node: Node, rank: Rank, least: Rank, within: Within) -> Node {
    let level = if rank == Rank::Part { PROMOTED } else { PROMOTED + 1 };
    let is_list_line = node.is_list_line();
    let mut heading = Node { shape: Shape::Heading(level), ..node };
    if is_list_line && heading.children.is_empty() && rank == Rank::Stage {
        let text = heading.text();
        let title = endings::last_week(text).unwrap_or_else(|| headings::read(text).text).len();
        let words = heading.words.slice(heading.words.text.len() - title, heading.words.text.len());
        heading.words.links.clear();
        let mut step = Node::new(Shape::Bullet, words, heading.span);
        step.task = heading.task.take();
        heading.children.push(step);
    } else if rank == Rank::Part && is_list_line {
        // At most once: what is below a part is looked through for stages alone.
        heading.children = lift_lines(heading.children, least, within);
    }
    heading
}

fn lift_lines(lines: Vec<Node>, least: Rank, within: Within) -> Vec<Node> {
    if least != Rank::Stage {
        return lines;
    }
    let mut lifted = Lifted::default();
    for line in lines {
        match rank(&line, None).or_else(|| lifted.ends_with(&line)) {
            Some(Rank::Stage) => {
                lifted.open(heading(line, Rank::Stage, least, within), Rank::Stage, true);
            }
            _ => lifted.add(line),
        }
    }
    lifted.close();
    lifted.done
}
