//! Tables that sum up what headings tell: "| Phase | Weeks | Focus |" above "## Phase 1: Knives (Weeks 1–4)".

use super::super::headings::{self, Part};
use super::super::rows;
use super::{LEAST, Within, is_heading};
use crate::document::outline::{Node, Shape};
use crate::item::NumberRange;
use std::collections::HashSet;

/// What headings name by brackets or numbers, outside sections of another subject.
#[derive(Default)]
struct Told<'a> {
    weeks: HashSet<NumberRange>,
    /// Numbered parts in lower case, without their titles: "phase 1".
    parts: HashSet<String>,
    /// The tables that stand in none of them.
    tables: Vec<&'a Node>,
}

/// True where a table outside the parts has a row for most of the weeks or parts that headings name.
pub(super) fn stand_in(outline: &[Node]) -> bool {
    // Most documents have no table there, and their headings need not be read once more.
    if !outline.iter().any(has_table) {
        return false;
    }
    let mut told = Told::default();
    told.read(outline, false);
    told.weeks.len().max(told.parts.len()) >= LEAST && told.tables.iter().any(|table| told.hold(table))
}

fn has_table(node: &Node) -> bool {
    node.shape == Shape::Table || is_heading(node) && node.children.iter().any(has_table)
}

impl<'a> Told<'a> {
    /// A tree of headings is no deeper than its levels.
    fn read(&mut self, nodes: &'a [Node], in_part: bool) {
        for node in nodes {
            if node.shape == Shape::Table && !in_part {
                self.tables.push(node);
            } else if is_heading(node) && Within::Parts.takes(node.about()) {
                let weeks = headings::read(node.text()).weeks_mentioned;
                self.weeks.extend(weeks);
                let is_part = node.part() == Some(Part::Numbered);
                self.parts.extend(Some(node.text()).filter(|_| is_part).and_then(headings::number_of));
                self.read(&node.children, in_part || is_part || weeks.is_some());
            }
        }
    }

    fn hold(&self, table: &Node) -> bool {
        let rows = rows::weeks(table);
        let heads = table.words.cells();
        let head = heads.first().map_or("", |head| head.text.as_str());
        let is_told = |(weeks, cells): &&(NumberRange, Vec<_>)| {
            let name: &str = cells.first().map_or("", |cell: &crate::document::outline::Words| &cell.text);
            let number = headings::number_of(name).or_else(|| headings::number_of(&format!("{head} {name}")));
            self.weeks.contains(weeks) || number.is_some_and(|number| self.parts.contains(&number))
        };
        rows.iter().filter(is_told).count() * 2 > rows.len()
    }
}
