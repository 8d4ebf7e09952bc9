//! The headings that are open while lines are made into headings.

use super::Rank;
use crate::document::outline::{Node, Shape};
use crate::document::recognise::endings;

/// Nodes with the headings that are open.
#[derive(Default)]
pub(super) struct Lifted {
    pub(super) done: Vec<Node>,
    part: Option<Node>,
    stage: Option<Node>,
    /// True where the open stage is a line of a list.
    of_list: bool,
    /// True where it is a row of a table.
    of_table: bool,
}

impl Lifted {
    /// Opens a heading of that rank, which may have been a line of a list.
    pub(super) fn open(&mut self, heading: Node, rank: Rank, of_list: bool) {
        self.close_stage();
        self.of_list = of_list;
        self.of_table = false;
        if rank == Rank::Part {
            self.close();
            self.part = Some(heading);
        } else {
            self.stage = Some(heading);
        }
    }

    /// Opens a heading of that rank, which was a row of a table, or a column.
    pub(super) fn open_row(&mut self, heading: Node, rank: Rank) {
        self.open(heading, rank, false);
        self.of_table = true;
    }

    /// True while a stage or month that was a row is open.
    pub(super) const fn is_row(&self) -> bool {
        self.of_table && (self.stage.is_some() || self.part.is_some())
    }

    /// Closes the stage or month that was a row.
    pub(super) fn close_row(&mut self) {
        if std::mem::take(&mut self.of_table) {
            match self.stage {
                Some(_) => self.close_stage(),
                None => self.close(),
            }
        }
    }

    /// The rank of a line that is the last week of those before it, and written as they are; none of any other.
    pub(super) fn ends_with(&self, line: &Node) -> Option<Rank> {
        let is_line = line.is_list_line() || line.shape == Shape::Line && line.words.lead > 0;
        let is_like = is_line && self.stage.is_some() && line.is_list_line() == self.of_list;
        (is_like && endings::last_week(line.text()).is_some()).then_some(Rank::Stage)
    }

    /// Adds what stands below the innermost open heading.
    pub(super) fn add(&mut self, node: Node) {
        match self.stage.as_mut().or(self.part.as_mut()) {
            Some(heading) => heading.children.push(node),
            None => self.done.push(node),
        }
    }

    fn close_stage(&mut self) {
        if let Some(stage) = self.stage.take() {
            match &mut self.part {
                Some(part) => part.children.push(stage),
                None => self.done.push(stage),
            }
        }
    }

    /// Closes every heading.
    pub(super) fn close(&mut self) {
        self.close_stage();
        self.done.extend(self.part.take());
    }
}
