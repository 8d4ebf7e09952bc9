//! Columns of a table that are stages or months: "| | Week 1 | Week 2 |", with a row for each thing said of them.

use super::headings::{self, Part};
use super::promotion::PROMOTED;
use super::rows::Heads;
use crate::document::outline::{Node, Shape, Words};
use std::collections::HashSet;

/// True for a table with a column for each of several stages or, where not `stages`, months.
pub(super) fn are_parts(table: &Node, stages: bool) -> bool {
    heads(table, stages).is_some()
}

/// The parts that a table's columns are, as headings, and the table with the rows that say nothing else than what
/// the headings do; none where the columns are none.
pub(super) fn parts(table: &Node, stages: bool) -> Option<(Node, Vec<Node>)> {
    let heads = heads(table, stages)?;
    let mut rows: Vec<Vec<Words>> = table.children.iter().map(|row| row.words.cells()).collect();
    let names =
        Heads::of_rows(rows.iter().map(|row| row.first().map_or_else(String::new, unboxed)).collect());
    let place = |at: usize| table.children.get(at).map_or(table.span, |row| row.span);
    let mut parts = Vec::with_capacity(heads.len());
    for (column, head) in heads.iter().enumerate() {
        let cell = |row: &mut Vec<Words>| row.get_mut(column + 1).map(std::mem::take).unwrap_or_default();
        let cells: Vec<Words> = rows.iter_mut().map(cell).collect();
        let mut part = names.stage(table, head, &cells, place);
        if !stages {
            part.shape = Shape::Heading(PROMOTED);
        }
        parts.push(part);
    }
    let told: HashSet<usize> =
        parts.iter().flat_map(|part| &part.children).map(|line| line.span.start).collect();
    let children =
        table.children.iter().filter_map(|row| left(row, told.contains(&row.span.start))).collect();
    Some((Node { children, ..Node::new(Shape::Table, table.words.clone(), table.span) }, parts))
}

/// The words of a row's name.
fn unboxed(name: &Words) -> String {
    let pieces: Vec<String> = name.boxed().into_iter().map(|(words, _)| words.text).collect();
    pieces.join(" ")
}

/// What is left of a row once the parts have its cells: its name where that has boxes or links, and all but their
/// links where they say nothing of it, or its one box stands alone in a cell.
fn left(row: &Node, told: bool) -> Option<Node> {
    let mut cells = row.words.cells();
    let is_alone =
        row.task.is_some() && cells.iter().any(|cell| !cell.boxes.is_empty() && cell.text.is_empty());
    let name = cells.swap_remove(0);
    if told && !is_alone {
        let task = row.task.filter(|_| !name.boxes.is_empty());
        let says_more = !name.boxes.is_empty() || !name.links.is_empty();
        return says_more.then(|| Node { task, ..Node::new(Shape::Row, name, row.span) });
    }
    let mut row = row.clone();
    row.words.links.truncate(name.links.len());
    Some(row)
}

/// What the columns behind the first are called, where each is a part and there are several.
fn heads(table: &Node, stages: bool) -> Option<Vec<String>> {
    let mut cells = table.words.cells().into_iter().map(|cell| cell.text);
    let first = cells.next()?;
    let is_part = |text: &String| {
        let part = headings::read(text).part;
        if stages { part.is_some_and(Part::is_stage) } else { part.is_some_and(Part::is_months) }
    };
    let heads: Vec<String> = cells.collect();
    (heads.len() > 1
        && table.task.is_none()
        && !table.children.is_empty()
        && !is_part(&first)
        && heads.iter().all(is_part))
    .then_some(heads)
}
