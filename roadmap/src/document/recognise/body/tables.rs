//! Tables with a column of hours: each row is a piece of work with a budget. And tables of success metrics, with a
//! row for each part of the way.

use super::Body;
use crate::Category;
use crate::document::outline::{Node, Words};
use crate::document::recognise::gates::GateOf;
use crate::document::recognise::hours::planned;
use crate::document::recognise::links::item_saying;
use crate::document::recognise::{categories, cells, holding, item, lines, rows, targets};
use crate::item::{About, Item, Kind};

impl Body {
    /// Reads a table with a column of hours. False for any other, and where the hours are already
    /// given by the label above it.
    pub(super) fn table(&mut self, table: &Node) -> bool {
        if self.groups.in_budget() {
            return false;
        }
        let heads = table.words.cells();
        let mut found = false;
        let mut items = Vec::with_capacity(table.children.len());
        for row in &table.children {
            let activity = activity(row, &heads);
            found |= activity.is_some();
            items.push(activity.unwrap_or_else(|| lines::row(row)));
        }
        if found {
            let section = item_saying(Kind::Section { about: About::Other }, table.text(), table);
            self.groups.add(holding(section, items));
        }
        found
    }

    /// Reads a table of metrics with a row for each part of the way. False for any other.
    pub(super) fn gates(&mut self, table: &Node) -> bool {
        let heads = table.words.cells();
        let gates: Option<Vec<Item>> = table.children.iter().map(|row| gate(row, &heads)).collect();
        let Some(gates) = gates.filter(|gates| !gates.is_empty()) else { return false };
        self.groups.close_all();
        let section = item_saying(Kind::Section { about: About::Gates }, table.text(), table);
        self.groups.add(holding(section, gates));
        true
    }
}

/// A row that begins with a part of the way, with a metric in each other cell.
fn gate(row: &Node, heads: &[Words]) -> Option<Item> {
    let cells = row.words.cells();
    let (first, others) = cells.split_first().filter(|_| row.task.is_none() && row.words.boxes.is_empty())?;
    let part = GateOf::read(&first.text)?;
    let metrics = others.iter().zip(heads.iter().skip(1)).filter(|(cell, _)| !cell.text.is_empty());
    let metric = |(cell, head): (&Words, &Words)| {
        // A figure alone says not what is counted.
        let is_bare = !cell.text.contains(char::is_alphabetic);
        let text = if is_bare { format!("{}: {}", head.text, cell.text) } else { cell.text.clone() };
        item(Kind::Metric { measure: targets::measure(&cell.text) }, text, row.span)
    };
    let gate = item_saying(Kind::Gate { months: part.months() }, first.text.as_str(), row);
    Some(holding(gate, metrics.map(metric).collect()))
}

fn activity(row: &Node, heads: &[Words]) -> Option<Item> {
    let cells = row.words.cells();
    let hours = heads.iter().zip(&cells).enumerate().find_map(|(at, (head, cell))| {
        let (stretch, _) = planned(&rows::hours_of(&head.text, &cell.text)?)?;
        Some((at, stretch))
    });
    let (column, stretch) = hours?;
    let is_boxed = |cell: &Words| row.task.is_none() && !cell.boxes.is_empty();
    let says = |(at, cell): &(usize, &Words)| *at != column && !cell.text.is_empty() && !is_boxed(cell);
    let mut words = cells.iter().enumerate().filter(says);
    // A number of its own before the name says nothing.
    let name = words.find(|(_, cell)| cell.text.chars().any(char::is_alphabetic))?.1.text.as_str();
    if cells::is_sum(name) {
        return None;
    }
    let rest: Vec<&str> = words.map(|(_, cell)| cell.text.as_str()).collect();
    let category = categories::of(name).or_else(|| rest.iter().find_map(|words| categories::of(words)));
    let category = category.filter(|category| category.is_work()).unwrap_or(Category::Study);
    let activity = item(Kind::Activity { category, budget: Some(stretch.budget()) }, name, row.span);
    let note = Some(rest.join(" – ")).filter(|note| !note.is_empty());
    let children = lines::unboxed_links(&cells, row);
    Some(holding(Item { note, task: row.task, children, ..activity }, lines::boxed_steps(&cells, row)))
}
