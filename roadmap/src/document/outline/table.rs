//! Tables: a head and its rows.

use super::{Node, Shape};

/// A table while it is being read.
#[derive(Default)]
pub(super) struct Table {
    head: Option<Node>,
    rows: Vec<Node>,
    cells: usize,
}

impl Table {
    /// Notes that a cell begins. True unless it is its row's first.
    pub(super) fn next_cell(&mut self) -> bool {
        self.cells += 1;
        self.cells > 1
    }

    /// True while its head is being read.
    pub(super) const fn is_head(&self) -> bool {
        self.head.is_none()
    }

    /// Takes a row that is over; the first is the head.
    pub(super) fn push(&mut self, row: Node) {
        self.cells = 0;
        if self.head.is_none() {
            self.head = Some(row);
        } else {
            self.rows.push(row);
        }
    }

    /// The table with its rows as children.
    pub(super) fn into_node(self) -> Option<Node> {
        let mut node = self.head?;
        node.shape = Shape::Table;
        node.children = self.rows;
        Some(node)
    }
}
